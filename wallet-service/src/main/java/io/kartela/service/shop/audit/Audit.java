package io.kartela.service.shop.audit;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;

/**
 * What people changed: who, when, what; written in the transaction of the change, so that neither
 * is without the other. The service's role can add to it but not change it.
 */
public final class Audit {
  private final Ids ids;
  private final InstantSource clock;

  /** The author of what members change themselves. */
  public static final String MEMBER = "member";

  public Audit(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** By somebody who is no staff, such as a cashier; as a part of a round trip. */
  public void add(
      RoundTrip trip,
      long merchantId,
      String author,
      String action,
      String subject,
      Map<String, ?> detail) {
    trip.update(
        """
        INSERT INTO kartela.audit (merchant_id, audit_id, at, author, action, subject, detail)
        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
        """,
        p ->
            p.set(merchantId)
                .set(ids.next())
                .set(clock.instant())
                .set(author)
                .set(action)
                .set(subject)
                .set(Http.JSON.writeValueAsString(detail)));
  }

  /** By a person of the shop. */
  public void record(
      Connection c, StaffPrincipal staff, String action, String subject, Map<String, ?> detail)
      throws SQLException {
    record(c, staff.merchantId(), staff.email(), action, subject, detail);
  }

  /** The same by somebody who is no staff. */
  public void record(
      Connection c,
      long merchantId,
      String author,
      String action,
      String subject,
      Map<String, ?> detail)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.audit (merchant_id, audit_id, at, author, action, subject, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, ids.next());
      s.setTimestamp(3, Timestamp.from(clock.instant()));
      s.setString(4, author);
      s.setString(5, action);
      s.setString(6, subject);
      s.setString(7, Http.JSON.writeValueAsString(detail));
      s.executeUpdate();
    }
  }
}
