package io.kartela.service.message.post;

/** Why nothing is sent to somebody. */
public enum Skip {
  /** There is no such member of this merchant. */
  NO_MEMBER,
  /** Offers are not wanted, or not any more. */
  NO_CONSENT,
  /** The shop has blocked them: offers would be out of place. */
  BLOCKED,
  /** Too young to be advertised to. */
  UNDER_AGE,
  /** No phone holds the card. */
  NO_WALLET,
  /** Enough offers came to them lately. */
  CAP,
  /** It would come too late to be of use. */
  EXPIRED
}
