package io.kartela.service.plastic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.card.CardLock;
import io.kartela.service.card.CardNumber;
import io.kartela.service.card.CardPrefixes;
import io.kartela.service.card.Cards;
import io.kartela.service.card.Uid;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Physical cards in stock and in members' hands. A code is in one of the two tables or in none; a
 * lock per merchant keeps it so. Works in the caller's transaction. Thread-safe.
 */
final class PlasticStore {
  static final int MAX_PER_MEMBER = 20;

  private final Cards cards;
  private final CardPrefixes prefixes;

  /** One piece of plastic with all its codes. */
  record Plastic(long id, List<String> codes) {}

  /**
   * A member's code as the cabinet shows it; of a wallet's only the end, because who has all of it
   * has the card.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CardView(
      String id, String kind, String status, @Nullable String number, @Nullable String uid) {
    static CardView of(long merchantId, Cards.Card card) {
      boolean uid = card.code().startsWith(Uid.PREFIX);
      boolean wallet = card.kind() != Cards.Kind.PHYSICAL;
      return new CardView(
          idOf(merchantId, card.code()),
          card.kind().medium().name(),
          card.status().name(),
          uid
              ? null
              : wallet ? "•••• " + card.code().substring(card.code().length() - 4) : card.code(),
          uid ? card.code().substring(Uid.PREFIX.length()) : null);
    }
  }

  PlasticStore(Cards cards, CardPrefixes prefixes) {
    this.cards = cards;
    this.prefixes = prefixes;
  }

  /** Names a card in addresses without being its code. */
  static String idOf(long merchantId, String code) {
    return Cards.nameOf(merchantId, code);
  }

  void lock(Connection c, long merchantId) throws SQLException {
    CardLock.alone(c, merchantId);
  }

  List<Cards.Card> ofMember(Connection c, long merchantId, long memberId) throws SQLException {
    return cards.ofMember(c, merchantId, memberId);
  }

  Cards.Card find(Connection c, long merchantId, long memberId, String cardId) throws SQLException {
    return cards.ofMember(c, merchantId, memberId).stream()
        .filter(k -> idOf(merchantId, k.code()).equals(cardId))
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
  }

  /** Those of these codes that exist already, as somebody's or in stock. */
  Set<String> taken(Connection c, long merchantId, Collection<String> codes) throws SQLException {
    List<String> asked = new ArrayList<>();
    for (String code : codes) {
      asked.add(code);
      if (code.startsWith(Uid.PREFIX)) {
        asked.add(Uid.reversed(code));
      }
    }
    Set<String> taken = new HashSet<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT code FROM kartela.card WHERE merchant_id = ? AND code = ANY (?)
            UNION ALL SELECT code FROM kartela.card_blank WHERE merchant_id = ? AND code = ANY (?)
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", asked.toArray()));
      s.setLong(3, merchantId);
      s.setArray(4, c.createArrayOf("text", asked.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String code = r.getString(1);
          taken.add(code);
          if (code.startsWith(Uid.PREFIX)) {
            taken.add(Uid.reversed(code));
          }
        }
      }
    }
    return taken;
  }

  /** Takes the piece of plastic with this code out of stock; empty when it is not there. */
  private static Optional<List<String>> takeOut(Connection c, long merchantId, List<String> codes)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.card_blank WHERE merchant_id = ? AND plastic_id IN
                (SELECT plastic_id FROM kartela.card_blank WHERE merchant_id = ? AND code = ANY (?))
            RETURNING code
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setArray(3, c.createArrayOf("text", codes.toArray()));
      List<String> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(r.getString(1));
        }
      }
      return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
  }

  /**
   * Gives the member these codes, and with them all others on the same plastic. Codes that the
   * member has already stay; another's are a problem. The lock must be held.
   */
  List<Cards.Card> attach(
      Connection c, long merchantId, long memberId, List<String> codes, Instant now)
      throws SQLException {
    List<Cards.Card> had = cards.ofMember(c, merchantId, memberId);
    Set<String> wanted = new HashSet<>(codes);
    had.forEach(k -> wanted.remove(k.code()));
    List<String> fresh = new ArrayList<>(wanted);
    takeOut(c, merchantId, fresh)
        .ifPresent(
            all -> {
              wanted.addAll(all);
              fresh.clear();
              fresh.addAll(wanted);
            });
    long physical = had.stream().filter(k -> k.kind() == Cards.Kind.PHYSICAL).count();
    if (physical + fresh.size() > MAX_PER_MEMBER) {
      throw new Problem(ProblemCode.TOO_MANY_CARDS, physical);
    }
    if (!taken(c, merchantId, fresh).isEmpty()) {
      throw new Problem(ProblemCode.CARD_TAKEN);
    }
    prefixes.learn(c, merchantId, fresh);
    for (String code : fresh) {
      cards.add(
          c,
          merchantId,
          new Cards.Card(code, memberId, Cards.Kind.PHYSICAL, Cards.Status.ACTIVE),
          now);
    }
    return cards.ofMember(c, merchantId, memberId).stream()
        .filter(k -> codes.contains(k.code()) || wanted.contains(k.code()))
        .toList();
  }

  /** Those of the given cards that the member did not have before wait for a code. */
  void unconfirmed(Connection c, long merchantId, List<Cards.Card> given, List<Cards.Card> had)
      throws SQLException {
    Set<String> before = new HashSet<>();
    had.forEach(k -> before.add(k.code()));
    for (Cards.Card card : given) {
      if (!before.contains(card.code())) {
        cards.confirm(c, merchantId, card.code(), false);
      }
    }
  }

  void detach(Connection c, long merchantId, String code) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.card WHERE merchant_id = ? AND code = ? AND kind = 'PHYSICAL'")) {
      s.setLong(1, merchantId);
      s.setString(2, code);
      s.executeUpdate();
    }
  }

  void set(Connection c, long merchantId, String code, Cards.Status status) throws SQLException {
    cards.set(c, merchantId, code, status);
  }

  Cards.Card reissue(Connection c, long merchantId, long memberId, Instant now)
      throws SQLException {
    return cards.reissue(c, merchantId, memberId, now);
  }

  Optional<Cards.Card> walletCard(Connection c, long merchantId, long memberId)
      throws SQLException {
    return cards.walletCard(c, merchantId, memberId);
  }

  /** Puts plastic into stock; the lock must be held and the codes must be free. */
  void stock(Connection c, long merchantId, long batchId, List<Plastic> pieces)
      throws SQLException {
    List<String> codes = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (Plastic piece : pieces) {
      for (String code : piece.codes) {
        codes.add(code);
        ids.add(piece.id);
      }
    }
    prefixes.learn(c, merchantId, codes);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_blank (merchant_id, code, plastic_id, batch_id)
            SELECT ?, code, plastic, ? FROM unnest(?, ?) AS i (code, plastic)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, batchId);
      s.setArray(3, c.createArrayOf("text", codes.toArray()));
      s.setArray(4, c.createArrayOf("bigint", ids.toArray()));
      s.executeUpdate();
    }
  }

  void batch(
      Connection c,
      long merchantId,
      long batchId,
      String name,
      int count,
      String author,
      Instant at)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_batch (merchant_id, batch_id, name, cards, created_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, batchId);
      s.setString(3, name);
      s.setInt(4, count);
      s.setString(5, author);
      s.setTimestamp(6, Timestamp.from(at));
      s.executeUpdate();
    }
  }

  /** To be called after the commit of what gave codes. */
  void committed(long merchantId) {
    prefixes.forget(merchantId);
  }

  /** The stored form of a printed number, checked where its kind has a check digit. */
  static Optional<String> number(String text) {
    return CardNumber.canonical(text);
  }
}
