package io.kartela.push.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import io.kartela.push.Channel;
import io.kartela.push.Delivery;
import io.kartela.push.PushException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells phones that their pass changed: an empty push to a device token, by HTTP/2 with the Pass
 * Type ID certificate. The phone then fetches the pass; no text travels here. One instance per pass
 * type; thread-safe; connects on first use and reconnects by itself.
 */
public final class ApplePassPush implements Channel<String> {
  private static final String EMPTY = "{}";

  /** APNs keeps a push for a phone that is off, for as long as Apple allows. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final ApnsSettings settings;
  private final ApnsClient client;
  private final Semaphore inFlight;
  private final @Nullable ApnsThreads ownThreads;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** With network threads of its own. */
  public ApplePassPush(ApnsSettings settings) {
    this(settings, null);
  }

  /**
   * @param threads shared with other channels and closed by whoever made them; null: own ones
   * @throws PushException with code {@code push.apns.credentials} when TLS cannot use the key
   */
  public ApplePassPush(ApnsSettings settings, @Nullable ApnsThreads threads) {
    this.settings = settings;
    this.inFlight = new Semaphore(settings.maxInFlight());
    ApnsClientBuilder builder =
        new ApnsClientBuilder()
            .setApnsServer(settings.host(), settings.port())
            .setClientCredentials(settings.certificate(), settings.key(), null)
            .setConcurrentConnections(settings.connections())
            .setConnectionTimeout(Duration.ofSeconds(5))
            .setGracefulShutdownTimeout(Duration.ofSeconds(2));
    if (!settings.trusted().isEmpty()) {
      builder.setTrustedServerCertificateChain(settings.trusted().toArray(X509Certificate[]::new));
    }
    // Pushy's own threads would take two seconds to stop.
    ApnsThreads used = threads == null ? new ApnsThreads(1) : threads;
    this.ownThreads = threads == null ? used : null;
    builder.setEventLoopGroup(used.group());
    try {
      this.client = builder.build();
    } catch (SSLException e) {
      if (ownThreads != null) {
        ownThreads.close();
      }
      throw new PushException("push.apns.credentials", "TLS cannot use " + settings, e);
    }
  }

  /** Same as {@link #push}. */
  @Override
  public Delivery send(String token) {
    return push(token);
  }

  /** Pushes and waits for APNs' answer, at most {@link ApnsSettings#answerWithin()}. */
  public Delivery push(String token) {
    try {
      return pushAsync(token).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Retry("interrupted", Duration.ofSeconds(1));
    } catch (ExecutionException e) {
      throw new IllegalStateException("deliveries do not fail", e);
    }
  }

  /**
   * Pushes without waiting for the answer. Blocks while {@link ApnsSettings#maxInFlight()} pushes
   * are unanswered, so a loop over a million tokens holds only that many.
   *
   * @return always completes, and never exceptionally; callbacks run on a network thread and must
   *     not block
   */
  public CompletableFuture<Delivery> pushAsync(String token) {
    if (closed.get()) {
      throw new IllegalStateException("closed");
    }
    try {
      inFlight.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.completedFuture(
          new Delivery.Retry("interrupted", Duration.ofSeconds(1)));
    }
    // An own future, so that a late answer after the time limit releases nothing twice.
    CompletableFuture<Delivery> result = new CompletableFuture<>();
    CompletableFuture<Delivery> answered = result.whenComplete((d, e) -> inFlight.release());
    try {
      var _ =
          client
              .sendNotification(notification(token))
              .whenComplete((response, e) -> result.complete(ApnsAnswers.of(response, e)));
    } catch (RuntimeException e) {
      result.complete(ApnsAnswers.of(null, e));
    }
    var _ =
        result.completeOnTimeout(
            ApnsAnswers.silent(), settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
    return answered;
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      client.close().get(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The connections end with their threads; there is nothing left to save.
    } finally {
      if (ownThreads != null) {
        ownThreads.close();
      }
    }
  }

  @Override
  public String toString() {
    return "ApplePassPush[" + settings + "]";
  }

  private SimpleApnsPushNotification notification(String token) {
    return new SimpleApnsPushNotification(
        token,
        settings.topic(),
        EMPTY,
        Instant.now().plus(KEEP),
        DeliveryPriority.IMMEDIATE,
        PushType.ALERT);
  }
}
