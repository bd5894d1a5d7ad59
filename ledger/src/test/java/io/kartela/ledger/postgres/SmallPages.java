package io.kartela.ledger.postgres;

/** A store that reads lots two at a time, so that short tests turn pages too. */
public final class SmallPages {
  private SmallPages() {}

  public static PostgresLedger ledger() {
    return new PostgresLedger(2);
  }
}
