package io.kartela.service.wallet.apple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them. */
final class HttpDates {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** What others write and HTTP wants understood: a zone of its own, RFC 850, asctime. */
  private static final List<DateTimeFormatter> READ =
      List.of(
          WRITTEN,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          // Two digits of a year are of the century that passes live in.
          DateTimeFormatter.ofPattern("EEEE, dd-MMM-uu HH:mm:ss 'GMT'", Locale.US)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US)
              .withZone(ZoneOffset.UTC));

  private HttpDates() {}

  static String format(Instant at) {
    return WRITTEN.format(at);
  }

  /** Empty when it cannot be understood: the condition is then ignored, as HTTP wants. */
  static Optional<Instant> parse(String text) {
    String date = text.strip();
    return READ.stream().flatMap(format -> parse(format, date).stream()).findFirst();
  }

  private static Optional<Instant> parse(DateTimeFormatter format, String date) {
    try {
      return Optional.of(format.parse(date, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
