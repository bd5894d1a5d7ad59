package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.SignInGate.Factor;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Signing in with a code, after the password. Thread-safe. */
final class SecondStep {
  private final Database database;
  private final Steps steps;
  private final TotpStore totp;
  private final Audit audit;
  private final PasswordLetters letters;
  private final InstantSource clock;

  /**
   * Wrong codes for one person, whoever tries: a burst, then one more every three minutes. Six
   * digits stand a year of that, and whoever has them waits for minutes at most; a passkey waits
   * for nothing.
   */
  private final RateLimit wrong;

  /** What came of a code. */
  sealed interface Result {
    record Passed(StaffPrincipal staff) implements Result {}

    record Wrong() implements Result {}

    /** The password has to be shown again. */
    record Over() implements Result {}
  }

  SecondStep(
      Database database,
      Steps steps,
      TotpStore totp,
      Audit audit,
      PasswordLetters letters,
      InstantSource clock) {
    this.database = database;
    this.steps = steps;
    this.totp = totp;
    this.audit = audit;
    this.letters = letters;
    this.clock = clock;
    this.wrong = new RateLimit(10, Duration.ofMinutes(30), clock);
  }

  Result show(String step, Factor way, String code) {
    Optional<Steps.Token> token = Steps.Token.of(step);
    if (token.isEmpty()) {
      return new Result.Over();
    }
    Result result =
        database.inTenant(
            token.get().merchantId(),
            c -> {
              Optional<StaffPrincipal> staff = whose(c, token.get());
              return staff.isEmpty()
                  ? new Result.Over()
                  : show(c, token.get(), staff.get(), way, code);
            });
    if (result instanceof Result.Passed(StaffPrincipal staff) && way == Factor.RECOVERY) {
      Notice.CODE_USED.send(letters, staff);
    }
    return result;
  }

  /** Locked first and looked at again: of two at once only one is served by a token. */
  Optional<StaffPrincipal> whose(Connection c, Steps.Token token) throws SQLException {
    OptionalLong id = steps.whose(c, token);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<StaffPrincipal> staff = Sessions.person(c, token.merchantId(), id.getAsLong());
    return steps.whose(c, token).isPresent() ? staff : Optional.empty();
  }

  private Result show(
      Connection c, Steps.Token token, StaffPrincipal staff, Factor way, String code)
      throws SQLException {
    String account = staff.merchantId() + ":" + staff.staffId();
    wrong.requireLeft(account);
    boolean right =
        switch (way) {
          case TOTP -> totp.use(c, staff, code, clock.instant());
          case RECOVERY -> RecoveryCodes.use(c, staff, code);
          case PASSKEY -> throw new Problem(ProblemCode.SECOND_FACTOR_WRONG);
        };
    if (!right) {
      wrong.count(account);
      Steps.wrong(c, token);
      return new Result.Wrong();
    }
    Steps.end(c, token);
    if (way == Factor.RECOVERY) {
      int left = Factors.of(c, staff.merchantId(), staff.staffId()).recoveryCodes();
      audit.record(
          c,
          staff,
          "RECOVERY_CODE_USED",
          "staff:" + staff.staffId(),
          Map.of("codesLeft", Integer.toString(left)));
    }
    return new Result.Passed(staff);
  }
}
