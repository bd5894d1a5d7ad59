package io.kartela.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as read under its lock: immutable; operations of {@link Ledger} give the next one.
 *
 * @param version counts the changes
 * @param totals what is booked; true at any instant before {@code nextDue}
 * @param counters the last numbers given away
 * @param nextDue the clock changes nothing before this instant (it may be too early, never too
 *     late)
 * @param contents the lots, holds and redemptions that were read
 * @param heir where everything went when the account was merged into another; nothing is booked
 *     here any more
 */
public record Account(
    AccountId id,
    long version,
    Totals totals,
    Counters counters,
    Instant nextDue,
    Contents contents,
    @Nullable Heir heir) {

  /** An account that was not merged. */
  public Account(
      AccountId id,
      long version,
      Totals totals,
      Counters counters,
      Instant nextDue,
      Contents contents) {
    this(id, version, totals, counters, nextDue, contents, null);
  }

  /**
   * The account that a merge leaves everything to.
   *
   * @param lotOffset what is added to a lot's number to find it there
   */
  public record Heir(long accountId, long lotOffset) {}

  /**
   * Booked figures, minor units. {@code balance} = Σ remaining of active lots − {@code debt}; it
   * includes what is held.
   */
  public record Totals(long balance, long pending, long held, long debt) {
    public static final Totals ZERO = new Totals(0, 0, 0, 0);

    /** What can be spent: nothing while there is a debt. */
    public long available() {
      return debt > 0 ? 0 : balance - held;
    }
  }

  /** Last entry, lot and hold numbers. */
  public record Counters(long seq, long lot, long hold) {
    public static final Counters ZERO = new Counters(0, 0, 0);
  }

  /**
   * What was read of an account.
   *
   * @param lots at least every lot that the operations in mind can touch
   * @param frontier where not all were read: the last of those read in burn order without a gap
   * @param loadedFor operations at later instants are refused: what falls due in between may be
   *     missing
   */
  public record Contents(
      List<Lot> lots,
      List<Hold> holds,
      List<Redemption> redemptions,
      @Nullable Lot frontier,
      Instant loadedFor) {
    public static final Contents EMPTY =
        new Contents(List.of(), List.of(), List.of(), null, Times.NEVER);

    public Contents {
      lots = List.copyOf(lots);
      holds = List.copyOf(holds);
      redemptions = List.copyOf(redemptions);
    }
  }

  /** An account on which nothing has happened. */
  public static Account fresh(AccountId id) {
    return new Account(id, 0, Totals.ZERO, Counters.ZERO, Times.NEVER, Contents.EMPTY);
  }

  public long balance() {
    return totals.balance;
  }

  public long debt() {
    return totals.debt;
  }
}
