package io.kartela.push.webpush;

import java.net.URI;
import java.security.interfaces.ECPublicKey;

/**
 * What a browser gave when the person allowed notifications ({@code PushSubscription.toJSON()}).
 *
 * @param endpoint said by the browser, so by anybody: see {@link PushServices}
 * @param p256dh the browser's public key, base64url
 * @param auth its secret of 16 bytes, base64url
 */
public record Subscription(URI endpoint, String p256dh, String auth) {
  private static final int LONGEST = 2_000;

  /**
   * Judges what came from a browser.
   *
   * @throws IllegalArgumentException when nothing could ever be sent to it
   */
  public Subscription {
    if (endpoint.toString().length() > LONGEST || p256dh.length() > 100 || auth.length() > 40) {
      throw new IllegalArgumentException("too long");
    }
    P256.publicKey(P256.bytes(p256dh));
    if (P256.bytes(auth).length != 16) {
      throw new IllegalArgumentException("auth is no secret of 16 bytes");
    }
  }

  ECPublicKey key() {
    return P256.publicKey(P256.bytes(p256dh));
  }

  byte[] authSecret() {
    return P256.bytes(auth);
  }

  /** The endpoint alone is enough to write to the person: it stays out of logs. */
  @Override
  public String toString() {
    return "Subscription[" + endpoint.getHost() + "]";
  }
}
