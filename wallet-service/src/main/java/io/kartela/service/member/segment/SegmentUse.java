package io.kartela.service.member.segment;

import java.sql.Connection;
import java.sql.SQLException;

/** Who builds on a segment now, so that it must stay as it is. */
@FunctionalInterface
public interface SegmentUse {
  boolean uses(Connection c, long merchantId, long segmentId) throws SQLException;
}
