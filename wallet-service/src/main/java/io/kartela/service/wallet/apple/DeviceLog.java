package io.kartela.service.wallet.apple;

import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What phones complain about. Anybody may send it, so it is bounded in size and rate and cannot
 * forge log lines. Thread-safe.
 */
final class DeviceLog {
  static final int BODY_LIMIT = 64 * 1024;
  private static final int LINES_PER_MINUTE = 120;
  private static final int LINES_PER_CALL = 20;
  private static final int CALLS_PER_CALLER = 10;
  private static final Duration CALLERS_PERIOD = Duration.ofMinutes(10);
  private static final int LINE_LIMIT = 500;
  private static final Logger LOG = LoggerFactory.getLogger("io.kartela.apple.device");

  private final InstantSource clock;
  private final RateLimit callers;
  private final AtomicLong minute = new AtomicLong();
  private final AtomicInteger written = new AtomicInteger();

  DeviceLog(InstantSource clock) {
    this.clock = clock;
    this.callers = new RateLimit(CALLS_PER_CALLER, CALLERS_PERIOD, clock);
  }

  /**
   * Returns how many lines were kept.
   *
   * @param caller where the phone is; nothing else is known of it, and one that complains without
   *     end must not be all that is heard
   */
  int write(String caller, byte[] body) {
    try {
      callers.take(caller);
    } catch (Problem e) {
      return 0; // a phone that is refused would only come again
    }
    JsonNode logs;
    try {
      logs = Http.JSON.readTree(body).path("logs");
    } catch (JacksonException e) {
      return 0;
    }
    int lines = 0;
    for (JsonNode line : logs) {
      if (lines == LINES_PER_CALL || !line.isString() || !allowed()) {
        break;
      }
      LOG.warn("phone: {}", clean(line.asString()));
      lines++;
    }
    return lines;
  }

  static String clean(String line) {
    String cut = line.length() > LINE_LIMIT ? line.substring(0, LINE_LIMIT) + "…" : line;
    StringBuilder out = new StringBuilder(cut.length());
    cut.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean visible =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.SURROGATE
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR;
              out.appendCodePoint(visible ? c : ' ');
            });
    // A phone quotes the address it called; what opens a card stays out of the log.
    return out.toString().replaceAll("(?i)(ApplePass\\s+|/devices/)[A-Za-z0-9._-]+", "$1*");
  }

  private boolean allowed() {
    long now = clock.millis() / 60_000;
    if (minute.getAndSet(now) != now) {
      written.set(0);
    }
    return written.incrementAndGet() <= LINES_PER_MINUTE;
  }
}
