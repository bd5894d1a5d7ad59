package io.kartela.service.platform.work;

import io.kartela.certs.Vault;
import io.kartela.service.platform.db.Database;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all secrets under the current master key, after which the former one may be forgotten. May
 * run any number of times, on any number of nodes. Thread-safe.
 */
public final class Resealing {
  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

  private final Database database;
  private final Vault vault;
  private final List<SealedTable> tables;

  public Resealing(Database database, Vault vault, List<SealedTable> tables) {
    this.database = database;
    this.vault = vault;
    this.tables = List.copyOf(tables);
  }

  /** Whether other keys are configured that may have sealed something. */
  public boolean isWanted() {
    return vault.hasOthers();
  }

  /**
   * Does it for one merchant.
   *
   * @return how many secrets were sealed anew
   * @throws IllegalStateException when some did not open; the others are sealed anew nevertheless
   */
  public int run(long merchantId) {
    int done = 0;
    int closed = 0;
    for (SealedTable table : tables) {
      String after = table.key().least();
      while (after != null) {
        String from = after;
        SealedTable.Resealed batch =
            database.inTenant(merchantId, c -> table.reseal(c, vault, merchantId, from));
        done += batch.done();
        closed += batch.closed();
        after = batch.last();
      }
    }
    if (done > 0) {
      LOG.info("Merchant {}: {} secrets are sealed under the master key of now", merchantId, done);
    }
    if (closed > 0) {
      throw new IllegalStateException(closed + " secrets open under no master key configured");
    }
    return done;
  }
}
