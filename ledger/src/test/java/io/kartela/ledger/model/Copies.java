package io.kartela.ledger.model;

import io.kartela.ledger.model.NaiveAccount.Coin;
import io.kartela.ledger.model.NaiveAccount.NaiveHold;
import io.kartela.ledger.model.NaiveAccount.NaiveLot;
import java.util.IdentityHashMap;

/** Copies an account of the model, to ask what would be if. */
final class Copies {
  private Copies() {}

  static NaiveAccount of(NaiveAccount original) {
    NaiveAccount copy = new NaiveAccount(original.id);
    IdentityHashMap<Coin, Coin> coins = new IdentityHashMap<>();
    for (NaiveLot lot : original.lots) {
      NaiveLot twin = copy.add(lot.earned, lot.from, lot.until, lot.coins.size(), lot.active);
      twin.reversed = lot.reversed;
      twin.owed = lot.owed;
      twin.forgiven = lot.forgiven;
      for (int i = 0; i < lot.coins.size(); i++) {
        twin.coins.get(i).place = lot.coins.get(i).place;
        coins.put(lot.coins.get(i), twin.coins.get(i));
      }
    }
    for (int i = 0; i < original.lots.size(); i++) {
      for (Coin coin : original.lots.get(i).standIns) {
        copy.lots.get(i).standIns.add(coins.getOrDefault(coin, coin));
      }
    }
    for (NaiveHold hold : original.holds) {
      NaiveHold twin =
          new NaiveHold(
              hold.id,
              hold.until,
              hold.coins.stream().map(coin -> coins.getOrDefault(coin, coin)).toList());
      twin.status = hold.status;
      copy.holds.add(twin);
    }
    copy.debt = original.debt;
    copy.entries = original.entries;
    return copy;
  }
}
