package io.kartela.service.member.segment;

import java.sql.Connection;
import java.sql.SQLException;

/** Who builds on a segment now, so that it must stay as it is. */
@FunctionalInterface
public interface SegmentUse {
  boolean uses(Connection c, long merchantId, long segmentId) throws SQLException;

  /** Who asks for it again and again, so that it may be changed, but not deleted. */
  default boolean needs(Connection c, long merchantId, long segmentId) throws SQLException {
    return false;
  }

  /** The same, with others who need it. */
  default SegmentUse neededBy(SegmentUse others) {
    SegmentUse first = this;
    return new SegmentUse() {
      @Override
      public boolean uses(Connection c, long merchantId, long segmentId) throws SQLException {
        return first.uses(c, merchantId, segmentId);
      }

      @Override
      public boolean needs(Connection c, long merchantId, long segmentId) throws SQLException {
        return others.uses(c, merchantId, segmentId);
      }
    };
  }
}
