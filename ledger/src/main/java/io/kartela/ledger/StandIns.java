package io.kartela.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the reversals of a grant took elsewhere because the grant itself was away. What comes back
 * to its lot makes that good before any of it belongs to the lot: first what is owed, then what was
 * forgiven, then the lots, last taken first.
 *
 * @param owed the part of the account's debt that these reversals made
 * @param forgiven what a policy forgave
 * @param lots what other lots gave, in the order in which it was taken
 */
public record StandIns(long owed, long forgiven, List<Portion> lots) {
  public static final StandIns NONE = new StandIns(0, 0, List.of());

  /** What has been made good now, and what is still to be. */
  record Split(StandIns now, StandIns later) {}

  public StandIns {
    if (owed < 0 || forgiven < 0) {
      throw new IllegalArgumentException("owed %d forgiven %d".formatted(owed, forgiven));
    }
    lots = List.copyOf(lots);
  }

  public long total() {
    return Math.addExact(Math.addExact(owed, forgiven), Portions.sum(lots));
  }

  StandIns plus(long moreOwed, long moreForgiven, List<Portion> moreLots) {
    List<Portion> all = new ArrayList<>(lots);
    for (Portion portion : moreLots) {
      boolean again = !all.isEmpty() && all.getLast().lotId() == portion.lotId();
      long before = again ? all.removeLast().amount() : 0;
      all.add(new Portion(portion.lotId(), before + portion.amount()));
    }
    return new StandIns(owed + moreOwed, forgiven + moreForgiven, all);
  }

  Split split(long amount) {
    long owedNow = Math.min(amount, owed);
    long forgivenNow = Math.min(amount - owedNow, forgiven);
    long left = amount - owedNow - forgivenNow;
    List<Portion> now = new ArrayList<>();
    List<Portion> later = new ArrayList<>();
    for (Portion portion : lots.reversed()) {
      long part = Math.min(left, portion.amount());
      left -= part;
      add(now, portion.lotId(), part);
      add(later, portion.lotId(), portion.amount() - part);
    }
    Collections.reverse(later);
    return new Split(
        new StandIns(owedNow, forgivenNow, now),
        new StandIns(owed - owedNow, forgiven - forgivenNow, later));
  }

  private static void add(List<Portion> portions, long lotId, long amount) {
    if (amount > 0) {
      portions.add(new Portion(lotId, amount));
    }
  }

  /** The same in an account that numbers its lots from {@code offset} on. */
  StandIns shifted(long offset) {
    return new StandIns(
        owed,
        forgiven,
        lots.stream().map(p -> new Portion(p.lotId() + offset, p.amount())).toList());
  }
}
