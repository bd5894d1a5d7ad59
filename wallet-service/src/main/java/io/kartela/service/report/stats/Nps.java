package io.kartela.service.report.stats;

/** Answers to "would you recommend us": 9–10, 7–8, 0–6. Scores run from −100 to 100. */
public record Nps(double promoters, double passives, double detractors) {
  /** With fewer answers one more would move the score too far. */
  private static final int FEW = 10;

  /** So many answers at the store's shares are added to an employee's own. */
  private static final int SHRINKING = 5;

  /** A score with its 95 % interval. */
  public record Score(double value, Interval interval) {}

  double answers() {
    return promoters + passives + detractors;
  }

  /**
   * The plain score; of few answers, or at the end of the scale, as if one of each kind came yet.
   */
  public Score score() {
    Score plain = plain();
    boolean safe = answers() >= FEW && plain.interval.low() >= -100 && plain.interval.high() <= 100;
    if (safe) {
      return plain;
    }
    Score guarded = new Nps(promoters + 1, passives + 1, detractors + 1).plain();
    return new Score(
        guarded.value,
        new Interval(
            Math.max(-100, guarded.interval.low()), Math.min(100, guarded.interval.high())));
  }

  Score plain() {
    double n = answers();
    double score = (promoters - detractors) / n;
    double se = Math.sqrt(((promoters + detractors) / n - score * score) / n);
    return new Score(
        100 * score, Interval.around(100 * score, 100 * Confidence.AT_THE_END.z() * se));
  }

  /**
   * An employee's answers with some of the store's, so that one bad note does not rank a person.
   */
  public Nps towards(Nps store) {
    double each = SHRINKING / store.answers();
    return new Nps(
        promoters + each * store.promoters,
        passives + each * store.passives,
        detractors + each * store.detractors);
  }
}
