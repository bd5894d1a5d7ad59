package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.OwnAccess;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What somebody does with their own passkeys, as {@link OwnFactors} does the rest. Thread-safe. */
final class OwnPasskeys {
  private static final int MOST_PASSKEYS = 20;

  private final House house;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final OwnAccess access;
  private final Audit audit;
  private final PasswordLetters letters;

  /**
   * What an authenticator is to make.
   *
   * @param exclude those who have one already
   */
  record Wanted(
      String challenge,
      String rpId,
      String userHandle,
      String userName,
      String displayName,
      List<Long> algorithms,
      long timeout,
      List<String> exclude) {}

  OwnPasskeys(
      House house,
      Passkeys passkeys,
      Challenges challenges,
      OwnAccess access,
      Audit audit,
      PasswordLetters letters) {
    this.house = house;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.access = access;
    this.audit = audit;
    this.letters = letters;
  }

  /** What the browser is to ask an authenticator for. */
  Wanted begin(StaffPrincipal staff, String session, String password) {
    PasskeySite here = passkeys.here();
    List<String> known =
        in(
            staff,
            c -> {
              access.requirePassword(c, staff, password);
              requireRoom(c, staff);
              return PasskeyStore.credentials(c, staff.merchantId(), staff.staffId());
            });
    return new Wanted(
        challenges.make(bound(staff, session)),
        here.rpId(),
        Passkeys.handle(staff.merchantId(), staff.staffId()),
        staff.email(),
        staff.name(),
        PasskeyCheck.algorithms(),
        Challenges.LIFE.toMillis(),
        known);
  }

  private static void requireRoom(Connection c, StaffPrincipal staff) throws SQLException {
    if (OwnFactors.has(c, staff).passkeys() >= MOST_PASSKEYS) {
      throw new Problem(ProblemCode.TOO_MANY_PASSKEYS, MOST_PASSKEYS);
    }
  }

  private static String bound(StaffPrincipal staff, String session) {
    return "passkey of " + staff.merchantId() + ":" + staff.staffId() + " in " + session;
  }

  /** Who asked for it with the password adds it. */
  List<String> add(StaffPrincipal staff, String session, String name, PasskeyCheck.Made made) {
    PasskeyCheck by = passkeys.check();
    PasskeyCheck.PublicPart part =
        by.challenge(made.clientData())
            .filter(challenge -> challenges.take(challenge, bound(staff, session)))
            .flatMap(challenge -> by.register(made, challenge))
            .orElseThrow(() -> new Problem(ProblemCode.PASSKEY_REFUSED));
    List<String> codes =
        in(
            staff,
            c -> {
              OwnFactors.lock(c, staff);
              requireRoom(c, staff);
              long id = house.ids().next();
              if (!PasskeyStore.add(c, staff, id, name, part, house.clock().instant())) {
                throw new Problem(ProblemCode.PASSKEY_EXISTS);
              }
              audit.record(
                  c, staff, "PASSKEY_ADDED", OwnFactors.subject(staff), Map.of("name", name));
              return OwnFactors.added(c, staff, session);
            });
    Notice.PASSKEY_ADDED.send(letters, staff);
    return codes;
  }

  void rename(StaffPrincipal staff, long id, String name) {
    boolean _ =
        in(
            staff,
            c -> {
              String before = passkey(c, staff, id);
              if (!before.equals(name)) {
                PasskeyStore.rename(c, staff.merchantId(), id, name);
                audit.record(
                    c,
                    staff,
                    "PASSKEY_RENAMED",
                    OwnFactors.subject(staff),
                    Map.of("was", Map.of("name", before), "now", Map.of("name", name)));
              }
              return true;
            });
  }

  void remove(StaffPrincipal staff, long id, String password) {
    boolean _ =
        in(
            staff,
            c -> {
              OwnFactors.lock(c, staff);
              String name = passkey(c, staff, id);
              access.requirePassword(c, staff, password);
              OwnFactors.requireAnother(c, staff, OwnFactors.has(c, staff));
              PasskeyStore.remove(c, staff.merchantId(), id);
              OwnFactors.removed(c, staff);
              audit.record(
                  c, staff, "PASSKEY_REMOVED", OwnFactors.subject(staff), Map.of("name", name));
              return true;
            });
    Notice.PASSKEY_REMOVED.send(letters, staff);
  }

  private static String passkey(Connection c, StaffPrincipal staff, long id) throws SQLException {
    return PasskeyStore.name(c, staff, id)
        .orElseThrow(() -> new Problem(ProblemCode.PASSKEY_NOT_FOUND));
  }

  private <T> T in(StaffPrincipal staff, Database.Work<T> work) {
    return house.database().inTenant(staff.merchantId(), work);
  }
}
