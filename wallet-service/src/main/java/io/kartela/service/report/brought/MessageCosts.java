package io.kartela.service.report.brought;

import java.sql.Connection;

/**
 * What a campaign's messages cost, minor units. The one place where a result asks for it: texts on
 * cards are free, and channels that are paid for will keep their prices with their messages.
 */
final class MessageCosts {
  private MessageCosts() {}

  static long of(Connection c, long merchantId, long campaignId) {
    return 0;
  }
}
