package io.kartela.service.shop.audit;

import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what was written down, newest first. */
final class AuditLog {
  private AuditLog() {}

  /**
   * Which entries are wanted; null: whatever it is.
   *
   * @param until not itself
   */
  record Wanted(
      @Nullable String author,
      @Nullable String kind,
      @Nullable Instant since,
      @Nullable Instant until) {}

  record Entry(
      String id,
      Instant at,
      Person by,
      String kind,
      LocalText what,
      String subject,
      List<AuditedChange> changes) {}

  /** Somebody who changed something. */
  record Person(String author, LocalText name) {}

  /**
   * @param before goes on after this entry; null: from the newest
   */
  static List<Entry> page(
      Connection c, long merchantId, Wanted wanted, @Nullable Long before, int limit)
      throws SQLException {
    // Left out by null, so that one statement serves every wish; the newest first by an index.
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT a.audit_id, a.at, a.author, s.name, a.action, a.subject, a.detail,
              CASE WHEN a.action IN ('BONUSES_TRANSFERRED', 'MEMBERS_MERGED') THEN (
                SELECT coalesce(nullif(m.name, ''), m.phone) FROM kartela.member m WHERE m.merchant_id = a.merchant_id
                  AND m.member_id = coalesce(a.detail ->> 'to', a.detail ->> 'from')::bigint AND m.status <> 'ERASED') END,
              CASE WHEN a.detail ->> 'storeId' ~ '^[0-9]{1,18}$' THEN (
                SELECT p.name FROM kartela.store p WHERE p.merchant_id = a.merchant_id
                  AND p.store_id = (a.detail ->> 'storeId')::bigint) END
            FROM kartela.audit a
              LEFT JOIN kartela.staff s ON s.merchant_id = a.merchant_id AND s.email = a.author
            WHERE a.merchant_id = ? AND (?::text IS NULL OR a.author = ?) AND (?::text IS NULL OR a.action = ?)
              AND a.at >= coalesce(?, '-infinity'::timestamptz) AND a.at < coalesce(?, 'infinity'::timestamptz)
              AND (?::bigint IS NULL OR (a.at, a.audit_id) < (
                SELECT b.at, b.audit_id FROM kartela.audit b WHERE b.merchant_id = ? AND b.audit_id = ?))
            ORDER BY a.at DESC, a.audit_id DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, wanted.author);
      s.setString(3, wanted.author);
      s.setString(4, wanted.kind);
      s.setString(5, wanted.kind);
      s.setTimestamp(6, timestamp(wanted.since));
      s.setTimestamp(7, timestamp(wanted.until));
      s.setObject(8, before);
      s.setLong(9, merchantId);
      s.setObject(10, before);
      s.setInt(11, limit);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          entries.add(entry(r));
        }
      }
      return entries;
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Entry entry(ResultSet r) throws SQLException {
    String detail = r.getString(7);
    String action = r.getString(5);
    return new Entry(
        Long.toString(r.getLong(1)),
        r.getTimestamp(2).toInstant(),
        new Person(r.getString(3), name(r.getString(3), r.getString(4))),
        action,
        AuditKind.words(action),
        r.getString(6),
        detail == null
            ? List.of()
            : AuditedChange.of(
                named(
                    about(Http.JSON.readTree(detail), action, r.getString(6)),
                    action,
                    r.getString(8),
                    r.getString(9))));
  }

  /** Goods and categories are written down under their names: those come first. */
  private static JsonNode about(JsonNode detail, String action, String subject) {
    String field =
        switch (action) {
          case "GOODS_CREATED", "GOODS_CHANGED", "GOODS_REMOVED" -> "good";
          case "GOODS_MOVED", "CATEGORY_CREATED", "CATEGORY_CHANGED", "CATEGORY_REMOVED" ->
              "category";
          default -> "";
        };
    if (field.isEmpty() || !(detail instanceof ObjectNode told)) {
      return detail;
    }
    ObjectNode named = Http.JSON.createObjectNode();
    named.put(field, subject);
    named.setAll(told);
    return named;
  }

  /**
   * With names where the entry has numbers, by which nobody knows anything; who or what has none
   * any more is left out.
   */
  private static JsonNode named(
      JsonNode detail, String action, @Nullable String member, @Nullable String store) {
    if (!(detail instanceof ObjectNode told)) {
      return detail;
    }
    if (action.equals("BONUSES_TRANSFERRED") || action.equals("MEMBERS_MERGED")) {
      name(told, told.has("to") ? "to" : "from", member);
    }
    if (told.has("storeId")) {
      name(told, "storeId", store);
    }
    told.remove(List.of("draft", "hold"));
    if (action.startsWith("STAFF_") || action.startsWith("CASHIER_")) {
      for (JsonNode part : List.of(told, told.path("was"), told.path("now"))) {
        if (part instanceof ObjectNode of && of.has("name")) {
          of.set("memberName", of.remove("name"));
        }
      }
    }
    return told;
  }

  private static void name(ObjectNode told, String field, @Nullable String name) {
    if (name == null) {
      told.remove(field);
    } else {
      told.put(field, name);
    }
  }

  /** Everybody who ever changed something: a step of the index for each, however much they did. */
  static List<Person> people(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE known AS (
              (SELECT author FROM kartela.audit WHERE merchant_id = ? ORDER BY author LIMIT 1)
              UNION ALL
              SELECT (SELECT a.author FROM kartela.audit a WHERE a.merchant_id = ? AND a.author > k.author
                      ORDER BY a.author LIMIT 1)
              FROM known k WHERE k.author IS NOT NULL)
            SELECT k.author, s.name FROM known k
              LEFT JOIN kartela.staff s ON s.merchant_id = ? AND s.email = k.author
            WHERE k.author IS NOT NULL LIMIT 500
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setLong(3, merchantId);
      List<Person> people = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          people.add(new Person(r.getString(1), name(r.getString(1), r.getString(2))));
        }
      }
      return people;
    }
  }

  private static LocalText name(String author, @Nullable String staff) {
    if (staff != null) {
      return LocalText.same(staff);
    }
    if (author.equals("operator")) {
      return new LocalText("Оператор сервиса", "Service operator");
    }
    if (author.equals(Audit.MEMBER)) {
      return new LocalText("Сам участник", "The member");
    }
    if (author.startsWith("cashier:")) {
      String cashier = author.substring(author.indexOf(' ') + 1);
      return new LocalText("Кассир " + cashier, "Cashier " + cashier);
    }
    return LocalText.same(author);
  }
}
