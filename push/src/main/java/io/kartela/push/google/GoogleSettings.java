package io.kartela.push.google;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Objects;

/**
 * How to reach Google Wallet as one issuer.
 *
 * @param rootUrl {@link #GOOGLE}, or a fake's
 * @param tokenUri where access tokens are fetched; the service account names it
 * @param clientEmail of the service account
 * @param privateKey of the service account; never printed
 * @param timeout for connecting and for reading; Google advises 10 s
 */
public record GoogleSettings(
    URI rootUrl, URI tokenUri, String clientEmail, PrivateKey privateKey, Duration timeout) {
  /** Google's own root. */
  public static final URI GOOGLE = URI.create("https://walletobjects.googleapis.com/");

  public GoogleSettings {
    Objects.requireNonNull(tokenUri);
    Objects.requireNonNull(privateKey);
    if (clientEmail.isBlank()) {
      throw new IllegalArgumentException("bad clientEmail");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("bad timeout");
    }
    if (!rootUrl.toString().endsWith("/")) {
      throw new IllegalArgumentException("rootUrl ends with a slash");
    }
  }

  /** With the advised 10 s. */
  public static GoogleSettings of(
      URI rootUrl, URI tokenUri, String clientEmail, PrivateKey privateKey) {
    return new GoogleSettings(rootUrl, tokenUri, clientEmail, privateKey, Duration.ofSeconds(10));
  }

  @Override
  public String toString() {
    return "GoogleSettings[" + clientEmail + " at " + rootUrl + ", key=[REDACTED]]";
  }
}
