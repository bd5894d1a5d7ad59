package io.kartela.ledger;

/** What to do when the bonuses of a returned purchase have been spent already. */
public enum ReversalPolicy {
  /** Default: the balance goes below zero and later grants repay it first. */
  DEBT,
  /** Take what can be taken, report the rest as a shortfall. */
  WITHIN_BALANCE,
  /** Take back only what has not become active yet, report the rest. */
  ONLY_PENDING
}
