package io.kartela.service.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Times;
import io.kartela.ledger.postgres.OpenLots;
import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bonuses of one grant as people read them.
 *
 * @param amount what was granted, minor units
 * @param left what is left of it
 * @param held the part of {@code left} that holds reserve
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LotView(
    String id, String kind, long amount, long left, long held, Life life, Source source) {

  /**
   * When it can be spent.
   *
   * @param activeFrom null: already
   * @param expiresAt null: never
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Life(
      Instant grantedAt, @Nullable Instant activeFrom, @Nullable Instant expiresAt) {}

  /** Where it came from. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(
      LocalText text,
      @Nullable String receiptId,
      @Nullable String reason,
      @Nullable String author) {}

  /** As the member may read it: why and by whom it was given by hand is the shop's own affair. */
  public LotView forMember() {
    return new LotView(
        id, kind, amount, left, held, life, new Source(source.text, source.receiptId, null, null));
  }

  static LotView of(OpenLots.Line line, Instant now) {
    Lot lot = line.lot();
    Note note = line.note();
    Instant ends = lot.terms().expiresAt();
    return new LotView(
        Long.toString(lot.id()),
        lot.terms().kind().name(),
        lot.amount(),
        lot.remaining(),
        lot.held(),
        new Life(
            lot.terms().earnedAt(),
            now.isBefore(lot.terms().activeFrom()) ? lot.terms().activeFrom() : null,
            ends.equals(Times.NEVER) ? null : ends),
        new Source(
            text(lot.terms().kind(), note.ref()),
            OperationView.receipt(note.ref()),
            note.reason(),
            note.author()));
  }

  private static LocalText text(Lot.Kind kind, @Nullable String ref) {
    return switch (kind) {
      case ACCRUAL -> new LocalText("За покупку", "Earned with a purchase");
      case GIFT -> Accounts.giftText(ref);
      case REFERRAL -> new LocalText("За покупку друга", "For a friend’s purchase");
      case MANUAL -> new LocalText("Начислено магазином", "Credited by the shop");
      case RETURN -> new LocalText("Вернулись за возврат товара", "Back for a return");
      case TRANSFER -> new LocalText("Перевод", "Transfer");
    };
  }
}
