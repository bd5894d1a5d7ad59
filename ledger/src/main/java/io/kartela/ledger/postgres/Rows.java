package io.kartela.ledger.postgres;

import io.kartela.ledger.Hold;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Portion;
import io.kartela.ledger.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Columns to records. */
final class Rows {
  static final String LOT =
      "lot_id, kind, status, amount, remaining, held, expired, reversed, earned_at, active_from,"
          + " expires_at";
  static final String HOLD = "hold_id, status, created_at, expires_at, lot_ids, amounts";

  private Rows() {}

  static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time.equals(OffsetDateTime.MAX) ? Times.NEVER : time.toInstant();
  }

  /** Reads a lot whose first column stands at {@code c}. */
  static Lot lot(ResultSet row, int c) throws SQLException {
    Lot.Terms terms =
        new Lot.Terms(
            Lot.Kind.valueOf(row.getString(c + 1)),
            row.getLong(c + 3),
            instant(row, c + 8),
            instant(row, c + 9),
            instant(row, c + 10));
    return new Lot(
        row.getLong(c),
        terms,
        Lot.Status.valueOf(row.getString(c + 2)),
        row.getLong(c + 4),
        row.getLong(c + 5),
        row.getLong(c + 6),
        row.getLong(c + 7));
  }

  static List<Lot> lots(ResultSet rows) throws SQLException {
    List<Lot> lots = new ArrayList<>();
    while (rows.next()) {
      lots.add(lot(rows, 1));
    }
    return lots;
  }

  static Hold hold(ResultSet row, int c) throws SQLException {
    Long[] lotIds = longs(row.getArray(c + 4));
    Long[] amounts = longs(row.getArray(c + 5));
    List<Portion> portions = new ArrayList<>();
    for (int i = 0; i < lotIds.length; i++) {
      portions.add(new Portion(lotIds[i], amounts[i]));
    }
    return new Hold(
        row.getLong(c),
        Hold.Status.valueOf(row.getString(c + 1)),
        instant(row, c + 2),
        instant(row, c + 3),
        portions);
  }

  static List<Hold> holds(ResultSet rows) throws SQLException {
    List<Hold> holds = new ArrayList<>();
    while (rows.next()) {
      holds.add(hold(rows, 1));
    }
    return holds;
  }

  private static Long[] longs(Array array) throws SQLException {
    return (Long[]) array.getArray();
  }
}
