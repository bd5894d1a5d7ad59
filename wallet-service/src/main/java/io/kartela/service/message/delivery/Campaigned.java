package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.DeliveryListener.Wish;
import io.kartela.service.message.delivery.Finish.End;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks whether texts of campaigns and automations are still meant: somebody may have paused theirs,
 * or want none any more. Stateless.
 */
final class Campaigned {
  private Campaigned() {}

  /**
   * The rows that are to go out; those that are not are held back in this transaction, or ended.
   */
  static List<OutboxRow> meant(
      Connection c,
      long merchantId,
      List<OutboxRow> rows,
      DeliveryListener listener,
      Map<OutboxRow, End> over)
      throws SQLException {
    if (rows.stream().noneMatch(OutboxRow::hasSender)) {
      return rows;
    }
    Map<Long, String> unwilling =
        listener.unwilling(
            c, merchantId, OutboxRow.members(rows.stream().filter(OutboxRow::isOffer).toList()));
    Map<String, Wish> wishes = new HashMap<>();
    List<OutboxRow> meant = new ArrayList<>();
    List<OutboxRow> held = new ArrayList<>();
    for (OutboxRow row : rows) {
      String campaign = row.newsKey();
      Wish wish = row.hasSender() ? wishes.get(campaign) : Wish.SEND;
      if (wish == null) {
        wish = listener.wish(c, merchantId, row.payload());
        wishes.put(campaign, wish);
      }
      switch (wish) {
        case SEND -> {
          String not = row.isOffer() ? unwilling.get(row.memberId()) : null;
          if (not == null) {
            meant.add(row);
          } else {
            over.put(row, new End.Skipped(not));
          }
        }
        case HOLD -> held.add(row);
        case DROP -> over.put(row, new End.Skipped("CANCELLED"));
      }
    }
    OutboxClaims.hold(c, merchantId, held);
    return meant;
  }
}
