package io.kartela.ledger;

import java.util.Comparator;

/**
 * A member's bonus account at one merchant. The natural order is the order in which several
 * accounts are locked, so that two transactions never wait for each other in a circle.
 *
 * @param merchantId the merchant (tenant), positive
 * @param accountId the member's id, positive
 */
public record AccountId(long merchantId, long accountId) implements Comparable<AccountId> {
  private static final Comparator<AccountId> ORDER =
      Comparator.comparingLong(AccountId::merchantId).thenComparingLong(AccountId::accountId);

  public AccountId {
    if (merchantId <= 0 || accountId <= 0) {
      throw new IllegalArgumentException(
          "account ids are positive: " + merchantId + "/" + accountId);
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return ORDER.compare(this, other);
  }
}
