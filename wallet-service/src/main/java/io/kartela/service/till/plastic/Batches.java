package io.kartela.service.till.plastic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardNumber;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports and generates physical cards. Thread-safe. */
final class Batches {
  static final int MAX_ROWS = 5_000;
  static final int MAX_GENERATED = 100_000;
  private static final int SHOWN_REFUSALS = 200;

  /** So many generated numbers are looked for at once. */
  private static final int AT_ONCE = 5_000;

  private static final String BATCHES =
      """
      SELECT batch_id, name, cards, created_by, created_at,
          (SELECT count(*) FROM kartela.card_blank b
              WHERE b.merchant_id = k.merchant_id AND b.batch_id = k.batch_id) AS blank
      FROM kartela.card_batch k WHERE merchant_id = ?
      """;

  private final Database database;
  private final Ids ids;
  private final Members members = new Members();
  private final PlasticStore store;
  private final Audit audit;
  private final InstantSource clock;

  /** One card of an import; a phone gives it to that member at once. */
  record Row(@Nullable String number, @Nullable String uid, @Nullable String phone) {}

  /** How to make numbers: in a row from a first one, or random of so many digits. */
  record Plan(@Nullable String first, int digits, int count, CheckDigit checkDigit) {}

  /** What is appended to a generated number. */
  enum CheckDigit {
    NONE,
    EAN13,
    LUHN
  }

  /** A row as whoever looks at the list counts: from 1. */
  record RefusedRow(int row, String code) {}

  record Made(
      String id, String name, int cards, int attached, int refused, List<RefusedRow> refusals) {}

  record BatchView(
      String id, String name, int cards, int inStock, String createdBy, Instant createdAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BlankPage(List<String> items, @Nullable String nextCursor) {}

  Batches(House house, PlasticStore store, Audit audit) {
    this.database = house.database();
    this.ids = house.ids();
    this.store = store;
    this.audit = audit;
    this.clock = house.clock();
  }

  Made importRows(StaffPrincipal staff, String name, List<Row> rows) {
    return made(staff, (c, batchId) -> importRows(c, staff, batchId, name, rows));
  }

  private interface Making {
    Made in(Connection c, long batchId) throws SQLException;
  }

  private Made made(StaffPrincipal staff, Making making) {
    long merchantId = staff.merchantId();
    long batchId = ids.next();
    Made made =
        database.inTenant(
            merchantId,
            c -> {
              store.lock(c, merchantId);
              Made done = making.in(c, batchId);
              Map<String, ?> what = Map.of("name", done.name, "cards", done.cards);
              audit.record(c, staff, "CARDS_ADDED", "card-batch:" + done.id, what);
              return done;
            });
    store.committed(merchantId);
    return made;
  }

  private Made importRows(
      Connection c, StaffPrincipal staff, long batchId, String name, List<Row> rows)
      throws SQLException {
    long merchantId = staff.merchantId();
    BatchImport list = new BatchImport(ids, members, store, merchantId, clock.instant());
    list.run(c, rows);
    store.stock(c, merchantId, batchId, list.stock());
    int made = list.stock().size() + list.attached();
    store.batch(c, merchantId, batchId, name, made, staff.email(), clock.instant());
    return made(batchId, name, made, list.attached(), list.refused());
  }

  private static Made made(
      long batchId, String name, int cards, int attached, List<RefusedRow> refused) {
    return new Made(
        Long.toString(batchId),
        name,
        cards,
        attached,
        refused.size(),
        List.copyOf(refused.subList(0, Math.min(SHOWN_REFUSALS, refused.size()))));
  }

  /** Makes numbers; those that exist already are left out and told. */
  Made generate(StaffPrincipal staff, String name, Plan plan) {
    List<String> numbers = numbers(plan);
    return made(staff, (c, batchId) -> generate(c, staff, batchId, name, numbers));
  }

  private Made generate(
      Connection c, StaffPrincipal staff, long batchId, String name, List<String> numbers)
      throws SQLException {
    long merchantId = staff.merchantId();
    List<PlasticStore.Plastic> stock = new ArrayList<>();
    List<RefusedRow> refused = new ArrayList<>();
    for (int from = 0; from < numbers.size(); from += AT_ONCE) {
      List<CardForms> forms =
          Lookalikes.formsOf(numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)));
      Lookalikes around = store.lookalikes(c, merchantId, forms);
      for (int i = 0; i < forms.size(); i++) {
        ProblemCode conflict = around.conflict(forms.get(i), List.of(), false);
        if (conflict == null) {
          stock.add(new PlasticStore.Plastic(ids.next(), List.of(forms.get(i).code())));
        } else {
          refused.add(new RefusedRow(from + i + 1, conflict.name()));
        }
      }
    }
    store.stock(c, merchantId, batchId, stock);
    store.batch(c, merchantId, batchId, name, stock.size(), staff.email(), clock.instant());
    return made(batchId, name, stock.size(), 0, refused);
  }

  /** What became of a batch that was thrown away. */
  record Removed(String id, int removed, int kept) {}

  /**
   * Throws a batch away: what is in stock is gone, the cards that members have of it stay theirs.
   */
  Removed remove(StaffPrincipal staff, long batchId) {
    long merchantId = staff.merchantId();
    Removed removed =
        database.inTenant(
            merchantId,
            c -> {
              store.lock(c, merchantId);
              BatchView batch =
                  one(c, merchantId, batchId)
                      .orElseThrow(() -> new Problem(ProblemCode.BATCH_NOT_FOUND));
              int gone = store.remove(c, merchantId, batchId);
              Removed done = new Removed(batch.id, gone, Math.max(0, batch.cards - gone));
              audit.record(
                  c,
                  staff,
                  "CARDS_REMOVED",
                  "card-batch:" + batch.id,
                  Map.of("name", batch.name, "removed", gone, "kept", done.kept));
              return done;
            });
    store.committed(merchantId);
    return removed;
  }

  private static List<String> numbers(Plan plan) {
    Collection<String> numbers = new LinkedHashSet<>();
    if (plan.first == null) {
      while (numbers.size() < plan.count) {
        numbers.add(
            withCheckDigit(
                "" + (1 + Integer.parseInt(Tokens.digits(4)) % 9) + Tokens.digits(plan.digits - 1),
                plan.checkDigit));
      }
    } else {
      BigInteger first = new BigInteger(plan.first);
      int length = plan.first.length();
      for (int i = 0; i < plan.count; i++) {
        String number = first.add(BigInteger.valueOf(i)).toString();
        numbers.add(
            withCheckDigit(
                "0".repeat(Math.max(0, length - number.length())) + number, plan.checkDigit));
      }
    }
    return numbers.stream().sorted().toList();
  }

  private static String withCheckDigit(String body, CheckDigit kind) {
    return switch (kind) {
      case NONE -> body;
      case EAN13 -> body + CardNumber.gs1CheckDigit(body);
      case LUHN -> body + CardCode.checkDigit(body);
    };
  }

  List<BatchView> list(long merchantId) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(BATCHES + " ORDER BY batch_id DESC LIMIT 100")) {
            s.setLong(1, merchantId);
            return views(s);
          }
        });
  }

  private static Optional<BatchView> one(Connection c, long merchantId, long batchId)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(BATCHES + " AND batch_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, batchId);
      return views(s).stream().findFirst();
    }
  }

  private static List<BatchView> views(PreparedStatement s) throws SQLException {
    List<BatchView> batches = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        batches.add(
            new BatchView(
                Long.toString(r.getLong("batch_id")),
                r.getString("name"),
                r.getInt("cards"),
                r.getInt("blank"),
                r.getString("created_by"),
                r.getTimestamp("created_at").toInstant()));
      }
    }
    return batches;
  }

  /** Codes of a batch that nobody has yet, in order: for the printer. */
  BlankPage blanks(long merchantId, long batchId, @Nullable String after, int limit) {
    return database.inTenant(
        merchantId,
        c -> {
          if (one(c, merchantId, batchId).isEmpty()) {
            throw new Problem(ProblemCode.BATCH_NOT_FOUND);
          }
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT code FROM kartela.card_blank WHERE merchant_id = ? AND batch_id = ? AND code > ?
                  ORDER BY code LIMIT ?
                  """)) {
            s.setLong(1, merchantId);
            s.setLong(2, batchId);
            s.setString(3, after == null ? "" : after);
            s.setInt(4, limit + 1);
            List<String> codes = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                codes.add(r.getString(1));
              }
            }
            boolean more = codes.size() > limit;
            List<String> shown = more ? codes.subList(0, limit) : codes;
            return new BlankPage(List.copyOf(shown), more ? shown.getLast() : null);
          }
        });
  }
}
