package io.kartela.push.webpush;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * What the page's service worker gets.
 *
 * @param payload what it understands, usually JSON
 * @param life after it the push service forgets the message
 * @param topic a newer message of the same topic takes the place of one not yet delivered; empty:
 *     none
 */
public record WebMessage(
    Subscription to, String payload, Duration life, Urgency urgency, String topic) {

  /** How much of the battery it is worth. */
  public enum Urgency {
    VERY_LOW,
    LOW,
    NORMAL,
    HIGH;

    String header() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public WebMessage {
    Objects.requireNonNull(to);
    Objects.requireNonNull(payload);
    Objects.requireNonNull(urgency);
    if (!topic.matches("[A-Za-z0-9_-]{0,32}")) {
      throw new IllegalArgumentException("a topic has up to 32 letters, digits, - and _");
    }
    if (life.isNegative()) {
      throw new IllegalArgumentException("a message that is of no use already");
    }
  }

  /** What it says stays out of logs. */
  @Override
  public String toString() {
    return "WebMessage[" + to + "]";
  }
}
