package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.rules.Quotes;
import io.kartela.service.code.Phone;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Tokens;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing up with a phone that is proven: by a one-time code of six digits, good for ten minutes
 * and five tries and stored hashed together with the sign-up's number, or by a way that costs
 * nothing.
 */
public final class SignUps {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TRIES = 5;

  private final Database database;
  private final Enrolment enrolment;
  private final Invites invites;
  private final SignUpCodes texts;
  private final SignUpProofs proofs;
  private final InstantSource clock;
  private final RateLimit perAddress = new RateLimit(60, Duration.ofMinutes(10));

  /** Bounds what a crowd of addresses costs one shop in messages. */
  private final RateLimit perShop = new RateLimit(600, Duration.ofMinutes(10));

  /**
   * A code is on its way, or the person has to do something.
   *
   * @param inviteKnown whether the invite code is somebody's; null when none was given
   * @param secret to be shown when the proof is asked for; null: a code is typed in
   * @param link that opens the chat with the shop's bot
   * @param call the number to be rung
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Started(
      String signUpId,
      String phone,
      Instant expiresAt,
      int resendAfterSeconds,
      @Nullable Boolean inviteKnown,
      ProofWay proof,
      @Nullable String secret,
      @Nullable URI link,
      @Nullable String call) {
    /** Without the secret and the phone. */
    @Override
    public String toString() {
      return signUpId;
    }
  }

  /** Who wants to join, how the phone shall be proven, and from where that is asked. */
  record Wish(Enrolment.Person person, @Nullable String invite, ProofWay proof, String address) {}

  /** The row of a sign-up whose code was right, or how many tries are left. */
  private sealed interface Proof {
    record Right(Enrolment.Person person, @Nullable String invite, Instant begun)
        implements Proof {}

    record Wrong(int triesLeft) implements Proof {}
  }

  public SignUps(
      House house, Enrolment enrolment, Invites invites, SignUpCodes texts, SignUpProofs proofs) {
    this.database = house.database();
    this.enrolment = enrolment;
    this.invites = invites;
    this.texts = texts;
    this.proofs = proofs;
    this.clock = house.clock();
  }

  /** What newcomers may choose from, in the shop's order. */
  List<ProofWay> ways(long merchantId) {
    return proofs.ways(merchantId);
  }

  /** Begins: sends the code, or says what the person has to do. */
  Started start(long merchantId, String shopName, Wish wish) {
    perAddress.take(merchantId + " " + wish.address);
    perShop.take(Long.toString(merchantId));
    return wish.proof == ProofWay.SMS
        ? byText(merchantId, shopName, wish)
        : byProof(merchantId, wish);
  }

  private Started byText(long merchantId, String shopName, Wish wish) {
    Enrolment.Person person = wish.person;
    // Not one after the other: whoever knows it may use up the tries.
    long id = Tokens.number();
    String code = Tokens.digits(6);
    Instant now = clock.instant();
    Instant expires = now.plus(LIFE);
    Optional<String> inviter =
        database.inTenant(
            merchantId,
            c -> {
              texts.permit(c, merchantId, person.phone().e164());
              return keep(c, merchantId, new Attempt(id, wish, code, TRIES, expires));
            });
    LocalText words =
        new LocalText(
            code + " — код для карты " + Quotes.ru(shopName) + ". Никому его не сообщайте.",
            code + " is your code for the " + shopName + " card. Do not share it.");
    String occasion = "signup-" + merchantId + "-" + id;
    texts.send(
        merchantId,
        new SignUpCodes.Text(person.phone(), person.locale(), words, occasion, expires));
    return new Started(
        merchantId + "-" + id,
        person.phone().e164(),
        expires,
        texts.resendSeconds(),
        inviter.map(found -> !found.isEmpty()).orElse(null),
        ProofWay.SMS,
        null,
        null,
        null);
  }

  private Started byProof(long merchantId, Wish wish) {
    Enrolment.Person person = wish.person;
    long id = Tokens.number();
    SignUpProofs.Opened opened =
        proofs.open(merchantId, id, person.phone(), person.locale(), wish.proof);
    // Nobody knows a code of it, and nobody may try any.
    Attempt attempt = new Attempt(id, wish, Tokens.random(), 0, opened.until().plus(LIFE));
    Optional<String> inviter = database.inTenant(merchantId, c -> keep(c, merchantId, attempt));
    return new Started(
        merchantId + "-" + id,
        person.phone().e164(),
        opened.until(),
        0,
        inviter.map(found -> !found.isEmpty()).orElse(null),
        wish.proof,
        opened.secret(),
        opened.link(),
        opened.call());
  }

  private record Attempt(long id, Wish wish, String code, int tries, Instant expires) {
    /** Without the code. */
    @Override
    public String toString() {
      return "attempt " + id;
    }
  }

  /** The inviter's code, "" when what was typed is nobody's; empty: none was typed. */
  private Optional<String> keep(Connection c, long merchantId, Attempt attempt)
      throws SQLException {
    forgetOld(c, merchantId, clock.instant());
    String invite = attempt.wish.invite;
    Optional<String> found =
        invite == null ? Optional.empty() : Optional.of(inviter(c, merchantId, invite));
    insert(c, merchantId, attempt, found.orElse(null), clock.instant());
    return found;
  }

  /** How the proof of an attempt stands. */
  SignUpProofs.State state(long merchantId, long signUpId, String secret) {
    return proofs.state(merchantId, signUpId, secret);
  }

  /** The phone was proven without a code: the person is a member now. */
  Enrolment.Enrolled proven(long merchantId, long signUpId, String secret, Evidence where) {
    Proof.Right proof =
        database.inTenant(
            merchantId,
            c -> {
              proofs.require(c, merchantId, signUpId, secret);
              return person(c, merchantId, signUpId);
            });
    Enrolment.Enrolled enrolled =
        enrolment.enrol(merchantId, proof.person, where.said(proof.begun), proof.invite);
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              proofs.joined(c, merchantId, signUpId, enrolled.memberId());
              return delete(c, merchantId, signUpId) > 0;
            });
    return enrolled;
  }

  private static Proof.Right person(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT phone, name, locale, birth_date, consent_messages, invite, created_at
            FROM kartela.sign_up WHERE merchant_id = ? AND sign_up_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.SIGN_UP_NOT_FOUND);
        }
        return right(r);
      }
    }
  }

  private static Proof.Right right(ResultSet r) throws SQLException {
    return new Proof.Right(
        new Enrolment.Person(
            new Phone(r.getString("phone")),
            r.getString("name"),
            Lang.of(r.getString("locale")),
            r.getObject("birth_date", LocalDate.class),
            r.getBoolean("consent_messages")),
        r.getString("invite"),
        r.getTimestamp("created_at").toInstant());
  }

  /**
   * The code was right: the person is a member now.
   *
   * @param where it was typed in
   */
  Enrolment.Enrolled confirm(long merchantId, long signUpId, String code, Evidence where) {
    Proof proof =
        database.inTenant(
            merchantId, c -> prove(c, merchantId, signUpId, code.replaceAll("[^0-9]", "")));
    return switch (proof) {
      case Proof.Wrong(int left) -> throw new Problem(ProblemCode.CODE_WRONG, left);
      case Proof.Right(Enrolment.Person person, String invite, Instant begun) -> {
        Enrolment.Enrolled enrolled =
            enrolment.enrol(merchantId, person, where.said(begun), invite);
        // Only now: a failure in between leaves the code good for another try.
        database.inTenant(merchantId, c -> delete(c, merchantId, signUpId));
        yield enrolled;
      }
    };
  }

  /** The code by which whoever invites was found; empty when it is nobody's. */
  private String inviter(Connection c, long merchantId, String typed) throws SQLException {
    return invites.find(c, merchantId, typed).map(Invites.Inviter::code).orElse("");
  }

  private Proof prove(Connection c, long merchantId, long id, String code) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT phone, name, locale, birth_date, consent_messages, invite, code_hash, tries_left,
                created_at, expires_at
            FROM kartela.sign_up WHERE merchant_id = ? AND sign_up_id = ? FOR UPDATE
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.SIGN_UP_NOT_FOUND);
        }
        int left = r.getInt("tries_left");
        if (left <= 0 || !clock.instant().isBefore(r.getTimestamp("expires_at").toInstant())) {
          throw new Problem(ProblemCode.CODE_EXPIRED);
        }
        texts.mayTry(c, merchantId, r.getString("phone"));
        if (Tokens.same(r.getBytes("code_hash"), hash(id, code))) {
          return right(r);
        }
        useTry(c, merchantId, id);
        texts.wrong(c, merchantId, r.getString("phone"));
        return new Proof.Wrong(left - 1);
      }
    }
  }

  private static void useTry(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.sign_up SET tries_left = tries_left - 1 WHERE merchant_id = ? AND"
                + " sign_up_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }

  private static void insert(
      Connection c, long merchantId, Attempt attempt, @Nullable String invite, Instant now)
      throws SQLException {
    Enrolment.Person p = attempt.wish.person;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.sign_up (merchant_id, sign_up_id, phone, name, locale, birth_date,
                consent_messages, code_hash, tries_left, created_at, expires_at, invite)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, attempt.id);
      s.setString(3, p.phone().e164());
      s.setString(4, p.name());
      s.setString(5, p.locale().tag());
      s.setObject(6, p.birthDate());
      s.setBoolean(7, p.consentMessages());
      s.setBytes(8, hash(attempt.id, attempt.code));
      s.setInt(9, attempt.tries);
      s.setTimestamp(10, Timestamp.from(now));
      s.setTimestamp(11, Timestamp.from(attempt.expires));
      s.setString(12, invite);
      s.executeUpdate();
    }
  }

  private static void forgetOld(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.sign_up WHERE merchant_id = ? AND expires_at < ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now.minus(LIFE)));
      s.executeUpdate();
    }
  }

  private static int delete(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.sign_up WHERE merchant_id = ? AND sign_up_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      return s.executeUpdate();
    }
  }

  private static byte[] hash(long id, String code) {
    return Tokens.sha256(id + ":" + code);
  }
}
