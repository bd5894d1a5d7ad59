package io.kartela.ledger;

import io.kartela.ledger.Account.Contents;
import io.kartela.ledger.Account.Counters;
import io.kartela.ledger.Account.Totals;
import io.kartela.ledger.Entry.Change;
import io.kartela.ledger.Entry.Op;
import io.kartela.ledger.LedgerException.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of one account during one operation. Not thread-safe, never leaves this package:
 * from outside an operation is a function from account to posting.
 */
final class Book {
  private final Conventions conventions;
  private final Account before;
  private final LotShelf lots;
  private final Map<Long, Hold> holds = new TreeMap<>();
  private final Map<Redemption.Key, Redemption> redemptions = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Place, Long> moves = new LinkedHashMap<>();
  private final Set<Long> touchedHolds = new HashSet<>();
  private long balance;
  private long pending;
  private long held;
  private long debt;
  private long seq;
  private long lastLot;
  private long lastHold;
  private Instant nextDue;
  private boolean clockBooked;
  private Account.@Nullable Heir heir;

  /** Opens the account and books what is already true at {@code at}. */
  Book(Conventions conventions, Account account, Instant at) {
    if (at.isAfter(account.contents().loadedFor())) {
      throw new LedgerException(
          Code.OPENED_FOR_EARLIER,
          account.id() + " was opened for " + account.contents().loadedFor() + ", not for " + at);
    }
    this.conventions = conventions;
    this.before = account;
    this.lots = new LotShelf(conventions, account.contents());
    account.contents().holds().forEach(hold -> holds.put(hold.id(), hold));
    account.contents().redemptions().forEach(r -> redemptions.put(r.key(), r));
    Totals totals = account.totals();
    balance = totals.balance();
    pending = totals.pending();
    held = totals.held();
    debt = totals.debt();
    seq = account.counters().seq();
    lastLot = account.counters().lot();
    lastHold = account.counters().hold();
    nextDue = account.nextDue();
    heir = account.heir();
    mature(at);
  }

  /** What a line moves of a lot is one figure. */
  private record Place(long entry, long lotId) {}

  // --- what the clock has done

  private record Due(Instant at, int order, Runnable booking) {}

  /** Books timeouts, activations and expiries in the order in which they became true. */
  void mature(Instant at) {
    if (at.isBefore(nextDue)) {
      return;
    }
    List<Due> due = new ArrayList<>();
    for (Hold hold : holds.values()) {
      if (hold.status() == Hold.Status.OPEN && !hold.openAt(at)) {
        due.add(new Due(hold.expiresAt(), 0, () -> timeOut(hold.id())));
      }
    }
    for (Lot lot : lots.all()) {
      if (lot.status() == Lot.Status.PENDING && conventions.active(lot, at)) {
        due.add(new Due(lot.terms().activeFrom(), 1, () -> activate(lot.id())));
      }
      if (lot.remaining() > 0 && conventions.expired(lot, at)) {
        due.add(new Due(lot.terms().expiresAt(), 2, () -> expire(lot.id())));
      }
    }
    due.sort(Comparator.comparing(Due::at).thenComparingInt(Due::order));
    due.forEach(event -> event.booking.run());
    // Not all lots may be loaded, so the true next instant is unknown here: the store looks it up.
    clockBooked = true;
    nextDue = at;
  }

  private void timeOut(long holdId) {
    Hold hold = hold(holdId);
    free(hold);
    put(hold.with(Hold.Status.EXPIRED));
    repay(hold.expiresAt());
  }

  private void activate(long lotId) {
    Lot lot = lot(lotId);
    Instant at = lot.terms().activeFrom();
    put(lot.activated());
    entry(Op.ACTIVATE, new Change(lot.remaining(), -lot.remaining(), 0), at, Note.NONE);
    repay(at);
  }

  private void expire(long lotId) {
    Lot lot = lot(lotId);
    if (lot.remaining() > 0) {
      expire(lot, lot.terms().expiresAt());
    }
  }

  /** Burns what is left of a lot. */
  void expire(Lot lot, Instant at) {
    long left = lot.remaining();
    long entry = entry(Op.EXPIRE, new Change(-left, 0, 0), at, Note.NONE);
    put(lot.withExpired(lot.expired() + left));
    move(entry, lot.id(), -left);
  }

  /** Debts come first: nothing is available while one is open. */
  void repay(Instant at) {
    if (debt == 0) {
      return;
    }
    List<Portion> portions = take(debt, lot -> !conventions.expired(lot, at));
    long amount = conventions.repayment(debt, Portions.sum(portions));
    if (amount > 0) {
      long entry = entry(Op.REPAY, new Change(0, 0, -amount), at, Note.NONE);
      burn(entry, portions);
      portions.forEach(this::standIn);
    }
  }

  /** Whoever repays a debt stands in for the grants whose reversal made it. */
  private void standIn(Portion repaid) {
    long left = repaid.amount();
    for (Lot lot : lots.owing()) {
      long part = Math.min(left, lot.standIns().owed());
      left -= part;
      if (part > 0) {
        boolean itself = lot.id() == repaid.lotId();
        List<Portion> by = itself ? List.of() : List.of(new Portion(repaid.lotId(), part));
        put(lot.withStandIns(lot.standIns().plus(-part, 0, by)));
      }
    }
  }

  // --- questions

  AccountId id() {
    return before.id();
  }

  Lot lot(long id) {
    return lots.get(id);
  }

  boolean knowsLot(long id) {
    return lots.knows(id);
  }

  boolean knowsHold(long id) {
    return holds.containsKey(id);
  }

  Hold hold(long id) {
    Hold hold = holds.get(id);
    if (hold == null) {
      throw new LedgerException(Code.LOTS_NOT_LOADED, before.id() + " hold " + id);
    }
    return hold;
  }

  @Nullable Redemption redemption(Redemption.Key key) {
    return redemptions.get(key);
  }

  List<Lot> lots() {
    return lots.all();
  }

  Conventions conventions() {
    return conventions;
  }

  Totals totals() {
    return new Totals(balance, pending, held, debt);
  }

  /** What can be spent at {@code at}; counted from the lots where all of them are known. */
  long available(Instant at) {
    if (debt > 0) {
      return 0;
    }
    long free = balance - held;
    return lots.freeAmount() == free ? lots.spendableAmount(at) : free;
  }

  /**
   * What a payment of {@code at} may take. It may come to be known after the end of lots that lived
   * then: what burned of them was there, also while something is owed since.
   */
  long payable(Instant at) {
    return Math.addExact(available(at), lots.burnedAfter(at));
  }

  Predicate<Lot> spendable(Instant at) {
    return lots.spendable(at);
  }

  /** The portions, in burn order, that make up {@code amount} or as much of it as there is. */
  List<Portion> take(long amount, Predicate<Lot> eligible) {
    return lots.take(amount, eligible, balance + debt - held);
  }

  /** As {@link #take}, from what was there at {@code at}. */
  List<Portion> takeAsOf(long amount, Instant at) {
    return lots.takeAsOf(amount, at, balance + debt - held);
  }

  // --- changes

  /** Adds a line; the moves of lots that belong to it follow under the number returned. */
  long entry(Op op, Change change, Instant at, Note note) {
    return entry(op, change, at, note, new Redemption.Key(0, 0));
  }

  /** As {@link #entry(Op, Change, Instant, Note)}, for what gives a redemption back. */
  long entry(Op op, Change change, Instant at, Note note, Redemption.Key cause) {
    seq++;
    balance = Math.addExact(balance, change.balance());
    pending = Math.addExact(pending, change.pending());
    debt = Math.addExact(debt, change.debt());
    entries.add(new Entry(seq, op, change, balance, at, note, cause.seq(), cause.account()));
    return seq;
  }

  /** Takes portions out of their lots. */
  void burn(long entry, List<Portion> portions) {
    for (Portion portion : portions) {
      move(entry, portion.lotId(), -portion.amount());
    }
  }

  /**
   * Corrects expiries by new lines: what these portions take beyond what their lots have left did
   * not burn. The caller takes it out again at once.
   */
  void unburn(List<Portion> portions, Note note) {
    for (Portion portion : portions) {
      Lot lot = lot(portion.lotId());
      long back = portion.amount() - lot.freeIfActive();
      if (back > 0) {
        Instant end = lot.terms().expiresAt();
        long entry = entry(Op.EXPIRE, new Change(back, 0, 0), end, note);
        put(lot.withExpired(lot.expired() - back).withRemaining(lot.remaining() + back));
        record(entry, lot.id(), back);
      }
    }
  }

  void move(long entry, long lotId, long delta) {
    Lot lot = lot(lotId);
    put(lot.withRemaining(lot.remaining() + delta));
    record(entry, lotId, delta);
    if (delta > 0) {
      nextDue = Times.earlier(nextDue, lot.terms().expiresAt());
    }
  }

  private void record(long entry, long lotId, long delta) {
    moves.merge(new Place(entry, lotId), delta, Math::addExact);
  }

  /** A new lot, filled by the entry. */
  Lot create(long entry, Lot.Terms terms, Lot.Status status) {
    lastLot++;
    Lot lot = new Lot(lastLot, terms, status, terms.amount(), 0, 0, 0, StandIns.NONE);
    put(lot);
    record(entry, lot.id(), terms.amount());
    nextDue = Times.earlier(nextDue, due(terms, status));
    return lot;
  }

  private static Instant due(Lot.Terms terms, Lot.Status status) {
    return status == Lot.Status.PENDING ? terms.activeFrom() : terms.expiresAt();
  }

  /** Everything of another account becomes this one's, lot by lot under numbers of its own. */
  Account.Heir inherit(long entry, Book from) {
    Account.Heir place = new Account.Heir(id().accountId(), lastLot);
    for (Lot lot : from.lots.all()) {
      if (lot.remaining() > 0 || lot.standIns().owed() > 0) {
        put(lot.numbered(lastLot + lot.id()));
      }
      if (lot.remaining() > 0) {
        record(entry, lastLot + lot.id(), lot.remaining());
        nextDue = Times.earlier(nextDue, due(lot.terms(), lot.status()));
      }
    }
    lastLot += from.lastLot;
    return place;
  }

  /** All is another's now, debts too. */
  void leaveTo(Account.Heir to) {
    heir = to;
    for (Lot lot : lots.owing()) {
      put(lot.withStandIns(lot.standIns().plus(-lot.standIns().owed(), 0, List.of())));
    }
  }

  Hold createHold(List<Portion> portions, Instant at, Instant until) {
    Instant end = until;
    for (Portion portion : portions) {
      Lot lot = lot(portion.lotId());
      end = Times.earlier(end, lot.terms().expiresAt());
      put(lot.withHeld(lot.held() + portion.amount()));
      held += portion.amount();
    }
    lastHold++;
    Hold hold = new Hold(lastHold, Hold.Status.OPEN, at, end, portions);
    put(hold);
    nextDue = Times.earlier(nextDue, end);
    return hold;
  }

  /** Gives up the reservation; the amounts stay in their lots. */
  void free(Hold hold) {
    for (Portion portion : hold.portions()) {
      Lot lot = lot(portion.lotId());
      put(lot.withHeld(lot.held() - portion.amount()));
      held -= portion.amount();
    }
  }

  void put(Lot lot) {
    lots.put(lot);
  }

  void put(Hold hold) {
    holds.put(hold.id(), hold);
    touchedHolds.add(hold.id());
  }

  void put(Redemption redemption) {
    redemptions.put(redemption.key(), redemption);
  }

  Posting posting() {
    boolean changed = !entries.isEmpty() || !lots.touched().isEmpty() || !touchedHolds.isEmpty();
    if (!changed && !clockBooked) {
      return Posting.none(before);
    }
    Account after =
        new Account(
            before.id(),
            before.version() + 1,
            totals(),
            new Counters(seq, lastLot, lastHold),
            nextDue,
            new Contents(
                lots.all(),
                List.copyOf(holds.values()),
                List.copyOf(redemptions.values()),
                before.contents().frontier(),
                before.contents().loadedFor()),
            heir);
    return new Posting(before, after, entries, moved(), lots.touched(), touchedHolds, clockBooked);
  }

  private List<LotMove> moved() {
    List<LotMove> moved = new ArrayList<>();
    moves.forEach(
        (place, delta) -> {
          if (delta != 0) {
            moved.add(new LotMove(place.entry, place.lotId, delta));
          }
        });
    return moved;
  }
}
