package io.kartela.push.webpush;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody's browser that allowed the notifications of one site. Thread-safe. */
public final class FakeBrowser {
  private final KeyPair keys = P256.generate();
  private final byte[] auth = new byte[16];
  private final Subscription subscription;
  private final String serverKey;
  private final InstantSource clock;
  private final Consumer<String> screen;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private boolean gone;
  private boolean offline;

  private record Waiting(String text, Instant until, String topic) {}

  FakeBrowser(URI endpoint, String serverKey, InstantSource clock, Consumer<String> screen) {
    new SecureRandom().nextBytes(auth);
    this.subscription =
        new Subscription(
            endpoint, P256.text(P256.point((ECPublicKey) keys.getPublic())), P256.text(auth));
    this.serverKey = serverKey;
    this.clock = clock;
    this.screen = screen;
  }

  public Subscription subscription() {
    return subscription;
  }

  String serverKey() {
    return serverKey;
  }

  /** The person forbids notifications, or clears the site's data. */
  public synchronized void block() {
    gone = true;
  }

  synchronized boolean isGone() {
    return gone;
  }

  /** The laptop is closed. */
  public synchronized void sleep() {
    offline = true;
  }

  /** The laptop is opened: what still lives is shown. */
  public synchronized void wake() {
    offline = false;
    Instant now = clock.instant();
    List<Waiting> kept = List.copyOf(waiting);
    waiting.clear();
    kept.stream().filter(one -> one.until.isAfter(now)).forEach(one -> show(one.text));
  }

  /** What appeared on the screen, oldest first. */
  public synchronized List<String> shown() {
    return List.copyOf(shown);
  }

  /** What it reads; null when it cannot, and then nothing is shown. */
  synchronized @Nullable String take(byte[] body, Duration life, String topic) {
    String text;
    try {
      text =
          new String(
              Encryption.open(body, keys.getPrivate(), (ECPublicKey) keys.getPublic(), auth),
              StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
    if (offline) {
      waiting.removeIf(one -> !topic.isEmpty() && one.topic.equals(topic));
      waiting.add(new Waiting(text, clock.instant().plus(life), topic));
    } else {
      show(text);
    }
    return text;
  }

  private void show(String text) {
    shown.add(text);
    screen.accept(text);
  }
}
