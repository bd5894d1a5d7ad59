package io.kartela.ledger.postgres;

import io.kartela.ledger.Hold;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Portion;
import io.kartela.ledger.StandIns;
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
          + " expires_at, owed, forgiven, stand_in_lots, stand_in_amounts";
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
        row.getLong(c + 7),
        standIns(row, c + 11));
  }

  private static StandIns standIns(ResultSet row, int c) throws SQLException {
    long owed = row.getLong(c);
    long forgiven = row.getLong(c + 1);
    Array lots = row.getArray(c + 2);
    boolean none = owed == 0 && forgiven == 0 && lots == null;
    return none
        ? StandIns.NONE
        : new StandIns(
            owed, forgiven, lots == null ? List.of() : portions(lots, row.getArray(c + 3)));
  }

  static List<Lot> lots(ResultSet rows) throws SQLException {
    List<Lot> lots = new ArrayList<>();
    while (rows.next()) {
      lots.add(lot(rows, 1));
    }
    return lots;
  }

  static Hold hold(ResultSet row, int c) throws SQLException {
    return new Hold(
        row.getLong(c),
        Hold.Status.valueOf(row.getString(c + 1)),
        instant(row, c + 2),
        instant(row, c + 3),
        portions(row.getArray(c + 4), row.getArray(c + 5)));
  }

  private static List<Portion> portions(Array lots, Array parts) throws SQLException {
    Long[] lotIds = longs(lots);
    Long[] amounts = longs(parts);
    List<Portion> portions = new ArrayList<>();
    for (int i = 0; i < lotIds.length; i++) {
      portions.add(new Portion(lotIds[i], amounts[i]));
    }
    return portions;
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
