package io.kartela.service.program.whatif;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReceiptJson;
import io.kartela.rules.ReturnEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back of a receipt in all: really, and as the draft would have undone it. Kopecks.
 *
 * @param gross full price of the goods that came back
 * @param unpaid their part of what was owed and not paid
 * @param draftUnpaid the same under the draft
 * @param goodsCost their cost price
 * @param reversal null when the draft refuses the return; its figures then stay as sold
 */
record Returned(
    ReturnEffects.Sofar sofar,
    long gross,
    long unpaid,
    long draftUnpaid,
    long money,
    long spent,
    long granted,
    long goodsCost,
    @Nullable ReturnEffects reversal) {

  /**
   * Reads the returns of a receipt; null when they cannot be read.
   *
   * @param facts what the draft judged by
   */
  static @Nullable Returned of(
      ReplayPlan plan, StoredReceipt s, Facts facts, Evaluation draft, String json) {
    ReturnEffects.Sofar sofar = ReceiptJson.read(ReturnEffects.Sofar.class, json).value();
    if (sofar == null || sofar.lines().isEmpty()) {
      return null;
    }
    List<ReturnEffects.Wanted> wanted = new ArrayList<>();
    long gross = 0;
    long draftUnpaid = 0;
    long cost = 0;
    long money = 0;
    long spent = 0;
    for (Line l : s.basket().lines()) {
      ReturnEffects.LineSofar back = sofar.lines().get(Integer.toString(l.lineNo()));
      if (back != null && back.quantityMilli() > 0) {
        wanted.add(new ReturnEffects.Wanted(l.lineNo(), back.quantityMilli()));
        draftUnpaid +=
            part(
                Math.max(0, draft.line(l.lineNo()).unpaid()),
                back.quantityMilli(),
                l.quantityMilli());
        gross += part(l.total(), back.quantityMilli(), l.quantityMilli());
        Long lineCost = l.cost();
        cost += lineCost == null ? 0 : part(lineCost, back.quantityMilli(), l.quantityMilli());
        money += back.money();
        spent += back.bonus();
      }
    }
    Receipt judged = new Receipt(s.basket(), facts, s.at(), s.zone(), draft);
    ReturnEffects reversal =
        plan.prepared.refund(judged, ReturnEffects.Sofar.NOTHING, wanted) instanceof ReturnEffects r
            ? r
            : null;
    return new Returned(
        sofar,
        gross,
        s.gross() == 0 ? 0 : part(s.unpaid(), gross, s.gross()),
        draftUnpaid,
        money,
        spent,
        sum(sofar.grants()),
        cost,
        reversal);
  }

  private static long part(long amount, long quantity, long of) {
    return Math.multiplyHigh(amount, quantity) == 0 && amount * quantity >= 0
        ? amount * quantity / of
        : Math.round((double) amount * quantity / of);
  }

  private static long sum(Map<String, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  long draftMoney() {
    return reversal == null ? 0 : reversal.money();
  }

  long draftSpent() {
    return reversal == null ? 0 : reversal.bonus();
  }

  long draftEarned() {
    return reversal == null ? 0 : reversal.earn();
  }

  long draftGranted() {
    return reversal == null ? 0 : sum(reversal.grants());
  }

  long bought() {
    return gross - unpaid;
  }

  long draftBought() {
    return gross - draftUnpaid;
  }

  long discount() {
    return Math.max(0, bought() - money - spent);
  }

  long draftDiscount() {
    return reversal == null ? 0 : Math.max(0, draftBought() - draftMoney() - draftSpent());
  }
}
