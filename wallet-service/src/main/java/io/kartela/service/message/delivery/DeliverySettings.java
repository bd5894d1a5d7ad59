package io.kartela.service.message.delivery;

import java.time.Duration;

/**
 * How the worker works.
 *
 * @param batch rows claimed at once
 * @param parallelBatches batches under way at once, per platform
 * @param lease how long a claimed row is nobody else's; renewed while its batch is under way
 * @param poll how often to look without being woken
 * @param firstRetry the wait after the first failure; it doubles, up to ten minutes
 * @param maxAttempts after so many a change is kept as a dead letter, and told when that is
 *     possible again
 */
public record DeliverySettings(
    int batch,
    int parallelBatches,
    Duration lease,
    Duration poll,
    Duration firstRetry,
    int maxAttempts) {
  public DeliverySettings {
    if (batch < 1 || parallelBatches < 1 || maxAttempts < 1) {
      throw new IllegalArgumentException("delivery settings are positive");
    }
    if (!lease.isPositive() || !poll.isPositive() || !firstRetry.isPositive()) {
      throw new IllegalArgumentException("delivery times are positive");
    }
  }

  /**
   * For what may wait: half the hands, the same care.
   *
   * @param most rows at once, few enough to be done within the lease by those hands
   */
  DeliverySettings background(int most) {
    return new DeliverySettings(
        Math.min(batch, most),
        Math.max(1, parallelBatches / 2),
        lease,
        poll,
        firstRetry,
        maxAttempts);
  }

  /**
   * For what goes to a vendor in batches.
   *
   * @param most rows in one
   * @param atOnce batches under way
   */
  DeliverySettings together(int most, int atOnce) {
    return new DeliverySettings(
        Math.min(batch, most), atOnce, lease, poll, firstRetry, maxAttempts);
  }

  public static DeliverySettings usual() {
    return new DeliverySettings(
        200, 4, Duration.ofSeconds(60), Duration.ofMillis(250), Duration.ofSeconds(1), 12);
  }
}
