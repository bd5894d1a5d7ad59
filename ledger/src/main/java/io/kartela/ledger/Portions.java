package io.kartela.ledger;

import java.util.List;

final class Portions {
  private Portions() {}

  static long sum(List<Portion> portions) {
    long sum = 0;
    for (Portion portion : portions) {
      sum = Math.addExact(sum, portion.amount());
    }
    return sum;
  }
}
