package io.kartela.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A rule made ready: validity as epoch seconds, goods as an index into the plan's selectors. */
final class Step {
  final Rule rule;
  final String id;
  final Phase phase;
  final int goods;
  final boolean unconditional;
  private final long fromSecond;
  private final long untilSecond;

  Step(Rule rule, int goods, ZoneId zone) {
    this.rule = rule;
    this.id = rule.id();
    this.phase = rule.phase();
    this.goods = goods;
    this.unconditional = rule.when() instanceof Condition.Always;
    LocalDate from = rule.validity().from();
    LocalDate through = rule.validity().through();
    this.fromSecond = from == null ? Long.MIN_VALUE : from.atStartOfDay(zone).toEpochSecond();
    this.untilSecond =
        through == null ? Long.MAX_VALUE : through.plusDays(1).atStartOfDay(zone).toEpochSecond();
  }

  /** Why the rule is not alive at that second, or null when it is. */
  Trace.@Nullable Reason notAlive(long epochSecond) {
    if (!rule.enabled()) {
      return Trace.Reason.DISABLED;
    }
    if (epochSecond < fromSecond) {
      return Trace.Reason.NOT_YET_VALID;
    }
    return epochSecond >= untilSecond ? Trace.Reason.NO_LONGER_VALID : null;
  }
}
