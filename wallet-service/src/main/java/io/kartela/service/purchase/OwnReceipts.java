package io.kartela.service.purchase;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.promo.certificate.Certificates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member's purchases as the member reads them: the figures of till and cabinet, made of the same
 * stored receipt, without what is the shop's own affair. Thread-safe.
 */
public final class OwnReceipts {
  private final Programs programs;
  private final ReceiptStore store = new ReceiptStore();

  /**
   * One purchase.
   *
   * @param store where it was made
   * @param why in the words of the program that judged it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OwnReceipt(
      String id,
      @Nullable String number,
      Instant at,
      @Nullable String store,
      Sums sums,
      List<Views.EarnedPart> earnedParts,
      List<Views.LineView> lines,
      List<Why> why,
      List<OwnReturn> returns) {}

  /**
   * Minor units.
   *
   * @param paid the money that was really taken
   * @param earned bonuses that the purchase brought, before anything was returned
   * @param byCertificates paid by gift certificates; null: there was none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sums(
      long gross,
      long discount,
      long spent,
      long paid,
      long earned,
      @Nullable Long byCertificates) {}

  record Why(boolean applied, LocalText text) {}

  record OwnReturn(Instant at, long money, long bonusesBack, long earnReversed) {}

  /** The newest first. */
  public record Page(List<OwnReceipt> items, @Nullable String nextCursor) {}

  public OwnReceipts(Programs programs) {
    this.programs = programs;
  }

  public Page page(Connection c, long merchantId, long memberId, int limit, @Nullable Long before)
      throws SQLException {
    ReceiptStore.Which own = new ReceiptStore.Which("member_id = ?", List.of(memberId));
    List<ReceiptStore.Stored> rows = store.page(c, merchantId, own, limit + 1, before);
    boolean more = rows.size() > limit;
    List<ReceiptStore.Stored> shown = more ? rows.subList(0, limit) : rows;
    List<Long> ids = shown.stream().map(ReceiptStore.Stored::id).toList();
    Map<Long, Views.PlaceView> places = store.places(c, merchantId, ids);
    Map<Long, List<Certificates.Spent>> paid = Certificates.spent(c, merchantId, ids);
    List<OwnReceipt> items = new ArrayList<>();
    for (ReceiptStore.Stored stored : shown) {
      Vouched vouched = Vouched.of(paid.getOrDefault(stored.id(), List.of()));
      items.add(own(c, merchantId, stored, places.get(stored.id()), vouched));
    }
    return new Page(items, more ? Long.toString(shown.getLast().id()) : null);
  }

  private OwnReceipt own(
      Connection c,
      long merchantId,
      ReceiptStore.Stored stored,
      Views.@Nullable PlaceView place,
      Vouched vouched)
      throws SQLException {
    Published program = programs.version(merchantId, stored.programNumber());
    List<Views.ReturnView> returns = store.returnsOf(c, merchantId, stored.id());
    Views.ReceiptView told =
        ReceiptViews.stored(program, stored, null, place, null, returns, vouched);
    return new OwnReceipt(
        told.id(),
        told.number(),
        told.at(),
        place == null ? null : place.store(),
        new Sums(
            told.gross(),
            told.discount(),
            told.spent(),
            told.paid(),
            told.earned(),
            told.byCertificates()),
        told.earnedParts().stream().map(OwnReceipts::unnamed).toList(),
        told.lines(),
        Explanations.forMember(program, stored.receipt().evaluation()).views().stream()
            .map(one -> new Why(one.applied(), one.text()))
            .toList(),
        returns.stream()
            .map(r -> new OwnReturn(r.at(), r.money(), r.bonusesBack(), r.earnReversed()))
            .toList());
  }

  /** Without the rule's id, which means something to the shop alone. */
  private static Views.EarnedPart unnamed(Views.EarnedPart part) {
    return new Views.EarnedPart(
        part.kind(), null, part.name(), part.amount(), part.activeFrom(), part.expiresAt());
  }
}
