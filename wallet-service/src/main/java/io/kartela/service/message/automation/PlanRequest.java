package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Automation.Gift;
import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.automation.Automation.Plan.Limits;
import io.kartela.service.message.automation.Automation.Step;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.WantedWays;
import io.kartela.service.message.words.Personal;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An automation as the cabinet sends it. */
record PlanRequest(
    @Nullable String kind,
    @Nullable String segmentId,
    @Nullable List<String> ways,
    @Nullable String subject,
    @Nullable List<StepRequest> steps,
    @Nullable Integer holdOutPercent,
    @Nullable Long budget) {
  private static final int MOST_HELD_OUT = 50;
  private static final long MOST_BUDGET = 100_000_000_000L;
  private static final long MOST_GIFT = 100_000_000;
  private static final int MOST_LIFE = 365;

  record StepRequest(@Nullable Integer days, @Nullable String text, @Nullable GiftRequest gift) {}

  record GiftRequest(@Nullable Long amount, @Nullable Integer days) {}

  /** Reads it; ends the check. */
  Plan plan(Check check, List<Channel> channels) {
    String names = Stream.of(Kind.values()).map(Kind::name).reduce((a, b) -> a + ", " + b).get();
    Kind known =
        Stream.of(Kind.values()).filter(k -> k.name().equals(kind)).findFirst().orElse(null);
    check.require(known != null, "kind", "INVALID", names, names);
    Kind of = known == null ? Kind.WELCOME : known;
    List<StepRequest> wanted = steps == null ? List.of() : steps;
    int most = of == Kind.WIN_BACK ? Kind.MOST_STEPS : 1;
    check.require(
        !wanted.isEmpty() && wanted.size() <= most,
        "steps",
        "INVALID",
        "от 1 до " + most,
        "1 to " + most);
    List<Step> good = new ArrayList<>();
    for (int i = 0; i < Math.min(wanted.size(), most); i++) {
      good.add(step(check, of, i, wanted.get(i)));
    }
    Set<ChannelKind> kinds = kinds(check, of, good, channels);
    String line =
        kinds.contains(ChannelKind.MAIL)
            ? check.line("subject", subject, 150)
            : check.optional("subject", subject, 150);
    Limits limits = limits(check, of, good);
    check.done();
    Long segment = segmentId == null ? null : Http.id(segmentId, ProblemCode.SEGMENT_NOT_FOUND);
    return new Plan(of, segment, kinds, line == null ? "" : line, good, limits);
  }

  /** What is for people's own business is told to all of them. */
  private Limits limits(Check check, Kind of, List<Step> steps) {
    int held = holdOutPercent == null ? 0 : holdOutPercent;
    boolean offers = of.offersAnyway() || steps.stream().anyMatch(step -> step.gift() != null);
    check.require(
        held >= 0 && held <= (offers ? MOST_HELD_OUT : 0),
        "holdOutPercent",
        "OUT_OF_RANGE",
        offers ? "от 0 до " + MOST_HELD_OUT : "0: это не реклама",
        offers ? "from 0 to " + MOST_HELD_OUT : "0: this is no advertising");
    check.require(
        budget == null || (budget > 0 && budget <= MOST_BUDGET),
        "budget",
        "OUT_OF_RANGE",
        "от 0,01 до 1 000 000 000",
        "0.01 to 1,000,000,000");
    return new Limits(held, budget);
  }

  private static Step step(Check check, Kind kind, int i, StepRequest wanted) {
    String at = "steps[" + i + "].";
    int least = i > 0 ? 1 : kind.leastDays();
    int most = kind.mostDays();
    int days = wanted.days == null ? 0 : wanted.days;
    check.require(
        days >= least && days <= most,
        at + "days",
        "INVALID",
        "от " + least + " до " + most,
        least + " to " + most);
    Gift gift = wanted.gift == null ? null : gift(check, at + "gift.", wanted.gift);
    String text = check.text(at + "text", wanted.text, 500);
    Personal.check(check, at + "text", text, kind.variables(gift != null));
    return new Step(days, text, gift);
  }

  private static Gift gift(Check check, String at, GiftRequest wanted) {
    long amount = wanted.amount == null ? 0 : wanted.amount;
    int days = wanted.days == null ? 0 : wanted.days;
    check.require(
        amount > 0 && amount <= MOST_GIFT,
        at + "amount",
        "INVALID",
        "от 0,01 до 1 000 000",
        "0.01 to 1,000,000");
    check.require(
        days > 0 && days <= MOST_LIFE,
        at + "days",
        "INVALID",
        "от 1 до " + MOST_LIFE,
        "1 to " + MOST_LIFE);
    return new Gift(amount, days);
  }

  /** What is for people's own business goes by any way, an offer by those that carry offers. */
  private Set<ChannelKind> kinds(Check check, Kind of, List<Step> steps, List<Channel> channels) {
    boolean offers = of.offersAnyway() || steps.stream().anyMatch(step -> step.gift() != null);
    return WantedWays.check(check, channels, ways, offers);
  }
}
