package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Signing in by a passkey, alone or after the password. Thread-safe. */
final class Passkeys {
  private final Database database;
  private final Optional<PasskeySite> site;
  private final Optional<PasskeyCheck> check;
  private final Challenges challenges;
  private final SecondStep second;
  private final InstantSource clock;

  /**
   * What a browser asks an authenticator.
   *
   * @param allow whose answer counts, base64url; empty: any that knows this site
   */
  record Question(String challenge, String rpId, long timeout, List<String> allow) {}

  Passkeys(
      Database database,
      Optional<PasskeySite> site,
      Challenges challenges,
      SecondStep second,
      InstantSource clock) {
    this.database = database;
    this.site = site;
    this.check = site.map(PasskeyCheck::new);
    this.challenges = challenges;
    this.second = second;
    this.clock = clock;
  }

  Optional<PasskeySite> site() {
    return site;
  }

  /** A problem where browsers allow none. */
  PasskeySite here() {
    return site.orElseThrow(() -> new Problem(ProblemCode.PASSKEYS_NOT_HERE));
  }

  PasskeyCheck check() {
    return check.orElseThrow(() -> new Problem(ProblemCode.PASSKEYS_NOT_HERE));
  }

  /** What an authenticator calls whose it is: two numbers of ours, which say nothing to others. */
  static String handle(long merchantId, long staffId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(2 * Long.BYTES).putLong(merchantId).putLong(staffId).array());
  }

  /** Whoever has a passkey of this site. */
  Question ask() {
    return new Question(challenges.make(""), here().rpId(), Challenges.LIFE.toMillis(), List.of());
  }

  /** The one who showed a password just now. */
  Question ask(String step) {
    PasskeySite at = here();
    Steps.Token token = token(step);
    List<String> allow =
        database.inTenant(
            token.merchantId(),
            c -> {
              StaffPrincipal staff = whose(c, token);
              return PasskeyStore.credentials(c, staff.merchantId(), staff.staffId());
            });
    return new Question(challenges.make(step), at.rpId(), Challenges.LIFE.toMillis(), allow);
  }

  /** By the passkey alone; a problem when it does not fit. */
  StaffPrincipal signIn(PasskeyCheck.Shown shown) {
    PasskeyCheck by = check();
    byte[] handle = shown.userHandle();
    String challenge = used(by, shown, "");
    if (handle == null || handle.length != 2 * Long.BYTES) {
      throw new Problem(ProblemCode.PASSKEY_FAILED);
    }
    ByteBuffer ids = ByteBuffer.wrap(handle);
    long merchantId = ids.getLong();
    long staffId = ids.getLong();
    return database.inTenant(
        merchantId,
        c -> {
          StaffPrincipal staff =
              Sessions.person(c, merchantId, staffId)
                  .orElseThrow(() -> new Problem(ProblemCode.PASSKEY_FAILED));
          verify(c, staff, by, shown, challenge);
          return staff;
        });
  }

  /** After the password. */
  StaffPrincipal signIn(String step, PasskeyCheck.Shown shown) {
    PasskeyCheck by = check();
    Steps.Token token = token(step);
    String challenge = used(by, shown, step);
    return database.inTenant(
        token.merchantId(),
        c -> {
          StaffPrincipal staff = whose(c, token);
          verify(c, staff, by, shown, challenge);
          Steps.end(c, token);
          return staff;
        });
  }

  private String used(PasskeyCheck by, PasskeyCheck.Shown shown, String bound) {
    return by.challenge(shown.clientData())
        .filter(challenge -> challenges.take(challenge, bound))
        .orElseThrow(() -> new Problem(ProblemCode.PASSKEY_FAILED));
  }

  private void verify(
      Connection c,
      StaffPrincipal staff,
      PasskeyCheck by,
      PasskeyCheck.Shown shown,
      String challenge)
      throws SQLException {
    PasskeyStore.Known known =
        PasskeyStore.byCredential(c, staff.merchantId(), shown.credentialId())
            .filter(k -> k.staffId() == staff.staffId())
            .orElseThrow(() -> new Problem(ProblemCode.PASSKEY_FAILED));
    long count =
        by.signedIn(shown, known.part(), challenge)
            .orElseThrow(() -> new Problem(ProblemCode.PASSKEY_FAILED));
    PasskeyStore.used(c, staff.merchantId(), known.id(), count, clock.instant());
  }

  private static Steps.Token token(String step) {
    return Steps.Token.of(step).orElseThrow(() -> new Problem(ProblemCode.SIGN_IN_STEP_OVER));
  }

  private StaffPrincipal whose(Connection c, Steps.Token token) throws SQLException {
    return second.whose(c, token).orElseThrow(() -> new Problem(ProblemCode.SIGN_IN_STEP_OVER));
  }
}
