package io.kartela.service.member.profile;

import io.kartela.service.member.segment.Audiences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How the statements of the list are planned, for the rest of the transaction. */
enum Planning {
  /**
   * Statistics know little of a search or of one merchant among many, so plans are not left to
   * them: every statement has its index.
   */
  INDEXED("off"),

  /** Conditions go over whole tables. */
  FREE("on");

  private final String tables;

  Planning(String tables) {
    this.tables = tables;
  }

  void in(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT set_config('enable_seqscan', ?, true), set_config('enable_hashjoin', ?, true),
                set_config('enable_mergejoin', ?, true), set_config('plan_cache_mode', 'force_custom_plan', true)
            """)) {
      s.setString(1, tables);
      s.setString(2, tables);
      s.setString(3, tables);
      s.execute();
    }
    if (this == FREE) {
      Audiences.asBig(c);
    }
  }
}
