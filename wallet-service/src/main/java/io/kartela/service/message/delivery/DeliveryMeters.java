package io.kartela.service.message.delivery;

import io.kartela.push.Delivery;
import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator watches: pushes by result, how old the outbox is, how long a change waits. */
final class DeliveryMeters {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryMeters.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final MeterRegistry registry;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Map<String, Timer> delays = new ConcurrentHashMap<>();
  private volatile Sample last = new Sample(Instant.MIN, List.of());

  private record Sample(Instant at, List<Outbox.Backlog> backlog) {}

  DeliveryMeters(MeterRegistry registry, Outbox outbox, DeadLetters letters, InstantSource clock) {
    this.registry = registry;
    this.outbox = outbox;
    this.clock = clock;
    for (String kind : Outbox.KINDS) {
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

  void pushed(String channel, Delivery delivery) {
    String result =
        switch (delivery) {
          case Delivery.Delivered d -> "delivered";
          case Delivery.Rejected r -> "rejected";
          case Delivery.Retry r -> "retry";
          case Delivery.Throttled t -> "throttled";
        };
    registry.counter("kartela_pushes", "channel", channel, "result", result).increment();
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
  private Outbox.Backlog of(String kind) {
    Sample sample = last;
    if (sample.at().plus(FRESH).isBefore(clock.instant())) {
      List<Outbox.Backlog> read = read(sample.backlog());
      // As of now: every gauge would wait anew for a database that takes its time or is away.
      sample = new Sample(clock.instant(), read);
      last = sample;
    }
    return sample.backlog().stream()
        .filter(b -> b.kind().equals(kind))
        .findFirst()
        .orElse(new Outbox.Backlog(kind, 0, 0));
  }

  private List<Outbox.Backlog> read(List<Outbox.Backlog> before) {
    try {
      return outbox.backlog();
    } catch (RuntimeException e) {
      LOG.warn("the outbox cannot be measured: {}", e.toString());
      return before;
    }
  }
}
