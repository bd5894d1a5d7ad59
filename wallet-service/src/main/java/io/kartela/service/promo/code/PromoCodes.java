package io.kartela.service.promo.code;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Promo codes as a till shows them: looked up and locked with the receipt, reserved by its quote,
 * used up by its commit. Thread-safe.
 */
public final class PromoCodes {
  /** Most codes of one receipt. */
  public static final int MOST = 5;

  /** How long a quote keeps a code from other tills. */
  static final Duration RESERVED = Duration.ofMinutes(10);

  private final Database database;
  private final CodeSecrets secrets;
  private final Members members;

  /** Of whom a segment is. */
  @FunctionalInterface
  public interface Members {
    boolean has(Connection c, long merchantId, long segmentId, long memberId) throws SQLException;
  }

  public PromoCodes(Database database, CodeSecrets secrets, Members members) {
    this.database = database;
    this.secrets = secrets;
    this.members = members;
  }

  /** What there is of a code, read behind its lock. */
  private record Row(
      PromoSet set, int used, long usedInAll, int othersReserve, boolean mine, int byMember) {}

  /** What a list's codes and made ones look like. */
  private record Looks(List<PromoSet.Shape> made, int shortest, int longest) {}

  /** What was asked of the codes of a receipt. */
  public final class Asked {
    private final Sale sale;
    private final List<Verdict> shown;
    private final Answer<Duration> wait;
    private final Answer<Map<Long, Row>> rows;
    private final Answer<Looks> looks;

    private Asked(
        Sale sale,
        List<Verdict> shown,
        Answer<Duration> wait,
        Answer<Map<Long, Row>> rows,
        Answer<Looks> looks) {
      this.sale = sale;
      this.shown = shown;
      this.wait = wait;
      this.rows = rows;
      this.looks = looks;
    }

    /**
     * Judges them, once the round trip has run.
     *
     * @param zone in which days begin
     * @param purchases what the member bought before
     */
    public List<Verdict> judge(Connection c, ZoneId zone, long purchases) throws SQLException {
      List<Verdict> verdicts = new ArrayList<>();
      Set<Long> sets = new HashSet<>();
      for (Verdict one : shown) {
        Row row = rows.get().get(one.hash());
        Verdict of = new Verdict(one.text(), one.hash(), row == null ? null : row.set, null);
        Problem no = refusal(c, of, row, zone, purchases);
        if (no == null && row != null && !sets.add(row.set.id())) {
          no = new Problem(ProblemCode.PROMO_TWICE);
        }
        verdicts.add(no == null ? of : of.but(no));
      }
      return verdicts;
    }

    private @Nullable Problem refusal(
        Connection c, Verdict of, @Nullable Row row, ZoneId zone, long purchases)
        throws SQLException {
      if (wait.get().isPositive()) {
        return Problem.retryAfter(ProblemCode.PROMO_GUESSING, wait.get().toSeconds() + 1);
      }
      if (row == null) {
        String folded = CodeText.fold(of.text());
        return new Problem(
            mistyped(folded) ? ProblemCode.PROMO_MISTYPED : ProblemCode.PROMO_UNKNOWN);
      }
      Problem no = notNow(row.set, zone);
      no = no == null ? used(row) : no;
      return no == null ? notTheirs(c, row, purchases) : no;
    }

    /** An honest slip: it looks like a made code, and its check says that it is none. */
    private boolean mistyped(String folded) {
      int length = folded.length();
      boolean listed = length >= looks.get().shortest && length <= looks.get().longest;
      return folded.isEmpty()
          || (!listed
              && looks.get().made.stream()
                  .anyMatch(
                      shape ->
                          shape.symbols() != null
                              && length == shape.prefix().length() + shape.symbols() + 1
                              && folded.startsWith(shape.prefix()))
              && !CodeText.checks(folded));
    }

    private @Nullable Problem notNow(PromoSet set, ZoneId zone) {
      LocalDate day = sale.at().atZone(zone).toLocalDate();
      Instant stopped = set.stoppedAt();
      LocalDate first = set.terms().firstDay();
      LocalDate last = set.terms().lastDay();
      List<Long> stores = set.terms().stores();
      if (stopped != null && !sale.at().isBefore(stopped)) {
        return new Problem(ProblemCode.PROMO_STOPPED);
      }
      if (first != null && day.isBefore(first)) {
        return new Problem(ProblemCode.PROMO_NOT_YET, day(first));
      }
      if (last != null && day.isAfter(last)) {
        return new Problem(ProblemCode.PROMO_OVER, day(last));
      }
      return stores.isEmpty() || stores.contains(sale.register().storeId())
          ? null
          : new Problem(ProblemCode.PROMO_OTHER_STORE);
    }

    private @Nullable Problem used(Row row) {
      PromoSet.Terms terms = row.set.terms();
      Integer perCode = terms.usesPerCode();
      Long inAll = terms.usesInAll();
      if (perCode != null && row.used >= perCode) {
        return new Problem(ProblemCode.PROMO_USED);
      }
      if (perCode != null && !row.mine && row.used + row.othersReserve >= perCode) {
        return new Problem(ProblemCode.PROMO_AT_ANOTHER_TILL);
      }
      return inAll != null && row.usedInAll >= inAll
          ? new Problem(ProblemCode.PROMO_ALL_GONE)
          : null;
    }

    private @Nullable Problem notTheirs(Connection c, Row row, long purchases) throws SQLException {
      PromoSet.Terms terms = row.set.terms();
      Integer perMember = terms.usesPerMember();
      Long segment = terms.segmentId();
      if (terms.needCard() && sale.memberId() == 0) {
        return new Problem(ProblemCode.PROMO_NEEDS_CARD);
      }
      if (perMember != null && row.byMember >= perMember) {
        return new Problem(ProblemCode.PROMO_MEMBER_LIMIT);
      }
      if (terms.firstPurchase() && purchases > 0) {
        return new Problem(ProblemCode.PROMO_FIRST_PURCHASE_ONLY);
      }
      return segment == null || members.has(c, sale.merchantId(), segment, sale.memberId())
          ? null
          : new Problem(ProblemCode.PROMO_NOT_FOR_YOU);
    }
  }

  private static String day(LocalDate day) {
    return "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  /**
   * Adds the questions to a round trip, behind the account's lock. Where a limit counts, its row is
   * locked: of two tills one comes first, and the other sees it.
   */
  public Asked ask(RoundTrip trip, Sale sale) {
    CodeKey key = secrets.of(sale.merchantId()).orElse(null);
    List<Verdict> shown =
        sale.texts().stream()
            .map(
                text -> {
                  String folded = CodeText.fold(text);
                  long hash = key == null || folded.isEmpty() ? 0 : key.hash(folded);
                  return new Verdict(text, hash, null, null);
                })
            .toList();
    long[] hashes = shown.stream().mapToLong(Verdict::hash).toArray();
    Answer<Duration> wait = Guesses.wait(trip, sale);
    lock(trip, sale, hashes);
    return new Asked(sale, shown, wait, rows(trip, sale, hashes), looks(trip, sale));
  }

  private static void lock(RoundTrip trip, Sale sale, long[] hashes) {
    trip.rows(
        """
        SELECT FROM kartela.promo_code k JOIN kartela.promo_set s USING (merchant_id, set_id)
        WHERE k.merchant_id = ? AND k.code_hash = ANY (?) AND s.uses_per_code IS NOT NULL
        ORDER BY k.code_hash FOR UPDATE OF k
        """,
        p -> p.set(sale.merchantId()).set(hashes),
        rows -> {});
    trip.rows(
        """
        SELECT FROM kartela.promo_set s WHERE s.merchant_id = ? AND s.uses_in_all IS NOT NULL AND s.set_id IN
            (SELECT k.set_id FROM kartela.promo_code k WHERE k.merchant_id = ? AND k.code_hash = ANY (?))
        ORDER BY s.set_id FOR UPDATE OF s
        """,
        p -> p.set(sale.merchantId()).set(sale.merchantId()).set(hashes),
        rows -> {});
  }

  private static Answer<Map<Long, Row>> rows(RoundTrip trip, Sale sale, long[] hashes) {
    return trip.query(
        "SELECT k.code_hash, k.used AS code_used, s.used AS set_used, "
            + SetStore.COLUMNS
            + """
            , (SELECT count(*) FROM kartela.promo_hold h WHERE h.merchant_id = k.merchant_id
                  AND h.code_hash = k.code_hash AND h.register_id <> ? AND h.until > ?) AS others,
              EXISTS (SELECT FROM kartela.promo_hold h WHERE h.merchant_id = k.merchant_id
                  AND h.code_hash = k.code_hash AND h.register_id = ? AND h.until > ?) AS mine,
              CASE WHEN s.uses_per_member IS NULL THEN 0 ELSE (SELECT count(*) FROM kartela.promo_use u
                  WHERE u.merchant_id = k.merchant_id AND u.set_id = k.set_id AND u.member_id = ?
                      AND u.given_back_at IS NULL) END AS by_member
            FROM kartela.promo_code k JOIN kartela.promo_set s USING (merchant_id, set_id)
            WHERE k.merchant_id = ? AND k.code_hash = ANY (?)
            """,
        p ->
            p.set(sale.register().registerId())
                .set(sale.now())
                .set(sale.register().registerId())
                .set(sale.now())
                .set(sale.memberId())
                .set(sale.merchantId())
                .set(hashes),
        PromoCodes::read);
  }

  private static Map<Long, Row> read(ResultSet r) throws SQLException {
    Map<Long, Row> rows = new HashMap<>();
    while (r.next()) {
      rows.put(
          r.getLong("code_hash"),
          new Row(
              SetStore.read(r),
              r.getInt("code_used"),
              r.getLong("set_used"),
              r.getInt("others"),
              r.getBoolean("mine"),
              r.getInt("by_member")));
    }
    return rows;
  }

  private static Answer<Looks> looks(RoundTrip trip, Sale sale) {
    return trip.query(
        """
        SELECT prefix, symbols, min(shortest) FILTER (WHERE symbols IS NULL AND shortest > 0), max(longest)
        FROM kartela.promo_set WHERE merchant_id = ? GROUP BY prefix, symbols
        """,
        p -> p.set(sale.merchantId()),
        r -> {
          List<PromoSet.Shape> made = new ArrayList<>();
          int shortest = Integer.MAX_VALUE;
          int longest = 0;
          while (r.next()) {
            int symbols = r.getInt(2);
            if (!r.wasNull()) {
              made.add(new PromoSet.Shape(r.getString(1), symbols));
            } else if (r.getInt(3) > 0) {
              shortest = Math.min(shortest, r.getInt(3));
              longest = Math.max(longest, r.getInt(4));
            }
          }
          return new Looks(made, shortest, longest);
        });
  }

  /** What is honoured is kept from other tills while this sale goes on; a till has one sale. */
  public void reserve(RoundTrip trip, Sale sale, List<Verdict> verdicts) {
    release(trip, sale);
    for (Verdict one : verdicts) {
      if (one.no() == null && one.isCounted()) {
        trip.update(
            """
            INSERT INTO kartela.promo_hold (merchant_id, code_hash, register_id, until) VALUES (?, ?, ?, ?)
            ON CONFLICT (merchant_id, code_hash, register_id) DO UPDATE SET until = excluded.until
            """,
            p ->
                p.set(sale.merchantId())
                    .set(one.hash())
                    .set(sale.register().registerId())
                    .set(sale.now().plus(RESERVED)));
      }
    }
  }

  /** Nothing is kept for this till any more. */
  public void release(RoundTrip trip, Sale sale) {
    trip.update(
        "DELETE FROM kartela.promo_hold WHERE merchant_id = ? AND register_id = ?",
        p -> p.set(sale.merchantId()).set(sale.register().registerId()));
  }

  /** The guesses among them; in the caller's transaction. */
  public void countGuesses(Connection c, Sale sale, List<Verdict> verdicts) throws SQLException {
    for (Verdict one : verdicts) {
      Problem no = one.no();
      if (no != null && no.code() == ProblemCode.PROMO_UNKNOWN) {
        CodeKey key = secrets.of(sale.merchantId()).orElse(null);
        long hash = key == null ? one.text().hashCode() : one.hash();
        Guesses.count(c, sale, hash);
      }
    }
  }

  /** The same when the caller's transaction is no more. */
  public void countGuesses(Sale sale, List<Verdict> verdicts) {
    boolean _ =
        database.inTenant(
            sale.merchantId(),
            c -> {
              countGuesses(c, sale, verdicts);
              return true;
            });
  }

  /** Forgets what is over. */
  public static void cleanUp(Database database, long merchantId, Instant now) {
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              Guesses.forget(c, merchantId, now);
              RoundTrip trip = new RoundTrip();
              trip.update(
                  "DELETE FROM kartela.promo_hold WHERE merchant_id = ? AND until <= ?",
                  p -> p.set(merchantId).set(now));
              trip.run(c);
              return true;
            });
  }
}
