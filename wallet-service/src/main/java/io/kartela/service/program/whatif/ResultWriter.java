package io.kartela.service.program.whatif;

import io.kartela.rules.Program;
import io.kartela.rules.Tier;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From sums to the answer. */
final class ResultWriter {
  private final ReplayPlan plan;
  private final WhatIfJob job;
  private final Programs programs;

  ResultWriter(ReplayPlan plan, WhatIfJob job, Programs programs) {
    this.plan = plan;
    this.job = job;
    this.programs = programs;
  }

  WhatIfResult write(Tally t, long millis) {
    WhatIfResult.Figures before = WhatIfResult.Figures.of(t.before, job.bonusValueBp());
    WhatIfResult.Figures after = WhatIfResult.Figures.of(t.after, job.bonusValueBp());
    Why why = new Why(plan);
    return new WhatIfResult(
        t.receipts,
        t.withoutCard,
        t.members,
        t.changed,
        t.withReturns,
        t.unreadable,
        t.gross,
        before,
        after,
        after.minus(before),
        margin(t),
        plan.program.tiers().isEmpty() ? null : tiers(t),
        refusals(t),
        t.top().strongest().stream().map(why::explain).toList(),
        millis);
  }

  private static WhatIfResult.@Nullable Margin margin(Tally t) {
    return t.marginReceipts == 0
        ? null
        : new WhatIfResult.Margin(
            t.marginReceipts,
            t.goodsCost,
            t.marginBefore,
            t.marginAfter,
            t.marginAfter - t.marginBefore);
  }

  private WhatIfResult.Tiers tiers(Tally t) {
    Published now = programs.current(job.merchantId());
    Map<String, long[]> counts = new TreeMap<>();
    for (Tier tier : plan.program.tiers()) {
      counts.put(tier.id(), new long[2]);
    }
    long up = 0;
    long down = 0;
    List<WhatIfResult.Move> moves = new ArrayList<>();
    for (var e : t.moves.entrySet()) {
      String from = e.getKey().before();
      String to = e.getKey().after();
      long members = e.getValue();
      count(counts, from, 0, members);
      count(counts, to, 1, members);
      if (from == null ? to != null : !from.equals(to)) {
        moves.add(new WhatIfResult.Move(from, to, members));
        int direction = Integer.compare(rank(now, to), rank(now, from));
        up += direction > 0 ? members : 0;
        down += direction < 0 ? members : 0;
      }
    }
    moves.sort(Comparator.comparingLong(WhatIfResult.Move::members).reversed());
    List<WhatIfResult.TierCount> items = new ArrayList<>();
    counts.forEach((id, n) -> items.add(new WhatIfResult.TierCount(id, name(now, id), n[0], n[1])));
    items.sort(Comparator.comparingInt(i -> rank(now, i.tier())));
    return new WhatIfResult.Tiers(items, moves, up, down);
  }

  private static void count(
      Map<String, long[]> counts, @Nullable String tier, int side, long members) {
    if (tier != null) {
      counts.computeIfAbsent(tier, k -> new long[2])[side] += members;
    }
  }

  /** The draft's rank, or that of the program in force for a tier that is gone. */
  private int rank(Published now, @Nullable String id) {
    Tier tier = find(now, id);
    return tier == null ? -1 : tier.rank();
  }

  private @Nullable LocalText name(Published now, String id) {
    Tier tier = find(now, id);
    return tier == null ? null : new LocalText(tier.name().ru(), tier.name().en());
  }

  private @Nullable Tier find(Published now, @Nullable String id) {
    Program draft = plan.program;
    Tier tier = draft.tier(id);
    return tier == null ? now.program().tier(id) : tier;
  }

  private static WhatIfResult.Refusals refusals(Tally t) {
    long all = 0;
    List<WhatIfResult.RefusalKind> items = new ArrayList<>();
    for (var e : t.refusals.entrySet()) {
      Tally.Refused r = e.getValue();
      all += r.count;
      items.add(
          new WhatIfResult.RefusalKind(
              e.getKey().name(),
              new LocalText(r.example.message().ru(), r.example.message().en()),
              r.count,
              r.receipts.stream().sorted().map(id -> Long.toString(id)).toList()));
    }
    items.sort(Comparator.comparingLong(WhatIfResult.RefusalKind::count).reversed());
    return new WhatIfResult.Refusals(all, items);
  }
}
