package io.kartela.push.sms;

import java.time.Duration;
import java.util.Objects;

/**
 * What became of one text. Exhaustive: switch over it without a default. Codes are the gateway's
 * own and hold neither the text nor the number.
 */
public sealed interface SmsAnswer {

  /** The gateway took it. Whether the phone got it is not known. */
  record Accepted(String vendorId) implements SmsAnswer {
    public Accepted {
      Objects.requireNonNull(vendorId);
    }
  }

  /** Nothing reaches this number through this gateway: it is wrong, barred or without a route. */
  record NumberRefused(String code) implements SmsAnswer {}

  /** Our text or sender's name is at fault, not the number: the operator has to look. */
  record TextRefused(String code) implements SmsAnswer {}

  /** Our key, login or address is refused: nothing goes out until the operator acts. */
  record CredentialRefused(String code) implements SmsAnswer {}

  /** The account is empty: nothing goes out until it is paid. */
  record OutOfMoney(String code) implements SmsAnswer {}

  /** Less is wanted, from us or for this number. */
  record Throttled(String code, Duration after) implements SmsAnswer {}

  /** Certainly not sent: nobody answered the door, or the gateway says that it is out of order. */
  record NotSent(String reason) implements SmsAnswer {}

  /** The answer got lost, or cannot be read: the text may or may not arrive. Not sent again. */
  record Unknown(String reason) implements SmsAnswer {}

  /** Whether the person may get the text. */
  default boolean mayArrive() {
    return this instanceof Accepted || this instanceof Unknown;
  }
}
