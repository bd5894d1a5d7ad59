package io.kartela.ledger.model;

import io.kartela.ledger.model.NaiveAccount.Coin;
import io.kartela.ledger.model.NaiveAccount.NaiveHold;
import io.kartela.ledger.model.NaiveAccount.NaiveLot;
import io.kartela.ledger.model.NaiveAccount.NaiveRedemption;
import io.kartela.ledger.model.NaiveAccount.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All accounts of the model, and what each request does to them, in the plainest way. */
final class NaiveBank {
  private record Answered(String body, String response) {}

  private final Map<Long, NaiveAccount> accounts = new HashMap<>();
  private final Map<String, Answered> answered = new HashMap<>();

  NaiveAccount account(long id) {
    return accounts.computeIfAbsent(id, NaiveAccount::new);
  }

  Iterable<NaiveAccount> accounts() {
    return accounts.values();
  }

  /** The answer of the one and only delivery. */
  String handle(Request request) {
    Answered before = answered.get(request.key());
    if (before != null) {
      return before.body.equals(request.body()) ? before.response : "CONFLICT";
    }
    if (account(request.account()).merged
        || (request.touchesTwo() && account(request.other()).merged)) {
      return "MERGED";
    }
    String response = apply(request);
    answered.put(request.key(), new Answered(request.body(), response));
    return response;
  }

  private String apply(Request r) {
    NaiveAccount a = account(r.account());
    return switch (r.kind()) {
      case EARN, GIFT, CREDIT -> grant(a, r);
      case DEBIT -> spend(a, r);
      case REDEEM -> redeem(a, r);
      case HOLD -> hold(a, r);
      case COMMIT -> commit(a, r);
      case RELEASE -> release(a, r);
      case REFUND -> refund(a, r);
      case REVERSE -> reverse(a, r);
      case TRANSFER -> transfer(a, account(r.other()), r);
      case MERGE -> merge(a, account(r.other()), r);
    };
  }

  private static String grant(NaiveAccount a, Request r) {
    a.advance(r.at());
    a.entries++;
    NaiveLot lot = a.add(r.at(), r.from(), r.until(), r.amount(), !r.at().isBefore(r.from()));
    a.repay(r.at());
    a.advance(r.at());
    return "lot " + lot.id + " left " + lot.left();
  }

  /** A refused request must leave no trace, not even what the clock did. */
  private static boolean refusedFor(NaiveAccount a, long amount, Instant at) {
    return available(a, at) < amount;
  }

  static long available(NaiveAccount a, Instant at) {
    // What could be spent after everything due has happened: worked out on a copy.
    NaiveAccount copy = Copies.of(a);
    copy.advance(at);
    return copy.spendable(at).size();
  }

  private static String insufficient(NaiveAccount a, Request r) {
    return "INSUFFICIENT " + r.amount() + " " + available(a, r.at());
  }

  private static String spend(NaiveAccount a, Request r) {
    if (refusedFor(a, r.amount(), r.at())) {
      return insufficient(a, r);
    }
    a.advance(r.at());
    List<Coin> coins = a.spendable(r.at()).stream().limit(r.amount()).toList();
    NaiveAccount.move(coins, Place.SPENT);
    a.entries++;
    return "paid " + a.entries + " from " + portions(coins);
  }

  /** A payment takes what lay there when it was made; each lot that burned since is corrected. */
  private static String redeem(NaiveAccount a, Request r) {
    if (payable(a, r.at()) < r.amount()) {
      return "INSUFFICIENT " + r.amount() + " " + payable(a, r.at());
    }
    a.advance(r.at());
    List<Coin> coins = a.payable(r.at()).stream().limit(r.amount()).toList();
    a.entries +=
        coins.stream().filter(c -> c.place == Place.BURNED).map(c -> c.lot).distinct().count();
    NaiveAccount.move(coins, Place.SPENT);
    a.entries++;
    a.redemptions.add(new NaiveRedemption(a.entries, coins));
    return "paid " + a.entries + " from " + portions(coins);
  }

  static long payable(NaiveAccount a, Instant at) {
    NaiveAccount copy = Copies.of(a);
    copy.advance(at);
    return copy.payable(at).size();
  }

  private static String hold(NaiveAccount a, Request r) {
    if (refusedFor(a, r.amount(), r.at())) {
      return insufficient(a, r);
    }
    a.advance(r.at());
    List<Coin> coins = a.spendable(r.at()).stream().limit(r.amount()).toList();
    NaiveAccount.move(coins, Place.HELD);
    Instant end = r.until();
    for (Coin coin : coins) {
      end = coin.lot.until.isBefore(end) ? coin.lot.until : end;
    }
    NaiveHold hold = new NaiveHold(a.holds.size() + 1, end, coins);
    a.holds.add(hold);
    return "hold " + hold.id + " until " + end + " from " + portions(coins);
  }

  private static String closed(NaiveAccount a, Request r) {
    if (r.target() < 1 || r.target() > a.holds.size()) {
      return "HOLD_NOT_FOUND";
    }
    NaiveHold hold = a.holds.get((int) r.target() - 1);
    boolean over = hold.status.equals("OPEN") && !r.at().isBefore(hold.until);
    if (over || hold.status.equals("EXPIRED")) {
      return "HOLD_EXPIRED";
    }
    return hold.status.equals("OPEN") ? "" : "HOLD_CLOSED " + hold.status;
  }

  private static String commit(NaiveAccount a, Request r) {
    String closed = closed(a, r);
    if (!closed.isEmpty()) {
      return closed;
    }
    NaiveHold hold = a.holds.get((int) r.target() - 1);
    if (r.amount() > hold.coins.size()) {
      return "EXCEEDS_HOLD " + r.amount() + " " + hold.coins.size();
    }
    a.advance(r.at());
    NaiveAccount.move(hold.coins, Place.IN_LOT);
    List<Coin> coins = hold.coins.subList(0, (int) r.amount());
    NaiveAccount.move(coins, Place.SPENT);
    hold.status = "COMMITTED";
    a.entries++;
    String response = "paid " + a.entries + " from " + portions(coins);
    a.redemptions.add(new NaiveRedemption(a.entries, coins));
    a.repay(r.at());
    return response;
  }

  private static String release(NaiveAccount a, Request r) {
    String closed = closed(a, r);
    if (!closed.isEmpty()) {
      return closed;
    }
    a.advance(r.at());
    NaiveHold hold = a.holds.get((int) r.target() - 1);
    NaiveAccount.move(hold.coins, Place.IN_LOT);
    hold.status = "RELEASED";
    a.repay(r.at());
    return "released " + hold.id;
  }

  private static String refund(NaiveAccount a, Request r) {
    NaiveRedemption paid =
        a.redemptions.stream()
            .filter(p -> p.seq == r.target() && p.account == r.other())
            .findFirst()
            .orElse(null);
    if (paid == null) {
      return "REDEMPTION_NOT_FOUND";
    }
    int refundable = paid.coins.size() - paid.returned;
    if (r.amount() > refundable) {
      return "EXCEEDS_REDEMPTION " + r.amount() + " " + refundable;
    }
    a.advance(r.at());
    a.entries++;
    long seq = a.entries;
    List<Coin> back =
        paid.coins.reversed().subList(paid.returned, paid.returned + (int) r.amount());
    paid.returned += (int) r.amount();
    List<Coin> own = new ArrayList<>();
    List<Coin> restored = new ArrayList<>();
    for (Coin coin : back) {
      Coin home = a.home(coin);
      // A coin that stood in for one that stood in for it: the lot has what it paid with.
      if (home != null && home.lot == coin.lot) {
        own.add(home);
      } else if (home != null) {
        restored.add(home);
      }
    }
    int madeGood = back.size() - own.size();
    if (madeGood > 0) {
      a.entries++;
    }
    boolean strict = r.policy() % 2 == 1;
    List<Coin> dead = new ArrayList<>();
    int late = bringHome(a, own, dead, strict, r);
    bringHome(a, restored, dead, strict, r);
    if (strict) {
      a.entries += dead.stream().map(coin -> coin.lot).distinct().count();
    }
    a.repay(r.at());
    return "refund %d: %d %d %d %d"
        .formatted(seq, own.size() - late, strict ? 0 : late, strict ? late : 0, madeGood);
  }

  /** Coins into their lots; those whose lot is dead burn, or become a new lot. */
  private static int bringHome(
      NaiveAccount a, List<Coin> coins, List<Coin> dead, boolean strict, Request r) {
    List<Coin> late = coins.stream().filter(coin -> !r.at().isBefore(coin.lot.until)).toList();
    NaiveAccount.move(coins, Place.IN_LOT);
    NaiveAccount.move(late, strict ? Place.BURNED : Place.GONE);
    if (!strict && !late.isEmpty()) {
      a.add(r.at(), r.at(), r.until(), late.size(), true);
    }
    dead.addAll(late);
    return late.size();
  }

  private static String reverse(NaiveAccount a, Request r) {
    if (r.target() < 1 || r.target() > a.lots.size()) {
      return "LOT_NOT_FOUND";
    }
    NaiveLot lot = a.lots.get((int) r.target() - 1);
    if (r.amount() > lot.coins.size() - lot.reversed) {
      return "EXCEEDS_GRANT " + r.amount() + " " + (lot.coins.size() - lot.reversed);
    }
    a.advance(r.at());
    boolean pending = !lot.active && lot.left() > 0;
    boolean mayTake = r.policy() % 3 != 2;
    long left = r.amount();
    List<Coin> own =
        pending || mayTake ? in(lot, Place.IN_LOT).stream().limit(left).toList() : List.of();
    left -= own.size();
    NaiveAccount.move(own, Place.GONE);
    List<Coin> burned = in(lot, Place.BURNED).stream().limit(left).toList();
    left -= burned.size();
    NaiveAccount.move(burned, Place.GONE);
    List<Coin> others =
        mayTake
            ? a.free().stream().filter(coin -> coin.lot != lot).limit(left).toList()
            : List.of();
    left -= others.size();
    NaiveAccount.move(others, Place.GONE);
    long debt = r.policy() % 3 == 0 ? left : 0;
    a.debt += debt;
    lot.owed += debt;
    lot.forgiven += r.policy() % 3 == 1 ? left : 0;
    lot.standIns.addAll(others);
    lot.reversed += r.amount();
    if (own.size() + others.size() + debt > 0) {
      a.entries++;
    }
    return "reversed %d %d %d %d %d %d"
        .formatted(
            pending ? own.size() : 0,
            pending ? 0 : own.size(),
            burned.size(),
            others.size(),
            debt,
            left - debt);
  }

  private static List<Coin> in(NaiveLot lot, Place place) {
    return lot.coins.stream().filter(coin -> coin.place == place).toList();
  }

  private static String transfer(NaiveAccount from, NaiveAccount to, Request r) {
    if (refusedFor(from, r.amount(), r.at())) {
      return insufficient(from, r);
    }
    from.advance(r.at());
    to.advance(r.at());
    List<Coin> coins = from.spendable(r.at()).stream().limit(r.amount()).toList();
    hand(coins, to);
    from.entries++;
    to.entries++;
    to.repay(r.at());
    return "transferred " + from.entries;
  }

  private static String merge(NaiveAccount from, NaiveAccount to, Request r) {
    long stillHeld =
        from.holds.stream()
            .filter(hold -> hold.status.equals("OPEN") && r.at().isBefore(hold.until))
            .mapToLong(hold -> hold.coins.size())
            .sum();
    if (stillHeld > 0) {
      return "HAS_OPEN_HOLDS " + stillHeld;
    }
    from.advance(r.at());
    to.advance(r.at());
    IdentityHashMap<Coin, Coin> heirs = new IdentityHashMap<>();
    for (NaiveLot lot : from.lots) {
      NaiveLot same = to.add(lot.earned, lot.from, lot.until, lot.coins.size(), lot.active);
      same.reversed = lot.reversed;
      same.owed = lot.owed;
      same.forgiven = lot.forgiven;
      lot.owed = 0;
      for (int i = 0; i < lot.coins.size(); i++) {
        Coin coin = lot.coins.get(i);
        same.coins.get(i).place = coin.place;
        heirs.put(coin, same.coins.get(i));
      }
      NaiveAccount.move(in(lot, Place.IN_LOT), Place.GONE);
    }
    for (NaiveLot lot : from.lots) {
      NaiveLot same = to.lots.get(to.lots.size() - from.lots.size() + lot.id - 1);
      lot.standIns.forEach(coin -> same.standIns.add(heirs.getOrDefault(coin, coin)));
    }
    for (NaiveRedemption paid : from.redemptions) {
      NaiveRedemption same =
          new NaiveRedemption(
              paid.account == 0 ? from.id : paid.account,
              paid.seq,
              paid.coins.stream().map(coin -> heirs.getOrDefault(coin, coin)).toList());
      same.returned = paid.returned;
      to.redemptions.add(same);
    }
    from.merged = true;
    to.debt += from.debt;
    from.debt = 0;
    from.entries++;
    to.entries++;
    to.repay(r.at());
    return "transferred " + from.entries;
  }

  private static void hand(List<Coin> coins, NaiveAccount to) {
    NaiveAccount.move(coins, Place.GONE);
    byLot(coins).forEach((lot, n) -> to.add(lot.earned, lot.from, lot.until, n, lot.active));
  }

  private static Map<NaiveLot, Long> byLot(List<Coin> coins) {
    Map<NaiveLot, Long> byLot = new LinkedHashMap<>();
    coins.forEach(coin -> byLot.merge(coin.lot, 1L, Long::sum));
    return byLot;
  }

  private static String portions(List<Coin> coins) {
    return byLot(coins).entrySet().stream()
        .map(entry -> entry.getKey().id + ":" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
