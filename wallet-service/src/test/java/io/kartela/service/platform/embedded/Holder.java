package io.kartela.service.platform.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The main class of child processes that tests kill: starts the server, then writes and says what
 * was acknowledged.
 */
final class Holder {
  static final String REFUSED = "REFUSED ";
  static final String READY = "READY ";
  static final String ACKNOWLEDGED = "ACKNOWLEDGED ";

  private Holder() {}

  public static void main(String[] args) throws SQLException {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
      System.out.println(READY + postgres.pid());
      write(postgres);
    } catch (EmbeddedPostgresException e) {
      System.out.println(REFUSED + e.sentence());
    }
  }

  private static void write(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS receipt (n int PRIMARY KEY)");
      for (int n = 0; ; n++) {
        statement.execute("INSERT INTO receipt VALUES (%d) ON CONFLICT DO NOTHING".formatted(n));
        System.out.println(ACKNOWLEDGED + n);
      }
    }
  }
}
