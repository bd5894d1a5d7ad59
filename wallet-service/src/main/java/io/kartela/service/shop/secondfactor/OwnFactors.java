package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.AccessRules;
import io.kartela.service.shop.staff.OwnAccess;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does with their own second factor: each stands in the audit, and is told by e-mail.
 * What makes it weaker, and what signs in alone, takes the password. Thread-safe.
 */
final class OwnFactors {
  private final House house;
  private final TotpStore totp;
  private final Passkeys passkeys;
  private final OwnAccess access;
  private final Audit audit;
  private final PasswordLetters letters;

  /**
   * What one has.
   *
   * @param required the owner demands a second factor of everybody
   * @param passkeyOrigin the only address where passkeys are good; null: browsers allow none
   */
  record View(
      boolean totp,
      List<PasskeyStore.View> passkeys,
      int recoveryCodesLeft,
      boolean required,
      @Nullable String passkeyOrigin) {}

  OwnFactors(
      House house,
      TotpStore totp,
      Passkeys passkeys,
      OwnAccess access,
      Audit audit,
      PasswordLetters letters) {
    this.house = house;
    this.totp = totp;
    this.passkeys = passkeys;
    this.access = access;
    this.audit = audit;
    this.letters = letters;
  }

  View view(StaffPrincipal staff) {
    return in(
        staff,
        c -> {
          Factors has = has(c, staff);
          return new View(
              has.totp(),
              PasskeyStore.list(c, staff),
              has.recoveryCodes(),
              AccessRules.of(c, staff.merchantId()).secondFactorRequired(),
              passkeys.site().map(PasskeySite::origin).orElse(null));
        });
  }

  /** The secret for the app. A session alone must not be able to shut its owner out. */
  String beginTotp(StaffPrincipal staff, String password) {
    String secret = Totp.secret();
    return in(
        staff,
        c -> {
          lock(c, staff);
          access.requirePassword(c, staff, password);
          if (has(c, staff).totp()) {
            throw new Problem(ProblemCode.TOTP_ALREADY);
          }
          totp.begin(c, staff, secret);
          return secret;
        });
  }

  /**
   * The app's first code.
   *
   * @param session that asks
   * @return recovery codes, when there were none yet
   */
  List<String> confirmTotp(StaffPrincipal staff, String session, String code) {
    List<String> codes =
        in(
            staff,
            c -> {
              lock(c, staff);
              if (!totp.waits(c, staff)) {
                throw new Problem(ProblemCode.TOTP_NOT_BEGUN);
              }
              if (!totp.confirm(c, staff, code, house.clock().instant())) {
                throw new Problem(ProblemCode.TOTP_CODE_WRONG);
              }
              audit.record(c, staff, "TOTP_ON", subject(staff), Map.of());
              return added(c, staff, session);
            });
    Notice.TOTP_ON.send(letters, staff);
    return codes;
  }

  /** The session is a whole one from now on; who has no recovery codes gets them. */
  static List<String> added(Connection c, StaffPrincipal staff, String session)
      throws SQLException {
    Sessions.settled(c, staff, session);
    return has(c, staff).recoveryCodes() > 0 ? List.of() : RecoveryCodes.renew(c, staff);
  }

  void totpOff(StaffPrincipal staff, String password) {
    boolean _ =
        in(
            staff,
            c -> {
              lock(c, staff);
              access.requirePassword(c, staff, password);
              Factors has = has(c, staff);
              if (!has.totp()) {
                throw new Problem(ProblemCode.SECOND_FACTOR_NONE);
              }
              requireAnother(c, staff, has);
              Factors.remove(c, "totp", staff.merchantId(), staff.staffId());
              removed(c, staff);
              audit.record(c, staff, "TOTP_OFF", subject(staff), Map.of());
              return true;
            });
    Notice.TOTP_OFF.send(letters, staff);
  }

  static void requireAnother(Connection c, StaffPrincipal staff, Factors has) throws SQLException {
    if (has.last(c, staff.merchantId())) {
      throw new Problem(ProblemCode.SECOND_FACTOR_LAST);
    }
  }

  /** Recovery codes of nothing are no use. */
  static void removed(Connection c, StaffPrincipal staff) throws SQLException {
    if (!has(c, staff).any()) {
      Factors.removeAll(c, staff.merchantId(), staff.staffId());
    }
  }

  List<String> renewCodes(StaffPrincipal staff, String password) {
    List<String> codes =
        in(
            staff,
            c -> {
              lock(c, staff);
              access.requirePassword(c, staff, password);
              if (!has(c, staff).any()) {
                throw new Problem(ProblemCode.SECOND_FACTOR_NONE);
              }
              audit.record(c, staff, "RECOVERY_CODES_MADE", subject(staff), Map.of());
              return RecoveryCodes.renew(c, staff);
            });
    Notice.CODES_MADE.send(letters, staff);
    return codes;
  }

  private <T> T in(StaffPrincipal staff, Database.Work<T> work) {
    return house.database().inTenant(staff.merchantId(), work);
  }

  static void lock(Connection c, StaffPrincipal staff) throws SQLException {
    if (Sessions.person(c, staff.merchantId(), staff.staffId()).isEmpty()) {
      throw new Problem(ProblemCode.UNAUTHENTICATED);
    }
  }

  static Factors has(Connection c, StaffPrincipal staff) throws SQLException {
    return Factors.of(c, staff.merchantId(), staff.staffId());
  }

  /** Of whom the audit speaks. */
  static String subject(StaffPrincipal staff) {
    return "staff:" + staff.staffId();
  }
}
