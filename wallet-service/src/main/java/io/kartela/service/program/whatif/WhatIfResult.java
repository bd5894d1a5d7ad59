package io.kartela.service.program.whatif;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay answers. Kopecks; all totals are net of returns.
 *
 * @param receipts receipts judged; refused ones are not among them
 * @param withoutCard of them, those without a card
 * @param members members with at least one of them
 * @param changedReceipts receipts for which anything differs
 * @param withReturns receipts of which something came back
 * @param unreadable stored receipts that could not be read and were left out
 * @param gross full price of everything sold; the same on both sides
 * @param margin null when no receipt has a cost price on every line
 * @param tiers null when the draft has no tiers
 */
record WhatIfResult(
    long receipts,
    long withoutCard,
    long members,
    long changedReceipts,
    long withReturns,
    long unreadable,
    long gross,
    Figures before,
    Figures after,
    Figures difference,
    @Nullable Margin margin,
    @Nullable Tiers tiers,
    Refusals refusals,
    List<Top> topChanges,
    long millis) {

  /**
   * One side.
   *
   * @param bonusesEarned accrual and grants together
   * @param bonusesGranted of them, fixed grants
   * @param cost discounts and the earned bonuses at their value
   */
  record Figures(
      long discount,
      long money,
      long bonusesSpent,
      long bonusesEarned,
      long bonusesGranted,
      long cost) {
    static Figures of(Sums s, int bonusValueBp) {
      long bonuses = s.earned + s.granted;
      return new Figures(
          s.discount,
          s.money,
          s.spent,
          bonuses,
          s.granted,
          s.discount + Math.floorDiv(Math.multiplyExact(bonuses, (long) bonusValueBp), 10_000));
    }

    Figures minus(Figures o) {
      return new Figures(
          discount - o.discount,
          money - o.money,
          bonusesSpent - o.bonusesSpent,
          bonusesEarned - o.bonusesEarned,
          bonusesGranted - o.bonusesGranted,
          cost - o.cost);
    }
  }

  /**
   * Money less the goods' cost price, over the receipts whose every line has one.
   *
   * @param receipts how many they are
   */
  record Margin(long receipts, long goodsCost, long before, long after, long difference) {}

  /**
   * Tiers at the end of the period of the members who bought in it.
   *
   * @param up members whose tier would be higher
   */
  record Tiers(List<TierCount> items, List<Move> moves, long up, long down) {}

  /** Members in one tier; the name is null for a tier that the draft does not have. */
  record TierCount(String tier, @Nullable LocalText name, long before, long after) {}

  /** Members who would be in another tier. */
  record Move(@Nullable String from, @Nullable String to, long members) {}

  /** Receipts that the draft refuses; they are left out of both sides. */
  record Refusals(long count, List<RefusalKind> items) {}

  /**
   * @param receipts identifiers of some of them
   */
  record RefusalKind(String code, LocalText text, long count, List<String> receipts) {}

  /**
   * One of the receipts that change most, as sold.
   *
   * @param why what differs: first the member, then rule by rule
   */
  record Top(
      String receiptId,
      @Nullable String memberId,
      Instant at,
      @JsonUnwrapped Sold sold,
      Side before,
      Side after,
      List<Why> why) {}

  /** What was bought, at its full price. */
  record Sold(long gross, List<SoldLine> lines) {}

  /** One line of it, as the till sent it. */
  record SoldLine(String sku, List<String> categories, long quantityMilli, long gross) {}

  /** One side of a receipt. */
  record Side(
      long discount,
      long money,
      long bonusesSpent,
      long bonusesEarned,
      @Nullable String tier,
      @Nullable String tierAfter,
      @Nullable Long available) {}

  /**
   * One reason of a difference.
   *
   * @param rule the rule, or null when it is about the member or the payment
   * @param before what the rule gave, or null
   * @param after what it would give, or null
   * @param was what the rule said on the real receipt; null when it was not in the program then
   * @param text what it would say
   */
  record Why(
      @Nullable String rule,
      @Nullable Long before,
      @Nullable Long after,
      @Nullable LocalText was,
      LocalText text) {}
}
