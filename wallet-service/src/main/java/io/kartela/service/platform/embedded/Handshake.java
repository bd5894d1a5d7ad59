package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The first conversation with a server: is it ours, and has it the database and the user that the
 * service expects.
 */
final class Handshake {
  static final String DATABASE = "kartela";

  /**
   * May sign in, is no superuser, cannot bypass row-level security and has no rights before it sets
   * a role.
   */
  static final String SERVICE = "kartela_service";

  private Handshake() {}

  static String jdbcUrl(int port, String database) {
    // On loopback encryption only costs start-up time.
    return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
        .formatted(port, database);
  }

  /**
   * Whoever answers on the port must have our password, work in our folder and be our cluster.
   *
   * @throws SQLException it does not let us in
   */
  static void verify(Cluster cluster, int port) throws SQLException, IOException {
    try (Connection connection =
        DriverManager.getConnection(
            jdbcUrl(port, "postgres"), Cluster.OWNER, cluster.credentials().ownerPassword())) {
      refuseStranger(connection, cluster, port);
      provide(connection, cluster);
    }
  }

  private static void refuseStranger(Connection connection, Cluster cluster, int port)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('data_directory'), system_identifier FROM"
                    + " pg_control_system()")) {
      row.next();
      Path directory = Path.of(row.getString(1));
      if (!directory.toRealPath().equals(cluster.data())
          || row.getLong(2) != cluster.systemIdentifier()) {
        throw new EmbeddedPostgresException(
            Code.START_FAILED,
            "Another PostgreSQL, working in %s, answers on port %d; stop it or choose another data folder with --data."
                .formatted(directory, port));
      }
    }
  }

  private static void provide(Connection connection, Cluster cluster) throws SQLException {
    if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", SERVICE)) {
      try (Statement statement = connection.createStatement()) {
        // Our own alphabet: the password needs no quoting.
        statement.execute(
            "CREATE ROLE %s LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '%s'"
                .formatted(SERVICE, cluster.credentials().servicePassword()));
      }
    }
    if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
