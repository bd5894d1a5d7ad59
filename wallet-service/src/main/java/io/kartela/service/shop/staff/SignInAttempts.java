package io.kartela.service.shop.staff;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.shop.staff.SharedMisses.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows guessing of passwords down without shutting the right person out: whoever guesses from one
 * address waits by himself; when an account is guessed at from many, everybody who tries it waits a
 * moment, and a right password still opens it. Wrong ones are counted on all nodes together; a
 * right one writes nothing. Thread-safe.
 */
final class SignInAttempts {
  private static final Logger LOG = LoggerFactory.getLogger(SignInAttempts.class);

  /** What an attempt on an account under attack takes at least. */
  private static final Duration DELAY = Duration.ofSeconds(1);

  /** All attempts, on this node: so that a flood from one address asks the database for nothing. */
  private final RateLimit perAddress = new RateLimit(30, Duration.ofMinutes(1));

  private final Database database;

  SignInAttempts(Database database) {
    this.database = database;
  }

  private static Subject address(String address) {
    return Subject.of("address", address, 30, Duration.ofMinutes(1));
  }

  /** One address's guesses at one account; then one more every quarter minute. */
  private static Subject pair(String address, String account) {
    return Subject.of("pair", address + ' ' + account, 10, Duration.ofSeconds(150));
  }

  private static Subject account(String account) {
    return Subject.of("account", account, 20, Duration.ofMinutes(5));
  }

  /** One attempt begins; refused when this address guessed too often. */
  void begin(String address, String account) {
    perAddress.take(address);
    Subject attacked = account(account);
    List<Subject> own = List.of(address(address), pair(address, account));
    Map<Subject, Duration> waits =
        database.inTransaction(
            c -> SharedMisses.waits(c, List.of(own.get(0), own.get(1), attacked)));
    for (Subject one : own) {
      Duration wait = waits.get(one);
      if (wait != null) {
        throw Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, wait.toSeconds() + 1);
      }
    }
    if (waits.containsKey(attacked)) {
      try {
        Thread.sleep(DELAY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The attempt's password was wrong. */
  void failed(String address, String account) {
    Subject attacked = account(account);
    Set<Subject> last =
        database.inTransaction(
            c ->
                SharedMisses.count(c, List.of(address(address), pair(address, account), attacked)));
    if (last.contains(attacked)) {
      LOG.warn("Passwords of an account are being guessed, last from {}", address);
    }
  }
}
