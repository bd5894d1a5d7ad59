package io.kartela.service.program.whatif;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Receipts in the order of members and time, through a server-side cursor: however many there are,
 * a bounded number is in memory. Reads by the index {@code receipt_member}.
 */
final class ReceiptStream {
  /** A receipt of 5,000 lines is about a megabyte. */
  private static final int FETCH = 200;

  private static final String COLUMNS =
      """
      SELECT r.receipt_id, coalesce(r.member_id, 0), r.at,
        least(r.gross, r.discount + r.spent + r.net), r.discount, r.net, r.counted, r.returned,
        r.program_number, r.returned_sofar,
        CASE WHEN r.returned_sofar IS NOT NULL THEN (SELECT max(b.at) FROM kartela.receipt_return b
          WHERE b.merchant_id = r.merchant_id AND b.receipt_id = r.receipt_id) END,
        CASE WHEN r.at >= ? THEN r.document END
      FROM kartela.receipt r
      WHERE r.merchant_id = ? AND r.at >= ? AND r.at < ?
      """;

  private final Connection connection;
  private final WhatIfJob job;
  private final Instant historyFrom;

  /** Takes one row; false ends the stream. */
  @FunctionalInterface
  interface Taker {
    boolean take(ReceiptRow row);
  }

  /**
   * @param historyFrom from where receipts before the period are read too, without their documents
   */
  ReceiptStream(Connection connection, WhatIfJob job, Instant historyFrom) {
    this.connection = connection;
    this.job = job;
    this.historyFrom = historyFrom;
  }

  /** Receipts of members in {@code (above, through]}. */
  void members(long above, long through, Taker taker) throws SQLException {
    String sql =
        COLUMNS
            + " AND r.member_id > ? AND r.member_id <= ?"
            + sampled("r.member_id")
            + " ORDER BY r.member_id, r.at, r.receipt_id";
    run(
        sql,
        historyFrom,
        s -> {
          s.setLong(5, above);
          s.setLong(6, through);
          return 7;
        },
        taker);
  }

  /** Receipts without a card. */
  void withoutCard(Taker taker) throws SQLException {
    String sql =
        COLUMNS
            + " AND r.member_id IS NULL"
            + sampled("r.receipt_id")
            + " ORDER BY r.at, r.receipt_id";
    run(sql, job.from(), s -> 5, taker);
  }

  private String sampled(String column) {
    // Cheap, stable, and spread evenly over ids that were handed out in blocks.
    return job.sample() == 100 ? "" : " AND abs(hashint8(" + column + ")::bigint) % 100 < ?";
  }

  @FunctionalInterface
  private interface Binder {
    int bind(PreparedStatement s) throws SQLException;
  }

  private void run(String sql, Instant from, Binder more, Taker taker) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setFetchSize(FETCH);
      s.setTimestamp(1, Timestamp.from(job.from()));
      s.setLong(2, job.merchantId());
      s.setTimestamp(3, Timestamp.from(from));
      s.setTimestamp(4, Timestamp.from(job.to()));
      int next = more.bind(s);
      if (job.sample() != 100) {
        s.setInt(next, job.sample());
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          if (!taker.take(row(r))) {
            return;
          }
        }
      }
    }
  }

  private static ReceiptRow row(ResultSet r) throws SQLException {
    Timestamp returnedAt = r.getTimestamp(11);
    return new ReceiptRow(
        r.getLong(1),
        r.getLong(2),
        r.getTimestamp(3).toInstant(),
        r.getLong(4),
        r.getLong(5),
        r.getLong(6),
        r.getLong(7),
        r.getLong(8),
        r.getInt(9),
        r.getString(10),
        returnedAt == null ? null : returnedAt.toInstant(),
        r.getBytes(12));
  }

  /** How many receipts the replay will read documents of. */
  long count() throws SQLException {
    String sql =
        "SELECT count(*) FROM kartela.receipt r WHERE r.merchant_id = ? AND r.at >= ? AND r.at < ?"
            + (job.sample() == 100
                ? ""
                : " AND abs(hashint8(coalesce(r.member_id, r.receipt_id))::bigint) % 100 < ?");
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setLong(1, job.merchantId());
      s.setTimestamp(2, Timestamp.from(job.from()));
      s.setTimestamp(3, Timestamp.from(job.to()));
      if (job.sample() != 100) {
        s.setInt(4, job.sample());
      }
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  /** The end of the range of members after this one: so many members on, or the largest number. */
  long rangeEnd(long above, int members) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT member_id FROM kartela.member_standing WHERE merchant_id = ? AND member_id > ?"
                + " ORDER BY member_id OFFSET ? LIMIT 1")) {
      s.setLong(1, job.merchantId());
      s.setLong(2, above);
      s.setInt(3, members - 1);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : Long.MAX_VALUE;
      }
    }
  }

  /** How many members there are. */
  long memberCount() throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT count(*) FROM kartela.member_standing WHERE merchant_id = ?")) {
      s.setLong(1, job.merchantId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  /** The tiers that members in {@code (above, through]} hold now. */
  Map<Long, String> standings(long above, long through) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT member_id, tier FROM kartela.member_standing WHERE merchant_id = ? AND"
                + " member_id > ? AND member_id <= ?")) {
      s.setLong(1, job.merchantId());
      s.setLong(2, above);
      s.setLong(3, through);
      Map<Long, String> tiers = new HashMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          tiers.put(r.getLong(1), r.getString(2));
        }
      }
      return tiers;
    }
  }

  /** The document of the period's first receipt with a card, or null. */
  byte @Nullable [] firstDocument() throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT document FROM kartela.receipt WHERE merchant_id = ? AND at >= ? AND at < ? AND"
                + " member_id IS NOT NULL ORDER BY at, receipt_id LIMIT 1")) {
      s.setLong(1, job.merchantId());
      s.setTimestamp(2, Timestamp.from(job.from()));
      s.setTimestamp(3, Timestamp.from(job.to()));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getBytes(1) : null;
      }
    }
  }
}
