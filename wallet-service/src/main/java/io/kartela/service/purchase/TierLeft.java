package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Tiers;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tier after a return: what the remaining purchases carry. It falls only because of what came
 * back – because the purchases with it reached more than those without it, or because the receipt
 * itself had lifted the member – so the return of a coffee never costs a tier that was reached
 * before the window. One that was set by hand or by the monthly recomputation stays.
 */
final class TierLeft {
  private final Program today;
  private final PurchaseWindow.@Nullable Range window;
  private final Answer<Optional<MemberRef>> member;
  private final Answer<Standings.Recomputed> state;
  private final @Nullable Answer<Facts.Purchases> inWindow;

  private TierLeft(
      Program today,
      PurchaseWindow.@Nullable Range window,
      Answer<Optional<MemberRef>> member,
      Answer<Standings.Recomputed> state,
      @Nullable Answer<Facts.Purchases> inWindow) {
    this.today = today;
    this.window = window;
    this.member = member;
    this.state = state;
    this.inWindow = inWindow;
  }

  /** Adds the questions; put what the return writes before them. */
  static TierLeft ask(
      RoundTrip trip,
      Members members,
      Standings standings,
      Program today,
      PurchaseFacts.Question question) {
    PurchaseWindow of = today.tierPolicy().window();
    PurchaseWindow.Range range =
        of.unit() == PurchaseWindow.Unit.ALL ? null : of.range(question.at(), today.zone());
    return new TierLeft(
        today,
        range,
        members.ask(trip, question.merchantId(), question.memberId()),
        standings.recomputed(trip, question.merchantId(), question.memberId()),
        range == null
            ? null
            : standings.sums(
                trip, question.merchantId(), question.memberId(), range, question.zone()));
  }

  /**
   * The tier to hold now; null when the member is gone.
   *
   * @param back what came back now, as purchases are counted
   */
  @Nullable String tier(ReceiptStore.Stored receipt, long back) {
    MemberRef found = member.get().orElse(null);
    if (found == null) {
      return null;
    }
    MemberRef.Standing s = found.standing();
    Facts.Purchases all = new Facts.Purchases(s.spentTotal(), s.purchases(), s.largest());
    Facts.Purchases some = inWindow == null ? all : inWindow.get();
    Tiers.History left = new Tiers.History(some.amount(), all.amount(), some.largest());
    boolean inside =
        window == null
            || (window.from() != null
                && !receipt.at().isBefore(window.from())
                && receipt.at().isBefore(window.until()));
    long was = receipt.counted() - receipt.countedBack();
    Tiers.History before =
        new Tiers.History(
            left.window() + (inside ? back : 0),
            left.total() + back,
            inside ? Math.max(left.largest(), was) : left.largest());
    boolean lifted = receipt.receipt().evaluation().tierAfter() != null;
    Tiers.Change fall =
        Tiers.afterReturn(today, s.tier(), state.get().floor(), left, before, lifted);
    return fall == null ? s.tier() : fall.to();
  }
}
