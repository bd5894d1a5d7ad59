package io.kartela.service.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * What a crowd bought in the last year: receipts like the demo shop's own, and all that such a
 * purchase leaves in the books – lots, entries, balances, standings and sums by day – which add up.
 * Half of it is bought by a fifth of them. It lies in the tables in the order of its time, as it
 * would have come.
 *
 * @param first the members' numbers begin after it
 */
record Trade(long merchant, int members, long first, int receipts) {
  /** Kinds of receipts that are repeated. */
  private static final int KINDS = 50;

  void make(Statement s) throws SQLException {
    for (String sql : statements()) {
      s.execute(String.format(Locale.ROOT, sql, merchant, members, first, receipts, KINDS));
    }
  }

  /** 1 merchant, 2 members, 3 first, 4 receipts, 5 kinds. */
  private static List<String> statements() {
    return List.of(
        """
        CREATE TEMP TABLE bench_kind AS SELECT row_number() OVER (ORDER BY receipt_id) - 1 AS kind, r.*
        FROM (SELECT register_id, store_id, cashier_id, receipt_id, gross, discount, net, earned, program_number, document
            FROM kartela.receipt WHERE merchant_id = %1$d AND member_id IS NOT NULL AND spent = 0 AND returned = 0 AND earned > 0
            ORDER BY receipt_id LIMIT %5$d) r
        """,
        """
        CREATE TEMP TABLE bench_sale AS
        SELECT row_number() OVER (ORDER BY at, g) AS g, member_id, kind, at, net, earned, row_number() OVER (PARTITION BY member_id ORDER BY at, g) AS n,
            sum(earned) OVER (PARTITION BY member_id ORDER BY at, g) AS balance
        FROM (SELECT g, %3$d + 1 + CASE WHEN g %% 2 = 0 THEN g * 7919::bigint %% (%2$d / 5) ELSE g * 104729::bigint %% %2$d END AS member_id,
                date_trunc('minute', now()) - g * 48271::bigint %% 525000 * interval '1 minute' AS at,
                g %% (SELECT count(*) FROM bench_kind) AS kind
            FROM generate_series(1, %4$d) g) x JOIN bench_kind USING (kind)
        """,
        "ANALYZE bench_sale",
        """
        INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, cashier_id, member_id, number, at, recorded_at,
            gross, discount, spent, net, earned, counted, program_number, accrual_lot, document)
        SELECT %1$d, 7000000000 + g, register_id, store_id, cashier_id, member_id, (100000 + g)::text, at, at,
            gross, discount, 0, s.net, s.earned, s.net, program_number, n, document
        FROM bench_sale s JOIN bench_kind USING (kind) ORDER BY g
        """,
        """
        INSERT INTO ledger.account (merchant_id, account_id, balance, last_seq, last_lot, version)
        SELECT %1$d, member_id, sum(earned), count(*), count(*), count(*) FROM bench_sale GROUP BY member_id
        """,
        """
        INSERT INTO ledger.lot (merchant_id, account_id, lot_id, kind, status, amount, remaining, earned_at, active_from, expires_at)
        SELECT %1$d, member_id, n, 'ACCRUAL', 'ACTIVE', earned, earned, at, at, 'infinity' FROM bench_sale ORDER BY g
        """,
        """
        INSERT INTO ledger.entry (merchant_id, account_id, seq, op, delta, pending_delta, debt_delta, balance_after, ref, event_at, recorded_at)
        SELECT %1$d, member_id, n, 'ACCRUE', earned, 0, 0, balance, 'receipt:' || 7000000000 + g, at, at FROM bench_sale ORDER BY g
        """,
        """
        INSERT INTO ledger.lot_move (merchant_id, account_id, seq, lot_id, delta)
        SELECT %1$d, member_id, n, n, earned FROM bench_sale ORDER BY g
        """,
        """
        INSERT INTO kartela.member_day (merchant_id, member_id, day, amount, receipts, largest)
        SELECT %1$d, member_id, (at AT TIME ZONE 'Europe/Moscow')::date, sum(net), count(*), max(net) FROM bench_sale GROUP BY 2, 3 ORDER BY 3
        """,
        """
        INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since, purchases, spent_total, largest,
            first_purchase_at, last_purchase_at, tier_floor, recomputed_on)
        SELECT m.merchant_id, m.member_id, CASE WHEN m.member_id - %3$d < %2$d / 50 THEN 'gold'
                WHEN m.member_id %% 6 = 0 THEN 'silver' ELSE 'bronze' END,
            m.created_at, coalesce(s.purchases, 0), coalesce(s.spent, 0), coalesce(s.largest, 0), s.earliest, s.latest, 'bronze',
            date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month'
        FROM kartela.member m LEFT JOIN (SELECT member_id, count(*) AS purchases, sum(net) AS spent, max(net) AS largest,
            min(at) AS earliest, max(at) AS latest FROM bench_sale GROUP BY member_id) s USING (member_id)
        WHERE m.merchant_id = %1$d AND m.member_id > %3$d
        """,
        """
        INSERT INTO kartela.member_tag (merchant_id, member_id, tag)
        SELECT %1$d, %3$d + g, CASE WHEN g %% 1000 = 0 THEN 'rare' ELSE 'often' END FROM generate_series(1, %2$d) g WHERE g %% 10 = 0
        """,
        "UPDATE kartela.member SET birth_date = '1970-01-01'::date + (member_id %% 15000)::int,"
            + " birth_date_entered_at = created_at WHERE merchant_id = %1$d AND member_id > %3$d",
        "DROP TABLE bench_sale",
        "DROP TABLE bench_kind");
  }
}
