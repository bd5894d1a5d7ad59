package io.kartela.push.sms;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Carries short texts to phones. Thread-safe; calls block the calling (virtual) thread until the
 * gateway answered or its time limit passed. A "no" is a value; nothing is thrown for it, nor for a
 * gateway out of reach.
 */
public interface SmsGateway extends AutoCloseable {

  /** Sends once; never retries by itself, because a repeated code costs money and confuses. */
  SmsAnswer send(TextMessage message);

  /** What is left on the account, in its own currency; empty when nobody could say. */
  default Optional<BigDecimal> balance() {
    return Optional.empty();
  }

  @Override
  default void close() {
    // Most hold nothing open.
  }
}
