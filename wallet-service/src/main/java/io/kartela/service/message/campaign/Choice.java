package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.member.segment.Segments;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be written to, as somebody chose it: everybody, a segment, or a condition of the
 * campaign's own.
 *
 * @param condition nobody asks it when there is a segment
 * @param tier how clients that know no conditions name the members of one
 */
record Choice(@Nullable Long segmentId, MemberCondition condition, @Nullable String tier) {
  static Choice own(MemberCondition condition) {
    return new Choice(null, condition, null);
  }

  static Choice segment(long id) {
    return new Choice(id, new MemberCondition.Always(), null);
  }

  static Choice tier(String tier) {
    return new Choice(null, new MemberCondition.InTier(Set.of(tier)), tier);
  }

  /** A segment's stays as it is until the transaction ends. */
  MemberCondition in(Connection c, long merchantId) throws SQLException {
    return segmentId == null ? condition : Segments.held(c, merchantId, segmentId);
  }

  /** Whether a campaign was begun by the same choice, whatever its segment meant then. */
  boolean began(CampaignEntity e) {
    return Objects.equals(e.segmentId, segmentId)
        && Objects.equals(e.tier, tier)
        && (segmentId != null
            || e.condition == null
            || e.condition.equals(Audiences.text(condition)));
  }

  /** Whether a campaign that is not over was begun for this segment. */
  static boolean stands(Connection c, long merchantId, long segmentId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT 1 FROM kartela.campaign WHERE merchant_id = ? AND segment_id = ? AND state IN ('RUNNING', 'PAUSED')
            LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, segmentId);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
