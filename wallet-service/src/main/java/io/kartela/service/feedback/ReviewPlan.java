package io.kartela.service.feedback;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.post.Reason;
import io.kartela.service.platform.http.LocalText;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a shop asks, and what it does with answers. Kept as JSON.
 *
 * @param hours after the purchase
 * @param least what must have been paid, less what came back; minor units
 * @param everyDays a member is asked at most once in so many; 0: after every purchase
 * @param ways where no card is held
 * @param subject of a letter
 * @param badTo up to which score it is bad
 * @param answerDays in which somebody must have dealt with it
 * @param tell whom of bad ones, besides owners
 */
record ReviewPlan(
    int hours,
    long least,
    int everyDays,
    LocalText question,
    Set<ChannelKind> ways,
    String subject,
    Reward reward,
    int badTo,
    int answerDays,
    List<String> tell) {
  /**
   * For the first score.
   *
   * @param amount minor units; 0: none
   * @param days in which it burns
   */
  record Reward(long amount, int days) {
    static final Reward NONE = new Reward(0, 0);
  }

  /** What promises a gift is advertising. */
  Reason reason() {
    return reward.amount > 0 ? Reason.OCCASION : Reason.NOTICE;
  }

  Duration after() {
    return Duration.ofHours(hours);
  }
}
