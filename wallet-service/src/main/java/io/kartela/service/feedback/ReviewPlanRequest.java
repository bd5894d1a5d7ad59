package io.kartela.service.feedback;

import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.WantedWays;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.LocalText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The owner's plan as it comes in. */
record ReviewPlanRequest(
    @Nullable Boolean active,
    @Nullable Integer hours,
    @Nullable Long least,
    @Nullable Integer everyDays,
    @Nullable LocalText question,
    @Nullable List<String> ways,
    @Nullable String subject,
    ReviewPlan.@Nullable Reward reward,
    @Nullable Integer badTo,
    @Nullable Integer answerDays,
    @Nullable List<String> tell) {
  private static final int MOST_HOURS = 24 * 14;
  private static final int MOST_DAYS = 365;
  private static final long MOST_LEAST = 100_000_000_000L;
  private static final long MOST_REWARD = 100_000_000;
  private static final int MOST_TOLD = 5;

  /** The link stands behind it, and all of it shall fit into a few parts. */
  private static final int LONGEST_QUESTION = 300;

  /** Reads it; ends the check. */
  ReviewPlan plan(Check check, List<Channel> channels) {
    check.require(active != null, "active", "REQUIRED", "не заполнено", "is required");
    int after = number(check, "hours", hours, 0, MOST_HOURS);
    long paid = least == null ? 0 : least;
    check.require(
        paid >= 0 && paid <= MOST_LEAST,
        "least",
        "OUT_OF_RANGE",
        "от 0 до 1 000 000 000",
        "0 to 1,000,000,000");
    int every = number(check, "everyDays", everyDays, 0, MOST_DAYS);
    LocalText asked =
        new LocalText(
            check.text("question.ru", question == null ? null : question.ru(), LONGEST_QUESTION),
            check.text("question.en", question == null ? null : question.en(), LONGEST_QUESTION));
    ReviewPlan.Reward gift = reward == null ? ReviewPlan.Reward.NONE : reward(check, reward);
    // What promises a gift is an offer.
    Set<ChannelKind> kinds = WantedWays.check(check, channels, ways, gift.amount() > 0);
    String line =
        kinds.contains(ChannelKind.MAIL)
            ? check.line("subject", subject, 150)
            : check.optional("subject", subject, 150);
    int bad = number(check, "badTo", badTo, 0, 8);
    int days = number(check, "answerDays", answerDays, 1, 30);
    List<String> told = tell == null ? List.of() : tell;
    check.require(
        told.size() <= MOST_TOLD,
        "tell",
        "TOO_MANY",
        "не больше " + MOST_TOLD,
        "at most " + MOST_TOLD);
    List<String> mails = told.stream().limit(MOST_TOLD).map(to -> check.email("tell", to)).toList();
    check.done();
    return new ReviewPlan(
        after, paid, every, asked, kinds, line == null ? "" : line, gift, bad, days, mails);
  }

  private static int number(Check check, String field, @Nullable Integer value, int min, int max) {
    int number = value == null ? Integer.MIN_VALUE : value;
    boolean good = number >= min && number <= max;
    check.require(good, field, "OUT_OF_RANGE", "от " + min + " до " + max, min + " to " + max);
    return good ? number : min;
  }

  private static ReviewPlan.Reward reward(Check check, ReviewPlan.Reward wanted) {
    check.require(
        wanted.amount() > 0 && wanted.amount() <= MOST_REWARD,
        "reward.amount",
        "OUT_OF_RANGE",
        "от 0,01 до 1 000 000",
        "0.01 to 1,000,000");
    check.require(
        wanted.days() > 0 && wanted.days() <= MOST_DAYS,
        "reward.days",
        "OUT_OF_RANGE",
        "от 1 до " + MOST_DAYS,
        "1 to " + MOST_DAYS);
    return wanted;
  }
}
