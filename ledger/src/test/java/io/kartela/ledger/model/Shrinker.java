package io.kartela.ledger.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts a failing list of steps down: first the tail, then ever smaller pieces from anywhere. */
final class Shrinker {
  private static final int ATTEMPTS = 400;

  private Shrinker() {}

  static List<Step> shrink(
      List<Step> failing, Function<List<Step>, ModelRun.@Nullable Failed> run) {
    List<Step> best = cut(failing, run.apply(failing));
    int attempts = 0;
    for (int piece = best.size() / 2; piece >= 1; piece = piece == 1 ? 0 : (piece + 1) / 2) {
      int from = 0;
      while (from < best.size() && attempts++ < ATTEMPTS) {
        List<Step> candidate = new ArrayList<>(best.subList(0, from));
        candidate.addAll(best.subList(Math.min(best.size(), from + piece), best.size()));
        ModelRun.Failed failure = run.apply(candidate);
        if (failure == null) {
          from += piece;
        } else {
          best = cut(candidate, failure);
        }
      }
    }
    return best;
  }

  private static List<Step> cut(List<Step> steps, ModelRun.@Nullable Failed failure) {
    return failure == null ? steps : List.copyOf(steps.subList(0, failure.index + 1));
  }
}
