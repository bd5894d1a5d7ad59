package io.kartela.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses input on which arithmetic would be meaningless. */
final class InputChecks {
  /** 10 billion roubles: far above any receipt, and low enough that a receipt's products fit. */
  static final long MAX_TOTAL = 1_000_000_000_000L;

  /** A billion pieces. */
  static final long MAX_QUANTITY_MILLI = 1_000_000_000_000L;

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private InputChecks() {}

  static @Nullable InputRefusal refuse(
      Prepared plan, Basket basket, Facts facts, Wish wish, Instant at, @Nullable Long taken) {
    if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
      return InputRefusal.of(
          InputRefusal.Code.BAD_TIME,
          "Время чека вне 1900–2199 годов: проверьте часы кассы",
          "The receipt's time is outside 1900–2199: check the register's clock");
    }
    InputRefusal bad = lines(basket.lines());
    if (bad == null) {
      bad = facts(plan, facts);
    }
    if (bad == null && wish instanceof Wish.Amount(long kopecks) && kopecks < 0) {
      bad =
          InputRefusal.of(
              InputRefusal.Code.BAD_WISH,
              "Нельзя списать отрицательное число бонусов",
              "A negative number of bonuses cannot be spent");
    }
    if (bad == null && taken != null && (taken < 0 || taken > total(basket))) {
      bad =
          InputRefusal.of(
              InputRefusal.Code.BAD_PAYMENT,
              "Взято меньше нуля или больше, чем стоят товары",
              "Less than nothing was taken, or more than the goods cost");
    }
    return bad;
  }

  private static long total(Basket basket) {
    return basket.lines().stream().mapToLong(Line::total).sum();
  }

  private static @Nullable InputRefusal lines(List<Line> lines) {
    if (lines.isEmpty()) {
      return InputRefusal.of(
          InputRefusal.Code.EMPTY_BASKET, "В чеке нет строк", "The receipt has no lines");
    }
    if (lines.size() > Basket.MAX_LINES) {
      return InputRefusal.of(
          InputRefusal.Code.TOO_MANY_LINES,
          "В чеке больше " + Basket.MAX_LINES + " строк",
          "The receipt has more than " + Basket.MAX_LINES + " lines");
    }
    long total = 0;
    int last = Integer.MIN_VALUE;
    boolean ascending = true;
    for (Line l : lines) {
      InputRefusal bad = line(l);
      if (bad != null) {
        return bad;
      }
      total += l.total();
      if (total > MAX_TOTAL) {
        return InputRefusal.of(
            InputRefusal.Code.AMOUNT_TOO_LARGE,
            "Сумма чека больше 10 миллиардов",
            "The receipt's total is over 10 billion");
      }
      ascending &= l.lineNo() > last;
      last = l.lineNo();
    }
    return ascending ? null : duplicate(lines);
  }

  private static @Nullable InputRefusal duplicate(List<Line> lines) {
    Set<Integer> seen = new HashSet<>();
    for (Line l : lines) {
      if (!seen.add(l.lineNo())) {
        return InputRefusal.line(
            InputRefusal.Code.DUPLICATE_LINE,
            l.lineNo(),
            "номер встречается дважды",
            "the number occurs twice");
      }
    }
    return null;
  }

  private static @Nullable InputRefusal line(Line l) {
    if (l.lineNo() < 0) {
      return InputRefusal.line(
          InputRefusal.Code.UNKNOWN_LINE,
          l.lineNo(),
          "номер отрицательный",
          "the number is negative");
    }
    if (l.quantityMilli() <= 0 || l.quantityMilli() > MAX_QUANTITY_MILLI) {
      return InputRefusal.line(
          InputRefusal.Code.BAD_QUANTITY,
          l.lineNo(),
          "количество должно быть больше нуля и не больше миллиарда",
          "the quantity must be above zero and at most a billion");
    }
    Long cost = l.cost();
    if (l.total() < 0 || (cost != null && cost < 0)) {
      return InputRefusal.line(
          InputRefusal.Code.NEGATIVE_AMOUNT,
          l.lineNo(),
          "сумма отрицательная",
          "the amount is negative");
    }
    if (l.total() > MAX_TOTAL || (cost != null && cost > MAX_TOTAL)) {
      return InputRefusal.line(
          InputRefusal.Code.AMOUNT_TOO_LARGE,
          l.lineNo(),
          "сумма больше 10 миллиардов",
          "the amount is over 10 billion");
    }
    if (l.sku().length() > 200 || l.categories().size() > 100 || l.flags().size() > 100) {
      return InputRefusal.line(
          InputRefusal.Code.BAD_SKU,
          l.lineNo(),
          "артикул длиннее 200 знаков или больше 100 категорий",
          "the sku is longer than 200 characters or there are over 100 categories");
    }
    return null;
  }

  private static @Nullable InputRefusal facts(Prepared plan, Facts facts) {
    Facts.Member m = facts.member();
    if (m == null) {
      return null;
    }
    if (m.available() < 0 || m.purchaseCount() < 0) {
      return InputRefusal.of(
          InputRefusal.Code.BAD_FACT,
          "Доступные бонусы и число покупок не бывают отрицательными",
          "Available bonuses and the number of purchases are never negative");
    }
    String tier = m.tier();
    if (tier != null && !plan.knowsTier(tier)) {
      return InputRefusal.of(
          InputRefusal.Code.UNKNOWN_TIER,
          "В программе нет уровня «" + tier + "»",
          "The program has no tier \"" + tier + "\"");
    }
    return null;
  }
}
