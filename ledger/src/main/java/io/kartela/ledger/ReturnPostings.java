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
final class ReturnPostings {
  private ReturnPostings() {}

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
    Restitution restitution = new Restitution(book);
    List<Portion> own = new ArrayList<>();
    for (Portion portion : backwards(book, redemption, amount)) {
      long part = restitution.comesBack(portion);
      if (part > 0) {
        own.add(new Portion(portion.lotId(), part));
      }
    }
    List<Portion> dead = new ArrayList<>(giveBack(book, entry, own, expired, at));
    long late = Portions.sum(dead);
    long good = Portions.sum(restitution.passing());
    if (good > 0) {
      restitution.passing().forEach(p -> book.move(entry, p.lotId(), p.amount()));
      long line = book.entry(Op.REVERSE, restitution.change(), at, note);
      restitution.passing().forEach(p -> book.move(line, p.lotId(), -p.amount()));
      dead.addAll(giveBack(book, line, restitution.restored(), expired, at));
    }
    boolean strict = expired instanceof ExpiredLots.Strict;
    if (strict) {
      dead.stream().map(Portion::lotId).distinct().forEach(lot -> book.expire(book.lot(lot), at));
    }
    book.repay(at);
    long alive = amount - good - late;
    Refund refund = new Refund(entry, amount, alive, strict ? 0 : late, strict ? late : 0, good);
    return new Done<>(book.posting(), refund);
  }

  /**
   * Puts bonuses back into their lots, or into a new one where the life of theirs is over.
   *
   * @return what came to lots whose life is over; under STRICT it has yet to burn there
   */
  private static List<Portion> giveBack(
      Book book, long entry, List<Portion> portions, ExpiredLots expired, Instant at) {
    List<Portion> dead = new ArrayList<>();
    for (Portion portion : portions) {
      boolean over = book.conventions().expired(book.lot(portion.lotId()), at);
      if (over) {
        dead.add(portion);
      }
      if (!over || expired instanceof ExpiredLots.Strict) {
        book.move(entry, portion.lotId(), portion.amount());
      }
    }
    if (!dead.isEmpty() && expired instanceof ExpiredLots.Grace(Instant until)) {
      Lot.Terms terms = new Lot.Terms(Lot.Kind.RETURN, Portions.sum(dead), at, at, until);
      book.create(entry, terms, Lot.Status.ACTIVE);
    }
    return dead;
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
    long forgiven = policy == ReversalPolicy.WITHIN_BALANCE ? left : 0;
    long taken = own + Portions.sum(others) + debt;
    book.put(
        lot.withReversed(lot.reversed() + amount)
            .withExpired(lot.expired() - burned)
            .withStandIns(lot.standIns().plus(debt, forgiven, others)));
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
