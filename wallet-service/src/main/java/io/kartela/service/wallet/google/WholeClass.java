package io.kartela.service.wallet.google;

import java.sql.Connection;
import java.sql.SQLException;

/** Who a text is for. Thread-safe. */
@FunctionalInterface
public interface WholeClass {
  /**
   * Whether every member with a card of this class is to get the text, and may be written to now;
   * in a transaction confined to the merchant.
   *
   * @param textId as {@link GoogleCards.Message#id()}
   */
  boolean isEverybody(Connection c, long merchantId, String textId, String classId)
      throws SQLException;
}
