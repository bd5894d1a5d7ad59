package io.kartela.service.message;

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
  CARD;

  /** Ends the names of what is counted together. */
  String counted() {
    return this == SIGN_UP ? "" : ":own";
  }
}
