package io.kartela.service.program.whatif;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.InputRefusal;
import io.kartela.rules.Line;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.ReturnPolicy;
import io.kartela.rules.Ruling;
import io.kartela.rules.Tiers;
import io.kartela.rules.Wish;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One member's receipts under the draft, in the order of time; the package's description says what
 * is simulated and how. Used for one member after another by one thread.
 */
final class MemberReplay {
  private final ReplayPlan plan;
  private final Tally tally;
  private final PurchaseHistory history = new PurchaseHistory();
  private final MemberPast past;
  private final TierTrack track;

  /** What becomes of the real tier between the receipts and after the last one. */
  private TierTrack reality;

  private final PriorityQueue<Due> returns = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final Sums was = new Sums();
  private final Sums is = new Sums();

  private Purse real = new Purse();
  private Purse drafted = new Purse();
  private boolean begun;

  /** Something differed, so that from here on the draft's tier goes its own way. */
  private boolean diverged;

  private boolean returnedSince;
  private long total;
  private long realTotal;
  private Instant last = Instant.EPOCH;
  private @Nullable String realTier;

  private int lastVersion;

  /** A return that takes effect later. */
  private record Due(
      long receiptId,
      Instant at,
      int index,
      Returned back,
      long draftCounted,
      long realCounted,
      long realWhole,
      StoredReceipt stored,
      Evaluation judged,
      ReturnPolicy.Debt realPolicy) {}

  MemberReplay(ReplayPlan plan, Tally tally) {
    this.plan = plan;
    this.tally = tally;
    this.past = new MemberPast(plan, history);
    this.track = new TierTrack(plan.program, new Drafted());
    this.reality = new TierTrack(plan.program, new Really());
  }

  /** What the draft counts. */
  private final class Drafted implements TierTrack.Bought {
    @Override
    public long amount(PurchaseWindow.Range range) {
      return history.amount(range);
    }

    @Override
    public long largest(PurchaseWindow.Range range) {
      return history.largest(range);
    }

    @Override
    public long total() {
      return total;
    }
  }

  /** A receipt from before the period: only summed. */
  void before(ReceiptRow row) {
    long counted =
        Math.max(0, plan.counted(row.bought(), row.discount(), row.money()) - row.returned());
    history.add(row.at(), counted, counted);
  }

  /** A receipt of the period. */
  void replay(ReceiptRow row, StoredReceipt s) {
    boolean sameMeasure = plan.version(row.programNumber()).measure() == plan.measure;
    Facts.Member member = s.facts().member();
    if (member != null) {
      meet(row, s, member, sameMeasure);
    }
    Facts facts;
    Ruling outcome;
    plan.shared.lock();
    try {
      facts = past.facts(s, member == null ? null : drafted(member, s.at()), sameMeasure);
      outcome = plan.prepared.evaluate(s.basket(), facts, wish(s), s.at(), s.zone(), s.taken());
      past.really(row.id(), s);
      if (outcome instanceof Evaluation e) {
        past.drafted(row.id(), e, member != null);
      }
    } finally {
      plan.shared.unlock();
    }
    if (member != null) {
      book(real, s.spent(), s.accrual(), s.grants());
      followReality(row, member, s);
      realTier = s.tierTo() == null ? member.tier() : s.tierTo();
      realTotal = row.counted() + stored(s);
      last = s.at();
      lastVersion = row.programNumber();
      returnedSince = false;
    }
    switch (outcome) {
      case InputRefusal r -> refused(row, s, r, member != null);
      case Evaluation e -> judged(row, s, facts, e, sameMeasure);
    }
  }

  private static long stored(StoredReceipt s) {
    Facts.Purchases all = s.facts().purchases().get(PurchaseWindow.ALL_TIME.key());
    return all == null ? 0 : all.amount();
  }

  private Wish wish(StoredReceipt s) {
    if (s.spent() == 0) {
      return Wish.NONE;
    }
    return plan.asAllowed && s.spent() >= s.atMost() ? Wish.MAX : Wish.amount(s.spent());
  }

  /** Brings the member to the moment of the receipt. */
  private void meet(ReceiptRow row, StoredReceipt s, Facts.Member member, boolean sameMeasure) {
    if (begun) {
      settle(s.at());
      follow(row, member, s.at());
    } else {
      begun = true;
      reality.begin(member.tier(), member.tier(), s.at());
      total = past.total(s, sameMeasure);
      track.begin(plan.home(member.tier()), plan.home(member.tier()), s.at());
    }
    long beyond = member.available() - real.available(s.at());
    real.shift(beyond);
    drafted.shift(beyond);
  }

  /** Takes over what became of the real tier for reasons that the draft shares or cannot know. */
  private void follow(ReceiptRow row, Facts.Member member, Instant at) {
    if (!diverged && plan.version(row.programNumber()).sameTierRules()) {
      track.set(plan.home(member.tier()), at);
      return;
    }
    boolean moved = !Objects.equals(member.tier(), realTier);
    boolean recomputed = plan.version(lastVersion).recomputes() && !past.sameMonth(last, at);
    if (moved && !returnedSince && !recomputed) {
      track.set(plan.home(member.tier()), at);
    }
  }

  /** Returns and recomputations up to a moment, in their order. */
  private void settle(Instant until) {
    while (true) {
      Due due = returns.peek();
      Instant run = earlier(track.nextRun(), reality.nextRun());
      boolean returnFirst = due != null && (run == null || due.at.isBefore(run));
      Instant next = returnFirst && due != null ? due.at : run;
      if (next == null || next.isAfter(until)) {
        return;
      }
      if (returnFirst) {
        giveBack(returns.remove());
      } else {
        track.runAt(next);
        reality.runAt(next);
      }
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private void giveBack(Due due) {
    history.giveBack(due.index, due.draftCounted, due.realCounted);
    total -= due.draftCounted;
    realTotal -= due.realCounted;
    Returned back = due.back;
    StoredReceipt s = due.stored;
    Evaluation e = due.judged;
    real.giveBack(back.spent());
    reverse(real, back.sofar().earn(), s.accrual(), due.realPolicy);
    reverse(real, back.sofar().grants(), s.grants(), due.realPolicy);
    ReturnPolicy.Debt policy = plan.program.returns().debt();
    ReturnEffects reversal = back.reversal();
    if (reversal != null) {
      drafted.giveBack(reversal.bonus());
      reverse(drafted, reversal.earn(), e.accrual(), policy);
      reverse(drafted, reversal.grants(), e.grants(), policy);
    }
    past.returned(due.receiptId, e, back);
    diverged |= due.draftCounted != due.realCounted;
    returnedSince = true;
    Instant bought = s.at();
    track.returned(
        due.at,
        new TierTrack.Back(bought, due.draftCounted, plan.counted(e), e.tierAfter() != null));
    reality.returned(
        due.at, new TierTrack.Back(bought, due.realCounted, due.realWhole, s.tierTo() != null));
  }

  private static void reverse(
      Purse purse, long amount, Evaluation.@Nullable Accrual accrual, ReturnPolicy.Debt policy) {
    if (accrual != null && amount > 0) {
      purse.reverse(amount, accrual.expiresAt(), policy);
    }
  }

  private static void reverse(
      Purse purse,
      Map<String, Long> back,
      List<Evaluation.Grant> grants,
      ReturnPolicy.Debt policy) {
    for (Evaluation.Grant g : grants) {
      long amount = back.getOrDefault(g.rule(), 0L);
      if (amount > 0) {
        purse.reverse(amount, g.expiresAt(), policy);
      }
    }
  }

  /** The member as the draft sees them. */
  private Facts.Member drafted(Facts.Member m, Instant at) {
    return new Facts.Member(
        track.tier(),
        drafted.available(at),
        m.birthDate(),
        m.dobEnteredAt(),
        m.firstPurchaseAt(),
        m.lastPurchaseAt(),
        m.purchaseCount(),
        m.cardKind(),
        m.tags());
  }

  private static void book(
      Purse purse,
      long spent,
      Evaluation.@Nullable Accrual accrual,
      List<Evaluation.Grant> grants) {
    purse.spend(spent);
    if (accrual != null) {
      purse.add(accrual.amount(), accrual.activeFrom(), accrual.expiresAt());
    }
    for (Evaluation.Grant g : grants) {
      purse.add(g.amount(), g.activeFrom(), g.expiresAt());
    }
  }

  private void refused(ReceiptRow row, StoredReceipt s, InputRefusal r, boolean withCard) {
    diverged = true;
    tally.refused(row.id(), r);
    if (withCard) {
      history.add(s.at(), 0, row.counted());
    }
  }

  private void judged(
      ReceiptRow row, StoredReceipt s, Facts facts, Evaluation e, boolean sameMeasure) {
    was.set(s.discount(), s.spent(), s.money(), s.earned(), s.granted());
    is.set(e.discount(), e.bonusPaid(), e.money(), e.earned(), e.granted());
    Facts.Member member = s.facts().member();
    tally.top().offer(row, s, facts, e, was, is);
    Returned back = row.sofar() == null ? null : Returned.of(plan, s, facts, e, row.sofar());
    if (member != null) {
      book(drafted, e.bonusPaid(), e.accrual(), e.grants());
      long counted = plan.counted(e);
      total = past.total(s, sameMeasure) + counted;
      int index = history.add(s.at(), counted, row.counted());
      Tiers.Change change = e.tierAfter();
      track.bought(change == null ? null : change.to());
      diverged |= counted != row.counted() || !Objects.equals(plan.home(realTier), track.tier());
      Instant returnedAt = row.returnedAt();
      if (back != null && returnedAt != null) {
        returns.add(due(row, returnedAt, index, back, s, e));
      }
    }
    if (back != null) {
      was.add(
          new Sums()
              .set(
                  -back.discount(),
                  -back.spent(),
                  -back.money(),
                  -back.sofar().earn(),
                  -back.granted()));
      is.add(
          new Sums()
              .set(
                  -back.draftDiscount(),
                  -back.draftSpent(),
                  -back.draftMoney(),
                  -back.draftEarned(),
                  -back.draftGranted()));
    }
    tally.receipt(
        s.gross() - (back == null ? 0 : back.gross()), was, is, member != null, back != null);
    cost(s, back);
  }

  private Due due(
      ReceiptRow row, Instant at, int index, Returned back, StoredReceipt s, Evaluation e) {
    return new Due(
        row.id(),
        at.isBefore(s.at()) ? s.at() : at,
        index,
        back,
        ReplayPlan.counted(
            plan.measure, back.draftBought(), back.draftDiscount(), back.draftMoney()),
        ReplayPlan.counted(plan.measure, back.bought(), back.discount(), back.money()),
        row.counted(),
        s,
        e,
        plan.version(row.programNumber()).published().program().returns().debt());
  }

  /** The margin is known where every line has a cost price. */
  private void cost(StoredReceipt s, @Nullable Returned back) {
    long sum = 0;
    for (Line l : s.basket().lines()) {
      Long lineCost = l.cost();
      if (lineCost == null) {
        return;
      }
      sum += lineCost;
    }
    tally.margin(sum - (back == null ? 0 : back.goodsCost()), was.money, is.money);
  }

  /**
   * The member's receipts are over: compares the tiers and forgets the member.
   *
   * @param standing the real tier at the plan's end, or null when it is not known
   */
  void finish(@Nullable String standing) {
    if (begun) {
      settle(plan.end);
      String before = standing == null ? reality.tier() : standing;
      boolean together = !diverged && plan.version(lastVersion).sameTierRules();
      tally.member(before, together ? plan.home(before) : track.tier());
    }
    history.clear();
    past.clear();
    returns.clear();
    real = new Purse();
    drafted = new Purse();
    begun = false;
    diverged = false;
    returnedSince = false;
    realTier = null;
  }

  /** Follows the real tier as the version that judged this receipt moves it from there on. */
  @SuppressWarnings(
      "ReferenceEquality") // a published version is one object; comparing rules would cost
  private void followReality(ReceiptRow row, Facts.Member member, StoredReceipt s) {
    Program program = plan.version(row.programNumber()).published().program();
    if (reality.program() != program) {
      TierTrack next = new TierTrack(program, new Really());
      next.goOn(reality);
      reality = next;
    }
    String known = program.tier(member.tier()) == null ? null : member.tier();
    reality.set(known, s.at());
    reality.bought(s.tierTo());
  }

  /** What was really counted. */
  private final class Really implements TierTrack.Bought {
    @Override
    public long amount(PurchaseWindow.Range range) {
      return history.realAmount(range);
    }

    @Override
    public long largest(PurchaseWindow.Range range) {
      return history.realLargest(range);
    }

    @Override
    public long total() {
      return realTotal;
    }
  }
}
