package io.kartela.service.report.figures;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What movements add up to; amounts in minor units.
 *
 * @param receipts sold, less those that came back whole
 * @param sales sold, whatever came back
 * @param revenue money taken less money given back
 * @param memberReceipts of {@code receipts}, with a card
 * @param memberRevenue of {@code revenue}, with a card
 * @param gross of what was sold, by the price
 * @param discount given on what was sold
 * @param earned bonuses brought by receipts, less those really taken back
 * @param spent bonuses paid with, less those given back
 * @param joined members
 */
record Sums(
    long receipts,
    long sales,
    long revenue,
    long memberReceipts,
    long memberRevenue,
    long gross,
    long discount,
    long earned,
    long spent,
    long joined) {
  static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The columns of {@code kartela.day_sum}, in the order of the record. */
  static final String COLUMNS =
      "receipts, sales, revenue, member_receipts, member_revenue, gross, discount, earned, spent,"
          + " joined";

  static final String ADDED =
      "sum(receipts)::bigint AS receipts, sum(sales)::bigint AS sales, sum(revenue)::bigint AS"
          + " revenue, sum(member_receipts)::bigint AS member_receipts, sum(member_revenue)::bigint"
          + " AS member_revenue, sum(gross)::bigint AS gross, sum(discount)::bigint AS discount,"
          + " sum(earned)::bigint AS earned, sum(spent)::bigint AS spent, sum(joined)::bigint AS"
          + " joined";

  /** Reads them from this column on. */
  static Sums read(ResultSet r, int from) throws SQLException {
    return new Sums(
        r.getLong(from),
        r.getLong(from + 1),
        r.getLong(from + 2),
        r.getLong(from + 3),
        r.getLong(from + 4),
        r.getLong(from + 5),
        r.getLong(from + 6),
        r.getLong(from + 7),
        r.getLong(from + 8),
        r.getLong(from + 9));
  }

  Sums plus(Sums o) {
    return new Sums(
        receipts + o.receipts,
        sales + o.sales,
        revenue + o.revenue,
        memberReceipts + o.memberReceipts,
        memberRevenue + o.memberRevenue,
        gross + o.gross,
        discount + o.discount,
        earned + o.earned,
        spent + o.spent,
        joined + o.joined);
  }

  long averageReceipt() {
    return average(revenue, receipts);
  }

  /** On a receipt that was sold: what comes back later takes no discount away. */
  long averageDiscount() {
    return average(discount, sales);
  }

  /** Half a kopeck up; of nothing, 0. */
  static long average(long amount, long count) {
    return count <= 0 ? 0 : Math.floorDiv(2 * amount + count, 2 * count);
  }
}
