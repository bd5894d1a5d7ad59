package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Posting;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToLongFunction;

/** The updates of hundreds of accounts in two statements, for the nightly job. */
final class BulkUpdates {
  private static final String LOTS =
      """
      update ledger.lot t set status = n.status::ledger.lot_status, remaining = n.r, held = n.h, expired = n.e, reversed = n.v
      from (select unnest(?::bigint[]) m, unnest(?::bigint[]) a, unnest(?::bigint[]) l, unnest(?::text[]) status,
        unnest(?::bigint[]) r, unnest(?::bigint[]) h, unnest(?::bigint[]) e, unnest(?::bigint[]) v) n
      where t.merchant_id = n.m and t.account_id = n.a and t.lot_id = n.l\
      """;

  /** Always looks the next due instant up: these accounts are here because something was due. */
  private static final String ACCOUNTS =
      """
      with written as (
        update ledger.account t set version = n.version, balance = n.balance, pending = n.pending, held = n.held,
          debt = n.debt, last_seq = n.seq, last_lot = n.lot, last_hold = n.hold, next_due = /*due*/
        from (select unnest(?::bigint[]) m, unnest(?::bigint[]) a, unnest(?::bigint[]) was, unnest(?::bigint[]) version,
          unnest(?::bigint[]) balance, unnest(?::bigint[]) pending, unnest(?::bigint[]) held, unnest(?::bigint[]) debt,
          unnest(?::bigint[]) seq, unnest(?::bigint[]) lot, unnest(?::bigint[]) hold) n
        where t.merchant_id = n.m and t.account_id = n.a and t.version = n.was
        returning 1)
      select ledger.expect_rows(count(*), ?) from written having count(*) <> ?\
      """
          .replace("/*due*/", PostingWriter.NEXT_DUE);

  private BulkUpdates() {}

  static void addTo(RoundTrip trip, List<Posting> postings) {
    List<PostingWriter.Row<Lot>> lots = PostingWriter.rows(postings, Posting::changedLots);
    if (!lots.isEmpty()) {
      trip.update(
          LOTS,
          p ->
              PostingWriter.keys(p, lots)
                  .set(PostingWriter.column(lots, Lot::id))
                  .set(PostingWriter.texts(lots, lot -> lot.status().name()))
                  .set(PostingWriter.column(lots, Lot::remaining))
                  .set(PostingWriter.column(lots, Lot::held))
                  .set(PostingWriter.column(lots, Lot::expired))
                  .set(PostingWriter.column(lots, Lot::reversed)));
    }
    trip.rows(ACCOUNTS, p -> accounts(p, postings), result -> {});
  }

  private static void accounts(Parameters p, List<Posting> postings) throws SQLException {
    p.set(column(postings, after -> after.id().merchantId()))
        .set(column(postings, after -> after.id().accountId()))
        .set(postings.stream().mapToLong(posting -> posting.before().version()).toArray())
        .set(column(postings, Account::version))
        .set(column(postings, after -> after.totals().balance()))
        .set(column(postings, after -> after.totals().pending()))
        .set(column(postings, after -> after.totals().held()))
        .set(column(postings, after -> after.totals().debt()))
        .set(column(postings, after -> after.counters().seq()))
        .set(column(postings, after -> after.counters().lot()))
        .set(column(postings, after -> after.counters().hold()))
        .set((long) postings.size())
        .set((long) postings.size());
  }

  private static long[] column(List<Posting> postings, ToLongFunction<Account> field) {
    return postings.stream().mapToLong(posting -> field.applyAsLong(posting.after())).toArray();
  }
}
