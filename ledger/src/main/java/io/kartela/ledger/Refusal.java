package io.kartela.ledger;

/** A domain "no", with what the cashier or the member needs to understand it. */
public sealed interface Refusal {
  /** Stable code for answers and logs. */
  String code();

  /** Not enough to spend; {@code available} could be spent at that instant, minor units. */
  record Insufficient(long requested, long available) implements Refusal {
    @Override
    public String code() {
      return "INSUFFICIENT";
    }
  }

  /** The account would hold more than {@link Ledger#MAX}. */
  record TooLarge(long max) implements Refusal {
    @Override
    public String code() {
      return "TOO_LARGE";
    }
  }

  record HoldNotFound(long holdId) implements Refusal {
    @Override
    public String code() {
      return "HOLD_NOT_FOUND";
    }
  }

  /** The hold's time had run out; the amount is free again. */
  record HoldExpired(long holdId) implements Refusal {
    @Override
    public String code() {
      return "HOLD_EXPIRED";
    }
  }

  /** The hold was committed or released before. */
  record HoldClosed(long holdId, Hold.Status status) implements Refusal {
    @Override
    public String code() {
      return "HOLD_CLOSED";
    }
  }

  /** More was to be committed than {@code held}. */
  record ExceedsHold(long requested, long held) implements Refusal {
    @Override
    public String code() {
      return "EXCEEDS_HOLD";
    }
  }

  record RedemptionNotFound(long seq) implements Refusal {
    @Override
    public String code() {
      return "REDEMPTION_NOT_FOUND";
    }
  }

  /** More was to be given back than is still {@code refundable}. */
  record ExceedsRedemption(long requested, long refundable) implements Refusal {
    @Override
    public String code() {
      return "EXCEEDS_REDEMPTION";
    }
  }

  record LotNotFound(long lotId) implements Refusal {
    @Override
    public String code() {
      return "LOT_NOT_FOUND";
    }
  }

  /** More was to be reversed than is still {@code reversible} of the grant. */
  record ExceedsGrant(long requested, long reversible) implements Refusal {
    @Override
    public String code() {
      return "EXCEEDS_GRANT";
    }
  }

  /** Accounts with an open hold cannot be merged: a till is in the middle of a sale. */
  record HasOpenHolds(long held) implements Refusal {
    @Override
    public String code() {
      return "HAS_OPEN_HOLDS";
    }
  }
}
