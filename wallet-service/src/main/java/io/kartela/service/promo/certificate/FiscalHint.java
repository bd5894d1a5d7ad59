package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.LocalText;
import java.util.List;

/**
 * What the fiscal receipt has to say of a certificate (54-ФЗ): a tag and its value. Hints for the
 * cash register's program; the service prints nothing.
 *
 * @param tag of the fiscal document's format
 * @param value a code, or kopecks of a sum
 */
public record FiscalHint(int tag, long value, LocalText text) {
  private static final FiscalHint PAYMENT =
      new FiscalHint(
          1212, 10, new LocalText("Предмет расчёта: платёж", "Subject of the payment: payment"));
  private static final FiscalHint ADVANCE =
      new FiscalHint(
          1214, 3, new LocalText("Способ расчёта: аванс", "Method of the payment: advance"));

  /** Money for a certificate comes in, or onto it. */
  public static List<FiscalHint> sold() {
    return List.of(new FiscalHint(1054, 1, new LocalText("Приход", "Income")), PAYMENT, ADVANCE);
  }

  /** The rest goes back to the buyer. */
  public static List<FiscalHint> refunded() {
    return List.of(
        new FiscalHint(1054, 2, new LocalText("Возврат прихода", "Return of income")),
        PAYMENT,
        ADVANCE);
  }

  /** A purchase is paid with so much of an advance; a gift is no payment but a discount. */
  public static List<FiscalHint> spent(long bought) {
    return bought == 0
        ? List.of()
        : List.of(
            new FiscalHint(
                1215, bought, new LocalText("Зачёт аванса", "Paid by an earlier advance")));
  }
}
