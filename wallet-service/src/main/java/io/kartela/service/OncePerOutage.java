package io.kartela.service;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.kartela.service.platform.db.Outage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets each logger tell of an outage of the database once in a while: jobs, pools and schedulers
 * would otherwise write their stack traces until the disk that is full is full of them, too. Named
 * in {@code logback.xml}.
 */
public final class OncePerOutage extends Filter<ILoggingEvent> {
  private static final long PERIOD = Duration.ofSeconds(30).toNanos();

  private final Map<String, Long> told = new ConcurrentHashMap<>();

  @Override
  public FilterReply decide(ILoggingEvent event) {
    if (!(event.getThrowableProxy() instanceof ThrowableProxy proxy)
        || Outage.of(proxy.getThrowable()).isEmpty()) {
      return FilterReply.NEUTRAL;
    }
    long now = System.nanoTime();
    boolean[] first = new boolean[1];
    told.compute(
        event.getLoggerName(),
        (name, last) -> {
          first[0] = last == null || now - last >= PERIOD;
          return last == null || first[0] ? Long.valueOf(now) : last;
        });
    return first[0] ? FilterReply.NEUTRAL : FilterReply.DENY;
  }
}
