package io.kartela.push.sms;

import java.time.Duration;
import java.util.Objects;

/**
 * A short text to one phone.
 *
 * @param phone E.164, such as {@code +79991234567}
 * @param text what the person reads
 * @param id ours; a gateway that knows the id sends the text only once
 * @param life after it the text is of no use to anybody
 */
public record TextMessage(String phone, String text, String id, Duration life) {
  /** That of a one-time code. */
  private static final Duration SHORT = Duration.ofMinutes(10);

  public TextMessage {
    Objects.requireNonNull(id);
    if (!phone.matches("\\+[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException("not a phone number in E.164");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("an empty text");
    }
    if (life.isNegative() || life.isZero()) {
      throw new IllegalArgumentException("a text that is of no use already");
    }
  }

  /** One that is of no use after ten minutes, as a one-time code is. */
  public TextMessage(String phone, String text, String id) {
    this(phone, text, id, SHORT);
  }

  /** Whole minutes, within what a gateway accepts. */
  long lifeMinutes(long most) {
    return Math.clamp(life.plusSeconds(59).toMinutes(), 1, most);
  }

  /** The number as Russian gateways write it. */
  String digits() {
    return phone.substring(1);
  }

  /** Whom it goes to and what it says stays out of logs. */
  @Override
  public String toString() {
    return "TextMessage[" + id + "]";
  }
}
