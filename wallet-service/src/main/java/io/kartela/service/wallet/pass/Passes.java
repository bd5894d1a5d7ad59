package io.kartela.service.wallet.pass;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cards that exist. Every method works on the caller's connection, inside a transaction that is
 * confined to the merchant ({@code Database.inTenant}), and neither commits nor closes.
 * Thread-safe.
 */
public final class Passes {
  private static final String COLUMNS =
      "merchant_id, member_id, serial, token, auth_token, version, modified_at, news, news_at,"
          + " voided_at, coalesce(valid_from, created_at) AS valid_from";

  private static final String ONE =
      "SELECT " + COLUMNS + " FROM kartela.pass WHERE merchant_id = ? AND ";

  private final InstantSource clock;
  private final PassIssue issue = new PassIssue();

  public Passes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The merchant a serial or a card's token belongs to; empty when it is not one of ours. No
   * look-up is made.
   */
  public static OptionalLong merchantOf(String serialOrToken) {
    return PassNames.merchantOf(serialOrToken);
  }

  /** The member's card, issued now if there is none yet. Safe when two callers do it at once. */
  public PassRef create(Connection c, long merchantId, long memberId) throws SQLException {
    Optional<PassRef> there = byMember(c, merchantId, memberId);
    if (there.isPresent()) {
      return there.get();
    }
    createAll(c, merchantId, List.of(memberId));
    return byMember(c, merchantId, memberId)
        .orElseThrow(() -> new IllegalStateException("the card vanished while it was issued"));
  }

  /** The same for many at once. */
  public void createAll(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    issue.all(c, merchantId, memberIds, now());
  }

  /** The card of a web address. */
  public Optional<PassRef> byToken(Connection c, long merchantId, String token)
      throws SQLException {
    return one(c, merchantId, "token = ?", s -> s.setString(2, token));
  }

  public Optional<PassRef> bySerial(Connection c, long merchantId, String serial)
      throws SQLException {
    return one(c, merchantId, "serial = ?", s -> s.setString(2, serial));
  }

  /** As {@link #byToken(Connection, long, String)}, in a transaction that is one round trip. */
  Optional<PassRef> byToken(Database database, long merchantId, String token) {
    return alone(database, merchantId, "token = ?", token);
  }

  /** As {@link #bySerial(Connection, long, String)}, as a part of a round trip. */
  Answer<Optional<PassRef>> bySerial(RoundTrip trip, long merchantId, String serial) {
    return ask(trip, merchantId, "serial = ?", serial);
  }

  private static Answer<Optional<PassRef>> ask(
      RoundTrip trip, long merchantId, String where, String value) {
    return trip.query(ONE + where, p -> p.set(merchantId).set(value), Passes::first);
  }

  private static Optional<PassRef> alone(
      Database database, long merchantId, String where, String value) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.enter(trip, merchantId);
    Answer<Optional<PassRef>> pass = ask(trip, merchantId, where, value);
    return database.inTransaction(
        c -> {
          trip.commit(c);
          return pass.get();
        });
  }

  /** The web address of the member's living card, as a part of a round trip. */
  public Answer<Optional<String>> tokenOf(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        "SELECT token FROM kartela.pass WHERE merchant_id = ? AND member_id = ? AND voided_at IS"
            + " NULL",
        p -> p.set(merchantId).set(memberId),
        r -> r.next() ? Optional.of(r.getString(1)) : Optional.empty());
  }

  /** The member's living card. */
  public Optional<PassRef> byMember(Connection c, long merchantId, long memberId)
      throws SQLException {
    return one(c, merchantId, "member_id = ? AND voided_at IS NULL", s -> s.setLong(2, memberId));
  }

  /**
   * A new version of the members' cards: phones that ask will fetch them. Row locks are taken in
   * one order.
   */
  public int touch(Connection c, long merchantId, Collection<Long> memberIds) throws SQLException {
    return update(c, merchantId, memberIds, "", "", List.of());
  }

  /**
   * Shows a text on the members' cards, as a new version; says on how many.
   *
   * @param key names the message; the same key again changes nothing, so that a repeated delivery
   *     shows once. Empty: always a change.
   */
  public int setNews(
      Connection c, long merchantId, Collection<Long> memberIds, String text, String key)
      throws SQLException {
    // Wallet announces only a value that differs: an equal text gets (or loses) an invisible mark.
    String set =
        ", news = CASE WHEN news = ? THEN ? ELSE ? END, news_at = ?, news_key = nullif(?, '')";
    return update(
        c,
        merchantId,
        memberIds,
        set,
        " AND (? = '' OR news_key IS DISTINCT FROM ?)",
        List.of(text, text + "\u200b", text, now(), key, key, key));
  }

  private int update(
      Connection c,
      long merchantId,
      Collection<Long> memberIds,
      String set,
      String where,
      List<Object> arguments)
      throws SQLException {
    if (memberIds.isEmpty()) {
      return 0;
    }
    // One statement each, so that every plan is the look-up of one row by its unique index: for a
    // set the planner may read all cards of the merchant. In order, so that nobody deadlocks.
    String sql =
        """
        UPDATE kartela.pass SET version = version + 1, changed_xid = pg_current_xact_id(),
            modified_at = greatest(date_trunc('second', ?::timestamptz), modified_at + interval '1 second') %s
        WHERE merchant_id = ? AND member_id = ? AND voided_at IS NULL %s
        """
            .formatted(set, where);
    int inSet = (int) set.chars().filter(x -> x == '?').count();
    OffsetDateTime now = now();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (long memberId : new TreeSet<>(memberIds)) {
        int at = 1;
        s.setObject(at++, now);
        for (Object argument : arguments.subList(0, inSet)) {
          s.setObject(at++, argument);
        }
        s.setLong(at++, merchantId);
        s.setLong(at++, memberId);
        for (Object argument : arguments.subList(inSet, arguments.size())) {
          s.setObject(at++, argument);
        }
        s.addBatch();
      }
      return Arrays.stream(s.executeBatch()).sum();
    }
  }

  /**
   * Ends the member's card (lost phone): phones that hold it draw it as void, and {@link #create}
   * issues another. Tell the phones through the outbox.
   *
   * @return the serial of the card that ended; empty when there was none
   */
  public Optional<String> voidPass(Connection c, long merchantId, long memberId)
      throws SQLException {
    String sql =
        """
        UPDATE kartela.pass SET voided_at = ?, version = version + 1, changed_xid = pg_current_xact_id(),
            modified_at = greatest(date_trunc('second', ?::timestamptz), modified_at + interval '1 second'),
            news = NULL, news_at = NULL, news_key = NULL
        WHERE merchant_id = ? AND member_id = ? AND voided_at IS NULL RETURNING serial
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setObject(1, now());
      s.setObject(2, now());
      s.setLong(3, merchantId);
      s.setLong(4, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  /** The living card's validity counts from this time on. Tell its phones through the outbox. */
  public void validFrom(Connection c, long merchantId, long memberId, Instant from)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.pass SET valid_from = ? WHERE merchant_id = ? AND member_id = ? AND"
                + " voided_at IS NULL")) {
      s.setObject(1, from.atOffset(ZoneOffset.UTC));
      s.setLong(2, merchantId);
      s.setLong(3, memberId);
      s.executeUpdate();
    }
  }

  /**
   * A card in a phone shows another member from now on; void when that member has a card already.
   *
   * @return the serial of a card that ended, whose phones are to be told
   */
  public Optional<String> handOver(Connection c, long merchantId, long from, long to)
      throws SQLException {
    if (byMember(c, merchantId, to).isPresent()) {
      return voidPass(c, merchantId, from);
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.pass SET member_id = ? WHERE merchant_id = ? AND member_id = ? AND"
                + " voided_at IS NULL")) {
      s.setLong(1, to);
      s.setLong(2, merchantId);
      s.setLong(3, from);
      s.executeUpdate();
    }
    return Optional.empty();
  }

  private interface Binder {
    void bind(PreparedStatement s) throws SQLException;
  }

  private static Optional<PassRef> one(Connection c, long merchantId, String where, Binder binder)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ONE + where)) {
      s.setLong(1, merchantId);
      binder.bind(s);
      try (ResultSet r = s.executeQuery()) {
        return first(r);
      }
    }
  }

  private static Optional<PassRef> first(ResultSet r) throws SQLException {
    return r.next() ? Optional.of(read(r)) : Optional.empty();
  }

  private static PassRef read(ResultSet r) throws SQLException {
    return new PassRef(
        r.getLong("merchant_id"),
        r.getLong("member_id"),
        r.getString("serial"),
        r.getString("token"),
        r.getString("auth_token"),
        r.getLong("version"),
        r.getTimestamp("modified_at").toInstant(),
        r.getTimestamp("valid_from").toInstant(),
        r.getString("news"),
        instant(r.getTimestamp("news_at")),
        r.getTimestamp("voided_at") != null);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
