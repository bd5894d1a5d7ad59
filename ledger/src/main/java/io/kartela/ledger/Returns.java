package io.kartela.ledger;

import io.kartela.ledger.Entry.Change;
import io.kartela.ledger.Entry.Op;
import io.kartela.ledger.Outcome.Done;
import io.kartela.ledger.Outcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Returns of both directions: spent bonuses come back, granted ones are taken back. */
final class Returns {
  private Returns() {}

  static Outcome<Refund> refund(
      Book book, Redemption.Key paid, long amount, ExpiredLots expired, Instant at, Note note) {
    Redemption redemption = book.redemption(paid);
    if (redemption == null) {
      return new Refused<>(new Refusal.RedemptionNotFound(paid.seq()));
    }
    if (amount > redemption.refundable()) {
      return new Refused<>(new Refusal.ExceedsRedemption(amount, redemption.refundable()));
    }
    if (Ledger.tooLarge(book, amount)) {
      return new Refused<>(new Refusal.TooLarge(Ledger.MAX));
    }
    book.put(redemption.withRefunded(redemption.refunded() + amount));
    long entry = book.entry(Op.REFUND, new Change(amount, 0, 0), at, note, paid);
    List<Portion> dead = new ArrayList<>();
    long alive = 0;
    for (Portion portion : backwards(book, redemption, amount)) {
      if (book.conventions().expired(book.lot(portion.lotId()), at)) {
        dead.add(portion);
      } else {
        book.move(entry, portion.lotId(), portion.amount());
        alive += portion.amount();
      }
    }
    long rest = Portions.sum(dead);
    Refund refund =
        switch (expired) {
          case ExpiredLots.Grace grace -> {
            if (rest > 0) {
              Lot.Terms terms = new Lot.Terms(Lot.Kind.RETURN, rest, at, at, grace.until());
              book.create(entry, terms, Lot.Status.ACTIVE);
            }
            yield new Refund(entry, amount, alive, rest, 0);
          }
          case ExpiredLots.Strict _ -> {
            dead.forEach(portion -> book.move(entry, portion.lotId(), portion.amount()));
            dead.forEach(portion -> book.expire(book.lot(portion.lotId()), at));
            yield new Refund(entry, amount, alive, 0, rest);
          }
        };
    book.repay(at);
    return new Done<>(book.posting(), refund);
  }

  /**
   * The portions that a return of {@code amount} gives back. Returns always walk the burned lots in
   * the same order, so what came back before is exactly the first {@code refunded} of that walk.
   */
  private static List<Portion> backwards(Book book, Redemption redemption, long amount) {
    Comparator<Portion> order =
        Comparator.comparing(
            portion -> book.lot(portion.lotId()), book.conventions().returnOrder());
    long skip = redemption.refunded();
    long left = amount;
    List<Portion> back = new ArrayList<>();
    for (Portion portion : redemption.portions().stream().sorted(order).toList()) {
      long skipped = Math.min(skip, portion.amount());
      skip -= skipped;
      long part = Math.min(left, portion.amount() - skipped);
      left -= part;
      if (part > 0) {
        back.add(new Portion(portion.lotId(), part));
      }
    }
    return back;
  }

  static Outcome<Reversal> reverse(
      Book book, long lotId, long amount, ReversalPolicy policy, Instant at, Note note) {
    if (!book.knowsLot(lotId)) {
      return new Refused<>(new Refusal.LotNotFound(lotId));
    }
    Lot lot = book.lot(lotId);
    long reversible = lot.amount() - lot.reversed();
    if (amount > reversible) {
      return new Refused<>(new Refusal.ExceedsGrant(amount, reversible));
    }
    boolean isPending = lot.status() == Lot.Status.PENDING;
    boolean everything = policy != ReversalPolicy.ONLY_PENDING;
    long pending = isPending ? Math.min(amount, lot.remaining()) : 0;
    long own = !isPending && everything ? Math.min(amount, lot.free()) : 0;
    long left = amount - pending - own;
    // What burned unused has left the account already: taking it again would charge it twice.
    long burned = Math.min(left, lot.expired());
    left -= burned;
    List<Portion> others = List.of();
    if (everything && left > 0) {
      others = book.take(left, other -> other.id() != lotId);
    }
    left -= Portions.sum(others);
    long debt = policy == ReversalPolicy.DEBT ? left : 0;
    long taken = own + Portions.sum(others) + debt;
    book.put(lot.withReversed(lot.reversed() + amount).withExpired(lot.expired() - burned));
    if (taken > 0 || pending > 0) {
      long entry = book.entry(Op.REVERSE, new Change(-taken, -pending, debt), at, note);
      if (own + pending > 0) {
        book.move(entry, lotId, -(own + pending));
      }
      book.burn(entry, others);
    }
    Reversal reversal =
        new Reversal(amount, pending, own, burned, Portions.sum(others), debt, left - debt);
    return new Done<>(book.posting(), reversal);
  }
}
