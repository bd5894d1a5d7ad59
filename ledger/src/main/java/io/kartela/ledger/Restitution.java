package io.kartela.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What comes back to a lot whose grant was reversed meanwhile goes to those who stood in for it, as
 * if it had been there: then it does not matter which of two returns is booked first.
 */
final class Restitution {
  private final Book book;
  private final List<Portion> passing = new ArrayList<>();
  private final List<Portion> restored = new ArrayList<>();
  private long owed;
  private long forgiven;

  Restitution(Book book) {
    this.book = book;
  }

  /**
   * Notes what comes back to a lot.
   *
   * @return what of it belongs to the lot
   */
  long comesBack(Portion portion) {
    int before = restored.size();
    long own = handOn(portion) + comeRound(portion.lotId(), before);
    if (own < portion.amount()) {
      passing.add(new Portion(portion.lotId(), portion.amount() - own));
    }
    return own;
  }

  /**
   * Two lots may stand in for each other, each reversed when the other had something left. What of
   * a portion comes round to its own lot is the lot's own after all.
   */
  private long comeRound(long lotId, int before) {
    List<Portion> since = restored.subList(before, restored.size());
    long round = since.stream().filter(p -> p.lotId() == lotId).mapToLong(Portion::amount).sum();
    since.removeIf(p -> p.lotId() == lotId);
    return round;
  }

  private long handOn(Portion portion) {
    Lot lot = book.lot(portion.lotId());
    long good = book.conventions().madeGood(portion.amount(), lot.standIns().total());
    if (good > 0) {
      StandIns.Split split = lot.standIns().split(good);
      book.put(lot.withStandIns(split.later()));
      owed += split.now().owed();
      forgiven += split.now().forgiven();
      for (Portion other : split.now().lots()) {
        // Its own grant may have been reversed since: then others stood in for it.
        long own = handOn(other);
        if (own > 0) {
          restored.add(new Portion(other.lotId(), own));
        }
      }
    }
    return portion.amount() - good;
  }

  /** What comes to a reversed lot and leaves it at once. */
  List<Portion> passing() {
    return passing;
  }

  /** What other lots get back. */
  List<Portion> restored() {
    return restored;
  }

  Entry.Change change() {
    return new Entry.Change(-forgiven, 0, -owed);
  }
}
