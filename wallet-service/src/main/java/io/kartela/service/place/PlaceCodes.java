package io.kartela.service.place;

import io.kartela.rules.Quotes;
import io.kartela.service.code.Phone;
import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.member.session.MemberSessions;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.CodePurpose;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.post.Message;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Recipient;
import io.kartela.service.message.proof.ChatCodes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * One-time codes that open a member's place: six digits, ten minutes, five tries, for whoever asked
 * and nobody else. They go the way of all codes: into the member's chat, else as a text.
 * Thread-safe.
 */
final class PlaceCodes {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TRIES = 5;

  private final Members members = new Members();
  private final Merchants merchants;
  private final OneTimeTexts texts;
  private final ChatCodes chats;
  private final Audit audit;
  private final InstantSource clock;

  /**
   * A code is on its way.
   *
   * @param codeId to be shown with the code
   * @param way where the member finds it
   */
  record Sent(
      String codeId, String phoneMasked, Instant expiresAt, int resendAfterSeconds, ProofWay way) {}

  /** To be sent when the transaction that counted it is committed. */
  record Ready(long merchantId, MemberRef member, long id, String code, Instant expires) {
    /** Without the code. */
    @Override
    public String toString() {
      return "code " + id;
    }
  }

  /** What the transaction that counted the try has to say. */
  sealed interface Tried {
    record Right(String secret) implements Tried {
      /** A secret. */
      @Override
      public String toString() {
        return "right";
      }
    }

    record Wrong(int triesLeft) implements Tried {}
  }

  PlaceCodes(House house, Merchants merchants, OneTimeTexts texts, ChatCodes chats, Audit audit) {
    this.merchants = merchants;
    this.texts = texts;
    this.chats = chats;
    this.audit = audit;
    this.clock = house.clock();
  }

  Ready make(PlaceGate.Visit visit) throws SQLException {
    merchants.requireOpen(visit.merchantId());
    MemberRef member = member(visit);
    texts.permit(visit.c(), visit.merchantId(), CodePurpose.PLACE, member.phone());
    forgetOld(visit);
    Instant expires = clock.instant().plus(LIFE);
    Ready ready = new Ready(visit.merchantId(), member, Tokens.number(), Tokens.digits(6), expires);
    try (PreparedStatement s =
        visit
            .c()
            .prepareStatement(
                """
                INSERT INTO kartela.place_code (merchant_id, code_id, member_id, code_hash, tries_left, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """)) {
      s.setLong(1, visit.merchantId());
      s.setLong(2, ready.id);
      s.setLong(3, visit.memberId());
      s.setBytes(4, hash(ready.id, ready.code));
      s.setInt(5, TRIES);
      s.setTimestamp(6, Timestamp.from(expires));
      s.executeUpdate();
    }
    return ready;
  }

  /** Outside a transaction. */
  Sent send(Ready ready) {
    String shop = merchants.get(ready.merchantId).name();
    LocalText words =
        new LocalText(
            ready.code
                + " — код для входа в личный кабинет карты "
                + Quotes.ru(shop)
                + ". Никому его не сообщайте.",
            ready.code + " opens your account at " + shop + ". Do not share it.");
    Optional<ProofWay> chat =
        chats.send(ready.merchantId, ready.member.id(), words.in(ready.member.locale()), LIFE);
    if (chat.isEmpty()) {
      texts.send(
          new Message(
              ready.merchantId,
              Recipient.of(ready.member),
              Reason.PLACE_CODE,
              "place-" + ready.id,
              words,
              ready.expires));
    }
    return new Sent(
        Long.toString(ready.id),
        new Phone(ready.member.phone()).masked(),
        ready.expires,
        OneTimeTexts.RESEND_SECONDS,
        chat.orElse(ProofWay.SMS));
  }

  /** Opens a session when the code is right; it is used up then. */
  Tried open(PlaceGate.Visit visit, long codeId, String typed) throws SQLException {
    Connection c = visit.c();
    MemberRef member = member(visit);
    Held held = held(visit, codeId, typed.replaceAll("[^0-9]", ""));
    texts.mayTry(c, visit.merchantId(), CodePurpose.PLACE, member.phone());
    if (!held.right) {
      texts.wrong(c, visit.merchantId(), CodePurpose.PLACE, member.phone());
      change(visit, codeId, "UPDATE kartela.place_code SET tries_left = tries_left - 1");
      return new Tried.Wrong(held.left - 1);
    }
    change(visit, codeId, "DELETE FROM kartela.place_code");
    audit.record(c, visit.merchantId(), Audit.MEMBER, "PLACE_OPENED", visit.subject(), Map.of());
    return new Tried.Right(
        MemberSessions.open(
            c, visit.merchantId(), visit.memberId(), member.phone(), clock.instant()));
  }

  private MemberRef member(PlaceGate.Visit visit) throws SQLException {
    return members
        .find(visit.c(), visit.merchantId(), visit.memberId())
        .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
  }

  /** A code that may be tried still, locked, and whether this is it. */
  private record Held(int left, boolean right) {}

  /** A problem when it is over, used up or another member's. */
  private Held held(PlaceGate.Visit visit, long codeId, String typed) throws SQLException {
    try (PreparedStatement s =
        visit
            .c()
            .prepareStatement(
                "SELECT tries_left, code_hash FROM kartela.place_code WHERE merchant_id = ? AND"
                    + " code_id = ? AND member_id = ? AND expires_at > ? AND tries_left > 0"
                    + " FOR UPDATE")) {
      s.setLong(1, visit.merchantId());
      s.setLong(2, codeId);
      s.setLong(3, visit.memberId());
      s.setTimestamp(4, Timestamp.from(clock.instant()));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.CODE_EXPIRED);
        }
        return new Held(r.getInt(1), Tokens.same(r.getBytes(2), hash(codeId, typed)));
      }
    }
  }

  private static void change(PlaceGate.Visit visit, long codeId, String sql) throws SQLException {
    try (PreparedStatement s =
        visit.c().prepareStatement(sql + " WHERE merchant_id = ? AND code_id = ?")) {
      s.setLong(1, visit.merchantId());
      s.setLong(2, codeId);
      s.executeUpdate();
    }
  }

  private void forgetOld(PlaceGate.Visit visit) throws SQLException {
    try (PreparedStatement s =
        visit
            .c()
            .prepareStatement(
                "DELETE FROM kartela.place_code WHERE merchant_id = ? AND expires_at < ?")) {
      s.setLong(1, visit.merchantId());
      s.setTimestamp(2, Timestamp.from(clock.instant()));
      s.executeUpdate();
    }
  }

  private static byte[] hash(long id, String code) {
    return Tokens.sha256(id + ":" + code);
  }
}
