package io.kartela.service.shop.imports;

import java.util.List;

/** What became of rows. */
public record Counts(int added, int changed, int same, int wrong) {
  static Counts of(List<Verdict> verdicts) {
    return new Counts(
        count(verdicts, Verdict.Outcome.ADDED),
        count(verdicts, Verdict.Outcome.CHANGED),
        count(verdicts, Verdict.Outcome.SAME),
        count(verdicts, Verdict.Outcome.WRONG));
  }

  private static int count(List<Verdict> verdicts, Verdict.Outcome outcome) {
    return (int) verdicts.stream().filter(one -> one.outcome() == outcome).count();
  }
}
