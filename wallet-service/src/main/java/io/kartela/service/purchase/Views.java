package io.kartela.service.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.account.BalanceView;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.TierView;
import io.kartela.service.promo.certificate.FiscalHint;
import io.kartela.service.promo.certificate.Origin;
import io.kartela.service.shop.store.CashierRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of this feature, field by field as openapi.yaml names them. */
final class Views {
  private Views() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      int lineNo,
      @Nullable String name,
      @Nullable String sku,
      String quantity,
      long gross,
      long discount,
      long spent,
      long net,
      long earned,
      @Nullable String returnedQuantity) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ExplanationView(
      @Nullable String ruleId,
      boolean applied,
      @Nullable String code,
      @Nullable Long amount,
      @Nullable List<Integer> lines,
      LocalText text) {}

  /** One thing that a receipt brought or a return took back. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EarnedPart(
      String kind,
      @Nullable String ruleId,
      LocalText name,
      long amount,
      @Nullable Instant activeFrom,
      @Nullable Instant expiresAt) {}

  record SpendLimit(String code, LocalText text) {}

  /** What became of a promo code that was presented. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CodeView(
      String code,
      boolean honoured,
      @Nullable LocalText name,
      @Nullable String refusal,
      @Nullable LocalText text) {}

  /** What became of a gift certificate that was presented; told by the end of its code alone. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CertificateView(
      String tail,
      boolean honoured,
      @Nullable LocalText name,
      @Nullable String origin,
      long paid,
      @Nullable Long rest,
      @Nullable Instant endsAt,
      @Nullable String refusal,
      @Nullable LocalText text) {}

  /** What a return put back onto a certificate. */
  record CertificateBackView(String tail, LocalText name, String origin, long amount) {}

  record QuoteView(
      long gross,
      long discount,
      long spent,
      long spendableMax,
      @Nullable SpendLimit spendLimit,
      long toPay,
      long earned,
      List<EarnedPart> earnedParts,
      @Nullable Instant earnedActiveFrom,
      String programVersion,
      List<LineView> lines,
      List<ExplanationView> explanations,
      int explanationsOmitted,
      List<LocalText> hints,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CodeView> codes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long byCertificates,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CertificateView> certificates,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FiscalHint> fiscal) {}

  /** Who made it. */
  record CashierView(String id, String name) {
    static @Nullable CashierView of(@Nullable CashierRef cashier) {
      return cashier == null ? null : new CashierView(Long.toString(cashier.id()), cashier.name());
    }
  }

  /** Where it was made. */
  record PlaceView(String storeId, String store, String registerId, String register) {}

  /** That it was made without a card and given to one later. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LateCardView(Instant at, String register, @Nullable CashierView cashier) {}

  record ReceiptView(
      String id,
      @Nullable String number,
      Instant at,
      @Nullable String memberId,
      @Nullable String memberName,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CashierView cashier,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlaceView place,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LateCardView lateCard,
      long gross,
      long discount,
      long spent,
      long toPay,
      long paid,
      long earned,
      List<EarnedPart> earnedParts,
      @Nullable BalanceView balanceAfter,
      @Nullable TierView tierAfter,
      String programVersion,
      List<LineView> lines,
      List<ExplanationView> explanations,
      List<ReturnView> returns,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CodeView> codes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long byCertificates,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CertificateView> certificates,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FiscalHint> fiscal) {}

  record ReturnLineView(int lineNo, String quantity, long money, long bonusesBack) {}

  record ReturnView(
      String id,
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CashierView cashier,
      long money,
      long bonusesBack,
      long earnReversed,
      // Returns of old were stored without.
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<EarnedPart> earnReversedParts,
      long shortfall,
      @Nullable BalanceView balanceAfter,
      List<ReturnLineView> lines,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CertificateBackView> certificates) {
    /** Of what the goods had cost in money, what went onto certificates instead. */
    long moneyOntoCertificates() {
      return certificates == null
          ? 0
          : certificates.stream()
              .filter(c -> c.origin().equals(Origin.BOUGHT.name()))
              .mapToLong(CertificateBackView::amount)
              .sum();
    }
  }

  record HoldView(
      String id,
      long amount,
      Instant expiresAt,
      BalanceView balance,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CashierView cashier) {}

  /** What one cashier did today; without id: what nobody put a name to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CashierDay(
      @Nullable String id,
      @Nullable String name,
      long receipts,
      long toPay,
      long spent,
      long earned,
      long returns,
      long returned,
      long signUps) {}

  record Today(
      long receipts,
      long toPay,
      long spent,
      long earned,
      long returns,
      long returned,
      long signUps,
      List<CashierDay> cashiers) {}

  /**
   * @param today of a register's own list; not with what was looked for
   */
  record ReceiptPage(
      List<ReceiptView> items,
      @Nullable String nextCursor,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Today today) {}
}
