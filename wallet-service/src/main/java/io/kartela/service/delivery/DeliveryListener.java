package io.kartela.service.delivery;

import java.sql.Connection;
import java.sql.SQLException;

/** Hears what became of changes, e.g. to count a campaign. Thread-safe. */
@FunctionalInterface
public interface DeliveryListener {
  /**
   * Called once per change, in the transaction that removes it from the outbox and that is confined
   * to the merchant: so a count is neither lost nor made twice. Throwing undoes the removal, and
   * the change is delivered again.
   */
  void finished(Connection c, DeliveryResult result) throws SQLException;
}
