package io.kartela.service.message.post;

/**
 * Why somebody is written to. What is for their own business leaves at once and whatever they think
 * of advertising; the rest waits its turn in lanes of its own, and leaves only while it is wanted.
 */
public enum Reason {
  /** The code that proves a newcomer's phone. */
  SIGN_UP_CODE(Purpose.SERVICE),
  /** The code that agrees to spend at a register. */
  SPEND_CODE(Purpose.SERVICE),
  /** The code that opens the member's own place. */
  PLACE_CODE(Purpose.SERVICE),
  /** The link of a card that was issued anew. */
  CARD_LINK(Purpose.SERVICE),
  /** What happened to a member's own bonuses. */
  NOTICE(Purpose.SERVICE),
  /** An offer on an occasion of a member's own. */
  OCCASION(Purpose.MARKETING),
  /** A text of the shop's to many. */
  CAMPAIGN(Purpose.MARKETING);

  /** As the law on advertising tells them apart. */
  public enum Purpose {
    SERVICE,
    MARKETING
  }

  private final Purpose purpose;

  Reason(Purpose purpose) {
    this.purpose = purpose;
  }

  public Purpose purpose() {
    return purpose;
  }
}
