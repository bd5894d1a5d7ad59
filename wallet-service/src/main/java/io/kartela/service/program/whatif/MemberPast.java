package io.kartela.service.program.whatif;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.PurchaseWindow;
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

  /** Stamps that the draft gave more (or, negative, less). */
  private final Map<String, Long> stamps = new HashMap<>();

  private final Set<String> moreKeys = new HashSet<>();
  private final Set<String> fewerKeys = new HashSet<>();
  private final Map<String, Facts.Usage> usage = new HashMap<>();

  MemberPast(ReplayPlan plan, PurchaseHistory history) {
    this.plan = plan;
    this.history = history;
  }

  void clear() {
    stamps.clear();
    moreKeys.clear();
    fewerKeys.clear();
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
    long differs = history.amount(range) - history.realAmount(range);
    return differs == 0
        ? stored
        : new Facts.Purchases(
            Math.max(0, stored.amount() + differs), stored.count(), stored.largest());
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
    if (moreKeys.isEmpty() && fewerKeys.isEmpty()) {
      return known.usedKeys();
    }
    Set<String> all = new HashSet<>(known.usedKeys());
    all.removeAll(fewerKeys);
    all.addAll(moreKeys);
    return all;
  }

  /** Remembers what really happened; {@link #drafted} says what the draft did. */
  void really(StoredReceipt s) {
    for (Evaluation.CounterMove c : s.counters()) {
      stamps.merge(c.counter(), -c.by(), Long::sum);
    }
    for (Evaluation.Grant g : s.grants()) {
      String key = g.onceKey();
      if (key != null && !moreKeys.remove(key)) {
        fewerKeys.add(key);
      }
    }
  }

  /** Remembers what the draft gave; after {@link #really}. */
  void drafted(Evaluation e, boolean withCard) {
    for (Evaluation.CounterMove c : e.counters()) {
      stamps.merge(c.counter(), c.by(), Long::sum);
    }
    for (Evaluation.Grant g : e.grants()) {
      String key = g.onceKey();
      if (key != null && !fewerKeys.remove(key)) {
        moreKeys.add(key);
      }
    }
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

  /** Takes stamps and, of a receipt that came back wholly, the keys of its gifts back. */
  void returned(Returned back, List<String> draftKeys, List<String> realKeys) {
    if (back.reversal() != null) {
      back.reversal().counters().forEach(c -> stamps.merge(c.counter(), c.by(), Long::sum));
      if (back.reversal().complete()) {
        draftKeys.forEach(moreKeys::remove);
        realKeys.forEach(fewerKeys::remove);
      }
    }
    back.sofar().counters().forEach((counter, by) -> stamps.merge(counter, by, Long::sum));
  }

  /** The keys of gifts that are given once. */
  static List<String> keys(List<Evaluation.Grant> grants) {
    return grants.stream().map(Evaluation.Grant::onceKey).filter(k -> k != null).toList();
  }

  /** The amount of a stretch and all time, as it was really counted. */
  static TierTrack.Bought real(PurchaseHistory history, long total) {
    return new TierTrack.Bought() {
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
        return total;
      }
    };
  }

  /** Whether both moments lie in one month of the draft's zone. */
  boolean sameMonth(Instant a, Instant b) {
    return java.time.YearMonth.from(a.atZone(plan.program.zone()))
        .equals(java.time.YearMonth.from(b.atZone(plan.program.zone())));
  }
}
