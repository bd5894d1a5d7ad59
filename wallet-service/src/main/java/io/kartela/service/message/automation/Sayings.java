package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided of occasions, one row for each. In the merchant's transaction. Stateless. */
final class Sayings {
  private Sayings() {}

  /**
   * What is decided of an occasion.
   *
   * @param id names the message to whoever delivers it
   * @param facts with the gift
   * @param gift minor units; 0: none
   * @param skip why nothing is said; null: it is
   */
  record Decided(
      Occasion occasion, long id, boolean offer, Facts facts, long gift, @Nullable String skip) {}

  /** A message on its way. */
  record Saying(Automation automation, int step, long memberId, boolean offer, Facts facts) {}

  /** Writes them; the numbers of those of which nobody had decided before. */
  static Set<Long> decide(Connection c, Look look, List<Decided> all, Instant now)
      throws SQLException {
    Set<Long> ours = new HashSet<>();
    List<Object[]> columns = new ArrayList<>();
    for (Decided d : all) {
      columns.add(
          new Object[] {
            d.occasion.name(),
            d.id,
            d.occasion.memberId(),
            d.offer,
            Http.JSON.writeValueAsString(d.facts),
            d.gift,
            d.skip
          });
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.automation_message (merchant_id, automation_id, step, at, occasion, message_id, member_id,
                offer, facts, gift, outcome, reason, arm)
            SELECT ?, ?, ?, ?, occasion, id, member_id, offer, facts::jsonb, gift,
                CASE WHEN skip IS NOT NULL THEN 'SKIPPED' END, skip,
                CASE WHEN ? THEN CASE WHEN skip IS NULL THEN 'T' WHEN skip = 'HOLD_OUT' THEN 'H' END END
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::boolean[], ?::text[], ?::bigint[], ?::text[])
                AS d (occasion, id, member_id, offer, facts, gift, skip)
            ON CONFLICT DO NOTHING RETURNING message_id
            """)) {
      s.setLong(1, look.merchantId());
      s.setLong(2, look.automation().id());
      s.setInt(3, look.step());
      s.setTimestamp(4, Timestamp.from(now));
      s.setBoolean(5, look.automation().plan().limits().holdOutPercent() > 0);
      String[] types = {"text", "bigint", "bigint", "boolean", "text", "bigint", "text"};
      for (int i = 0; i < types.length; i++) {
        int column = i;
        Object[] values = columns.stream().map(row -> row[column]).toArray();
        s.setArray(6 + i, c.createArrayOf(types[i], values));
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ours.add(r.getLong(1));
        }
      }
    }
    return ours;
  }

  static void given(Connection c, long merchantId, long id, long lot) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.automation_message SET gift_lot = ? WHERE merchant_id = ? AND"
                + " message_id = ?")) {
      s.setLong(1, lot);
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  /** The verdict, once. */
  static void over(Connection c, long merchantId, long id, String outcome, String reason)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.automation_message SET outcome = ?, reason = nullif(?, '')
            WHERE merchant_id = ? AND message_id = ? AND outcome IS NULL
            """)) {
      s.setString(1, outcome);
      s.setString(2, reason);
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** A message with its automation, which nobody switches off before the transaction ends. */
  static Optional<Saying> find(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT automation_id, step, member_id, offer, facts FROM kartela.automation_message"
                + " WHERE merchant_id = ? AND message_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        int step = r.getInt(2);
        long member = r.getLong(3);
        boolean offer = r.getBoolean(4);
        Facts facts = Http.JSON.readValue(r.getString(5), Facts.class);
        return AutomationStore.one(c, merchantId, r.getLong(1), "FOR SHARE")
            .filter(a -> a.on() && step < a.plan().steps().size())
            .map(a -> new Saying(a, step, member, offer, facts));
      }
    }
  }
}
