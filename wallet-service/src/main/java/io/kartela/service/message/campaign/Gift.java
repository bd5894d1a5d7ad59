package io.kartela.service.message.campaign;

import io.kartela.service.platform.http.Check;
import org.jspecify.annotations.Nullable;

/**
 * Bonuses that come with a campaign's text.
 *
 * @param amount minor units
 * @param days so long after the beginning they burn
 */
record Gift(long amount, int days) {
  private static final long MOST = 100_000_000;
  private static final int MOST_DAYS = 365;

  record Request(@Nullable Long amount, @Nullable Integer days) {}

  static @Nullable Gift check(Check check, @Nullable Request wanted) {
    if (wanted == null) {
      return null;
    }
    long amount = wanted.amount == null ? 0 : wanted.amount;
    int days = wanted.days == null ? 0 : wanted.days;
    check.require(
        amount > 0 && amount <= MOST,
        "gift.amount",
        "INVALID",
        "от 0,01 до 1 000 000",
        "0.01 to 1,000,000");
    check.require(
        days > 0 && days <= MOST_DAYS,
        "gift.days",
        "INVALID",
        "от 1 до " + MOST_DAYS,
        "1 to " + MOST_DAYS);
    return new Gift(amount, days);
  }

  static @Nullable Gift of(CampaignEntity e) {
    return e.giftAmount == null || e.giftDays == null ? null : new Gift(e.giftAmount, e.giftDays);
  }
}
