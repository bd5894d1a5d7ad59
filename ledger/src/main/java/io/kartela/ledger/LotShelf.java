package io.kartela.ledger;

import io.kartela.ledger.LedgerException.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lots of one account while an operation works on them. */
final class LotShelf {
  private final Conventions conventions;
  private final @Nullable Lot frontier;
  private final Map<Long, Lot> lots = new TreeMap<>();
  private final Set<Long> touched = new HashSet<>();

  LotShelf(Conventions conventions, Account.Contents contents) {
    this.conventions = conventions;
    this.frontier = contents.frontier();
    contents.lots().forEach(lot -> lots.put(lot.id(), lot));
  }

  Lot get(long id) {
    Lot lot = lots.get(id);
    if (lot == null) {
      throw new LedgerException(Code.LOTS_NOT_LOADED, "lot " + id);
    }
    return lot;
  }

  boolean knows(long id) {
    return lots.containsKey(id);
  }

  void put(Lot lot) {
    lots.put(lot.id(), lot);
    touched.add(lot.id());
  }

  List<Lot> all() {
    return List.copyOf(lots.values());
  }

  /** Lots whose reversal made a debt that is still open. */
  List<Lot> owing() {
    return lots.values().stream().filter(lot -> lot.standIns().owed() > 0).toList();
  }

  Set<Long> touched() {
    return touched;
  }

  private Stream<Lot> free() {
    return lots.values().stream().filter(lot -> lot.freeIfActive() > 0);
  }

  long freeAmount() {
    return free().mapToLong(Lot::free).sum();
  }

  long spendableAmount(Instant at) {
    return free().filter(spendable(at)).mapToLong(Lot::free).sum();
  }

  /** What has burned since and was there at {@code at}. */
  long burnedAfter(Instant at) {
    return lots.values().stream().filter(spendable(at)).mapToLong(Lot::expired).sum();
  }

  Predicate<Lot> spendable(Instant at) {
    return lot -> conventions.active(lot, at) && !conventions.expired(lot, at);
  }

  /**
   * The portions, in burn order, that make up {@code amount} or as much of it as there is.
   *
   * @param eligible which active lots may be used
   * @param freeInBooks what all active lots have free, read or not
   */
  List<Portion> take(long amount, Predicate<Lot> eligible, long freeInBooks) {
    List<Lot> from = free().filter(eligible).sorted(conventions.burnOrder()).toList();
    return take(amount, from, Lot::free, freeInBooks);
  }

  /** As {@link #take}, from what there was at {@code at}: what has burned since is taken, too. */
  List<Portion> takeAsOf(long amount, Instant at, long freeInBooks) {
    List<Lot> from =
        lots.values().stream()
            .filter(spendable(at))
            .filter(lot -> offered(lot) > 0)
            .sorted(conventions.burnOrder())
            .toList();
    return take(amount, from, LotShelf::offered, freeInBooks);
  }

  /** What a lot had while it lived: what burned of it was there, as seen from a late event. */
  private static long offered(Lot lot) {
    return lot.freeIfActive() + lot.expired();
  }

  private List<Portion> take(
      long amount, List<Lot> from, ToLongFunction<Lot> offer, long freeInBooks) {
    boolean allKnown = freeAmount() == freeInBooks;
    List<Portion> portions = new ArrayList<>();
    long left = amount;
    for (Lot lot : from) {
      if (left == 0) {
        break;
      }
      if (!allKnown && beyondFrontier(lot)) {
        throw notRead(amount);
      }
      long part = Math.min(left, offer.applyAsLong(lot));
      portions.add(new Portion(lot.id(), part));
      left -= part;
    }
    if (left > 0 && !allKnown) {
      throw notRead(amount);
    }
    return portions;
  }

  /** Between the last lot read in burn order and this one there may be lots that were not read. */
  private boolean beyondFrontier(Lot lot) {
    return frontier == null || conventions.burnOrder().compare(lot, frontier) > 0;
  }

  private static LedgerException notRead(long amount) {
    return new LedgerException(Code.LOTS_NOT_LOADED, amount + " needs more lots than were read");
  }
}
