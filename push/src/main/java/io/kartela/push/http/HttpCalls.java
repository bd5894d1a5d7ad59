package io.kartela.push.http;

import io.kartela.push.Answer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request to a vendor, sent once, with what is certain about it when no answer came. Redirects
 * are not followed, answers are bounded in size and the whole call in time. Addresses are never
 * written down: a vendor's may hold a key. Thread-safe.
 */
public final class HttpCalls implements AutoCloseable {
  private static final int MAX_ANSWER = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** Every channel of every shop goes out by it: a client has a thread of its own. */
  private static final HttpClient SHARED = client().build();

  private final Duration patience;
  private final HttpClient http;
  private final boolean own;

  /** What came of a request. */
  public sealed interface Result {

    /** The vendor, or somebody in front of it, answered. */
    record Answered(int status, HttpHeaders headers, String body) implements Result {

      /** Null when the answer is no JSON object. */
      public @Nullable JsonNode json() {
        return Bodies.object(body);
      }

      /** How long the vendor wants to be left alone. */
      public Duration retryAfter(Duration otherwise) {
        String told = headers.firstValue("Retry-After").orElse("");
        return told.matches("[0-9]{1,9}") ? waiting(Long.parseLong(told)) : otherwise;
      }

      /**
       * For vendors that say all they have to say in the body of a 200: a refusal by HTTP is then
       * the word of somebody in front of them, who may have passed the request on or not.
       */
      public Answer outsiders() {
        if (status == 429) {
          return new Answer.Throttled("HTTP 429", retryAfter(Duration.ofMinutes(1)));
        }
        return status >= 300 && status < 500
            ? new Answer.NotSent("HTTP " + status)
            : new Answer.Unknown("HTTP " + status);
      }
    }

    /** No answer: certainly not sent, or unknown. */
    record Failed(Answer answer) implements Result {}

    /** The object that came with a 200. */
    default Optional<JsonNode> good() {
      return this instanceof Answered answered && answered.status == 200
          ? Optional.ofNullable(answered.json())
          : Optional.empty();
    }
  }

  /**
   * @param patience how long one call may take
   */
  public HttpCalls(Duration patience) {
    this(patience, SHARED, false);
  }

  /** With trust of its own, for vendors whose certificates the JDK does not know. */
  public HttpCalls(Duration patience, SSLContext trust) {
    this(patience, client().sslContext(trust).build(), true);
  }

  private HttpCalls(Duration patience, HttpClient http, boolean own) {
    this.patience = patience;
    this.http = http;
    this.own = own;
  }

  private static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT);
  }

  public Result call(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<String>> coming =
        http.sendAsync(
            request.timeout(patience).build(),
            info ->
                BodySubscribers.limiting(
                    BodySubscribers.ofString(StandardCharsets.UTF_8), MAX_ANSWER));
    try {
      // The client's own limit ends with the headers; a body that drips must not hold us.
      HttpResponse<String> got = coming.get(patience.toMillis() + 500, TimeUnit.MILLISECONDS);
      return new Result.Answered(got.statusCode(), got.headers(), got.body());
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new Result.Failed(new Answer.Unknown("interrupted"));
    } catch (TimeoutException e) {
      coming.cancel(true);
      return new Result.Failed(new Answer.Unknown("no answer in time"));
    } catch (ExecutionException e) {
      return new Result.Failed(lost(e.getCause()));
    }
  }

  /** A wait as a vendor tells it, kept within reason. */
  public static Duration waiting(long seconds) {
    Duration told = Duration.ofSeconds(Math.max(1, seconds));
    return told.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : told;
  }

  /** Lets go of a client of its own; the shared one stays. */
  @Override
  public void close() {
    if (own) {
      http.shutdownNow();
    }
  }

  /** Only what fails before the request left is certain. */
  private static Answer lost(@Nullable Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof ConnectException
          || t instanceof HttpConnectTimeoutException
          || t instanceof UnknownHostException
          || t instanceof UnresolvedAddressException
          || t instanceof SSLHandshakeException) {
        return new Answer.NotSent(t.getClass().getSimpleName());
      }
    }
    return new Answer.Unknown(
        cause instanceof IOException io ? io.getClass().getSimpleName() : "lost");
  }
}
