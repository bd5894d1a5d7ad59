package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.push.Delivery;
import io.kartela.push.apns.ApnsSettings;
import io.kartela.push.apns.ApplePassPush;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.PassSigners;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pushes with the certificate that signs the merchant's cards. A connection is kept for every
 * certificate in use; one that was replaced goes on serving what is under way. Thread-safe.
 */
public final class ApplePushes implements ApplePush, AutoCloseable {
  private final PassSigners signers;
  private final ApnsSettings usual;
  private final Line channel;
  private final Map<X509Certificate, Line> others = new ConcurrentHashMap<>();

  /** A connection, and the patience with it. */
  private record Line(ApplePassPush channel, PushLine pushes) {
    static Line of(ApnsSettings settings) {
      ApplePassPush channel = new ApplePassPush(settings);
      return new Line(channel, new PushLine(channel::pushAsync, System::nanoTime));
    }
  }

  /**
   * @param usual the installation's; others differ in certificate and topic only
   */
  public ApplePushes(PassSigners signers, ApnsSettings usual) {
    this.signers = signers;
    this.usual = usual;
    this.channel = Line.of(usual);
  }

  @Override
  public CompletableFuture<Delivery> push(String pushToken) {
    return channel.pushes().push(pushToken);
  }

  @Override
  public CompletableFuture<Delivery> push(long merchantId, String pushToken) {
    ApplePassIdentity identity = signers.of(merchantId).identity();
    return identity.certificate().equals(usual.certificate())
        ? push(pushToken)
        : others
            .computeIfAbsent(identity.certificate(), c -> Line.of(settings(identity)))
            .pushes()
            .push(pushToken);
  }

  @Override
  public String certificate(long merchantId) {
    ApplePassIdentity identity = signers.of(merchantId).identity();
    return identity.passTypeIdentifier()
        + " "
        + identity.certificate().getSerialNumber().toString(16);
  }

  private ApnsSettings settings(ApplePassIdentity identity) {
    return new ApnsSettings(
        usual.host(),
        usual.port(),
        identity.passTypeIdentifier(),
        identity.privateKey(),
        identity.certificate(),
        usual.trusted(),
        usual.connections(),
        usual.maxInFlight(),
        usual.answerWithin());
  }

  @Override
  public void close() {
    channel.channel().close();
    others.values().forEach(line -> line.channel().close());
  }
}
