package io.kartela.service.till.scan;

import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.shop.store.TillSettings.PhoneSpending;

/** What a scan proves of the member's being there. */
public enum Presence {
  /** The card was read. */
  CARD,
  /** A card was read that a till had given out and its member has not confirmed yet. */
  GIVEN_OUT,
  /** The member was found by what is no secret: a phone, a printed number, an address. */
  FOUND,
  /** The member was chosen among those whose name or end of a phone fits. */
  SEARCHED;

  /** What it allows to do with bonuses. */
  public PhoneSpending spending(TillSettings settings) {
    PhoneSpending byPhone = settings.phoneSpending();
    return switch (this) {
      case CARD -> PhoneSpending.FREE;
      // Where phones never spend a code still makes the card a card.
      case GIVEN_OUT -> byPhone == PhoneSpending.FREE ? byPhone : PhoneSpending.CODE;
      case FOUND -> byPhone;
      // Who knows a name knows no number.
      case SEARCHED -> byPhone == PhoneSpending.FREE ? PhoneSpending.CODE : byPhone;
    };
  }
}
