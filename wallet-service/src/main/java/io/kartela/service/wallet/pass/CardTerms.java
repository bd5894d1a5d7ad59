package io.kartela.service.wallet.pass;

import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.Validity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongFunction;

/** Until when cards are valid, by the design in force. Thread-safe. */
public final class CardTerms {
  private final PassReader.DesignSource designs;
  private final LongFunction<ZoneId> zones;

  /**
   * @param zones where a merchant's days begin
   */
  public CardTerms(PassReader.DesignSource designs, LongFunction<ZoneId> zones) {
    this.designs = designs;
    this.zones = zones;
  }

  /**
   * A card's end.
   *
   * @param end its last second
   * @param refuse whether the till refuses it afterwards
   * @param renewable whether renewing the card moves the end
   */
  public record Term(Instant end, boolean refuse, boolean renewable, ZoneId zone) {
    public boolean isOver(Instant at) {
      return at.isAfter(end);
    }
  }

  /** Whether cards of this merchant end at all; asks no card. */
  public boolean any(long merchantId) {
    return design(merchantId).validity() != null;
  }

  /** The design in force. */
  public CardDesign design(long merchantId) {
    return designs.current(merchantId).design();
  }

  /** Empty: the card is valid for good. */
  public Optional<Term> of(PassRef pass) {
    Validity validity = design(pass.merchantId()).validity();
    if (validity == null) {
      return Optional.empty();
    }
    ZoneId zone = zones.apply(pass.merchantId());
    return Optional.of(
        new Term(
            validity.end(pass.validFrom(), zone),
            validity.refuse(),
            validity.period() != null,
            zone));
  }
}
