package io.kartela.ledger.testing;

import io.kartela.ledger.postgres.LedgerMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL per JVM, started at first use; every test class asks it for a fresh database.
 *
 * <p>Which server, in this order: {@code -Dkartela.test.pg.url=jdbc:postgresql://…?user=…} (a
 * superuser of a server that may be thrown away); Testcontainers where a Docker engine answers;
 * otherwise the embedded server. {@code -Dkartela.test.pg.durable=true} makes the embedded server
 * sync every commit to disk, as a benchmark must.
 */
public final class TestPostgres {
  /** The role that owns databases and runs migrations: no superuser, like in production. */
  static final String OWNER = "kartela_owner";

  private static final class Shared {
    static final TestPostgres SERVER = new TestPostgres(TestServer.start());
  }

  private final TestServer server;
  private final Map<String, String> templates = new ConcurrentHashMap<>();
  private final AtomicLong databases = new AtomicLong();
  private final String prefix = "kartela_" + ProcessHandle.current().pid() + "_";

  private TestPostgres(TestServer server) {
    this.server = server;
    execute(
        admin("postgres"),
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login createrole;
          end if;
        end $$\
        """
            .formatted(OWNER));
  }

  /** A fresh database with the ledger's schema. Close it to drop it. */
  public static TestDatabase database() {
    return database("ledger", LedgerMigrations::migrate);
  }

  /**
   * A fresh database with other migrations. They run once per name and JVM: databases are copied
   * from a template.
   *
   * @param name names the template; the same name means the same migrations
   * @param migrations gets the owner's data source
   */
  public static TestDatabase database(String name, Consumer<DataSource> migrations) {
    return Shared.SERVER.fresh(name, migrations);
  }

  /** A fresh database without any schema. */
  public static TestDatabase empty() {
    return Shared.SERVER.create("template1");
  }

  private TestDatabase fresh(String name, Consumer<DataSource> migrations) {
    String template =
        templates.computeIfAbsent(
            name,
            key -> {
              TestDatabase database = create("template1");
              migrations.accept(database.owner());
              return database.name();
            });
    return create(template);
  }

  private TestDatabase create(String template) {
    String name = prefix + databases.incrementAndGet();
    execute(
        admin("postgres"),
        "create database %s template %s owner %s".formatted(name, template, OWNER));
    return new TestDatabase(this, name);
  }

  void drop(String name) {
    execute(admin("postgres"), "drop database if exists %s with (force)".formatted(name));
  }

  DataSource admin(String database) {
    return source(database, null);
  }

  DataSource as(String database, String role) {
    return source(database, role);
  }

  String url(String database) {
    return server.url(database);
  }

  private DataSource source(String database, @Nullable String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.url(database));
    if (role != null) {
      source.setOptions("-c role=" + role);
    }
    return source;
  }

  private static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
