package io.kartela.service.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of its receipts: their numbers as the customer has them on paper, and which
 * were given to the card after the purchase. Works in the caller's transaction.
 */
public final class ReceiptMarks {
  private ReceiptMarks() {}

  /** The same operations, told so. */
  public static List<OperationView> on(
      Connection c, long merchantId, List<OperationView> operations) throws SQLException {
    Long[] receipts =
        operations.stream()
            .map(OperationView::receiptId)
            .filter(Objects::nonNull)
            .map(Long::valueOf)
            .distinct()
            .toArray(Long[]::new);
    if (receipts.length == 0) {
      return operations;
    }
    Map<String, Mark> marks = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT r.receipt_id, r.number, l.receipt_id IS NOT NULL FROM kartela.receipt r
            LEFT JOIN kartela.receipt_late_card l USING (merchant_id, receipt_id)
            WHERE r.merchant_id = ? AND r.receipt_id = ANY (?)
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", receipts));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          marks.put(r.getString(1), new Mark(r.getString(2), r.getBoolean(3)));
        }
      }
    }
    return operations.stream()
        .map(o -> marks.containsKey(o.receiptId()) ? marks.get(o.receiptId()).on(o) : o)
        .toList();
  }

  private record Mark(@Nullable String number, boolean late) {
    OperationView on(OperationView operation) {
      OperationView numbered = operation.numbered(number);
      return late ? numbered.givenLater() : numbered;
    }
  }
}
