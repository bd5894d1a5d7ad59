package io.kartela.service.program.whatif;

/** One side's figures, net of returns. Kopecks. One thread. */
final class Sums {
  long discount;
  long spent;
  long money;
  long earned;
  long granted;

  /** Sets all figures. */
  Sums set(long discountNow, long spentNow, long moneyNow, long earnedNow, long grantedNow) {
    discount = discountNow;
    spent = spentNow;
    money = moneyNow;
    earned = earnedNow;
    granted = grantedNow;
    return this;
  }

  void add(Sums other) {
    discount += other.discount;
    spent += other.spent;
    money += other.money;
    earned += other.earned;
    granted += other.granted;
  }

  /** How far apart two receipts are. */
  long distance(Sums other) {
    return Math.abs(discount - other.discount)
        + Math.abs(spent - other.spent)
        + Math.abs(earned + granted - other.earned - other.granted);
  }
}
