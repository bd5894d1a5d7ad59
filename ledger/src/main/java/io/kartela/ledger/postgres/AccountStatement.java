package io.kartela.ledger.postgres;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.Entry.Change;
import io.kartela.ledger.Note;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An account's history, newest first, page by page. Thread-safe. */
public final class AccountStatement {
  /** Before the newest line. */
  public static final long NEWEST = Long.MAX_VALUE;

  private static final String PAGE =
      """
      select seq, op, delta, pending_delta, debt_delta, balance_after, coalesce(cause_seq, 0), ref, reason, author,
        event_at, recorded_at, coalesce(cause_account, 0)
      from ledger.entry where merchant_id = ? and account_id = ? and seq < ? order by seq desc limit ?\
      """;

  /**
   * One line.
   *
   * @param recordedAt when the database wrote it, by its own clock
   */
  public record Line(Entry entry, Instant recordedAt) {}

  /**
   * Some lines.
   *
   * @param next pass it as {@code before} to get the following page; 0 at the end
   */
  public record Page(List<Line> lines, long next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One page.
   *
   * @param before lines with smaller numbers, {@link #NEWEST} for the first page
   * @param limit 1 … 1000
   */
  public Page page(Connection connection, AccountId id, long before, int limit) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, id.merchantId());
    Answer<Page> page = ask(trip, id, before, limit);
    trip.run(connection);
    return page.get();
  }

  /** As {@link #page}, beside the caller's own statements; the merchant must have been set. */
  public Answer<Page> ask(RoundTrip trip, AccountId id, long before, int limit) {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("a page has 1 to 1000 lines: " + limit);
    }
    return trip.query(
        PAGE,
        p -> p.set(id.merchantId()).set(id.accountId()).set(before).set((long) limit),
        rows -> {
          List<Line> lines = read(rows);
          long last = lines.isEmpty() ? 0 : lines.getLast().entry().seq();
          return new Page(lines, last > 1 && lines.size() == limit ? last : 0);
        });
  }

  private static List<Line> read(ResultSet rows) throws SQLException {
    List<Line> lines = new ArrayList<>();
    while (rows.next()) {
      Entry entry =
          new Entry(
              rows.getLong(1),
              Entry.Op.valueOf(rows.getString(2)),
              new Change(rows.getLong(3), rows.getLong(4), rows.getLong(5)),
              rows.getLong(6),
              Rows.instant(rows, 11),
              new Note(rows.getString(8), rows.getString(9), rows.getString(10)),
              rows.getLong(7),
              rows.getLong(13));
      lines.add(new Line(entry, Rows.instant(rows, 12)));
    }
    return lines;
  }
}
