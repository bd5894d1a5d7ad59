package io.kartela.service.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which of the receipts in a statement were given to the member's card after the purchase. Works in
 * the caller's transaction.
 */
public final class LateMarks {
  private LateMarks() {}

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
    Set<String> later = new HashSet<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT receipt_id FROM kartela.receipt_late_card WHERE merchant_id = ? AND receipt_id"
                + " = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", receipts));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          later.add(Long.toString(r.getLong(1)));
        }
      }
    }
    return operations.stream()
        .map(o -> o.receiptId() != null && later.contains(o.receiptId()) ? o.givenLater() : o)
        .toList();
  }
}
