package io.kartela.service.program.whatif;

import io.kartela.rules.ReturnPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A member's bonuses in a replay: lots in burn order, merged by the instant they end, over a base
 * of unknown lots from elsewhere. The base burns first: it is older than anything the replay gives.
 * Kopecks. One thread.
 */
final class Purse {
  private static final long NEVER = Long.MAX_VALUE;

  private final TreeMap<Long, Long> active = new TreeMap<>();
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparingLong(Pending::from));
  private long base;
  private long debt;

  private record Pending(long from, long until, long amount) {}

  /** What can be spent at that moment; moments never go back. */
  long available(Instant at) {
    advance(at.toEpochMilli());
    long sum = base;
    for (long lot : active.values()) {
      sum += lot;
    }
    return Math.max(0, sum - debt);
  }

  private void advance(long now) {
    while (!pending.isEmpty() && pending.peek().from <= now) {
      Pending p = pending.remove();
      activate(p.until, p.amount);
    }
    while (!active.isEmpty() && active.firstKey() <= now) {
      active.pollFirstEntry();
    }
  }

  /** A debt is repaid before anything becomes available. */
  private void activate(long until, long amount) {
    long repaid = Math.min(debt, amount);
    debt -= repaid;
    if (amount > repaid) {
      active.merge(until, amount - repaid, Long::sum);
    }
  }

  /** Bonuses that come or go for reasons outside the replay. */
  void shift(long amount) {
    base += amount;
  }

  /** One more lot. */
  void add(long amount, Instant from, @Nullable Instant until) {
    long end = until == null ? NEVER : until.toEpochMilli();
    pending.add(new Pending(from.toEpochMilli(), end, amount));
  }

  /** Burns; never more than is {@link #available}. */
  void spend(long amount) {
    long left = amount - takeBase(amount);
    left -= takeActive(left);
    // Reality spent what this model does not know of.
    base -= left;
  }

  private long takeBase(long amount) {
    long taken = Math.clamp(amount, 0, Math.max(0, base));
    base -= taken;
    return taken;
  }

  private long takeActive(long amount) {
    long left = amount;
    while (left > 0 && !active.isEmpty()) {
      Map.Entry<Long, Long> first = active.firstEntry();
      long taken = Math.min(left, first.getValue());
      left -= taken;
      if (taken == first.getValue()) {
        active.pollFirstEntry();
      } else {
        active.put(first.getKey(), first.getValue() - taken);
      }
    }
    return amount - left;
  }

  /**
   * Takes back what a returned receipt earned: first from its own lot, then from the rest.
   *
   * @param until when the lot ends; null = never
   * @param policy what becomes of bonuses that are spent already
   */
  void reverse(long amount, @Nullable Instant until, ReturnPolicy.Debt policy) {
    long end = until == null ? NEVER : until.toEpochMilli();
    long left = amount - takePending(amount, end);
    if (policy == ReturnPolicy.Debt.ONLY_PENDING) {
      return;
    }
    Long own = active.get(end);
    if (own != null) {
      long taken = Math.min(left, own);
      left -= taken;
      if (taken == own) {
        active.remove(end);
      } else {
        active.put(end, own - taken);
      }
    }
    left -= takeActive(left);
    left -= takeBase(left);
    if (policy == ReturnPolicy.Debt.DEBT) {
      debt += left;
    }
  }

  private long takePending(long amount, long end) {
    long left = amount;
    for (Pending p : List.copyOf(pending)) {
      if (left > 0 && p.until == end) {
        long taken = Math.min(left, p.amount);
        left -= taken;
        pending.remove(p);
        if (taken < p.amount) {
          pending.add(new Pending(p.from, p.until, p.amount - taken));
        }
      }
    }
    return amount - left;
  }

  /** Gives spent bonuses back. */
  void giveBack(long amount) {
    long repaid = Math.min(debt, amount);
    debt -= repaid;
    base += amount - repaid;
  }
}
