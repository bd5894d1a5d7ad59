package io.kartela.push.google;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Google's public root keys, fetched when they are old and at no other time: a forged call-back
 * must not make the server ask Google. Thread-safe.
 */
public final class GoogleRootKeys {
  /** Google's own. */
  public static final URI GOOGLE = URI.create("https://pay.google.com/gp/m/issuer/keys");

  private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(7);

  /** After a failure: neither hammer Google nor stay blind for long. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final URI source;
  private final Duration timeout;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Known known = new Known(null, Instant.MIN);

  /**
   * @param source {@link #GOOGLE}, or a fake's
   * @param timeout for the whole request
   */
  public GoogleRootKeys(URI source, Duration timeout, InstantSource clock) {
    this.source = source;
    this.timeout = timeout;
    this.clock = clock;
  }

  private record Known(@Nullable String json, Instant until) {}

  /** The keys in Google's JSON, or null when none could be fetched so far. */
  @Nullable String json() {
    Known now = known;
    if (clock.instant().isBefore(now.until())) {
      return now.json();
    }
    lock.lock();
    try {
      if (!clock.instant().isBefore(known.until())) {
        known = fetch(known.json());
      }
      return known.json();
    } finally {
      lock.unlock();
    }
  }

  private Known fetch(@Nullable String old) {
    Instant now = clock.instant();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(source).timeout(timeout).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return new Known(answer.body(), now.plus(age(answer)));
      }
    } catch (IOException e) {
      // Old keys are better than none: Google rotates with months of overlap.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Known(old, now.plus(AGAIN));
  }

  private static Duration age(HttpResponse<String> answer) {
    Matcher matcher = MAX_AGE.matcher(answer.headers().firstValue("Cache-Control").orElse(""));
    Duration told =
        matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : SHORTEST;
    if (told.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return told.compareTo(LONGEST) > 0 ? LONGEST : told;
  }
}
