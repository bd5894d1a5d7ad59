package io.kartela.service.purchase;

import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a register did since the day began, in all and by cashier, net of the returns made there
 * since then: what must lie in the drawer. Stateless.
 */
final class DayTotals {
  private DayTotals() {}

  static Views.Today of(Connection c, RegisterPrincipal register, Instant dayStart)
      throws SQLException {
    List<Views.CashierDay> days = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT days.cashier_id, k.name, receipts, to_pay, spent, earned, returns, returned, sign_ups FROM (
                SELECT cashier_id, sum(receipts)::bigint AS receipts, sum(to_pay)::bigint AS to_pay,
                    sum(spent)::bigint AS spent, sum(earned)::bigint AS earned, sum(returns)::bigint AS returns,
                    sum(returned)::bigint AS returned, sum(sign_ups)::bigint AS sign_ups
                FROM (
                    SELECT cashier_id, count(*) AS receipts, sum(net) AS to_pay, sum(spent) AS spent,
                        sum(earned) AS earned, 0 AS returns, 0 AS returned, 0 AS sign_ups
                    FROM kartela.receipt WHERE merchant_id = ? AND register_id = ? AND at >= ? GROUP BY cashier_id
                    UNION ALL
                    SELECT cashier_id, -count(*) FILTER (WHERE completes), -sum(money), -sum(bonuses_back),
                        -sum(earn_reversed - shortfall + recovered), count(*), sum(money), 0
                    FROM kartela.receipt_return WHERE merchant_id = ? AND register_id = ? AND at >= ?
                    GROUP BY cashier_id
                    UNION ALL
                    SELECT signed_up_cashier, 0, 0, 0, 0, 0, 0, count(*)
                    FROM kartela.member WHERE merchant_id = ? AND signed_up_register = ? AND created_at >= ?
                    GROUP BY signed_up_cashier) AS parts
                GROUP BY cashier_id) AS days
            LEFT JOIN kartela.cashier k ON k.merchant_id = ? AND k.cashier_id = days.cashier_id
            ORDER BY lower(k.name) NULLS LAST, days.cashier_id
            """)) {
      for (int i = 1; i <= 7; i += 3) {
        s.setLong(i, register.merchantId());
        s.setLong(i + 1, register.registerId());
        s.setTimestamp(i + 2, Timestamp.from(dayStart));
      }
      s.setLong(10, register.merchantId());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          days.add(day(r));
        }
      }
    }
    return new Views.Today(
        days.stream().mapToLong(Views.CashierDay::receipts).sum(),
        days.stream().mapToLong(Views.CashierDay::toPay).sum(),
        days.stream().mapToLong(Views.CashierDay::spent).sum(),
        days.stream().mapToLong(Views.CashierDay::earned).sum(),
        days.stream().mapToLong(Views.CashierDay::returns).sum(),
        days.stream().mapToLong(Views.CashierDay::returned).sum(),
        days.stream().mapToLong(Views.CashierDay::signUps).sum(),
        List.copyOf(days));
  }

  private static Views.CashierDay day(ResultSet r) throws SQLException {
    @Nullable Long cashier = r.getObject(1, Long.class);
    return new Views.CashierDay(
        cashier == null ? null : cashier.toString(),
        r.getString(2),
        r.getLong(3),
        r.getLong(4),
        r.getLong(5),
        r.getLong(6),
        r.getLong(7),
        r.getLong(8),
        r.getLong(9));
  }
}
