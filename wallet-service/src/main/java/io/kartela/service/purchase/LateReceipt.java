package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Tier;
import io.kartela.rules.Tiers;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.program.Published;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that comes after later ones. Together with them it may reach a tier by purchases in a
 * period; and one of an earlier month repeats the monthly recomputation with it, from the state
 * before, so that a tier which it would have kept is given back.
 */
final class LateReceipt {
  private final Program program;
  private final @Nullable LocalDate day;
  private final @Nullable Answer<Standings.Recomputed> state;
  private final @Nullable Answer<Facts.Purchases> sums;
  private final @Nullable Answer<Facts.Purchases> untilNow;
  private final boolean late;

  private LateReceipt(
      Program program,
      @Nullable LocalDate day,
      @Nullable Answer<Standings.Recomputed> state,
      @Nullable Answer<Facts.Purchases> sums,
      @Nullable Answer<Facts.Purchases> untilNow,
      boolean late) {
    this.late = late;
    this.program = program;
    this.day = day;
    this.state = state;
    this.sums = sums;
    this.untilNow = untilNow;
  }

  /** Asks only what the receipt's time makes necessary: nothing for one that was just made. */
  static LateReceipt ask(
      RoundTrip trip,
      Standings standings,
      Published current,
      PurchaseFacts.Question question,
      Instant now) {
    Program program = current.program();
    if (!question.late(now)) {
      return new LateReceipt(program, null, null, null, null, false);
    }
    PurchaseWindow window = program.tierPolicy().window();
    Answer<Facts.Purchases> untilNow = null;
    if (window.unit() != PurchaseWindow.Unit.ALL) {
      PurchaseWindow.Range range = window.range(now, program.zone());
      untilNow = holds(range, question.at()) ? sums(trip, standings, question, range) : null;
    }
    LocalDate day = Tiers.recomputeDay(program, now);
    PurchaseWindow.Range range = Tiers.recomputeRange(program, day);
    if (range == null || !holds(range, question.at())) {
      return new LateReceipt(program, null, null, null, untilNow, true);
    }
    return new LateReceipt(
        program,
        day,
        standings.recomputed(trip, question.merchantId(), question.memberId()),
        sums(trip, standings, question, range),
        untilNow,
        true);
  }

  private static boolean holds(PurchaseWindow.Range range, Instant at) {
    return at.isBefore(range.until()) && (range.from() == null || !at.isBefore(range.from()));
  }

  private static Answer<Facts.Purchases> sums(
      RoundTrip trip,
      Standings standings,
      PurchaseFacts.Question question,
      PurchaseWindow.Range range) {
    return standings.sums(trip, question.merchantId(), question.memberId(), range, question.zone());
  }

  /**
   * The tier after the receipt: the one it causes, or a better one that it reaches together with
   * later receipts or that the repeated recomputation keeps.
   *
   * @param before the member before it
   * @param evaluation what was judged of it
   * @param counted what of the receipt counts towards tiers
   */
  String restored(MemberRef before, Evaluation evaluation, long counted) {
    String tier = caused(before, evaluation);
    return recomputed(before, reached(before, tier, counted), counted);
  }

  private String caused(MemberRef member, Evaluation evaluation) {
    String held = member.standing().tier();
    Tiers.Change change = evaluation.tierAfter();
    String judged = change == null ? evaluation.tier() : change.to();
    if (judged == null) {
      return held;
    }
    // By the tier of its time a late receipt may have been judged; it takes nothing from today's.
    boolean better = change != null && rank(judged) > rank(held);
    return !late || better || program.tier(held) == null ? judged : held;
  }

  private String reached(MemberRef before, String tier, long counted) {
    boolean ever = program.tierPolicy().window().unit() == PurchaseWindow.Unit.ALL;
    if (!late || (untilNow == null && !ever) || program.tier(tier) == null) {
      return tier;
    }
    MemberRef.Standing s = before.standing();
    Facts.Purchases p =
        untilNow == null
            ? new Facts.Purchases(s.spentTotal(), s.purchases(), s.largest())
            : untilNow.get();
    Tiers.Change rise =
        Tiers.afterPurchase(
            program,
            tier,
            new Tiers.History(p.amount(), before.standing().spentTotal(), p.largest()),
            counted);
    return rise == null ? tier : rise.to();
  }

  private String recomputed(MemberRef member, String tier, long counted) {
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
                Math.addExact(p.amount(), counted),
                Math.addExact(member.standing().spentTotal(), counted),
                Math.max(p.largest(), counted)));
    return rank(again.tier()) > rank(tier) ? again.tier() : tier;
  }

  private int rank(String id) {
    Tier tier = program.tier(id);
    return tier == null ? Integer.MIN_VALUE : tier.rank();
  }
}
