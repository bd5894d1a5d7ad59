package io.kartela.rules;

/**
 * How many bonuses the member wants to pay with. More than allowed is cut to the maximum and said
 * so.
 */
public sealed interface Wish {
  /** Pay with money only. */
  Wish NONE = new None();

  /** Pay with as many bonuses as allowed. */
  Wish MAX = new Max();

  /** Money only. */
  record None() implements Wish {}

  /** As many as allowed. */
  record Max() implements Wish {}

  /** This many kopecks of bonuses. */
  record Amount(long kopecks) implements Wish {}

  /** This many kopecks of bonuses. */
  static Wish amount(long kopecks) {
    return new Amount(kopecks);
  }
}
