package io.kartela.service.program.whatif;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.Trace;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the draft would know of a member's past: the stored facts, and how the replay differs from
 * what really happened. One thread.
 */
final class MemberPast {
  private static final Facts.Usage UNUSED = new Facts.Usage(0, 0, 0);

  private final ReplayPlan plan;
  private final PurchaseHistory history;

  /** Stamps and marks that the draft counted more (or, negative, less). */
  private final Map<String, Long> stamps = new HashMap<>();

  /** Keys of gifts that the draft gave in the replay, with the receipt that gave them. */
  private final Map<String, Long> draftKeys = new HashMap<>();

  /** Keys of gifts that were really given in the replay; what else is stored is older. */
  private final Map<String, Long> realKeys = new HashMap<>();

  private final Map<String, Facts.Usage> usage = new HashMap<>();

  MemberPast(ReplayPlan plan, PurchaseHistory history) {
    this.plan = plan;
    this.history = history;
  }

  void clear() {
    stamps.clear();
    draftKeys.clear();
    realKeys.clear();
    usage.clear();
  }

  /**
   * The facts that the draft judges by.
   *
   * @param member as the draft sees the member; null = no card
   * @param sameMeasure the stored sums measure purchases as the draft does
   */
  Facts facts(StoredReceipt s, Facts.@Nullable Member member, boolean sameMeasure) {
    Facts known = s.facts();
    if (member == null) {
      return new Facts(null, Map.of(), usage(known), Map.of(), Set.of());
    }
    Map<String, Facts.Purchases> sums = new HashMap<>();
    for (PurchaseWindow w : plan.windows) {
      sums.put(w.key(), window(w, s, sameMeasure));
    }
    return new Facts(member, sums, usage(known), counters(known), keys(known));
  }

  /** All purchases so far as the draft counts them. */
  long total(StoredReceipt s, boolean sameMeasure) {
    return window(PurchaseWindow.ALL_TIME, s, sameMeasure).amount();
  }

  private Facts.Purchases window(PurchaseWindow w, StoredReceipt s, boolean sameMeasure) {
    PurchaseWindow.Range range = w.range(s.at(), plan.program.zone());
    Facts.Purchases stored = s.facts().purchases().get(w.key());
    if (stored == null || !sameMeasure) {
      return new Facts.Purchases(history.amount(range), history.count(range), 0);
    }
    long amount = history.amount(range) - history.realAmount(range);
    long count = history.count(range) - history.realCount(range);
    return amount == 0 && count == 0
        ? stored
        : new Facts.Purchases(
            Math.max(0, stored.amount() + amount),
            Math.max(0, stored.count() + count),
            stored.largest());
  }

  private Map<String, Facts.Usage> usage(Facts known) {
    if (plan.budgeted.isEmpty()) {
      return Map.of();
    }
    Map<String, Facts.Usage> all = new HashMap<>();
    for (String rule : plan.budgeted) {
      Facts.Usage mine =
          known.member() == null
              ? UNUSED
              : usage.computeIfAbsent(rule, r -> known.usage().getOrDefault(r, UNUSED));
      all.put(rule, new Facts.Usage(plan.shared.given(rule), mine.toMember(), mine.memberUses()));
    }
    return all;
  }

  private Map<String, Long> counters(Facts known) {
    if (stamps.isEmpty()) {
      return known.counters();
    }
    Map<String, Long> all = new HashMap<>(known.counters());
    stamps.forEach((counter, by) -> all.merge(counter, by, Long::sum));
    return all;
  }

  private Set<String> keys(Facts known) {
    if (draftKeys.isEmpty() && realKeys.isEmpty()) {
      return known.usedKeys();
    }
    Set<String> all = new HashSet<>(known.usedKeys());
    all.removeAll(realKeys.keySet());
    all.addAll(draftKeys.keySet());
    return all;
  }

  /** Remembers what really happened. */
  void really(long receiptId, StoredReceipt s) {
    for (Evaluation.CounterMove c : s.counters()) {
      stamps.merge(c.counter(), -c.by(), Long::sum);
    }
    remember(s.grants(), realKeys, receiptId);
  }

  private static void remember(
      List<Evaluation.Grant> grants, Map<String, Long> keys, long receiptId) {
    for (Evaluation.Grant g : grants) {
      String key = g.onceKey();
      if (key != null) {
        keys.put(key, receiptId);
      }
    }
  }

  /** Remembers what the draft gave. */
  void drafted(long receiptId, Evaluation e, boolean withCard) {
    for (Evaluation.CounterMove c : e.counters()) {
      stamps.merge(c.counter(), c.by(), Long::sum);
    }
    remember(e.grants(), draftKeys, receiptId);
    if (!plan.budgeted.isEmpty()) {
      used(e, withCard);
    }
  }

  private void used(Evaluation e, boolean withCard) {
    for (String rule : plan.budgeted) {
      long gave = 0;
      for (Trace t : e.trace()) {
        if (t instanceof Trace.Applied a && a.rule().equals(rule)) {
          gave += a.amount();
        }
      }
      if (gave > 0) {
        plan.shared.give(rule, gave);
        long amount = gave;
        if (withCard) {
          usage.computeIfPresent(
              rule,
              (r, u) -> new Facts.Usage(u.total(), u.toMember() + amount, u.memberUses() + 1));
        }
      }
    }
  }

  /** Takes stamps, budgets and, of a receipt that came back wholly, the keys of its gifts back. */
  void returned(long receiptId, Evaluation e, Returned back) {
    ReturnEffects reversal = back.reversal();
    if (reversal != null) {
      reversal.counters().forEach(c -> stamps.merge(c.counter(), c.by(), Long::sum));
      if (!plan.budgeted.isEmpty()) {
        unused(e, reversal);
      }
      if (reversal.complete()) {
        draftKeys.values().removeIf(by -> by == receiptId);
        realKeys.values().removeIf(by -> by == receiptId);
      }
    }
    back.sofar().counters().forEach((counter, by) -> stamps.merge(counter, by, Long::sum));
  }

  /** Gives budgets what their rules have not given after all. */
  private void unused(Evaluation e, ReturnEffects reversal) {
    plan.shared.lock();
    try {
      reversal.budgets().forEach((rule, back) -> plan.shared.give(rule, -back));
    } finally {
      plan.shared.unlock();
    }
    for (String rule : plan.budgeted) {
      boolean gave =
          e.trace().stream()
              .anyMatch(
                  t -> t instanceof Trace.Applied a && a.rule().equals(rule) && a.amount() > 0);
      if (gave) {
        long back = reversal.budgets().getOrDefault(rule, 0L);
        long use = reversal.complete() ? 1 : 0;
        usage.computeIfPresent(
            rule, (r, u) -> new Facts.Usage(u.total(), u.toMember() - back, u.memberUses() - use));
      }
    }
  }

  /** Whether both moments lie in one month of the draft's zone. */
  boolean sameMonth(Instant a, Instant b) {
    return java.time.YearMonth.from(a.atZone(plan.program.zone()))
        .equals(java.time.YearMonth.from(b.atZone(plan.program.zone())));
  }
}
