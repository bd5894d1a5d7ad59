package io.kartela.service.report.figures;

import io.kartela.service.member.segment.Audience;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose movements are asked for.
 *
 * @param stores null: of all
 * @param cashier null: whoever sold
 * @param members null: whoever bought, with a card or without
 */
record Scope(
    long merchantId,
    ZoneId zone,
    @Nullable Set<Long> stores,
    @Nullable Long cashier,
    @Nullable Audience members) {

  /** Days' sums know no cashier and no member. */
  boolean byDaySums() {
    return cashier == null && members == null;
  }

  /** Nothing is left out: who joined belongs to no store. */
  boolean whole() {
    return byDaySums() && stores == null;
  }

  java.time.Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** A condition on receipts {@code r}; starts with AND or is empty. */
  String sql() {
    return ofStores("r.store_id")
        + (cashier == null ? "" : " AND r.cashier_id = " + cashier)
        + (members == null ? "" : " AND r.member_id IN (" + members.sql() + ")");
  }

  /** Numbers only, written out: no placeholder to count. */
  String ofStores(String column) {
    if (stores == null) {
      return "";
    }
    return stores.isEmpty()
        ? " AND false"
        : stores.stream()
            .map(id -> Long.toString(id))
            .collect(Collectors.joining(", ", " AND " + column + " IN (", ")"));
  }

  /** Sets the values of {@link #sql}; the number of the last placeholder. */
  int bind(PreparedStatement s, int after) throws SQLException {
    return members == null ? after : members.bind(s, after);
  }
}
