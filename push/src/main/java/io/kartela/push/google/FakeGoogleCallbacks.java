package io.kartela.push.google;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Tells a class's {@code callbackOptions.url} of saves and removals, with a few retries. */
final class FakeGoogleCallbacks {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int ATTEMPTS = 3;

  /** A simulator must not be talked into calling the world. */
  private static final Set<String> ALLOWED = Set.of("127.0.0.1", "localhost", "[::1]");

  private final FakeGoogleSigner signer;
  private final InstantSource clock;
  private final Executor threads;
  private volatile int copies = 1;

  FakeGoogleCallbacks(FakeGoogleSigner signer, InstantSource clock, Executor threads) {
    this.signer = signer;
    this.clock = clock;
    this.threads = threads;
  }

  void copies(int each) {
    copies = each;
  }

  void tell(Map<String, Object> loyaltyClass, String objectId, String eventType) {
    URI url = url(loyaltyClass);
    if (url == null) {
      return;
    }
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("classId", String.valueOf(loyaltyClass.get("id")));
    message.put("objectId", objectId);
    message.put("expTimeMillis", clock.instant().plus(LIFE).toEpochMilli());
    message.put("eventType", eventType);
    message.put("nonce", UUID.randomUUID().toString());
    String body = signer.seal(FakeGoogleRules.issuer(objectId), message);
    for (int i = 0; i < copies; i++) {
      threads.execute(() -> post(url, body));
    }
  }

  private static @Nullable URI url(Map<String, Object> loyaltyClass) {
    if (!(loyaltyClass.get("callbackOptions") instanceof Map<?, ?> options)
        || !(options.get("url") instanceof String text)) {
      return null;
    }
    try {
      URI url = URI.create(text);
      return url.getHost() != null && ALLOWED.contains(url.getHost()) ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void post(URI url, String body) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (accepted(client, url, body)) {
          return;
        }
        Thread.sleep(Duration.ofMillis(200L * attempt));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean accepted(HttpClient client, URI url, String body)
      throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json")
              .header("User-Agent", "Googlebot (Kartela simulator)")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status < 500 && status != 429;
    } catch (IOException e) {
      return false;
    }
  }
}
