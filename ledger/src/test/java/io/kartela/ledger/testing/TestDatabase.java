package io.kartela.ledger.testing;

import javax.sql.DataSource;

/**
 * One throw-away database. The data sources open a new connection each time; put a pool in front
 * where that matters. Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {
  private final TestPostgres postgres;
  private final String name;

  TestDatabase(TestPostgres postgres, String name) {
    this.postgres = postgres;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** JDBC address with a superuser's credentials; {@code ?…} parameters included. */
  public String url() {
    return postgres.url(name);
  }

  /** A superuser, whom row-level security does not bind: for looking at everything in tests. */
  public DataSource admin() {
    return postgres.admin(name);
  }

  /** The owner of the database: runs migrations, is no superuser. */
  public DataSource owner() {
    return postgres.as(name, TestPostgres.OWNER);
  }

  /** The service, bound to the merchant set in the transaction. */
  public DataSource app() {
    return postgres.as(name, "kartela_app");
  }

  /** Jobs that go across merchants. */
  public DataSource worker() {
    return postgres.as(name, "kartela_worker");
  }

  /** Drops the database, whoever is still connected. */
  @Override
  public void close() {
    postgres.drop(name);
  }
}
