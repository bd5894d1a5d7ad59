package io.kartela.service.program.whatif;

import io.kartela.rules.Program;
import io.kartela.rules.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the draft's rules with a budget for all members together have given so far. Whoever judges a
 * receipt under such a program holds the {@link #lock}, so that a budget is never exceeded.
 */
final class SharedBudgets {
  private final Map<String, Long> given = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param before what the rules had given before the period
   */
  SharedBudgets(Program program, Map<String, Long> before) {
    for (Rule r : program.rules()) {
      Rule.Budget budget = r.budget();
      if (budget != null && budget.total() != null) {
        given.put(r.id(), before.getOrDefault(r.id(), 0L));
      }
    }
  }

  /** Held for nothing when no rule has such a budget. */
  void lock() {
    if (!given.isEmpty()) {
      lock.lock();
    }
  }

  void unlock() {
    if (!given.isEmpty()) {
      lock.unlock();
    }
  }

  long given(String rule) {
    return given.getOrDefault(rule, 0L);
  }

  void give(String rule, long amount) {
    given.computeIfPresent(rule, (r, sofar) -> sofar + amount);
  }
}
