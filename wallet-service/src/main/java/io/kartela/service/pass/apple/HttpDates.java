package io.kartela.service.pass.apple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them. */
final class HttpDates {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpDates() {}

  static String format(Instant at) {
    return WRITTEN.format(at);
  }

  /** Empty when it cannot be understood: the condition is then ignored, as HTTP wants. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(WRITTEN.parse(text.strip(), Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
