package io.kartela.service.program;

import io.kartela.rules.Explain;
import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Rules;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.goods.Categories;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table of published versions. Works in the caller's transaction. */
final class VersionStore {
  private VersionStore() {}

  /**
   * What is in force.
   *
   * @param number 0 = nothing was published yet
   * @param until the moment at which something else will be, or null
   */
  record InForce(int number, @Nullable Instant until) {}

  static InForce inForce(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT (SELECT coalesce(max(number), 0) FROM kartela.program_version WHERE merchant_id = ?),
              (SELECT at FROM kartela.program_waiting WHERE merchant_id = ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        Timestamp until = r.getTimestamp(2);
        return new InForce(r.getInt(1), until == null ? null : until.toInstant());
      }
    }
  }

  static int newest(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT coalesce(max(number), 0) FROM kartela.program_version WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** The document of one version. */
  static String document(Connection c, long merchantId, int number) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT document FROM kartela.program_version WHERE merchant_id = ? AND number = ?")) {
      s.setLong(1, merchantId);
      s.setInt(2, number);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
        }
        return r.getString(1);
      }
    }
  }

  static Published read(Connection c, long merchantId, int number) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT content_id, document, published_at, published_by
            FROM kartela.program_version WHERE merchant_id = ? AND number = ?
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, number);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
        }
        String document = r.getString(2);
        Program program = parse(document);
        return new Published(
            number,
            r.getString(1),
            program,
            Rules.prepare(program),
            new Explain(program, "ru"),
            new Explain(program, "en"),
            ProgramNeeds.of(program),
            document,
            r.getTimestamp(3).toInstant(),
            r.getString(4),
            TierView.all(program));
      }
    }
  }

  /** A published document is sound. */
  static Program parse(String document) {
    return ProgramJson.parse(document).program();
  }

  /** Adds the next version, by which receipts from this moment on are judged. */
  static int add(Connection c, long merchantId, Program program, Instant from, String author)
      throws SQLException {
    int next = newest(c, merchantId) + 1;
    String document = ProgramJson.write(program);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.program_version (merchant_id, number, content_id, document, published_at, published_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, next);
      s.setString(3, ProgramJson.contentId(program));
      s.setString(4, document);
      s.setTimestamp(5, Timestamp.from(from));
      s.setString(6, author);
      s.executeUpdate();
    }
    Categories.name(c, merchantId, NamedCategories.in(document));
    return next;
  }
}
