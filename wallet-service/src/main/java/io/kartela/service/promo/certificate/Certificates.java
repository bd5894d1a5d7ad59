package io.kartela.service.promo.certificate;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.CodeKey;
import io.kartela.service.promo.code.CodeSecrets;
import io.kartela.service.promo.code.Guesses;
import io.kartela.service.promo.code.Sale;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Certificates as a till shows them: looked up and locked with the receipt, spent by its commit,
 * put back by its returns. Thread-safe.
 */
public final class Certificates {
  /** Most certificates of one receipt. */
  public static final int MOST = 5;

  private final Database database;
  private final CodeSecrets secrets;

  public Certificates(Database database, CodeSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /**
   * A certificate that is presented.
   *
   * @param text its code as it was typed or scanned
   * @param amount kopecks to pay with it; null: as much as it holds and the receipt takes
   */
  public record Wanted(String text, @Nullable Long amount) {}

  /**
   * What is to be said of it.
   *
   * @param id 0 = there is none
   * @param no why it pays nothing; null: it does
   */
  public record Shown(
      Wanted wanted,
      long id,
      String tail,
      @Nullable LocalText kind,
      Origin origin,
      long rest,
      @Nullable Instant endsAt,
      @Nullable Problem no,
      long hash) {}

  private record Row(Certificate certificate, boolean replaced) {}

  /** What was asked of the certificates of a receipt. */
  public final class Asked {
    private final Sale sale;
    private final List<Wanted> wanted;
    private final Answer<Duration> wait;
    private final Answer<Map<Long, Row>> rows;

    private Asked(
        Sale sale, List<Wanted> wanted, Answer<Duration> wait, Answer<Map<Long, Row>> rows) {
      this.sale = sale;
      this.wanted = wanted;
      this.wait = wait;
      this.rows = rows;
    }

    /** Judges them in the order in which they were shown, once the round trip has run. */
    public List<Shown> judge() {
      List<Shown> all = new ArrayList<>();
      Set<Long> seen = new HashSet<>();
      for (Wanted one : wanted) {
        String folded = CertificateCode.fold(one.text);
        long hash = hash(sale.register().merchantId(), folded);
        Row row = rows.get().get(hash);
        Problem no = refusal(folded, row, wait.get(), sale.at());
        if (no == null && row != null && !seen.add(row.certificate.id())) {
          no = new Problem(ProblemCode.CERTIFICATE_TWICE);
        }
        all.add(shown(one, folded, hash, row, no));
      }
      return all;
    }
  }

  private static Shown shown(
      Wanted one, String folded, long hash, @Nullable Row row, @Nullable Problem no) {
    // A till that nobody listens to must not learn which of its guesses is right.
    if (row == null || (no != null && no.code() == ProblemCode.CERTIFICATE_GUESSING)) {
      return new Shown(
          one, 0, CertificateCode.tail(folded), null, Origin.BOUGHT, 0, null, no, hash);
    }
    Certificate it = row.certificate;
    return new Shown(
        one,
        it.id(),
        CertificateCode.tail(folded),
        it.kind(),
        it.origin(),
        row.replaced ? 0 : it.rest(),
        it.endsAt(),
        no,
        hash);
  }

  private static @Nullable Problem refusal(
      String folded, @Nullable Row row, Duration wait, Instant at) {
    if (wait.isPositive()) {
      return Problem.retryAfter(ProblemCode.CERTIFICATE_GUESSING, wait.toSeconds() + 1);
    }
    if (row == null) {
      return new Problem(
          CertificateCode.mistyped(folded)
              ? ProblemCode.CERTIFICATE_MISTYPED
              : ProblemCode.CERTIFICATE_UNKNOWN);
    }
    if (row.replaced) {
      return new Problem(ProblemCode.CERTIFICATE_REPLACED);
    }
    return switch (row.certificate.state(at)) {
      case ACTIVE -> null;
      case EMPTY -> new Problem(ProblemCode.CERTIFICATE_EMPTY);
      case ENDED -> new Problem(ProblemCode.CERTIFICATE_ENDED);
      case BLOCKED -> new Problem(ProblemCode.CERTIFICATE_BLOCKED);
    };
  }

  private long hash(long merchantId, String folded) {
    CodeKey key = secrets.of(merchantId).orElse(null);
    return key == null || folded.isEmpty() ? 0 : CertificateCode.hash(key, folded);
  }

  /**
   * Adds the questions to a round trip, behind the account's lock.
   *
   * @param lock for a commit: of two tills one comes first, and the other sees what is left
   */
  public Asked ask(RoundTrip trip, Sale sale, List<Wanted> wanted, boolean lock) {
    long merchantId = sale.register().merchantId();
    long[] hashes =
        wanted.stream().mapToLong(w -> hash(merchantId, CertificateCode.fold(w.text))).toArray();
    Answer<Duration> wait = Guesses.wait(trip, sale);
    if (lock) {
      trip.rows(
          """
          SELECT FROM kartela.certificate t WHERE t.merchant_id = ? AND t.certificate_id IN
              (SELECT o.certificate_id FROM kartela.certificate_code o WHERE o.merchant_id = ? AND o.code_hash = ANY (?))
          ORDER BY t.certificate_id FOR UPDATE OF t
          """,
          p -> p.set(merchantId).set(merchantId).set(hashes),
          rows -> {});
    }
    Answer<Map<Long, Row>> rows =
        trip.query(
            "SELECT o.code_hash, o.replaced_at, "
                + CertificateStore.COLUMNS
                + CertificateStore.FROM
                + """
                JOIN kartela.certificate_code o ON o.merchant_id = t.merchant_id AND o.certificate_id = t.certificate_id
                WHERE o.merchant_id = ? AND o.code_hash = ANY (?)
                """,
            p -> p.set(merchantId).set(hashes),
            Certificates::read);
    return new Asked(sale, wanted, wait, rows);
  }

  private static Map<Long, Row> read(ResultSet r) throws SQLException {
    Map<Long, Row> rows = new HashMap<>();
    while (r.next()) {
      rows.put(
          r.getLong("code_hash"),
          new Row(CertificateStore.read(r), r.getTimestamp("replaced_at") != null));
    }
    return rows;
  }

  /** A receipt pays with it; behind the lock. */
  public static void spend(RoundTrip trip, Sale sale, long receiptId, Shown shown, long amount) {
    RegisterPrincipal register = sale.register();
    new Move(Move.Kind.SPEND, -amount, receiptId, hand(register), sale.at(), sale.now())
        .book(trip, register.merchantId(), shown.id);
  }

  /** A return puts back what its receipt had taken. */
  public static void back(
      RoundTrip trip,
      RegisterPrincipal register,
      long receiptId,
      Spent spent,
      long amount,
      Instant at,
      Instant now) {
    new Move(Move.Kind.BACK, amount, receiptId, hand(register), at, now)
        .book(trip, register.merchantId(), spent.id);
  }

  static Move.Hand hand(RegisterPrincipal register) {
    var cashier = register.cashier();
    return new Move.Hand(
        register.storeId(),
        register.registerId(),
        cashier == null ? register.registerName() : cashier.name());
  }

  /** The guesses among them; in the caller's transaction. */
  public void countGuesses(Connection c, Sale sale, List<Shown> shown) throws SQLException {
    for (Shown one : shown) {
      Problem no = one.no;
      if (no != null && no.code() == ProblemCode.CERTIFICATE_UNKNOWN) {
        Guesses.count(c, sale, one.hash == 0 ? one.wanted.text.hashCode() : one.hash);
      }
    }
  }

  /** The same when the caller's transaction is no more. */
  public void countGuesses(Sale sale, List<Shown> shown) {
    boolean _ =
        database.inTenant(
            sale.register().merchantId(),
            c -> {
              countGuesses(c, sale, shown);
              return true;
            });
  }

  /**
   * What a receipt paid with a certificate.
   *
   * @param amount kopecks
   * @param back of them, what its returns have put back
   */
  public record Spent(
      long id, String tail, LocalText kind, Origin origin, long amount, long back) {}

  /** What this receipt paid with certificates. */
  public static List<Spent> spent(Connection c, long merchantId, long receiptId)
      throws SQLException {
    return spent(c, merchantId, List.of(receiptId)).getOrDefault(receiptId, List.of());
  }

  /** What each of these receipts paid with certificates, in their order. */
  public static Map<Long, List<Spent>> spent(
      Connection c, long merchantId, Collection<Long> receiptIds) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m.receipt_id, m.certificate_id, t.tail, k.name_ru, k.name_en, t.origin,
                -sum(m.amount) FILTER (WHERE m.kind = 'SPEND') AS spent,
                coalesce(sum(m.amount) FILTER (WHERE m.kind = 'BACK'), 0) AS back
            FROM kartela.certificate_move m JOIN kartela.certificate t USING (merchant_id, certificate_id)
            JOIN kartela.certificate_kind k USING (merchant_id, kind_id)
            WHERE m.merchant_id = ? AND m.receipt_id = ANY (?)
            GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", receiptIds.toArray()));
      Map<Long, List<Spent>> spent = new HashMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          spent
              .computeIfAbsent(r.getLong(1), id -> new ArrayList<>())
              .add(
                  new Spent(
                      r.getLong(2),
                      r.getString(3),
                      new LocalText(r.getString(4), r.getString(5)),
                      Origin.valueOf(r.getString(6)),
                      r.getLong(7),
                      r.getLong(8)));
        }
      }
      return spent;
    }
  }

  /** Two records of one person: certificates of the one go with the other. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long to) {
    trip.update(
        "UPDATE kartela.certificate SET member_id = ? WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(to).set(merchantId).set(from));
  }

  /** A certificate on its member's card. */
  public record Held(
      LocalText name,
      Origin origin,
      long rest,
      String tail,
      @Nullable Instant endsAt,
      String link) {}

  /** What a member's card shows: those that still hold something and are good. */
  public List<Held> of(Connection c, long merchantId, long memberId, Instant now)
      throws SQLException {
    CodeKey key = secrets.of(merchantId).orElse(null);
    if (key == null) {
      return List.of();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT t.sealed, "
                + CertificateStore.COLUMNS
                + CertificateStore.FROM
                + """
                WHERE t.merchant_id = ? AND t.member_id = ? AND t.rest > 0 AND t.blocked_at IS NULL
                    AND (t.ends_at IS NULL OR t.ends_at > ?)
                ORDER BY t.ends_at NULLS LAST, t.certificate_id LIMIT 50
                """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setTimestamp(3, Timestamp.from(now));
      List<Held> held = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Certificate one = CertificateStore.read(r);
          held.add(
              new Held(
                  one.kind(),
                  one.origin(),
                  one.rest(),
                  one.tail(),
                  one.endsAt(),
                  CertificateCode.open(key, r.getBytes("sealed")).link()));
        }
      }
      return held;
    }
  }
}
