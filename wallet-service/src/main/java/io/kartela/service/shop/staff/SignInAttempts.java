package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.RateLimit;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows guessing of passwords down without shutting the right person out: whoever guesses from one
 * address waits by himself; when an account is guessed at from many, everybody who tries it waits a
 * moment, and a right password still opens it. Thread-safe.
 */
final class SignInAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(SignInAttempts.class);

  /** What an attempt on an account under attack takes at least. */
  private static final Duration DELAY = Duration.ofSeconds(1);

  private final RateLimit perAddress = new RateLimit(30, Duration.ofMinutes(1));

  /** Wrong ones only: one address's guesses at one account; then one more every quarter minute. */
  private final RateLimit perAddressAndAccount = new RateLimit(10, Duration.ofSeconds(150));

  private final RateLimit perAccount = new RateLimit(20, Duration.ofMinutes(5));

  /** One attempt begins; refused when this address guessed too often. */
  void begin(String address, String account) {
    perAddress.take(address);
    perAddressAndAccount.requireLeft(pair(address, account));
    if (!perAccount.isLeft(account)) {
      try {
        Thread.sleep(DELAY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The attempt's password was wrong. */
  void failed(String address, String account) {
    perAddressAndAccount.count(pair(address, account));
    if (perAccount.isLeft(account)) {
      perAccount.count(account);
      if (!perAccount.isLeft(account)) {
        LOG.warn("Passwords of an account are being guessed, last from {}", address);
      }
    }
  }

  private static String pair(String address, String account) {
    return address + ' ' + account;
  }
}
