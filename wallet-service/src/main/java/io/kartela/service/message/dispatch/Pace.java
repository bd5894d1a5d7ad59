package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast a shop's vendor is asked, by this node: as often a minute as the owner said, and not
 * before the time that the vendor named. Thread-safe.
 */
final class Pace {
  /** So much may be asked at once after a rest. */
  private static final Duration BURST = Duration.ofSeconds(2);

  private record Key(long merchantId, ChannelKind kind) {}

  private final Map<Key, Instant> free = new ConcurrentHashMap<>();

  /** Takes a turn: the time when it comes, which is now or before when there is one. */
  Instant turn(long merchantId, Channel channel, Instant now) {
    long every = Duration.ofMinutes(1).toNanos() / channel.use().perMinute();
    Instant[] turn = {now};
    free.compute(
        new Key(merchantId, channel.kind()),
        (key, next) -> {
          Instant first = now.minus(BURST);
          turn[0] = next == null || next.isBefore(first) ? first : next;
          // A turn that is not now is not taken: whoever waits asks again.
          return turn[0].isAfter(now) ? turn[0] : turn[0].plusNanos(every);
        });
    return turn[0];
  }

  /** The vendor wants to be left alone for so long. */
  void rest(long merchantId, ChannelKind kind, Instant until) {
    free.merge(new Key(merchantId, kind), until, (a, b) -> a.isAfter(b) ? a : b);
  }
}
