package io.kartela.ledger.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The ledger's own schema {@code ledger} with its own history table. */
public final class LedgerMigrations {
  private LedgerMigrations() {}

  /**
   * Brings the schema up to date; does nothing on an up-to-date one. Safe on several nodes at once.
   *
   * @param owner connects as the role that owns the tables (and may create roles), not as the
   *     service's
   */
  public static void migrate(DataSource owner) {
    Flyway.configure()
        .dataSource(owner)
        .schemas("ledger")
        .defaultSchema("ledger")
        .table("flyway_history")
        .locations("classpath:db/ledger")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
