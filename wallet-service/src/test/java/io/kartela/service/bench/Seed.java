package io.kartela.service.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Multiplies one member into a herd, in the database of a running service. */
final class Seed implements AutoCloseable {
  private final Path folder;
  private final List<Card> cards = new ArrayList<>();
  private @Nullable Connection connection;

  /** A card on a phone. */
  record Card(String serial, String authToken) {}

  Seed(Path folder) {
    this.folder = folder;
  }

  /** The secret id of a phone. */
  static String device(int phone) {
    return "herd-" + phone;
  }

  Card card(int phone) {
    return cards.get(phone);
  }

  /** Makes copies of a member with cards of their own, some of them on phones. */
  void multiply(String memberId, int count, int phones) throws IOException, SQLException {
    Connection c = connect();
    try (Statement s = c.createStatement()) {
      String herd =
          "FROM kartela.%s t, generate_series(1, "
              + (count - 1)
              + ") g WHERE member_id = "
              + memberId;
      copy(
          s,
          "member",
          herd,
          "member_id",
          "9000000000 + g",
          "phone",
          "'+7999' || lpad(g::text, 7, '0')");
      copy(s, "member_standing", herd, "member_id", "9000000000 + g");
      copy(s, "card", herd, "member_id", "9000000000 + g", "code", "'8' || lpad(g::text, 19, '0')");
      copy(
          s,
          "pass",
          herd,
          "member_id",
          "9000000000 + g",
          "serial",
          "split_part(serial, '-', 1) || '-' || " + letters("'s'"),
          "token",
          "split_part(serial, '-', 1) || '-' || " + letters("'t'"),
          "auth_token",
          letters("'a'"));
      s.execute("ANALYZE");
      s.execute(
          """
          CREATE TEMP TABLE herd AS
          SELECT row_number() OVER (ORDER BY member_id) - 1 AS n, merchant_id, serial, auth_token,
              encode(substring(sha256(convert_to('herd-' || (row_number() OVER (ORDER BY member_id) - 1), 'UTF8')) for 20),
                  'hex') AS device
          FROM kartela.pass WHERE member_id >= 9000000000 ORDER BY member_id LIMIT %d
          """
              .formatted(phones));
      s.execute(
          """
          INSERT INTO kartela.apple_device (merchant_id, device_id, push_token, token_at)
          SELECT merchant_id, device, lpad(to_hex(n), 64, '0'), now() FROM herd
          """);
      s.execute(
          """
          INSERT INTO kartela.apple_registration (merchant_id, device_id, serial, registered_at)
          SELECT merchant_id, device, serial, now() FROM herd
          """);
      s.execute(
          "INSERT INTO kartela.route_device (device_id, merchant_id) SELECT device, merchant_id"
              + " FROM herd");
      try (ResultSet r = s.executeQuery("SELECT serial, auth_token FROM herd ORDER BY n")) {
        while (r.next()) {
          cards.add(new Card(r.getString(1), r.getString(2)));
        }
      }
      s.execute("ANALYZE");
    }
  }

  /** Makes copies number {@code from} to {@code to} of a member with a card; no phones. */
  void grow(String memberId, int from, int to) throws SQLException {
    try (Statement s = connect().createStatement()) {
      String herd =
          "FROM kartela.%s t, generate_series("
              + from
              + ", "
              + to
              + ") g WHERE member_id = "
              + memberId;
      copy(
          s,
          "member",
          herd,
          "member_id",
          "9000000000 + g",
          "phone",
          "'+7999' || lpad(g::text, 7, '0')");
      copy(s, "member_standing", herd, "member_id", "9000000000 + g");
      copy(s, "card", herd, "member_id", "9000000000 + g", "code", "'7' || lpad(g::text, 19, '0')");
      s.execute("VACUUM ANALYZE");
      s.execute("CHECKPOINT");
    }
  }

  /** The code of such a copy's card. */
  static String code(int copy) {
    String number = Integer.toString(copy);
    return "7" + "0".repeat(19 - number.length()) + number;
  }

  /** 26 letters of the kind that our serials are made of. */
  private static String letters(String salt) {
    return "left(translate(md5(" + salt + " || g), '0189', 'wxyz'), 26)";
  }

  private static void copy(Statement s, String table, String herd, String... changed)
      throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet r =
        s.executeQuery(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'kartela' AND"
                + " table_name = '"
                + table
                + "' AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
      while (r.next()) {
        columns.add(r.getString(1));
      }
    }
    List<String> values = new ArrayList<>(columns);
    for (int i = 0; i < changed.length; i += 2) {
      values.set(columns.indexOf(changed[i]), changed[i + 1]);
    }
    s.execute(
        "INSERT INTO kartela.%s (%s) SELECT %s "
                .formatted(table, String.join(", ", columns), String.join(", ", values))
            + herd.formatted(table));
  }

  /** The versions of all cards, added up. */
  long versions() throws SQLException {
    try (Statement s = connect().createStatement();
        ResultSet r = s.executeQuery("SELECT sum(version) FROM kartela.pass")) {
      r.next();
      return r.getLong(1);
    }
  }

  /** As the owner of the embedded server, whose password lies beside its data. */
  Connection connect() throws SQLException {
    Connection open = connection;
    if (open == null) {
      try {
        open = DriverManager.getConnection(url(), "kartela_owner", secret("owner.password"));
      } catch (IOException e) {
        throw new SQLException(e);
      }
      connection = open;
    }
    return open;
  }

  /** Where the embedded server listens. */
  String url() throws IOException {
    List<String> pid = Files.readAllLines(find("postmaster.pid"));
    return "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/kartela";
  }

  /** One of the passwords that lie beside the data. */
  String secret(String name) throws IOException {
    Properties secrets = new Properties();
    try (Reader in = Files.newBufferedReader(find("kartela-credentials.properties"))) {
      secrets.load(in);
    }
    return secrets.getProperty(name);
  }

  private Path find(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.endsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + name));
    }
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
