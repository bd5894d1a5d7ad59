package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Tier;
import io.kartela.rules.Tiers;
import io.kartela.service.member.Standings;
import io.kartela.service.program.Published;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of an earlier month that comes after the monthly recomputation: the recomputation is
 * repeated with it, from the state before, and a tier that it would have kept is given back.
 */
final class LateReceipt {
  private final Program program;
  private final @Nullable LocalDate day;
  private final @Nullable Answer<Standings.Recomputed> state;
  private final @Nullable Answer<Facts.Purchases> sums;

  private LateReceipt(
      Program program,
      @Nullable LocalDate day,
      @Nullable Answer<Standings.Recomputed> state,
      @Nullable Answer<Facts.Purchases> sums) {
    this.program = program;
    this.day = day;
    this.state = state;
    this.sums = sums;
  }

  /** Asks only when the receipt falls into the months that were last recomputed. */
  static LateReceipt ask(
      RoundTrip trip,
      Standings standings,
      Published current,
      PurchaseFacts.Question question,
      Instant now) {
    Program program = current.program();
    LocalDate day = Tiers.recomputeDay(program, now);
    PurchaseWindow.Range range = Tiers.recomputeRange(program, day);
    if (range == null
        || !question.at().isBefore(range.until())
        || (range.from() != null && question.at().isBefore(range.from()))) {
      return new LateReceipt(program, null, null, null);
    }
    return new LateReceipt(
        program,
        day,
        standings.recomputed(trip, question.merchantId(), question.memberId()),
        standings.sums(trip, question.merchantId(), question.memberId(), range, question.zone()));
  }

  /**
   * The tier after the receipt: the one it causes, or the better one that the repeated
   * recomputation keeps.
   *
   * @param counted what of the receipt counts towards tiers
   */
  String restored(String tier, long counted) {
    if (day == null || state == null || sums == null) {
      return tier;
    }
    Standings.Recomputed was = state.get();
    String before = was.beforeTier();
    if (before == null || !day.equals(was.on())) {
      return tier;
    }
    Facts.Purchases p = sums.get();
    Tiers.State again =
        Tiers.recompute(
            program,
            new Tiers.State(before, was.beforeGrace(), was.beforeRun()),
            day,
            new Tiers.History(
                Math.addExact(p.amount(), counted), 0, Math.max(p.largest(), counted)));
    return rank(again.tier()) > rank(tier) ? again.tier() : tier;
  }

  private int rank(String id) {
    Tier tier = program.tier(id);
    return tier == null ? Integer.MIN_VALUE : tier.rank();
  }
}
