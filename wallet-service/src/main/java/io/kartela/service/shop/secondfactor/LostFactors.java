package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;

/** What is done for who lost a second factor, or gets in no more. */
public final class LostFactors {
  private LostFactors() {}

  /**
   * Takes all of it away; the person's sessions end, and the password alone opens the cabinet
   * again. The caller writes it down and tells the person.
   */
  public static void reset(Connection c, long merchantId, long staffId) throws SQLException {
    if (!Factors.of(c, merchantId, staffId).any()) {
      throw new Problem(ProblemCode.SECOND_FACTOR_NONE);
    }
    forget(c, merchantId, staffId);
    Sessions.endAll(c, merchantId, staffId);
  }

  /** The same of one who gets in no more, whatever there is. */
  public static void forget(Connection c, long merchantId, long staffId) throws SQLException {
    Factors.removeAll(c, merchantId, staffId);
  }

  /** Once the change is committed. */
  public static void tell(PasswordLetters letters, StaffPrincipal person) {
    Notice.RESET.send(letters, person);
  }
}
