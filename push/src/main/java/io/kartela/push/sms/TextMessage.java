package io.kartela.push.sms;

import java.util.Objects;

/**
 * A short text to one phone.
 *
 * @param phone E.164, such as {@code +79991234567}
 * @param text what the person reads
 * @param id ours; a gateway that knows the id sends the text only once
 */
public record TextMessage(String phone, String text, String id) {
  public TextMessage {
    Objects.requireNonNull(id);
    if (!phone.matches("\\+[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException("not a phone number in E.164");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("an empty text");
    }
  }
}
