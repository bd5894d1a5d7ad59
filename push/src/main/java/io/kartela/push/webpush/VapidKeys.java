package io.kartela.push.webpush;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * Who we are to push services (RFC 8292). A browser is subscribed with the public key: another pair
 * loses every subscriber.
 *
 * @param publicKey the {@code applicationServerKey}: 65 bytes, base64url
 * @param privateKey 32 bytes, base64url
 */
public record VapidKeys(String publicKey, String privateKey) {
  public VapidKeys {
    P256.publicKey(P256.bytes(publicKey));
    P256.privateKey(P256.bytes(privateKey));
  }

  public static VapidKeys generate() {
    KeyPair pair = P256.generate();
    return new VapidKeys(
        P256.text(P256.point((ECPublicKey) pair.getPublic())),
        P256.text(P256.number((ECPrivateKey) pair.getPrivate())));
  }

  @Override
  public String toString() {
    return "VapidKeys[" + publicKey + "]";
  }
}
