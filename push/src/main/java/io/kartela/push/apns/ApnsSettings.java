package io.kartela.push.apns;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How to reach APNs for one pass type. Passes use production only.
 *
 * @param host for example {@code api.push.apple.com}
 * @param port 443 or 2197
 * @param topic the passTypeIdentifier
 * @param key the private key of {@code certificate}; never printed
 * @param certificate the Pass Type ID certificate
 * @param trusted authorities that may have issued the server's certificate; empty: those of the JVM
 * @param connections 1 or 2 are plenty for one certificate
 * @param maxInFlight pushes without an answer yet, over all connections; more callers wait
 * @param answerWithin after this a push counts as {@link io.kartela.push.Delivery.Retry}
 */
public record ApnsSettings(
    String host,
    int port,
    String topic,
    PrivateKey key,
    X509Certificate certificate,
    List<X509Certificate> trusted,
    int connections,
    int maxInFlight,
    Duration answerWithin) {

  public ApnsSettings {
    Objects.requireNonNull(host);
    Objects.requireNonNull(key);
    Objects.requireNonNull(certificate);
    trusted = List.copyOf(trusted);
    require(port > 0 && port < 65_536, "port");
    require(!topic.isBlank(), "topic");
    require(connections >= 1 && connections <= 16, "connections");
    require(maxInFlight >= 1, "maxInFlight");
    require(answerWithin.isPositive(), "answerWithin");
  }

  /** One connection, 500 in flight, 10 s, the JVM's authorities. */
  public static ApnsSettings of(
      String host, int port, String topic, PrivateKey key, X509Certificate certificate) {
    return new ApnsSettings(
        host, port, topic, key, certificate, List.of(), 1, 500, Duration.ofSeconds(10));
  }

  /** The same, trusting only these authorities. */
  public ApnsSettings trusting(X509Certificate... authorities) {
    return new ApnsSettings(
        host,
        port,
        topic,
        key,
        certificate,
        List.of(authorities),
        connections,
        maxInFlight,
        answerWithin);
  }

  /** The same with other bounds. */
  public ApnsSettings bounded(int otherConnections, int otherInFlight, Duration otherWithin) {
    return new ApnsSettings(
        host, port, topic, key, certificate, trusted, otherConnections, otherInFlight, otherWithin);
  }

  @Override
  public String toString() {
    return "ApnsSettings[" + topic + " at " + host + ":" + port + ", key=[REDACTED]]";
  }

  private static void require(boolean good, String name) {
    if (!good) {
      throw new IllegalArgumentException("bad " + name);
    }
  }
}
