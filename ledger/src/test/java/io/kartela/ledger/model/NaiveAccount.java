package io.kartela.ledger.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account in which every single bonus is a coin that lies somewhere. Slow and obvious on
 * purpose: no figure is stored that can be counted. Written from the specification, not from the
 * ledger.
 */
final class NaiveAccount {
  enum Place {
    IN_LOT,
    HELD,
    SPENT,
    BURNED,
    GONE
  }

  static final class Coin {
    final NaiveLot lot;
    Place place = Place.IN_LOT;

    Coin(NaiveLot lot) {
      this.lot = lot;
    }
  }

  static final class NaiveLot {
    final int id;
    final Instant earned;
    final Instant from;
    final Instant until;
    final List<Coin> coins = new ArrayList<>();
    boolean active;
    long reversed;

    /**
     * What its reversals took elsewhere: a part of the debt, what was forgiven, coins of others.
     */
    long owed;

    long forgiven;
    final List<Coin> standIns = new ArrayList<>();

    NaiveLot(int id, Instant earned, Instant from, Instant until, long amount) {
      this.id = id;
      this.earned = earned;
      this.from = from;
      this.until = until;
      for (long i = 0; i < amount; i++) {
        coins.add(new Coin(this));
      }
    }

    long count(Place place) {
      return coins.stream().filter(coin -> coin.place == place).count();
    }

    long left() {
      return count(Place.IN_LOT) + count(Place.HELD);
    }
  }

  static final class NaiveHold {
    final int id;
    final Instant until;
    final List<Coin> coins;
    String status = "OPEN";

    NaiveHold(int id, Instant until, List<Coin> coins) {
      this.id = id;
      this.until = until;
      this.coins = coins;
    }
  }

  static final class NaiveRedemption {
    /** Where it was paid, when that was merged into this account since; else 0. */
    final long account;

    final long seq;
    final List<Coin> coins;
    int returned;

    NaiveRedemption(long seq, List<Coin> coins) {
      this(0, seq, coins);
    }

    NaiveRedemption(long account, long seq, List<Coin> coins) {
      this.account = account;
      this.seq = seq;
      this.coins = coins;
    }
  }

  private static final Comparator<Coin> BURN =
      Comparator.comparing((Coin coin) -> coin.lot.until)
          .thenComparing(coin -> coin.lot.earned)
          .thenComparingInt(coin -> coin.lot.id);

  final long id;
  final List<NaiveLot> lots = new ArrayList<>();
  final List<NaiveHold> holds = new ArrayList<>();
  final List<NaiveRedemption> redemptions = new ArrayList<>();
  long debt;
  long entries;
  boolean merged;

  NaiveAccount(long id) {
    this.id = id;
  }

  // --- the clock

  private record Due(Instant at, int rank, int id, Runnable action) {}

  /** Lets everything happen that is due, one thing after the other. */
  void advance(Instant now) {
    for (Due due = next(now); due != null; due = next(now)) {
      due.action.run();
    }
  }

  private @Nullable Due next(Instant now) {
    List<Due> all = new ArrayList<>();
    for (NaiveHold hold : holds) {
      if (hold.status.equals("OPEN")) {
        all.add(new Due(hold.until, 0, hold.id, () -> timeOut(hold)));
      }
    }
    for (NaiveLot lot : lots) {
      if (!lot.active && lot.left() > 0) {
        all.add(new Due(lot.from, 1, lot.id, () -> activate(lot)));
      }
      if (lot.left() > 0) {
        all.add(new Due(lot.until, 2, lot.id, () -> burn(lot)));
      }
    }
    return all.stream()
        .filter(due -> !due.at.isAfter(now))
        .min(Comparator.comparing(Due::at).thenComparingInt(Due::rank).thenComparingInt(Due::id))
        .orElse(null);
  }

  private void timeOut(NaiveHold hold) {
    hold.coins.forEach(coin -> coin.place = Place.IN_LOT);
    hold.status = "EXPIRED";
    repay(hold.until);
  }

  private void activate(NaiveLot lot) {
    lot.active = true;
    entries++;
    repay(lot.from);
  }

  private void burn(NaiveLot lot) {
    move(lot.coins.stream().filter(coin -> coin.place == Place.IN_LOT).toList(), Place.BURNED);
    entries++;
  }

  // --- coins

  static void move(List<Coin> coins, Place place) {
    coins.forEach(coin -> coin.place = place);
  }

  /** Coins that are active and in nobody's way, in the order in which they burn. */
  List<Coin> free() {
    return lots.stream()
        .filter(lot -> lot.active)
        .flatMap(lot -> lot.coins.stream())
        .filter(coin -> coin.place == Place.IN_LOT)
        .sorted(BURN)
        .toList();
  }

  /** Coins that can be spent at an instant. */
  List<Coin> spendable(Instant at) {
    return debt > 0
        ? List.of()
        : free().stream()
            .filter(coin -> !at.isBefore(coin.lot.from) && at.isBefore(coin.lot.until))
            .toList();
  }

  /** Coins that lay there at an instant, whatever has burned since. */
  List<Coin> payable(Instant at) {
    List<Coin> coins = new ArrayList<>(spendable(at));
    lots.stream()
        .flatMap(lot -> lot.coins.stream())
        .filter(coin -> coin.place == Place.BURNED)
        .filter(coin -> !at.isBefore(coin.lot.from) && at.isBefore(coin.lot.until))
        .forEach(coins::add);
    coins.sort(BURN);
    return coins;
  }

  void repay(Instant at) {
    List<Coin> coins =
        free().stream().filter(coin -> at.isBefore(coin.lot.until)).limit(debt).toList();
    if (!coins.isEmpty()) {
      move(coins, Place.GONE);
      debt -= coins.size();
      entries++;
      coins.forEach(this::standIn);
    }
  }

  /** A coin that repays was taken for one of the lots whose reversal made the debt. */
  private void standIn(Coin coin) {
    NaiveLot lot = lots.stream().filter(owing -> owing.owed > 0).findFirst().orElse(null);
    if (lot != null) {
      lot.owed--;
      if (coin.lot != lot) {
        lot.standIns.add(coin);
      }
    }
  }

  /**
   * The coin that a coin's return brings home: itself, or the last that was taken in its stead when
   * its lot was reversed, or none when it is owed or was forgiven.
   */
  @Nullable Coin home(Coin coin) {
    NaiveLot lot = coin.lot;
    if (lot.owed == 0 && lot.forgiven == 0 && lot.standIns.isEmpty()) {
      return coin;
    }
    coin.place = Place.GONE;
    if (lot.owed > 0) {
      lot.owed--;
      debt--;
      return null;
    }
    if (lot.forgiven > 0) {
      lot.forgiven--;
      return null;
    }
    return home(lot.standIns.removeLast());
  }

  NaiveLot add(Instant earned, Instant from, Instant until, long amount, boolean active) {
    NaiveLot lot = new NaiveLot(lots.size() + 1, earned, from, until, amount);
    lot.active = active;
    lots.add(lot);
    return lot;
  }

  // --- figures, by counting

  long balance() {
    return lots.stream().filter(lot -> lot.active).mapToLong(NaiveLot::left).sum() - debt;
  }

  long pending() {
    return lots.stream().filter(lot -> !lot.active).mapToLong(NaiveLot::left).sum();
  }

  long held() {
    return lots.stream().mapToLong(lot -> lot.count(Place.HELD)).sum();
  }

  /** Whose coins they are and how many of each in a row, as two arrays of PostgreSQL. */
  private static String runs(List<Coin> coins) {
    List<String> whose = new ArrayList<>();
    List<String> many = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= coins.size(); i++) {
      if (i == coins.size() || coins.get(i).lot != coins.get(start).lot) {
        whose.add(Integer.toString(coins.get(start).lot.id));
        many.add(Integer.toString(i - start));
        start = i;
      }
    }
    return coins.isEmpty()
        ? ""
        : "{%s}{%s}".formatted(String.join(",", whose), String.join(",", many));
  }

  /** The whole state, in the words of the query with which the real one is read. */
  String state() {
    String lotStates =
        lots.stream()
            .map(
                lot ->
                    lot.id
                        + ":"
                        + (lot.left() == 0 ? "CLOSED" : lot.active ? "ACTIVE" : "PENDING")
                        + ":"
                        + lot.left()
                        + ":"
                        + lot.count(Place.HELD)
                        + ":"
                        + lot.count(Place.BURNED)
                        + ":"
                        + lot.reversed
                        + ":"
                        + lot.owed
                        + ":"
                        + lot.forgiven
                        + ":"
                        + runs(lot.standIns))
            .collect(Collectors.joining(" "));
    String holdStates =
        holds.stream().map(hold -> hold.id + ":" + hold.status).collect(Collectors.joining(" "));
    return "%d %d %d %d %d | %s | %s"
        .formatted(balance(), pending(), held(), debt, entries, lotStates, holdStates);
  }
}
