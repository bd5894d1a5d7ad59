package io.kartela.service.message;

import io.kartela.push.sms.SmsGateway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left on the gateway's account, as a metric: asked at the start, which tries the key out,
 * and again when somebody reads the metrics and the last answer is old. Thread-safe.
 */
public final class SmsBalance {
  private static final Logger LOG = LoggerFactory.getLogger(SmsBalance.class);
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final SmsGateway gateway;
  private final InstantSource clock;
  private final AtomicLong askedMillis = new AtomicLong();
  private volatile double last = Double.NaN;

  public SmsBalance(SmsGateway gateway, MeterRegistry meters, InstantSource clock) {
    this.gateway = gateway;
    this.clock = clock;
    Gauge.builder("kartela_sms_balance", this, SmsBalance::current)
        .strongReference(true) // nobody else holds it
        .register(meters);
  }

  /** Tries the key out and says in the log what came of it; does not keep the start waiting. */
  public void start() {
    askedMillis.set(clock.millis());
    Thread.ofVirtual()
        .name("sms-balance")
        .start(
            () -> {
              Optional<BigDecimal> balance = gateway.balance();
              balance.ifPresentOrElse(
                  b -> LOG.info("The SMS gateway knows us; the account holds {}", b),
                  () ->
                      LOG.error(
                          "The SMS gateway does not tell our balance: the key is wrong or it is"
                              + " out of reach; one-time codes may not go out"));
              keep(balance);
            });
  }

  private double current() {
    long now = clock.millis();
    long before = askedMillis.get();
    if (now - before >= FRESH.toMillis() && askedMillis.compareAndSet(before, now)) {
      Thread.ofVirtual().name("sms-balance").start(() -> keep(gateway.balance()));
    }
    return last;
  }

  private void keep(Optional<BigDecimal> balance) {
    last = balance.map(BigDecimal::doubleValue).orElse(Double.NaN);
  }
}
