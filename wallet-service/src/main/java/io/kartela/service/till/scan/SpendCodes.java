package io.kartela.service.till.scan;

import io.kartela.rules.Quotes;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Phone;
import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.CodePurpose;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.post.Message;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Recipient;
import io.kartela.service.message.proof.ChatCodes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One-time codes with which a member who was found by phone agrees to spend: six digits, five
 * minutes, five tries, for one register and one purchase. Thread-safe.
 */
final class SpendCodes {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int TRIES = 5;

  private final Database database;
  private final Members members;
  private final Cards cards;
  private final OneTimeTexts texts;
  private final ChatCodes chats;
  private final InstantSource clock;

  /**
   * A code is on its way.
   *
   * @param way where the member finds it
   */
  record Sent(
      String memberId,
      String phoneMasked,
      Instant expiresAt,
      int resendAfterSeconds,
      ProofWay way) {}

  record Proven(String memberId, Instant provenUntil) {}

  /**
   * To whom a code goes, and for which card beside the spending.
   *
   * @param card the number of a card that a till gave out and that was read last; null: none
   */
  private record Receiver(MemberRef member, @Nullable String card) {}

  /** What the transaction that counted the try has to say. */
  private sealed interface Proof {
    record Right(Instant until) implements Proof {}

    record Wrong(int triesLeft) implements Proof {}
  }

  SpendCodes(House house, Members members, Cards cards, OneTimeTexts texts, ChatCodes chats) {
    this.cards = cards;
    this.chats = chats;
    this.database = house.database();
    this.members = members;
    this.texts = texts;
    this.clock = house.clock();
  }

  Sent send(RegisterPrincipal register, String shopName, long memberId) {
    String code = Tokens.digits(6);
    Instant now = clock.instant();
    Receiver receiver =
        database.inTenant(
            register.merchantId(),
            c -> {
              MemberRef found =
                  members
                      .find(c, register.merchantId(), memberId)
                      .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
              if (found.blocked()) {
                throw new Problem(ProblemCode.CARD_BLOCKED);
              }
              texts.permit(c, register.merchantId(), CodePurpose.SPEND, found.phone());
              Optional<Cards.Card> card = unconfirmed(c, register, memberId, now);
              store(c, register, memberId, code, card.orElse(null), now);
              return new Receiver(found, card.map(Cards.Card::code).orElse(null));
            });
    MemberRef member = receiver.member;
    LocalText text = text(code, shopName, receiver.card);
    String key = "spend-" + register.registerId() + "-" + memberId + "-" + now.toEpochMilli();
    Optional<ProofWay> chat =
        chats.send(register.merchantId(), memberId, text.in(member.locale()), LIFE);
    if (chat.isEmpty()) {
      texts.send(
          new Message(
              register.merchantId(),
              Recipient.of(member),
              Reason.SPEND_CODE,
              key,
              text,
              now.plus(LIFE)));
    }
    return new Sent(
        Long.toString(memberId),
        new Phone(member.phone()).masked(),
        now.plus(LIFE),
        OneTimeTexts.RESEND_SECONDS,
        chat.orElse(ProofWay.SMS));
  }

  /** Who tells the code agrees to what it says. */
  private static LocalText text(String code, String shopName, @Nullable String card) {
    String tail = card == null ? "" : card.substring(Math.max(0, card.length() - 4));
    String ru = card == null ? "" : " и подтвердить выданную вам карту …" + tail;
    String en = card == null ? "" : " and to confirm the card …" + tail + " given to you";
    return new LocalText(
        "%s — код, чтобы оплатить бонусами%s в %s. Назовите его кассиру."
            .formatted(code, ru, Quotes.ru(shopName)),
        "%s is your code to pay with bonuses%s at %s. Give it to the cashier."
            .formatted(code, en, shopName));
  }

  /** The card that this register read last, if a till gave it out and nobody has confirmed it. */
  private Optional<Cards.Card> unconfirmed(
      Connection c, RegisterPrincipal register, long memberId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT unconfirmed FROM kartela.scan WHERE merchant_id = ? AND member_id = ? AND register_id = ?
                AND outcome = 'FOUND' AND at > ? ORDER BY at DESC, scan_id DESC LIMIT 1
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      s.setTimestamp(4, Timestamp.from(now.minus(SpendPermits.LIFE)));
      try (ResultSet r = s.executeQuery()) {
        String name = r.next() ? r.getString(1) : null;
        return name == null
            ? Optional.empty()
            : cards.named(c, register.merchantId(), memberId, name);
      }
    }
  }

  private static void store(
      Connection c,
      RegisterPrincipal register,
      long memberId,
      String code,
      Cards.@Nullable Card card,
      Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.spend_code (merchant_id, member_id, register_id, code_hash, tries_left, sent_at, expires_at,
                unconfirmed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, member_id, register_id) DO UPDATE SET code_hash = excluded.code_hash,
                tries_left = excluded.tries_left, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
                unconfirmed = excluded.unconfirmed
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      s.setBytes(4, hash(register, memberId, code));
      s.setInt(5, TRIES);
      s.setTimestamp(6, Timestamp.from(now));
      s.setTimestamp(7, Timestamp.from(now.plus(LIFE)));
      s.setString(8, card == null ? null : Cards.nameOf(register.merchantId(), card.code()));
      s.executeUpdate();
    }
  }

  /** The code was right: the register may spend this member's bonuses once. */
  Proven confirm(RegisterPrincipal register, long memberId, String code) {
    Proof proof =
        database.inTenant(
            register.merchantId(),
            c -> prove(c, register, memberId, code.replaceAll("[^0-9]", "")));
    return switch (proof) {
      case Proof.Right(Instant until) -> new Proven(Long.toString(memberId), until);
      case Proof.Wrong(int left) -> throw new Problem(ProblemCode.CODE_WRONG, left);
    };
  }

  private Proof prove(Connection c, RegisterPrincipal register, long memberId, String code)
      throws SQLException {
    Instant now = clock.instant();
    int left;
    boolean right;
    String card;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT code_hash, tries_left, expires_at, proven_until, unconfirmed FROM kartela.spend_code
            WHERE merchant_id = ? AND member_id = ? AND register_id = ? FOR UPDATE
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, register.registerId());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.SPEND_CODE_NOT_FOUND);
        }
        left = r.getInt("tries_left");
        right = Tokens.same(r.getBytes("code_hash"), hash(register, memberId, code));
        card = r.getString("unconfirmed");
        Timestamp proven = r.getTimestamp("proven_until");
        if (right && left <= 0 && proven != null && now.isBefore(proven.toInstant())) {
          // The answer was lost on its way: asked again, it is the same.
          return new Proof.Right(proven.toInstant());
        }
        if (left <= 0 || !now.isBefore(r.getTimestamp("expires_at").toInstant())) {
          throw new Problem(ProblemCode.CODE_EXPIRED);
        }
      }
    }
    String phone =
        members
            .find(c, register.merchantId(), memberId)
            .map(MemberRef::phone)
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    texts.mayTry(c, register.merchantId(), CodePurpose.SPEND, phone);
    if (!right) {
      texts.wrong(c, register.merchantId(), CodePurpose.SPEND, phone);
    }
    Instant until = now.plus(SpendPermits.LIFE).truncatedTo(ChronoUnit.MILLIS);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.spend_code SET tries_left = ?, proven_until = coalesce(?, proven_until)
            WHERE merchant_id = ? AND member_id = ? AND register_id = ?
            """)) {
      // A code that was right is used up.
      s.setInt(1, right ? 0 : left - 1);
      s.setTimestamp(2, right ? Timestamp.from(until) : null);
      s.setLong(3, register.merchantId());
      s.setLong(4, memberId);
      s.setLong(5, register.registerId());
      s.executeUpdate();
    }
    if (!right) {
      return new Proof.Wrong(left - 1);
    }
    if (card != null) {
      confirm(c, register.merchantId(), memberId, card);
    }
    return new Proof.Right(until);
  }

  /** The card that the code named is the member's own. */
  private void confirm(Connection c, long merchantId, long memberId, String card)
      throws SQLException {
    Optional<Cards.Card> named = cards.named(c, merchantId, memberId, card);
    if (named.isPresent()) {
      cards.confirm(c, merchantId, named.get().code(), true);
    }
  }

  private static byte[] hash(RegisterPrincipal register, long memberId, String code) {
    return Tokens.sha256(register.registerId() + ":" + memberId + ":" + code);
  }
}
