package io.kartela.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The rules engine: pure functions, no clock, no input or output; thread-safe. Same inputs give
 * byte-identical results.
 */
public final class Rules {
  private Rules() {}

  /** A program ready to judge many receipts; keep and share it. */
  public static Prepared prepare(Program program) {
    return new Prepared(program);
  }

  /**
   * Judges a receipt.
   *
   * @param at when the receipt happened; its own time, not that of the upload
   * @param storeZone the store's IANA zone
   * @return an {@link Evaluation}, or a {@link InputRefusal} when the input is bad
   */
  public static Ruling evaluate(
      Program program, Basket basket, Facts facts, Wish wish, Instant at, ZoneId storeZone) {
    return prepare(program).evaluate(basket, facts, wish, at, storeZone);
  }

  /**
   * What a return gives back and takes back.
   *
   * @param original the program version that judged the receipt, not today's
   * @param receipt the stored receipt
   * @param sofar everything returned before
   * @param now lines and quantities to return now
   */
  public static RefundOutcome refund(
      Program original,
      Receipt receipt,
      ReturnEffects.Sofar sofar,
      List<ReturnEffects.Wanted> now) {
    return prepare(original).refund(receipt, sofar, now);
  }
}
