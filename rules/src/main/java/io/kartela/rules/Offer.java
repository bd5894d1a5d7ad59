package io.kartela.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule would give: by line, in the phase's unit, limits already applied. */
final class Offer {
  final Step step;
  long[] amounts;
  int percentBp;
  int band = -1;
  @Nullable Long measured;
  Trace.@Nullable Limit limit;

  /** Why there is nothing to give, if so. */
  Trace.Reason nothing = Trace.Reason.NOTHING_TO_GIVE;

  /**
   * Stamps to book unless the rule loses its group: a gift that was not given may not cost its
   * stamps.
   */
  Evaluation.@Nullable CounterMove stamps;

  /** Marks that are rewarded if the rule gives something. */
  final List<Evaluation.CounterMove> rewarded = new ArrayList<>(0);

  Offer(Step step, long[] amounts, int percentBp) {
    this.step = step;
    this.amounts = amounts;
    this.percentBp = percentBp;
  }

  /** The same with the band that chose the percent. */
  Offer band(int index, long amount) {
    this.band = index;
    this.measured = amount;
    return this;
  }
}
