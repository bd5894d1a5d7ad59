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
            SELECT a.audit_id, a.at, a.author, s.name, a.action, a.subject, a.detail
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
        detail == null ? List.of() : AuditedChange.of(Http.JSON.readTree(detail)));
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
    if (author.startsWith("cashier:")) {
      String cashier = author.substring(author.indexOf(' ') + 1);
      return new LocalText("Кассир " + cashier, "Cashier " + cashier);
    }
    return LocalText.same(author);
  }
}
