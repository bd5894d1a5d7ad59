package io.kartela.service.message.delivery;

import io.kartela.push.Delivery;
import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.work.Silences;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator watches: pushes by result, how old the outbox is, how long a change waits. */
final class DeliveryMeters {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryMeters.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final MeterRegistry registry;
  private final OutboxClaims outbox;
  private final Silences silences;
  private final InstantSource clock;
  private final Map<String, Timer> delays = new ConcurrentHashMap<>();
  private volatile Sample last = new Sample(Instant.MIN, List.of());

  private record Sample(Instant at, List<OutboxClaims.Backlog> backlog) {}

  DeliveryMeters(
      MeterRegistry registry,
      OutboxClaims outbox,
      DeadLetters letters,
      Silences silences,
      InstantSource clock) {
    this.registry = registry;
    this.outbox = outbox;
    this.silences = silences;
    this.clock = clock;
    for (String kind : OutboxClaims.KINDS) {
      Gauge.builder("kartela_outbox_age_seconds", () -> of(kind).oldestSeconds())
          .tag("kind", kind)
          .register(registry);
      Gauge.builder("kartela_outbox_rows", () -> of(kind).rows())
          .tag("kind", kind)
          .register(registry);
    }
    for (Channel channel : Channel.values()) {
      for (Reason reason : Reason.values()) {
        Gauge.builder("kartela_dead_letters", () -> count(letters, channel, reason))
            .tag("channel", channel.name())
            .tag("reason", reason.name())
            .register(registry);
      }
    }
  }

  private static long count(DeadLetters letters, Channel channel, Reason reason) {
    return letters.all().stream()
        .filter(group -> group.channel() == channel && group.reason() == reason)
        .mapToLong(Undelivered::cards)
        .sum();
  }

  void pushed(Silences.Vendor vendor, Delivery delivery) {
    String result =
        switch (delivery) {
          case Delivery.Delivered d -> "delivered";
          case Delivery.Rejected r -> "rejected";
          case Delivery.Retry r -> "retry";
          case Delivery.Throttled t -> "throttled";
        };
    String channel = vendor.name().toLowerCase(Locale.ROOT);
    registry.counter("kartela_pushes", "channel", channel, "result", result).increment();
    if (delivery instanceof Delivery.Retry(var reason, var after)) {
      silences.unanswered(vendor, reason);
    } else {
      silences.answered(vendor);
    }
  }

  /** From the change to the vendor's yes. */
  void delay(String channel, Instant changed) {
    delays
        .computeIfAbsent(
            channel,
            name ->
                Timer.builder("kartela_delivery_delay")
                    .tag("channel", name)
                    .publishPercentiles(0.5, 0.95, 0.99)
                    .register(registry))
        .record(Duration.between(changed, clock.instant()));
  }

  /** Gauges are read by strangers' schedules: the database is asked at most every few seconds. */
  private OutboxClaims.Backlog of(String kind) {
    Sample sample = last;
    if (sample.at().plus(FRESH).isBefore(clock.instant())) {
      List<OutboxClaims.Backlog> read = read(sample.backlog());
      // As of now: every gauge would wait anew for a database that takes its time or is away.
      sample = new Sample(clock.instant(), read);
      last = sample;
    }
    return sample.backlog().stream()
        .filter(b -> b.kind().equals(kind))
        .findFirst()
        .orElse(new OutboxClaims.Backlog(kind, 0, 0));
  }

  private List<OutboxClaims.Backlog> read(List<OutboxClaims.Backlog> before) {
    try {
      return outbox.backlog();
    } catch (RuntimeException e) {
      LOG.warn("the outbox cannot be measured: {}", e.toString());
      return before;
    }
  }
}
