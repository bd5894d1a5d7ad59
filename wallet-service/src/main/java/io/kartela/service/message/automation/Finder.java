package io.kartela.service.message.automation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Finds occasions of a kind: in the merchant's transaction, by an index. Stateless. */
sealed interface Finder permits Joined, Bought, TierRose, Burning, Birthday, Away {
  /**
   * Some that nothing was decided of yet.
   *
   * @param after the key of the last that was found before; 0: the first
   */
  List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException;
}
