package io.kartela.service.purchase;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Line;
import io.kartela.rules.ReturnEffects;
import io.kartela.service.account.BalanceView;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.store.CashierRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From evaluations and stored receipts to answers. Pure. */
final class ReceiptViews {
  private ReceiptViews() {}

  /**
   * A quote.
   *
   * @param explained as much of the reasons as was asked for
   */
  static Views.QuoteView quote(
      Published program,
      ReceiptRequest.Checked request,
      Evaluation e,
      Explanations explained,
      Vouched vouched) {
    Evaluation.Accrual accrual = e.accrual();
    return new Views.QuoteView(
        e.gross(),
        e.discount(),
        e.bonusPaid(),
        e.spend().maximum(),
        new Views.SpendLimit(e.spend().maximumReason().name(), limit(e.spend().maximumReason())),
        e.money() - vouched.bought(),
        EarnedParts.total(e),
        EarnedParts.of(program, e),
        accrual == null ? null : accrual.activeFrom(),
        Integer.toString(program.number()),
        lines(request.basket().lines(), request.names(), e, ReturnEffects.Sofar.NOTHING),
        explained.views(),
        explained.omitted(),
        explained.hints(),
        vouched.codes(),
        vouched.byCertificates(),
        vouched.certificates(),
        vouched.fiscal());
  }

  static Views.ReceiptView committed(
      Published program,
      long receiptId,
      @Nullable CashierRef cashier,
      ReceiptRequest.Checked request,
      @Nullable MemberRef member,
      Evaluation e,
      @Nullable BalanceView balance,
      @Nullable String tier,
      Vouched vouched) {
    return new Views.ReceiptView(
        Long.toString(receiptId),
        request.number(),
        request.at(),
        member == null ? null : Long.toString(member.id()),
        member == null ? null : member.name(),
        Views.CashierView.of(cashier),
        null,
        null,
        e.gross(),
        e.discount(),
        e.bonusPaid(),
        e.gross() - e.discount() - e.bonusPaid() - vouched.bought() - vouched.gifted(),
        e.money() - vouched.bought(),
        EarnedParts.total(e),
        EarnedParts.of(program, e),
        balance,
        member == null || tier == null ? null : program.tier(tier),
        Integer.toString(program.number()),
        lines(request.basket().lines(), request.names(), e, ReturnEffects.Sofar.NOTHING),
        Explanations.all(program, e).views(),
        List.of(),
        vouched.codes(),
        vouched.byCertificates(),
        vouched.certificates(),
        vouched.fiscal());
  }

  static Views.ReceiptView stored(
      Published program,
      ReceiptStore.Stored r,
      @Nullable MemberRef member,
      Views.@Nullable PlaceView place,
      Views.@Nullable LateCardView lateCard,
      List<Views.ReturnView> returns,
      Vouched vouched) {
    Evaluation e = r.receipt().evaluation();
    String tier = e.tierAfter() != null ? e.tierAfter().to() : e.tier();
    TierView tierView = member == null || tier == null ? null : program.tier(tier);
    return new Views.ReceiptView(
        Long.toString(r.id()),
        r.number(),
        r.at(),
        r.memberId() == 0 ? null : Long.toString(r.memberId()),
        member == null ? null : member.name(),
        Views.CashierView.of(r.cashier()),
        place,
        lateCard,
        e.gross(),
        e.discount(),
        e.bonusPaid(),
        e.gross() - e.discount() - e.bonusPaid() - vouched.bought() - vouched.gifted(),
        e.money() - vouched.bought(),
        EarnedParts.total(e),
        EarnedParts.of(program, e),
        null,
        tierView,
        Integer.toString(program.number()),
        lines(r.receipt().basket().lines(), r.names(), e, r.sofar()),
        Explanations.all(program, e).views(),
        returns,
        null,
        vouched.byCertificates(),
        vouched.certificates(),
        vouched.fiscal());
  }

  private static List<Views.LineView> lines(
      List<Line> lines, Map<Integer, String> names, Evaluation e, ReturnEffects.Sofar sofar) {
    Map<Integer, Line> byNo = new HashMap<>();
    lines.forEach(l -> byNo.put(l.lineNo(), l));
    List<Views.LineView> views = new ArrayList<>(lines.size());
    for (Evaluation.LineResult l : e.lines()) {
      Line line = byNo.get(l.lineNo());
      if (line == null) {
        continue;
      }
      ReturnEffects.LineSofar back = sofar.lines().get(Integer.toString(l.lineNo()));
      views.add(
          new Views.LineView(
              l.lineNo(),
              names.get(l.lineNo()),
              line.sku().isEmpty() ? null : line.sku(),
              Quantity.text(line.quantityMilli()),
              l.gross(),
              l.discount(),
              l.bonus(),
              l.net(),
              l.earned(),
              back == null ? null : Quantity.text(back.quantityMilli())));
    }
    return views;
  }

  /** Why no more bonuses could be spent, or not so many. */
  static LocalText limit(Evaluation.@Nullable SpendReason reason) {
    return switch (reason) {
      case null -> new LocalText("Столько списать нельзя", "So many cannot be spent");
      case NOT_OFFERED ->
          new LocalText(
              "Программа не принимает бонусы к оплате", "The program takes no bonuses as payment");
      case NO_MEMBER -> new LocalText("Карта не показана", "No card was shown");
      case BALANCE ->
          new LocalText("Больше бонусов на карте нет", "There are no more bonuses on the card");
      case PERCENT_CAP ->
          new LocalText("Предел доли чека для уровня", "The tier's share of the bill");
      case ELIGIBLE_GOODS ->
          new LocalText(
              "Остальные товары бонусами не оплачиваются",
              "The other goods cannot be paid with bonuses");
      case BELOW_MINIMUM ->
          new LocalText(
              "Меньше наименьшей оплаты бонусами", "Below the smallest payment with bonuses");
      case STEP ->
          new LocalText("Бонусы списываются целыми шагами", "Bonuses are spent in whole steps");
    };
  }

  static Views.ReturnView returned(
      Published program,
      long returnId,
      Returns.Asked asked,
      ReturnEffects reversal,
      CertificatesBack certificates,
      long shortfall,
      @Nullable BalanceView balance) {
    return new Views.ReturnView(
        Long.toString(returnId),
        asked.at(),
        Views.CashierView.of(asked.register().cashier()),
        reversal.money() - certificates.bought(),
        reversal.bonus(),
        EarnedParts.total(reversal),
        EarnedParts.of(program, reversal),
        shortfall,
        balance,
        reversal.lines().stream()
            .map(
                l ->
                    new Views.ReturnLineView(
                        l.lineNo(), Quantity.text(l.quantityMilli()), l.money(), l.bonus()))
            .toList(),
        certificates.parts().isEmpty()
            ? null
            : certificates.parts().stream()
                .map(
                    p ->
                        new Views.CertificateBackView(
                            p.spent().tail(),
                            p.spent().kind(),
                            p.spent().origin().name(),
                            p.amount()))
                .toList());
  }
}
