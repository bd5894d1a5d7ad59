package io.kartela.service.code;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Codes that identify members at the till: wallet cards and physical cards. Works in the caller's
 * transaction.
 */
public final class Cards {
  /** Where a code came from. */
  public enum Kind {
    WALLET,
    /** The same card's thirteen digits, see {@link ShortCode}. */
    WALLET_EAN13,
    PHYSICAL;

    /** What it is a code of: a card in a wallet, or plastic. */
    public Kind medium() {
      return this == PHYSICAL ? PHYSICAL : WALLET;
    }
  }

  /** Whether a code still identifies somebody. */
  public enum Status {
    ACTIVE,
    REPLACED,
    BLOCKED
  }

  /**
   * One code of one member.
   *
   * @param confirmed false: a till gave it out, and its member has told no code for it yet
   */
  public record Card(String code, long memberId, Kind kind, Status status, boolean confirmed) {
    public Card(String code, long memberId, Kind kind, Status status) {
      this(code, memberId, kind, status, true);
    }
  }

  /** Whether the member has told a code for some card of theirs, or got it by one. */
  public static Answer<Boolean> confirmed(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        """
        SELECT EXISTS (SELECT FROM kartela.card
            WHERE merchant_id = ? AND member_id = ? AND status = 'ACTIVE' AND confirmed)
        """,
        p -> p.set(merchantId).set(memberId),
        r -> r.next() && r.getBoolean(1));
  }

  /**
   * What a wallet card's barcodes say.
   *
   * @param ean13 null: no design asked for one
   */
  public record WalletCodes(String code, @Nullable String ean13) {}

  private static final String ALL =
      "SELECT code, member_id, kind, status, confirmed FROM kartela.card WHERE merchant_id = ? AND"
          + " ";

  private static final String WALLET_CODES =
      """
      SELECT w.code, (SELECT e.code FROM kartela.card e
          WHERE e.merchant_id = w.merchant_id AND e.member_id = w.member_id AND e.kind = 'WALLET_EAN13'
          AND e.status = 'ACTIVE' ORDER BY e.handed_over, e.created_at DESC LIMIT 1)
      FROM kartela.card w
      WHERE w.merchant_id = ? AND w.member_id = ? AND w.kind = 'WALLET' AND w.status = 'ACTIVE'
      ORDER BY w.handed_over, w.created_at DESC LIMIT 1
      """;

  private final ShortCodes shortCodes;

  public Cards(ShortCodes shortCodes) {
    this.shortCodes = shortCodes;
  }

  /** Gives the member a new random wallet code, and thirteen digits where they are wanted. */
  public Card issue(Connection c, long merchantId, long memberId, boolean confirmed, Instant now)
      throws SQLException {
    Card card = new Card(CardCode.random(), memberId, Kind.WALLET, Status.ACTIVE, confirmed);
    add(c, merchantId, card, now);
    int _ = shortCodes.ensure(c, merchantId, List.of(memberId), now);
    return card;
  }

  /** As {@link #issue} for many at once, none of whom has told a code yet. */
  public void issueAll(Connection c, long merchantId, Collection<Long> memberIds, Instant now)
      throws SQLException {
    List<Card> all =
        memberIds.stream()
            .map(id -> new Card(CardCode.random(), id, Kind.WALLET, Status.ACTIVE, false))
            .toList();
    addAll(c, merchantId, all, now);
    int _ = shortCodes.ensure(c, merchantId, memberIds, now);
  }

  public Card add(Connection c, long merchantId, Card card, Instant now) throws SQLException {
    addAll(c, merchantId, List.of(card), now);
    return card;
  }

  public void addAll(Connection c, long merchantId, Collection<Card> cards, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, confirmed, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Card card : cards) {
        s.setLong(1, merchantId);
        s.setString(2, card.code());
        s.setLong(3, card.memberId());
        s.setString(4, card.kind().name());
        s.setString(5, card.status().name());
        s.setBoolean(6, card.confirmed());
        s.setTimestamp(7, Timestamp.from(now));
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /**
   * Every code of one member identifies another from now on, whose own wallet card stays the one
   * that is shown. A card that a till gave out and nobody confirmed would make that one doubtful,
   * too; its pass ends, and so does it.
   */
  public void handOver(Connection c, long merchantId, long from, long to) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.card k SET member_id = ?,
                handed_over = k.handed_over OR own.there AND k.kind IN ('WALLET', 'WALLET_EAN13'),
                status = CASE WHEN own.there AND k.kind = 'WALLET' AND k.status = 'ACTIVE' AND NOT k.confirmed
                    THEN 'REPLACED' ELSE k.status END
            FROM (SELECT EXISTS (SELECT FROM kartela.card WHERE merchant_id = ? AND member_id = ? AND kind = 'WALLET'
                AND status = 'ACTIVE') AS there) own
            WHERE k.merchant_id = ? AND k.member_id = ?
            """)) {
      s.setLong(1, to);
      s.setLong(2, merchantId);
      s.setLong(3, to);
      s.setLong(4, merchantId);
      s.setLong(5, from);
      s.executeUpdate();
    }
    // A barcode that changes with time stays the other member's own.
    stopRotating(c, merchantId, from);
  }

  /** Those of these codes that are somebody's. */
  public List<Card> findAny(Connection c, long merchantId, Collection<String> codes)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ALL + "code = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", codes.toArray()));
      return all(s);
    }
  }

  /** Physical cards that have one of these keys, in somebody's hand. */
  public List<Card> byKey(Connection c, long merchantId, Collection<String> keys)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ALL + "key = ANY (?) LIMIT 50")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", keys.toArray()));
      return all(s);
    }
  }

  /** The wallet card whose phone says so when it is held to a reader. */
  public Optional<Card> tapped(Connection c, long merchantId, String tap) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ALL + "tapped = ? LIMIT 1")) {
      s.setLong(1, merchantId);
      s.setString(2, tap);
      return first(s);
    }
  }

  /** Living wallet cards with these digits under the barcode; two are as good as many. */
  public List<Card> printed(Connection c, long merchantId, String digits) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(ALL + "printed = ? AND status = 'ACTIVE' LIMIT 2")) {
      s.setLong(1, merchantId);
      s.setString(2, digits);
      return all(s);
    }
  }

  /** Whether the member has told a code for this card, or nobody asks. */
  public void confirm(Connection c, long merchantId, String code, boolean confirmed)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.card SET confirmed = ? WHERE merchant_id = ? AND code = ?")) {
      s.setBoolean(1, confirmed);
      s.setLong(2, merchantId);
      s.setString(3, code);
      s.executeUpdate();
    }
  }

  /** The member's card of this name. */
  public Optional<Card> named(Connection c, long merchantId, long memberId, String name)
      throws SQLException {
    return ofMember(c, merchantId, memberId).stream()
        .filter(k -> nameOf(merchantId, k.code()).equals(name))
        .findFirst();
  }

  /** Names a card in addresses and traces without being its code. */
  public static String nameOf(long merchantId, String code) {
    return HexFormat.of().formatHex(Tokens.sha256("card " + merchantId + " " + code), 0, 10);
  }

  /** Every code of a member, the oldest first. */
  public List<Card> ofMember(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(ALL + "member_id = ? ORDER BY created_at, code LIMIT 500")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      return all(s);
    }
  }

  /** The member's newest active wallet code. */
  public Optional<Card> walletCard(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            ALL
                + "member_id = ? AND kind = 'WALLET' AND status = 'ACTIVE'"
                + " ORDER BY handed_over, created_at DESC LIMIT 1")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      return first(s);
    }
  }

  /** As {@link #walletCard} with the card's other code, as a part of a round trip. */
  public Answer<Optional<WalletCodes>> walletCodes(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(WALLET_CODES, p -> p.set(merchantId).set(memberId), Cards::codes);
  }

  /** As {@link #walletCard} with the card's other code. */
  public Optional<WalletCodes> walletCodes(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(WALLET_CODES)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return codes(r);
      }
    }
  }

  private static Optional<WalletCodes> codes(ResultSet r) throws SQLException {
    return r.next()
        ? Optional.of(new WalletCodes(r.getString(1), r.getString(2)))
        : Optional.empty();
  }

  /** Changes what a code is worth; whether there was such a code. */
  public boolean set(Connection c, long merchantId, String code, Status status)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.card SET status = ? WHERE merchant_id = ? AND code = ?")) {
      s.setString(1, status.name());
      s.setLong(2, merchantId);
      s.setString(3, code);
      return s.executeUpdate() > 0;
    }
  }

  /**
   * Kills the wallet codes before, also the short ones and those that change with time, and gives a
   * new one: whoever copied the old one has nothing. What nobody had confirmed is not confirmed by
   * that: the till that gave the card out has its address, and with it the new code.
   *
   * @param vouched whoever asks for it could give the bonuses away all the same; else the member
   *     has to tell a code for it first
   */
  public Card reissue(Connection c, long merchantId, long memberId, boolean vouched, Instant now)
      throws SQLException {
    boolean confirmed =
        vouched && walletCard(c, merchantId, memberId).map(Card::confirmed).orElse(true);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.card SET status = 'REPLACED'
            WHERE merchant_id = ? AND member_id = ? AND kind IN ('WALLET', 'WALLET_EAN13')
                AND status = 'ACTIVE'
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.executeUpdate();
    }
    stopRotating(c, merchantId, memberId);
    return issue(c, merchantId, memberId, confirmed, now);
  }

  private static void stopRotating(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.rotating_card WHERE merchant_id = ? AND member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.executeUpdate();
    }
  }

  private static Optional<Card> first(PreparedStatement s) throws SQLException {
    try (ResultSet r = s.executeQuery()) {
      return r.next() ? Optional.of(read(r)) : Optional.empty();
    }
  }

  private static List<Card> all(PreparedStatement s) throws SQLException {
    List<Card> cards = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        cards.add(read(r));
      }
    }
    return cards;
  }

  private static Card read(ResultSet r) throws SQLException {
    return new Card(
        r.getString(1),
        r.getLong(2),
        Kind.valueOf(r.getString(3)),
        Status.valueOf(r.getString(4)),
        r.getBoolean(5));
  }
}
