package io.kartela.service.till.plastic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.code.CardLock;
import io.kartela.service.code.CardPrefixes;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Uid;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.till.plastic.Lookalikes.Owner;
import io.kartela.service.till.scan.Proofs;
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
public final class PlasticStore {
  static final int MAX_PER_MEMBER = 20;

  private final Cards cards;
  private final CardPrefixes prefixes;
  private final Members members = new Members();

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
          Cards.nameOf(merchantId, card.code()),
          card.kind().medium().name(),
          card.status().name(),
          uid
              ? null
              : wallet ? "•••• " + card.code().substring(card.code().length() - 4) : card.code(),
          uid ? card.code().substring(Uid.PREFIX.length()) : null);
    }
  }

  public PlasticStore(Cards cards, CardPrefixes prefixes) {
    this.cards = cards;
    this.prefixes = prefixes;
  }

  void lock(Connection c, long merchantId) throws SQLException {
    CardLock.alone(c, merchantId);
  }

  List<Cards.Card> ofMember(Connection c, long merchantId, long memberId) throws SQLException {
    return cards.ofMember(c, merchantId, memberId);
  }

  Cards.Card find(Connection c, long merchantId, long memberId, String cardId) throws SQLException {
    return cards
        .named(c, merchantId, memberId, cardId)
        .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
  }

  /** Whose the codes are that tills may confuse with these; the lock must be held. */
  Lookalikes lookalikes(Connection c, long merchantId, Collection<CardForms> forms)
      throws SQLException {
    return Lookalikes.of(c, merchantId, members, forms);
  }

  /** Takes a piece of plastic out of stock with all its codes. */
  private static List<String> takeOut(Connection c, long merchantId, long plasticId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.card_blank WHERE merchant_id = ? AND plastic_id = ?"
                + " RETURNING code")) {
      s.setLong(1, merchantId);
      s.setLong(2, plasticId);
      List<String> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(r.getString(1));
        }
      }
      return found;
    }
  }

  /**
   * Gives the member these codes, and with them all others on the same plastic, which a code names
   * as a reader would. Codes that the member has already stay; what tills could take for another's
   * card or phone is a problem, and nothing is written then. The lock must be held.
   */
  List<Cards.Card> attach(
      Connection c, long merchantId, long memberId, List<String> codes, Instant now)
      throws SQLException {
    List<CardForms> forms = Lookalikes.formsOf(codes);
    Lookalikes around = lookalikes(c, merchantId, forms);
    Owner member = Owner.member(memberId);
    Set<Owner> pieces = new HashSet<>();
    List<CardForms> unknown = new ArrayList<>();
    for (CardForms one : forms) {
      Set<Owner> holders = around.holders(one);
      holders.stream().filter(owner -> owner.plasticId() != 0).forEach(pieces::add);
      if (holders.isEmpty()) {
        unknown.add(one);
      }
    }
    Set<Owner> allowed = new HashSet<>(pieces);
    allowed.add(member);
    for (CardForms one : forms) {
      boolean held = around.holders(one).contains(member);
      ProblemCode conflict = around.conflict(one, allowed, held);
      if (conflict != null || pieces.size() > 1) {
        throw new Problem(conflict == null ? ProblemCode.CARD_TAKEN : conflict);
      }
    }
    List<String> fresh = new ArrayList<>(unknown.stream().map(CardForms::code).toList());
    // Their own wallet card, read into the field for plastic, is no plastic.
    if (cards.findAny(c, merchantId, fresh).stream()
        .anyMatch(k -> k.kind().medium() != Cards.Kind.PHYSICAL)) {
      throw new Problem(ProblemCode.CARD_TAKEN);
    }
    requireRoom(c, merchantId, memberId, fresh.size() + pieces.size());
    for (Owner piece : pieces) {
      fresh.addAll(takeOut(c, merchantId, piece.plasticId()));
    }
    write(c, merchantId, memberId, fresh, now);
    Set<String> named = new HashSet<>();
    forms.forEach(one -> named.addAll(one.own()));
    return cards.ofMember(c, merchantId, memberId).stream()
        .filter(
            k ->
                fresh.contains(k.code())
                    || CardForms.of(k.code()).own().stream().anyMatch(named::contains))
        .toList();
  }

  /** Gives the member codes that nobody has, by {@link Lookalikes}; the lock must be held. */
  void give(Connection c, long merchantId, long memberId, List<String> codes, Instant now)
      throws SQLException {
    requireRoom(c, merchantId, memberId, codes.size());
    write(c, merchantId, memberId, codes, now);
  }

  void requireRoom(Connection c, long merchantId, long memberId, int more) throws SQLException {
    long physical =
        cards.ofMember(c, merchantId, memberId).stream()
            .filter(k -> k.kind() == Cards.Kind.PHYSICAL)
            .count();
    if (more > 0 && physical + more > MAX_PER_MEMBER) {
      throw new Problem(ProblemCode.TOO_MANY_CARDS, physical);
    }
  }

  private void write(Connection c, long merchantId, long memberId, List<String> codes, Instant now)
      throws SQLException {
    List<Cards.Card> all =
        codes.stream()
            .map(code -> new Cards.Card(code, memberId, Cards.Kind.PHYSICAL, Cards.Status.ACTIVE))
            .toList();
    writeAll(c, merchantId, all, now);
  }

  /** Cards that nobody has, of whichever members. */
  void writeAll(Connection c, long merchantId, List<Cards.Card> all, Instant now)
      throws SQLException {
    prefixes.learn(c, merchantId, all.stream().map(Cards.Card::code).toList());
    cards.addAll(c, merchantId, all, now);
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

  /** What was read of it in the last minutes proves nothing any more, as in all that ends cards. */
  void detach(Connection c, long merchantId, Cards.Card card, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.card WHERE merchant_id = ? AND code = ? AND kind = 'PHYSICAL'")) {
      s.setLong(1, merchantId);
      s.setString(2, card.code());
      s.executeUpdate();
    }
    Proofs.end(c, merchantId, card.memberId(), now);
  }

  void set(Connection c, long merchantId, Cards.Card card, Cards.Status status, Instant now)
      throws SQLException {
    cards.set(c, merchantId, card.code(), status);
    if (status != Cards.Status.ACTIVE) {
      Proofs.end(c, merchantId, card.memberId(), now);
    }
  }

  Cards.Card reissue(Connection c, long merchantId, long memberId, boolean vouched, Instant now)
      throws SQLException {
    Cards.Card card = cards.reissue(c, merchantId, memberId, vouched, now);
    Proofs.end(c, merchantId, memberId, now);
    return card;
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

  /** Throws away what is left of a batch in stock; how many pieces that were. */
  int remove(Connection c, long merchantId, long batchId) throws SQLException {
    int pieces = 0;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH gone AS (DELETE FROM kartela.card_blank WHERE merchant_id = ? AND batch_id = ? RETURNING plastic_id)
            SELECT count(DISTINCT plastic_id) FROM gone
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, batchId);
      try (ResultSet r = s.executeQuery()) {
        if (r.next()) {
          pieces = r.getInt(1);
        }
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.card_batch WHERE merchant_id = ? AND batch_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, batchId);
      s.executeUpdate();
    }
    prefixes.unlearn(c, merchantId);
    return pieces;
  }

  /** To be called after the commit of what gave codes. */
  void committed(long merchantId) {
    prefixes.forget(merchantId);
  }
}
