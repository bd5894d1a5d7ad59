package io.kartela.service.shop.operator;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.shop.audit.Audit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the operator did: in his own book and in the merchant's. */
public final class OperatorAudit {
  private static final String AUTHOR = "operator";

  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  /** One line of the book. */
  record Entry(
      String id,
      Instant at,
      String action,
      String merchantId,
      String merchantName,
      JsonNode detail) {}

  /**
   * @param audit the merchants' books
   */
  public OperatorAudit(Audit audit, Ids ids, InstantSource clock) {
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * As the last thing of a transaction in the merchant's tenant: what comes after it runs as the
   * operator, who sees nothing there.
   */
  void record(Connection c, String action, long merchantId, Map<String, ?> detail)
      throws SQLException {
    audit.record(c, merchantId, AUTHOR, action, "merchant:" + merchantId, detail);
    Database.becomeOperator(c);
    write(c, action, Long.toString(merchantId), detail);
  }

  /** What concerns the whole installation; in a transaction of the operator. */
  public void record(Connection c, String action) throws SQLException {
    write(c, action, "", Map.of());
  }

  private void write(Connection c, String action, String subject, Map<String, ?> detail)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.operator_audit (audit_id, at, action, subject, detail) VALUES (?,"
                + " ?, ?, ?, ?::jsonb)")) {
      s.setLong(1, ids.next());
      s.setTimestamp(2, Timestamp.from(clock.instant()));
      s.setString(3, action);
      s.setString(4, subject);
      s.setString(5, Http.JSON.writeValueAsString(detail));
      s.executeUpdate();
    }
  }

  /** Newest first; in a transaction of the operator. */
  static List<Entry> page(Connection c, int limit, @Nullable Long before) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT audit_id, at, action, subject, coalesce(m.name, ''), detail
            FROM kartela.operator_audit LEFT JOIN kartela.merchant m ON m.merchant_id::text = subject
            WHERE audit_id < ? ORDER BY audit_id DESC LIMIT ?
            """)) {
      s.setLong(1, before == null ? Long.MAX_VALUE : before);
      s.setInt(2, limit);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          entries.add(
              new Entry(
                  Long.toString(r.getLong(1)),
                  r.getTimestamp(2).toInstant(),
                  r.getString(3),
                  r.getString(4),
                  r.getString(5),
                  Http.JSON.readTree(r.getString(6))));
        }
      }
      return entries;
    }
  }
}
