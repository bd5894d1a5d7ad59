package io.kartela.rules;

/** Limits of percents, in basis points (1 % = 100). */
final class Percents {
  /** 100 %. */
  static final int FULL_BP = 10_000;

  /** Most that a rule may earn: 1000 %. */
  static final int MAX_BP = 100_000;

  private Percents() {}
}
