package io.kartela.ledger;

import io.kartela.ledger.Account.Totals;
import io.kartela.ledger.Entry.Change;
import io.kartela.ledger.Entry.Op;
import io.kartela.ledger.Outcome.Done;
import io.kartela.ledger.Outcome.Refused;
import java.time.Instant;
import java.util.List;

/** Bonuses that change their owner. A transfer never lengthens a bonus's life. */
final class TransferPostings {
  private TransferPostings() {}

  static Outcome<Transfer> transfer(Book from, Book to, long amount, Instant at, Note note) {
    requireTwo(from, to);
    if (amount > from.available(at)) {
      return new Refused<>(new Refusal.Insufficient(amount, from.available(at)));
    }
    if (Ledger.tooLarge(to, amount)) {
      return new Refused<>(new Refusal.TooLarge(Ledger.MAX));
    }
    List<Portion> portions = from.take(amount, from.spendable(at));
    long out = from.entry(Op.TRANSFER_OUT, new Change(-amount, 0, 0), at, note);
    long in = to.entry(Op.TRANSFER_IN, new Change(amount, 0, 0), at, note);
    for (Portion portion : portions) {
      hand(to, in, from.lot(portion.lotId()), portion.amount());
    }
    from.burn(out, portions);
    to.repay(at);
    return new Done<>(from.posting(), new Transfer(out, to.posting()));
  }

  static Outcome<Transfer> merge(Book from, Book to, Instant at, Note note) {
    requireTwo(from, to);
    Totals totals = from.totals();
    if (totals.held() > 0) {
      return new Refused<>(new Refusal.HasOpenHolds(totals.held()));
    }
    long active = totals.balance() + totals.debt();
    if (Ledger.tooLarge(to, active + totals.pending() + totals.debt())) {
      return new Refused<>(new Refusal.TooLarge(Ledger.MAX));
    }
    List<Lot> lots = from.lots().stream().filter(lot -> lot.remaining() > 0).toList();
    if (lots.stream().mapToLong(Lot::remaining).sum() != active + totals.pending()) {
      throw new LedgerException(LedgerException.Code.LOTS_NOT_LOADED, "a merge needs every lot");
    }
    Change gain = new Change(totals.balance(), totals.pending(), totals.debt());
    Change loss = new Change(-gain.balance(), -gain.pending(), -gain.debt());
    long out = from.entry(Op.TRANSFER_OUT, loss, at, note);
    long in = to.entry(Op.TRANSFER_IN, gain, at, note);
    from.leaveTo(to.inherit(in, from));
    for (Lot lot : lots) {
      from.move(out, lot.id(), -lot.remaining());
    }
    to.repay(at);
    return new Done<>(from.posting(), new Transfer(out, to.posting()));
  }

  private static void hand(Book to, long entry, Lot source, long amount) {
    Lot.Terms old = source.terms();
    Lot.Terms terms =
        new Lot.Terms(Lot.Kind.TRANSFER, amount, old.earnedAt(), old.activeFrom(), old.expiresAt());
    to.create(entry, terms, source.status());
  }

  private static void requireTwo(Book from, Book to) {
    if (from.id().equals(to.id()) || from.id().merchantId() != to.id().merchantId()) {
      throw new IllegalArgumentException("a transfer has two accounts of one merchant");
    }
  }
}
