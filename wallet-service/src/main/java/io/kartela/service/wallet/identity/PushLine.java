package io.kartela.service.wallet.identity;

import io.kartela.push.Delivery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One certificate's way to APNs. Whoever got no answer for long is not asked again for a while,
 * except by one push that finds out: deliveries wait for answers, and the changed cards of every
 * merchant would wait with those of one whose certificate Apple does not take. Thread-safe.
 */
final class PushLine {
  /** An answer takes milliseconds; a refused or lost connection all the time there is. */
  static final Duration LONG = Duration.ofSeconds(2);

  static final Duration QUIET = Duration.ofSeconds(10);

  private final Function<String, CompletableFuture<Delivery>> push;
  private final LongSupplier nanos;

  /** When to ask again; 0: there is no reason to wait. */
  private final AtomicLong quietUntil = new AtomicLong();

  PushLine(Function<String, CompletableFuture<Delivery>> push, LongSupplier nanos) {
    this.push = push;
    this.nanos = nanos;
  }

  CompletableFuture<Delivery> push(String token) {
    long began = nanos.getAsLong();
    long until = quietUntil.get();
    if (until != 0 && (began - until < 0 || !quietUntil.compareAndSet(until, after(began)))) {
      return CompletableFuture.completedFuture(
          new Delivery.Retry("no answer lately", Duration.ofSeconds(1)));
    }
    return push.apply(token)
        .whenComplete(
            (delivery, e) -> {
              long now = nanos.getAsLong();
              if (!(delivery instanceof Delivery.Retry)) {
                quietUntil.set(0);
              } else if (now - began > LONG.toNanos()) {
                quietUntil.set(after(now));
              }
            });
  }

  private static long after(long now) {
    long then = now + QUIET.toNanos();
    return then == 0 ? 1 : then;
  }
}
