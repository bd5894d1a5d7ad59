package io.kartela.service.program.whatif;

import io.kartela.rules.Basket;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Receipt;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay needs of a stored receipt. Kopecks.
 *
 * @param atMost most bonuses that could have been spent
 * @param tierTo the tier the receipt lifted the member to, or null
 */
record StoredReceipt(
    Basket basket,
    Facts facts,
    Instant at,
    ZoneId zone,
    long gross,
    long discount,
    long spent,
    long money,
    long earned,
    long atMost,
    Evaluation.@Nullable Accrual accrual,
    List<Evaluation.Grant> grants,
    List<Evaluation.CounterMove> counters,
    @Nullable String tier,
    @Nullable String tierTo) {

  static StoredReceipt of(Receipt r) {
    Evaluation e = r.evaluation();
    var change = e.tierAfter();
    return new StoredReceipt(
        r.basket(),
        r.facts(),
        r.at(),
        r.storeZone(),
        e.gross(),
        e.discount(),
        e.bonusPaid(),
        e.money(),
        e.earned(),
        e.spend().maximum(),
        e.accrual(),
        e.grants(),
        e.counters(),
        e.tier(),
        change == null ? null : change.to());
  }

  /** The money that was taken when it is not what was owed: no program changes that. */
  @Nullable Long taken() {
    return money == gross - discount - spent ? null : Long.valueOf(money);
  }

  /** What was owed and not paid. */
  long unpaid() {
    return Math.max(0, gross - discount - spent - money);
  }

  /** Bonuses of all grants. */
  long granted() {
    long sum = 0;
    for (Evaluation.Grant g : grants) {
      sum += g.amount();
    }
    return sum;
  }
}
