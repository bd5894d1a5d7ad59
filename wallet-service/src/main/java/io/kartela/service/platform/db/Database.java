package io.kartela.service.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kartela.ledger.postgres.LedgerMigrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The service's way into PostgreSQL. Connections act as the role {@code kartela_app}, which
 * row-level security confines to the merchant named in {@code kartela.merchant}; the few jobs that
 * go across merchants act as {@code kartela_worker}, and what the operator asks for as {@code
 * kartela_operator}. Thread-safe; calls block, which suits virtual threads.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource app;
  private final HikariDataSource worker;
  private final HikariDataSource lookUps;

  /** A piece of work on a connection; it neither commits nor closes. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  private Database(HikariDataSource app, HikariDataSource worker, HikariDataSource lookUps) {
    this.app = app;
    this.worker = worker;
    this.lookUps = lookUps;
  }

  /**
   * Migrates with the owner's login and lets the service's user take the service's roles. Safe to
   * call on every start and from several nodes at once.
   */
  public static void migrate(DataSource owner, String serviceUser) {
    LedgerMigrations.migrate(owner);
    Flyway.configure()
        .dataSource(owner)
        .schemas("kartela")
        .locations("classpath:db/service")
        .load()
        .migrate();
    grantRoles(owner, serviceUser);
  }

  private static void grantRoles(DataSource owner, String serviceUser) {
    try (Connection c = owner.getConnection();
        PreparedStatement s =
            c.prepareStatement(
                """
                SELECT format('GRANT %I TO %I', r.rolname, ?::text) FROM pg_roles r
                WHERE r.rolname IN ('kartela_app', 'kartela_worker', 'kartela_operator')
                  AND NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles u ON u.oid = m.member
                      WHERE m.roleid = r.oid AND u.rolname = ?)
                """)) {
      s.setString(1, serviceUser);
      s.setString(2, serviceUser);
      List<String> grants = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          grants.add(r.getString(1));
        }
      }
      try (Statement grant = c.createStatement()) {
        for (String sql : grants) {
          grant.execute(sql);
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  public static DataSource dataSource(String jdbcUrl, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  public static Database open(String jdbcUrl, String user, String password, int poolSize) {
    return new Database(
        pool("app", jdbcUrl, user, password, "SET ROLE kartela_app", poolSize),
        // Jobs begin again with what a crash of PostgreSQL took away, so none waits for the disk.
        pool(
            "worker",
            jdbcUrl,
            user,
            password,
            "SET ROLE kartela_worker; SET synchronous_commit = off",
            6),
        pool("look-up", jdbcUrl, user, password, "SET ROLE kartela_app", 4));
  }

  private static HikariDataSource pool(
      String name, String jdbcUrl, String user, String password, String first, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("kartela-" + name);
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(2, size));
    config.setAutoCommit(false);
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql(first);
    // Without this the role would be set in the first user's transaction, and a rollback of that
    // would take it away: every later query would run as the login.
    config.setIsolateInternalQueries(true);
    config.addDataSourceProperty("ApplicationName", "kartela-" + name);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("prepareThreshold", "3");
    return new HikariDataSource(config);
  }

  /** One transaction confined to one merchant. */
  public <T> T inTenant(long merchantId, Work<T> work) {
    return inTransaction(
        c -> {
          enter(c, merchantId);
          return work.in(c);
        });
  }

  /**
   * As {@link #inTenant}, for work that is begun again after a crash: its commit does not wait for
   * the disk. A crash of PostgreSQL may take the last fraction of a second of such work away, whole
   * and in order, never anything that {@link #inTenant} had committed before it.
   */
  public <T> T inTenantRepeatable(long merchantId, Work<T> work) {
    return inTransaction(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "SELECT set_config('kartela.merchant', ?, true), set_config('synchronous_commit',"
                      + " 'off', true)")) {
            s.setString(1, Long.toString(merchantId));
            s.execute();
          }
          return work.in(c);
        });
  }

  /**
   * One transaction with no merchant chosen: it sees only the routing tables until somebody enters
   * a merchant.
   */
  public <T> T inTransaction(Work<T> work) {
    return run(app, work);
  }

  /**
   * A short read that may be made while another transaction of the same thread is open: programs,
   * merchants, blocks of ids. It has connections of its own, because a thread that holds one
   * connection of a pool and waits for a second can make the whole pool wait. The work must not ask
   * for further connections.
   */
  public <T> T lookUp(long merchantId, Work<T> work) {
    return run(
        lookUps,
        c -> {
          enter(c, merchantId);
          return work.in(c);
        });
  }

  /** As {@link #lookUp(long, Work)} with no merchant chosen. */
  <T> T lookUp(Work<T> work) {
    return run(lookUps, work);
  }

  /** One transaction of a job that goes across merchants. */
  public <T> T asWorker(Work<T> work) {
    return run(worker, work);
  }

  /** One transaction of the operator, who sees which merchants there are and nothing of theirs. */
  public <T> T asOperator(Work<T> work) {
    return run(
        app,
        c -> {
          becomeOperator(c);
          return work.in(c);
        });
  }

  /** The rest of the running transaction is the operator's. */
  public static void becomeOperator(Connection c) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute("SET LOCAL ROLE kartela_operator");
    }
  }

  /** Confines the running transaction to a merchant. */
  public static void enter(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT set_config('kartela.merchant', ?, true)")) {
      s.setString(1, Long.toString(merchantId));
      s.execute();
    }
  }

  private static <T> T run(HikariDataSource pool, Work<T> work) {
    try (Connection c = pool.getConnection()) {
      try {
        T result = work.in(c);
        c.commit();
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollback(c, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static void rollback(Connection c, Throwable cause) {
    try {
      c.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    try (Connection c = app.getConnection()) {
      return c.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** For the scheduler, which manages its own transactions as the worker. */
  public DataSource workers() {
    return worker;
  }

  /** For JPA, which manages its own transactions on the same pool. */
  DataSource pool() {
    return app;
  }

  @Override
  public void close() {
    app.close();
    worker.close();
    lookUps.close();
  }
}
