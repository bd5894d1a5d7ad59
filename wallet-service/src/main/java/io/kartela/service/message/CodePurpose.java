package io.kartela.service.message;

/** What a one-time text is for; each has its own pause before it may be asked for again. */
public enum CodePurpose {
  /** Becoming a member. */
  SIGN_UP,
  /** Agreeing to spend at a register. */
  SPEND,
  /** The link of a card that was issued anew. */
  CARD
}
