package io.kartela.service.message.automation;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.post.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a shop says by itself.
 *
 * @param since when it was switched on last
 * @param lookedAt up to when it was looked what happened
 */
record Automation(
    long id, Plan plan, boolean on, Instant since, Instant lookedAt, Changed changed) {

  /**
   * What is said, when and to whom.
   *
   * @param segmentId null: to whoever it happens to
   * @param subject of letters
   */
  record Plan(
      Kind kind,
      @Nullable Long segmentId,
      Set<ChannelKind> ways,
      String subject,
      List<Step> steps,
      Limits limits) {

    /**
     * How much of it.
     *
     * @param holdOutPercent of members for whom it is meant are told nothing, always the same ones
     * @param budget of gifts and messages in a month, minor units; null: none
     */
    record Limits(int holdOutPercent, @Nullable Long budget) {}

    /** Whether it is advertising, in whole or in part. */
    boolean offers() {
      return kind.offersAnyway() || steps.stream().anyMatch(step -> step.gift != null);
    }

    /** As the law on advertising tells them apart. */
    Reason reason(int step) {
      return kind.offersAnyway() || steps.get(step).gift != null ? Reason.OCCASION : Reason.NOTICE;
    }
  }

  /**
   * One message of a chain; most have one.
   *
   * @param days of the occasion; of a further step after the message before
   */
  record Step(int days, String text, @Nullable Gift gift) {}

  /** Bonuses that live for so many days; the amount in minor units. */
  record Gift(long amount, int days) {}

  /** The last change, by whom. */
  record Changed(int revision, String by, Instant at) {}
}
