package io.kartela.ledger.postgres;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an account holds, lot by lot, in the order in which they burn. Stateless. */
public final class OpenLots {
  private static final String OPEN =
      """
      select %s, n.ref, n.reason, n.author from (
        select * from ledger.lot where merchant_id = ? and account_id = ? and status <> 'CLOSED' and expires_at > ?
        order by expires_at, earned_at, lot_id limit ?) l
      left join (
        select distinct on (m.lot_id) m.lot_id as of_lot, e.ref, e.reason, e.author
        from ledger.lot_move m join ledger.entry e using (merchant_id, account_id, seq)
        where m.merchant_id = ? and m.account_id = ? and m.delta > 0 order by m.lot_id, m.seq) n on n.of_lot = l.lot_id
      order by expires_at, earned_at, lot_id\
      """
          .formatted(Rows.LOT);

  private OpenLots() {}

  /** A lot with the note of the entry that made it. */
  public record Line(Lot lot, Note note) {}

  /**
   * What is left of them at a moment.
   *
   * @param most so many at most; the first to burn
   */
  public static List<Line> of(Connection connection, AccountId id, Instant at, int most) {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, id.merchantId());
    Answer<List<Line>> lots =
        trip.query(
            OPEN,
            p ->
                p.set(id.merchantId())
                    .set(id.accountId())
                    .set(at)
                    .set((long) most)
                    .set(id.merchantId())
                    .set(id.accountId()),
            rows -> {
              List<Line> lines = new ArrayList<>();
              while (rows.next()) {
                Note note = new Note(rows.getString(16), rows.getString(17), rows.getString(18));
                lines.add(new Line(Rows.lot(rows, 1), note));
              }
              return lines;
            });
    trip.run(connection);
    return lots.get();
  }
}
