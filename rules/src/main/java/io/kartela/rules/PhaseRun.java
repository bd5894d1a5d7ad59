package io.kartela.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the contests of a phase: asks every rule for its offer, cuts it to the rule's limits, lets
 * groups choose. The order is (priority, id), so neither the order in the list nor a name matters.
 */
abstract class PhaseRun {
  /**
   * Winners named one by one in a loser's trace; the rest share one entry, or 1,000 rules would
   * make 1,000² entries.
   */
  private static final int MAX_WINNERS_NAMED = 8;

  final Ctx ctx;
  private final long unit;

  /**
   * @param unit parts of a kopeck in which amounts are counted
   */
  PhaseRun(Ctx ctx, long unit) {
    this.ctx = ctx;
    this.unit = unit;
  }

  /** What the rule would give before its limits, or null after having traced why nothing. */
  abstract @Nullable Offer offer(Step step);

  /** Books amounts by line. */
  abstract void accept(Step step, long[] amounts);

  final void run(Phase phase) {
    for (Contest contest : ctx.plan.contests(phase)) {
      Group.Mode mode = contest.mode();
      if (mode == null) {
        for (Step s : contest.steps()) {
          Offer o = limited(s);
          if (o != null) {
            win(o, o.amounts);
          }
        }
      } else {
        List<Offer> offers = new ArrayList<>();
        for (Step s : contest.steps()) {
          Offer o = limited(s);
          if (o != null) {
            offers.add(o);
          }
        }
        if (!offers.isEmpty()) {
          choose(mode, offers);
        }
      }
    }
  }

  private @Nullable Offer limited(Step step) {
    if (!ctx.admits(step)) {
      return null;
    }
    Ctx.Room room = ctx.room(step);
    if (room.none() != null) {
      ctx.reject(step, room.none());
      return null;
    }
    Offer o = offer(step);
    if (o == null) {
      return null;
    }
    ctx.addPurchase(o.rewarded);
    Long perLine = step.rule.caps().perLine();
    if (perLine != null) {
      cutLines(o, perLine > Long.MAX_VALUE / unit ? Long.MAX_VALUE : perLine * unit);
    }
    long total = Exact.sum(o.amounts);
    if (room.most() <= Long.MAX_VALUE / unit && total > room.most() * unit) {
      long[] cut = Exact.spread(room.most(), o.amounts);
      for (int i = 0; i < cut.length; i++) {
        cut[i] = Math.multiplyExact(cut[i], unit);
      }
      o.amounts = cut;
      o.limit = room.limit();
      total = room.most() * unit;
    }
    if (total == 0) {
      bookStamps(o);
      ctx.reject(step, o.limit == null ? o.nothing : Trace.Reason.CAP_REACHED);
      return null;
    }
    return o;
  }

  private static void cutLines(Offer o, long most) {
    for (int i = 0; i < o.amounts.length; i++) {
      if (o.amounts[i] > most) {
        o.amounts[i] = most;
        o.limit = Trace.Limit.CAP_PER_LINE;
      }
    }
  }

  private void choose(Group.Mode mode, List<Offer> offers) {
    if (mode == Group.Mode.MAX_PER_LINE) {
      perLine(offers);
      return;
    }
    Offer best = offers.getFirst();
    if (mode == Group.Mode.MAX_PER_RECEIPT) {
      for (Offer o : offers) {
        if (Exact.sum(o.amounts) > Exact.sum(best.amounts)) {
          best = o;
        }
      }
    }
    for (Offer o : offers) {
      if (o == best) {
        win(o, o.amounts);
      } else {
        lose(o, o.amounts, best.step.id);
      }
    }
  }

  private void perLine(List<Offer> offers) {
    int[] winner = new int[ctx.n];
    for (int k = 1; k < offers.size(); k++) {
      long[] a = offers.get(k).amounts;
      for (int i = 0; i < ctx.n; i++) {
        if (a[i] > offers.get(winner[i]).amounts[i]) {
          winner[i] = k;
        }
      }
    }
    for (int k = 0; k < offers.size(); k++) {
      Offer o = offers.get(k);
      long[] won = new long[ctx.n];
      long[] lost = new long[ctx.n];
      boolean wins = false;
      for (int i = 0; i < ctx.n; i++) {
        boolean mine = winner[i] == k;
        won[i] = mine ? o.amounts[i] : 0;
        lost[i] = mine ? 0 : o.amounts[i];
        wins |= won[i] > 0;
      }
      if (wins) {
        win(o, won);
      }
      losses(offers, o, lost, winner);
    }
  }

  private void losses(List<Offer> offers, Offer loser, long[] lost, int[] winner) {
    int named = 0;
    for (int i = 0; i < ctx.n; i++) {
      if (lost[i] > 0) {
        boolean last = ++named == MAX_WINNERS_NAMED;
        long[] to = new long[ctx.n];
        int by = winner[i];
        for (int j = i; j < ctx.n; j++) {
          if (last || winner[j] == by) {
            to[j] = lost[j];
            lost[j] = 0;
          }
        }
        lose(loser, to, last ? null : offers.get(by).step.id);
      }
    }
  }

  private void bookStamps(Offer o) {
    if (o.stamps != null) {
      ctx.counters.add(o.stamps);
    }
  }

  private void win(Offer o, long[] amounts) {
    accept(o.step, amounts);
    bookStamps(o);
    ctx.counters.addAll(o.rewarded);
    long kopecks = Exact.sum(amounts) / unit;
    long[] shown = unit == 1 ? amounts : Exact.spread(kopecks, amounts);
    ctx.trace.add(
        new Trace.Applied(
            o.step.id,
            o.step.phase,
            kopecks,
            LineAmounts.nonZero(ctx.lineNos, shown),
            o.percentBp,
            o.band,
            o.measured,
            o.limit));
  }

  private void lose(Offer o, long[] amounts, @Nullable String winner) {
    long[] shown = unit == 1 ? amounts : Exact.spread(Exact.sum(amounts) / unit, amounts);
    ctx.trace.add(
        new Trace.Rejected(
            o.step.id,
            o.step.phase,
            Trace.Reason.LOST_IN_GROUP,
            null,
            null,
            winner,
            LineAmounts.nonZero(ctx.lineNos, shown)));
  }
}
