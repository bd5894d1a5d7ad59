package io.kartela.service.member.profile;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whether a member is blocked, in the caller's transaction. Stateless. */
public final class MemberStatus {
  private MemberStatus() {}

  /** Blocks a member or lets back in; false when the member was so already. */
  public static boolean set(Connection c, long merchantId, long memberId, boolean blocked)
      throws SQLException {
    Profile held =
        Profile.held(c, merchantId, memberId)
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    if (held.blocked() == blocked) {
      return false;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.member SET status = ?, revision = revision + 1 WHERE merchant_id = ?"
                + " AND member_id = ?")) {
      s.setString(1, blocked ? "BLOCKED" : "ACTIVE");
      s.setLong(2, merchantId);
      s.setLong(3, memberId);
      s.executeUpdate();
    }
    return true;
  }
}
