package io.kartela.ledger;

import io.kartela.ledger.Entry.Change;
import io.kartela.ledger.Entry.Op;
import io.kartela.ledger.Outcome.Done;
import io.kartela.ledger.Outcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations on bonus accounts. Every method is a pure function of its arguments: it books
 * first what the clock has made true at {@code at} (activations, expiries, timeouts), then the
 * operation, and answers with a {@link Posting} or a {@link Refusal}. Amounts are positive minor
 * units; a zero or negative amount is an {@link IllegalArgumentException}. {@code at} is the
 * event's own time, not the time of its arrival. Thread-safe, without state.
 */
public final class Ledger {
  /** No lot and no account holds more; sums of two such figures still fit a long. */
  public static final long MAX = 1_000_000_000_000_000_000L;

  private final Conventions conventions;

  public Ledger() {
    this(new Conventions());
  }

  Ledger(Conventions conventions) {
    this.conventions = conventions;
  }

  /** What can be spent, held or transferred at an instant, minor units. */
  public long available(Account account, Instant at) {
    return new Book(conventions, account, Times.moment(at)).available(Times.micros(at));
  }

  /**
   * What a payment made at an instant may take, minor units: as {@link #available}, and what burned
   * since of lots that lived then.
   */
  public long payable(Account account, Instant at) {
    return book(account, at).payable(Times.micros(at));
  }

  /** Books what is already true and nothing else; for the nightly job. */
  public Posting mature(Account account, Instant at) {
    return new Book(conventions, account, Times.moment(at)).posting();
  }

  // --- grants

  /** Bonuses for a purchase. The lot's id is what {@link #reverse} needs later. */
  public Outcome<Lot> accrue(
      Account account, long amount, Instant activeFrom, Instant expiresAt, Instant at, Note note) {
    return grant(account, Lot.Kind.ACCRUAL, amount, activeFrom, expiresAt, at, note);
  }

  /** Bonuses for nothing: birthday, sign-up, win-back. */
  public Outcome<Lot> gift(
      Account account, long amount, Instant activeFrom, Instant expiresAt, Instant at, Note note) {
    return grant(account, Lot.Kind.GIFT, amount, activeFrom, expiresAt, at, note);
  }

  /** Bonuses for what a friend bought. The lot's id is what {@link #reverse} needs later. */
  public Outcome<Lot> reward(
      Account account, long amount, Instant activeFrom, Instant expiresAt, Instant at, Note note) {
    return grant(account, Lot.Kind.REFERRAL, amount, activeFrom, expiresAt, at, note);
  }

  /** Bonuses given by a person; the note must name reason and author. */
  public Outcome<Lot> credit(
      Account account, long amount, Instant activeFrom, Instant expiresAt, Instant at, Note note) {
    requireByHand(note);
    return grant(account, Lot.Kind.MANUAL, amount, activeFrom, expiresAt, at, note);
  }

  private Outcome<Lot> grant(
      Account account,
      Lot.Kind kind,
      long amount,
      Instant activeFrom,
      Instant expiresAt,
      Instant when,
      Note note) {
    requirePositive(amount);
    Instant at = Times.moment(when);
    Book book = book(account, at);
    if (tooLarge(book, amount)) {
      return new Refused<>(new Refusal.TooLarge(MAX));
    }
    Lot.Terms terms = new Lot.Terms(kind, amount, at, activeFrom, expiresAt);
    boolean pending = at.isBefore(terms.activeFrom());
    Change change = pending ? new Change(0, amount, 0) : new Change(amount, 0, 0);
    long entry = book.entry(grantOp(kind), change, at, note);
    Lot lot = book.create(entry, terms, pending ? Lot.Status.PENDING : Lot.Status.ACTIVE);
    book.repay(at);
    book.mature(at); // a lot that arrives after its own end burns at once
    return new Done<>(book.posting(), book.lot(lot.id()));
  }

  private static Op grantOp(Lot.Kind kind) {
    return switch (kind) {
      case ACCRUAL -> Op.ACCRUE;
      case GIFT -> Op.GIFT;
      case MANUAL -> Op.CREDIT;
      case RETURN -> Op.REFUND;
      case TRANSFER -> Op.TRANSFER_IN;
      case REFERRAL -> Op.REFERRAL;
    };
  }

  // --- spending

  /**
   * Pays with bonuses. The payment's own time decides, whatever was booked since: where a lot's end
   * was booked that had not come then, a new line corrects it.
   */
  public Outcome<Redemption> redeem(Account account, long amount, Instant when, Note note) {
    requirePositive(amount);
    Instant at = Times.moment(when);
    Book book = book(account, at);
    if (amount > book.payable(at)) {
      return new Refused<>(new Refusal.Insufficient(amount, book.payable(at)));
    }
    List<Portion> portions = book.takeAsOf(amount, at);
    book.unburn(portions, note);
    long entry = book.entry(Op.REDEEM, new Change(-amount, 0, 0), at, note);
    book.burn(entry, portions);
    Redemption redemption = new Redemption(entry, portions, 0);
    book.put(redemption);
    return new Done<>(book.posting(), redemption);
  }

  /** Takes bonuses away by hand; the note must name reason and author. */
  public Outcome<Redemption> debit(Account account, long amount, Instant when, Note note) {
    requireByHand(note);
    requirePositive(amount);
    Instant at = Times.moment(when);
    Book book = book(account, at);
    if (amount > book.available(at)) {
      return new Refused<>(new Refusal.Insufficient(amount, book.available(at)));
    }
    List<Portion> portions = book.take(amount, book.spendable(at));
    long entry = book.entry(Op.DEBIT, new Change(-amount, 0, 0), at, note);
    book.burn(entry, portions);
    return new Done<>(book.posting(), new Redemption(entry, portions, 0));
  }

  // --- holds

  /**
   * Reserves an amount.
   *
   * @param until the end of the promise; the hold ends earlier if one of its lots expires earlier
   */
  public Outcome<Hold> hold(Account account, long amount, Instant until, Instant when) {
    requirePositive(amount);
    Instant at = Times.moment(when);
    if (!at.isBefore(until)) {
      throw new IllegalArgumentException("a hold must last: " + at + " … " + until);
    }
    Book book = book(account, at);
    if (amount > book.available(at)) {
      return new Refused<>(new Refusal.Insufficient(amount, book.available(at)));
    }
    List<Portion> portions = book.take(amount, book.spendable(at));
    Hold hold = book.createHold(portions, at, Times.micros(until));
    return new Done<>(book.posting(), hold);
  }

  /** Pays with a held amount or a part of it; the rest is free again. */
  public Outcome<Redemption> commit(
      Account account, long holdId, long amount, Instant when, Note note) {
    requirePositive(amount);
    Instant at = Times.moment(when);
    Book book = book(account, at);
    Refusal refusal = closed(book, holdId);
    if (refusal != null) {
      return new Refused<>(refusal);
    }
    Hold hold = book.hold(holdId);
    if (amount > hold.amount()) {
      return new Refused<>(new Refusal.ExceedsHold(amount, hold.amount()));
    }
    book.free(hold);
    book.put(hold.with(Hold.Status.COMMITTED));
    List<Portion> portions = firstOf(hold.portions(), amount);
    long entry = book.entry(Op.REDEEM, new Change(-amount, 0, 0), at, note);
    book.burn(entry, portions);
    Redemption redemption = new Redemption(entry, portions, 0);
    book.put(redemption);
    book.repay(at);
    return new Done<>(book.posting(), redemption);
  }

  /** Gives a hold up. */
  public Outcome<Hold> release(Account account, long holdId, Instant when) {
    Instant at = Times.moment(when);
    Book book = book(account, at);
    Refusal refusal = closed(book, holdId);
    if (refusal != null) {
      return new Refused<>(refusal);
    }
    Hold hold = book.hold(holdId);
    book.free(hold);
    book.put(hold.with(Hold.Status.RELEASED));
    book.repay(at);
    return new Done<>(book.posting(), book.hold(holdId));
  }

  private static @Nullable Refusal closed(Book book, long holdId) {
    if (!book.knowsHold(holdId)) {
      return new Refusal.HoldNotFound(holdId);
    }
    return switch (book.hold(holdId).status()) {
      case OPEN -> null;
      case EXPIRED -> new Refusal.HoldExpired(holdId);
      case COMMITTED, RELEASED -> new Refusal.HoldClosed(holdId, book.hold(holdId).status());
    };
  }

  private static List<Portion> firstOf(List<Portion> portions, long amount) {
    List<Portion> first = new ArrayList<>();
    long left = amount;
    for (Portion portion : portions) {
      if (left > 0) {
        long part = Math.min(left, portion.amount());
        first.add(new Portion(portion.lotId(), part));
        left -= part;
      }
    }
    return first;
  }

  // --- returns

  /**
   * Gives spent bonuses back, to the lots they came from, last burned first.
   *
   * @param redemptionSeq {@link Redemption#seq} of the payment
   */
  public Outcome<Refund> refund(
      Account account,
      long redemptionSeq,
      long amount,
      ExpiredLots expired,
      Instant at,
      Note note) {
    return refund(account, 0, redemptionSeq, amount, expired, at, note);
  }

  /**
   * As above, for a payment from an account that was merged into this one since.
   *
   * @param bookedIn that account; 0 = this one
   */
  public Outcome<Refund> refund(
      Account account,
      long bookedIn,
      long redemptionSeq,
      long amount,
      ExpiredLots expired,
      Instant at,
      Note note) {
    requirePositive(amount);
    Instant when = Times.moment(at);
    Redemption.Key paid = new Redemption.Key(bookedIn, redemptionSeq);
    return ReturnPostings.refund(book(account, when), paid, amount, expired, when, note);
  }

  /**
   * Takes a grant, or a part of it, back.
   *
   * @param lotId the lot that {@link #accrue} or {@link #gift} made
   */
  public Outcome<Reversal> reverse(
      Account account, long lotId, long amount, ReversalPolicy policy, Instant at, Note note) {
    requirePositive(amount);
    Instant when = Times.moment(at);
    return ReturnPostings.reverse(book(account, when), lotId, amount, policy, when, note);
  }

  // --- two accounts

  /** Gives available bonuses to another member; every lot keeps its expiry. */
  public Outcome<Transfer> transfer(Account from, Account to, long amount, Instant at, Note note) {
    requirePositive(amount);
    Instant when = Times.moment(at);
    return TransferPostings.transfer(book(from, when), book(to, when), amount, when, note);
  }

  /**
   * Moves everything, pending bonuses and debt included, to another account of the same person.
   * Open both with everything loaded: a debt that moves is repaid from the lots it finds. The other
   * inherits every lot with its terms and past, used up ones too, under the number that {@link
   * Account#heir} tells; returns go on there.
   */
  public Outcome<Transfer> merge(Account from, Account to, Instant at, Note note) {
    Instant when = Times.moment(at);
    return TransferPostings.merge(book(from, when), book(to, when), when, note);
  }

  private Book book(Account account, Instant at) {
    Account.Heir heir = account.heir();
    if (heir != null) {
      throw new LedgerException(
          LedgerException.Code.MERGED, account.id() + " is " + heir.accountId() + " now");
    }
    return new Book(conventions, account, Times.moment(at));
  }

  static boolean tooLarge(Book book, long amount) {
    Account.Totals totals = book.totals();
    // balance + debt is what the active lots hold; neither it nor the sum leaves the long's range
    return amount > MAX - totals.pending() - totals.balance() - totals.debt();
  }

  private static void requirePositive(long amount) {
    if (amount <= 0) {
      throw new IllegalArgumentException("an amount is positive: " + amount);
    }
  }

  private static void requireByHand(Note note) {
    if (!note.complete()) {
      throw new IllegalArgumentException("a manual operation needs a reason and an author");
    }
  }
}
