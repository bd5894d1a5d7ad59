package io.kartela.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operation wants written: the entries, the moves of lots, and the account afterwards.
 * Nothing is booked until the store has written it. Immutable.
 *
 * @param touchedLots ids of lots that are new or changed; their state is in {@code after}
 * @param touchedHolds ids of holds that are new or changed
 * @param clockBooked whether activations, expiries or timeouts may have been booked, so that the
 *     next due instant has to be looked up again
 */
public record Posting(
    Account before,
    Account after,
    List<Entry> entries,
    List<LotMove> moves,
    Set<Long> touchedLots,
    Set<Long> touchedHolds,
    boolean clockBooked) {

  public Posting {
    entries = List.copyOf(entries);
    moves = List.copyOf(moves);
    touchedLots = Set.copyOf(touchedLots);
    touchedHolds = Set.copyOf(touchedHolds);
  }

  /** A posting that changes nothing; useful to fold a list of operations. */
  public static Posting none(Account account) {
    return new Posting(account, account, List.of(), List.of(), Set.of(), Set.of(), false);
  }

  public boolean empty() {
    return before.version() == after.version();
  }

  /**
   * Joins two operations for one write.
   *
   * @param next an operation that was worked out on {@code this.after()}
   */
  public Posting then(Posting next) {
    if (!next.before.id().equals(after.id()) || next.before.version() != after.version()) {
      throw new LedgerException(
          LedgerException.Code.NOT_CONSECUTIVE,
          "%s version %d does not follow %s version %d"
              .formatted(next.before.id(), next.before.version(), after.id(), after.version()));
    }
    return new Posting(
        before,
        next.after,
        joined(entries, next.entries),
        joined(moves, next.moves),
        union(touchedLots, next.touchedLots),
        union(touchedHolds, next.touchedHolds),
        clockBooked || next.clockBooked);
  }

  /** Lots that this posting creates, as they are afterwards. */
  public List<Lot> newLots() {
    return lots(true);
  }

  /** Lots that existed before and are changed, as they are afterwards. */
  public List<Lot> changedLots() {
    return lots(false);
  }

  /** Lots for which others stand in, or did before; hardly ever any. */
  public List<Lot> lotsWithOtherStandIns() {
    Map<Long, StandIns> known = new HashMap<>();
    before.contents().lots().stream()
        .filter(lot -> !lot.standIns().equals(StandIns.NONE))
        .forEach(lot -> known.put(lot.id(), lot.standIns()));
    return after.contents().lots().stream()
        .filter(lot -> touchedLots.contains(lot.id()))
        .filter(lot -> !lot.standIns().equals(known.getOrDefault(lot.id(), StandIns.NONE)))
        .toList();
  }

  public List<Hold> newHolds() {
    return holds(true);
  }

  public List<Hold> changedHolds() {
    return holds(false);
  }

  private List<Lot> lots(boolean created) {
    if (touchedLots.isEmpty()) {
      return List.of();
    }
    Map<Long, Lot> byId = new HashMap<>();
    after.contents().lots().forEach(lot -> byId.put(lot.id(), lot));
    return touchedLots.stream()
        .filter(id -> id > before.counters().lot() == created)
        .sorted()
        .map(byId::get)
        .toList();
  }

  private List<Hold> holds(boolean created) {
    return after.contents().holds().stream()
        .filter(hold -> touchedHolds.contains(hold.id()))
        .filter(hold -> hold.id() > before.counters().hold() == created)
        .toList();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static Set<Long> union(Set<Long> first, Set<Long> second) {
    Set<Long> all = new HashSet<>(first);
    all.addAll(second);
    return all;
  }
}
