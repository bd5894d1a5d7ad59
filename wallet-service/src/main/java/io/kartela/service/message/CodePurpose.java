package io.kartela.service.message;

import io.kartela.service.message.post.Reason;

/**
 * What a one-time text is for; each has its own pause before it may be asked for again. What
 * anybody can ask for is counted apart, guesses too: else a stranger who knows a phone, or has made
 * up many, would keep the shop's own tills from sending codes.
 */
public enum CodePurpose {
  /** Becoming a member. */
  SIGN_UP,
  /** Agreeing to spend at a register. */
  SPEND,
  /** The link of a card that was issued anew. */
  CARD,
  /** Opening the member's own place. */
  PLACE;

  static CodePurpose of(Reason reason) {
    return switch (reason) {
      case SIGN_UP_CODE -> SIGN_UP;
      case SPEND_CODE -> SPEND;
      case CARD_LINK -> CARD;
      case PLACE_CODE -> PLACE;
      case CAMPAIGN, NOTICE, OCCASION -> throw new IllegalArgumentException("no one-time text");
    };
  }

  /** Ends the names of what is counted together. */
  String counted() {
    return switch (this) {
      case SIGN_UP -> "";
      case SPEND, CARD -> ":own";
      // Whoever has seen a card's address can ask for these.
      case PLACE -> ":place";
    };
  }
}
