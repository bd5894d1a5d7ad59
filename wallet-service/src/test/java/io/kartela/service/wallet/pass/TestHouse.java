package io.kartela.service.wallet.pass;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.outbox.Wake;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A migrated database of its own in one PostgreSQL server per test run. */
public final class TestHouse implements AutoCloseable {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Database database;
  private final DataSource owner;

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "300")
            .setServerConfig("fsync", "off")
            .start();
      } catch (IOException e) {
        throw new IllegalStateException("PostgreSQL for tests does not start", e);
      }
    }
  }

  public TestHouse() {
    String name = "pass_test_" + COUNTER.incrementAndGet();
    try (Connection c = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement s = c.createStatement()) {
      s.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    this.owner = Server.POSTGRES.getDatabase("postgres", name);
    Database.migrate(owner, "postgres");
    this.database =
        Database.open(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "postgres", 10);
  }

  public Database database() {
    return database;
  }

  /** What every feature stands on, at this time; nobody listens to its wake yet. */
  public House at(InstantSource clock) {
    return new House(
        database, new Ids(database), clock, URI.create("http://localhost"), new Wake());
  }

  /** Acts as the owner, whom row-level security does not confine. */
  public DataSource owner() {
    return owner;
  }

  @Override
  public void close() {
    database.close();
  }
}
