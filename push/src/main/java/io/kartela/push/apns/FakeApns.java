package io.kartela.push.apns;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import io.kartela.push.PushException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;

/**
 * Plays APNs on loopback over real TLS and HTTP/2, for the demo and for tests. A client must show a
 * certificate of a trusted authority whose subject UID is the topic. Keeps the last pushes, tells a
 * listener, and answers as told per token. Thread-safe.
 */
public final class FakeApns implements AutoCloseable {
  private static final int KEPT = 10_000;

  private final MockApnsServer server;
  private final EventLoopGroup group;
  private final int port;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Deque<Push> pushes = new ArrayDeque<>();
  private final AtomicLong accepted = new AtomicLong();
  private final InstantSource clock;
  private final Listener listener;

  /**
   * How to start.
   *
   * @param port 0: any free one
   * @param key of the server's certificate, valid for localhost
   * @param chain leaf first
   * @param trustedClients authorities and intermediates of acceptable client certificates
   */
  public record Settings(
      int port, PrivateKey key, List<X509Certificate> chain, List<X509Certificate> trustedClients) {
    public Settings {
      chain = List.copyOf(chain);
      trustedClients = List.copyOf(trustedClients);
    }

    @Override
    public String toString() {
      return "FakeApns.Settings[port=" + port + ", key=[REDACTED]]";
    }
  }

  /**
   * An accepted push.
   *
   * @param expires until when APNs would keep it for a phone that is off
   */
  public record Push(String token, String topic, String payload, Instant at, Instant expires) {}

  /** Told of every accepted push, on a network thread: hand over and return. */
  @FunctionalInterface
  public interface Listener {
    void onPush(String token, String topic, Instant at);
  }

  /** What to say to a token. */
  public sealed interface Answer {
    record Accept() implements Answer {}

    /** 410. */
    record Unregistered(Instant since) implements Answer {}

    /** 400 BadDeviceToken. */
    record BadToken() implements Answer {}

    /** 400 DeviceTokenNotForTopic. */
    record NotForTopic() implements Answer {}

    /** 429. */
    record TooManyRequests() implements Answer {}

    /** 503. */
    record ServiceUnavailable() implements Answer {}

    /** 500. */
    record ServerError() implements Answer {}

    /** Accepted, but late. Everything behind it on the same connection waits, too. */
    record Slow(Duration delay) implements Answer {}
  }

  /**
   * Starts and listens.
   *
   * @throws PushException with code {@code push.apns.start} when the port is taken
   */
  public FakeApns(Settings settings, InstantSource clock, Listener listener) {
    this.clock = clock;
    this.listener = listener;
    this.group = new NioEventLoopGroup(2, new DefaultThreadFactory("fake-apns", true));
    try {
      this.server =
          new MockApnsServerBuilder()
              .setServerCredentials(
                  settings.chain().toArray(X509Certificate[]::new), settings.key(), null)
              .setTrustedClientCertificateChain(pem(settings.trustedClients()))
              .setEventLoopGroup(group)
              .setHandlerFactory(session -> new FakeApnsHandler(this, session))
              .build();
      LoopbackOnly.apply(server);
      this.port = server.start(settings.port()).get(10, TimeUnit.SECONDS);
    } catch (SSLException | ExecutionException | TimeoutException e) {
      stopThreads(group);
      throw new PushException(
          "push.apns.start", "fake APNs cannot listen on port " + settings.port(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopThreads(group);
      throw new PushException("push.apns.start", "interrupted", e);
    }
  }

  /** The host name that the server's certificate and clients agree on. */
  public String host() {
    return "localhost";
  }

  public int port() {
    return port;
  }

  /** From now on says this to the token. */
  public void answer(String token, Answer answer) {
    answers.put(token, answer);
  }

  /** Accepts everything again. */
  public void forgetAnswers() {
    answers.clear();
  }

  /** The last accepted pushes, oldest first, at most 10,000. */
  public List<Push> pushes() {
    synchronized (pushes) {
      return List.copyOf(pushes);
    }
  }

  /** How many were accepted since the start. */
  public long acceptedCount() {
    return accepted.get();
  }

  @Override
  public void close() {
    try {
      server.shutdown().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Stopping the threads below ends it in any case.
    } finally {
      stopThreads(group);
    }
  }

  Answer answerFor(String token) {
    Answer own = answers.get(token);
    return own == null ? new Answer.Accept() : own;
  }

  void accept(String token, String topic, String payload, Instant expires) {
    Instant at = clock.instant();
    synchronized (pushes) {
      pushes.addLast(new Push(token, topic, payload, at, expires));
      if (pushes.size() > KEPT) {
        pushes.removeFirst();
      }
    }
    accepted.incrementAndGet();
    listener.onPush(token, topic, at);
  }

  private static void stopThreads(EventLoopGroup group) {
    group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }

  private static ByteArrayInputStream pem(List<X509Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate one : certificates) {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(Base64.getMimeEncoder().encodeToString(one.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
    } catch (CertificateEncodingException e) {
      throw new PushException("push.apns.credentials", "certificate cannot be encoded", e);
    }
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
