package io.kartela.service.program;

import io.kartela.rules.Basket;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Program;
import io.kartela.rules.Wish;
import io.kartela.service.platform.http.Check;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receipt that nobody bought, to see what a draft would make of it.
 *
 * @param at the clock on the store's wall
 * @param member null = somebody without a card
 */
record TryRequest(
    @Nullable List<TryLine> lines,
    @Nullable LocalDateTime at,
    @Nullable String storeId,
    @Nullable TryMember member,
    @Nullable String spend) {
  private static final int MOST_LINES = 100;
  private static final int MOST_PIECES = 10_000;
  private static final long LARGEST = 1_000_000_000_000L;
  private static final int MOST_DAYS = 36_600;

  /** One kind of goods; the amount is of all pieces. */
  record TryLine(
      @Nullable String name,
      @Nullable String sku,
      @Nullable List<String> categories,
      @Nullable Integer pieces,
      @Nullable Long amount) {
    private Line line(int no) {
      return new Line(
          no,
          sku == null ? "" : sku,
          categories == null ? Set.of() : Set.copyOf(categories),
          1000L * (pieces == null ? 1 : pieces),
          amount == null ? 0 : amount,
          null,
          Set.of());
    }
  }

  /**
   * A member made up.
   *
   * @param spent money of all purchases, all of which lie in every window that the program looks at
   * @param lastPurchaseDays days since the last purchase
   */
  record TryMember(
      @Nullable String tier,
      @Nullable Long balance,
      @Nullable LocalDate birthDate,
      @Nullable Long purchases,
      @Nullable Long spent,
      @Nullable Integer lastPurchaseDays) {

    private Facts facts(Program program, Instant at) {
      long count = purchases == null ? 0 : purchases;
      long days = lastPurchaseDays == null ? 30 : lastPurchaseDays;
      Instant last = count == 0 ? null : at.minusSeconds(days * 86_400);
      Facts.Member of =
          Facts.Member.of(tier, balance == null ? 0 : balance).bought(count, last, last);
      if (birthDate != null) {
        of = of.born(birthDate, null);
      }
      Map<String, Facts.Purchases> windows = new HashMap<>();
      Facts.Purchases all = new Facts.Purchases(spent == null ? 0 : spent, count, 0);
      program.windowsNeeded().forEach(w -> windows.put(w.key(), all));
      return new Facts(of, windows, Map.of(), Map.of(), Set.of());
    }

    private void check(Check check, Program program) {
      check.require(
          tier == null || program.tier(tier) != null,
          "member.tier",
          "INVALID",
          "такого уровня в черновике нет",
          "the draft has no such tier");
      amount(check, "member.balance", balance);
      amount(check, "member.spent", spent);
      check.require(
          purchases == null || (purchases >= 0 && purchases <= 1_000_000),
          "member.purchases",
          "OUT_OF_RANGE",
          "от 0 до 1 000 000",
          "0 to 1,000,000");
      check.require(
          lastPurchaseDays == null || (lastPurchaseDays >= 0 && lastPurchaseDays <= MOST_DAYS),
          "member.lastPurchaseDays",
          "OUT_OF_RANGE",
          "от 0 до 36 600 дней",
          "0 to 36,600 days");
    }
  }

  private static void amount(Check check, String field, @Nullable Long amount) {
    check.require(
        amount == null || (amount >= 0 && amount <= LARGEST),
        field,
        "OUT_OF_RANGE",
        "от 0 до 10 миллиардов",
        "0 to 10 billion");
  }

  void check(Check check, Program program) {
    check.require(at != null, "at", "REQUIRED", "не заполнено", "is required");
    check.oneOf("spend", spend, "NONE", "MAX");
    List<TryLine> all = lines == null ? List.of() : lines;
    check.require(
        !all.isEmpty() && all.size() <= MOST_LINES,
        "lines",
        "OUT_OF_RANGE",
        "от 1 до " + MOST_LINES + " строк",
        "1 to " + MOST_LINES + " lines");
    for (int i = 0; i < Math.min(all.size(), MOST_LINES); i++) {
      TryLine line = all.get(i);
      String at = "lines[" + i + "]";
      check.require(line.amount != null, at + ".amount", "REQUIRED", "не заполнено", "is required");
      amount(check, at + ".amount", line.amount);
      check.require(
          line.pieces == null || (line.pieces >= 1 && line.pieces <= MOST_PIECES),
          at + ".pieces",
          "OUT_OF_RANGE",
          "от 1 до 10 000",
          "1 to 10,000");
      check.optional(at + ".name", line.name, 300);
      check.optional(at + ".sku", line.sku, 100);
    }
    if (member != null) {
      member.check(check, program);
    }
  }

  Basket basket() {
    List<Line> out = new ArrayList<>();
    for (TryLine line : lines == null ? List.<TryLine>of() : lines) {
      out.add(line.line(out.size() + 1));
    }
    return Basket.of(out).in(storeId);
  }

  Facts facts(Program program, Instant when) {
    return member == null ? Facts.anonymous() : member.facts(program, when);
  }

  Wish wish() {
    return "MAX".equals(spend) ? Wish.MAX : Wish.NONE;
  }

  Instant when(ZoneId zone) {
    return at == null ? Instant.EPOCH : at.atZone(zone).toInstant();
  }
}
