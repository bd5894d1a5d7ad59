package io.kartela.service.message.delivery;

import java.time.Instant;

/**
 * Cards of which phones or Google do not know the newest yet, because they could not be told.
 *
 * @param merchants whose cards; one merchant's own view says 1
 * @param since when the oldest of these changes happened
 * @param detail the vendor's word for the newest of them
 */
public record Undelivered(
    Channel channel, Reason reason, long cards, long merchants, Instant since, String detail) {

  /** Who was to be told. */
  public enum Channel {
    APPLE,
    GOOGLE;

    static Channel of(String kind) {
      return kind.startsWith("GOOGLE") ? GOOGLE : APPLE;
    }

    /** The lane in which a letter is tried again: what somebody waits for at a till goes first. */
    String kind() {
      return this == GOOGLE ? OutboxClaims.GOOGLE_RESTYLED : OutboxClaims.CARD_RESTYLED;
    }
  }

  /** Why it could not be told. */
  public enum Reason {
    /** The vendor did not answer for long. */
    UNREACHABLE,
    /** The vendor does not take the account: ended, without the right, or our clock is wrong. */
    ACCOUNT,
    /** Apple does not take the certificate. */
    CERTIFICATE,
    /** The vendor refuses this card. */
    REFUSED,
    /** A fault of our own, or of the card's data. */
    FAULT;

    /** Whether one success says that the others will succeed, too. */
    boolean passesForAll() {
      return this == UNREACHABLE || this == ACCOUNT || this == CERTIFICATE;
    }
  }
}
