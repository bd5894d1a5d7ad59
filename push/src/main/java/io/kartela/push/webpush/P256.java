package io.kartela.push.webpush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/** Keys of the curve P-256 as browsers write them: 65 bytes of an uncompressed point, or 32. */
final class P256 {
  private static final int POINT = 65;
  private static final int NUMBER = 32;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(CURVE);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A key that came from outside.
   *
   * @throws IllegalArgumentException when it is no point of the curve: a made-up one would tell of
   *     our own key
   */
  static ECPublicKey publicKey(byte[] point) {
    if (point.length != POINT || point[0] != 4) {
      throw new IllegalArgumentException("not an uncompressed point of P-256");
    }
    BigInteger x = new BigInteger(1, point, 1, NUMBER);
    BigInteger y = new BigInteger(1, point, 1 + NUMBER, NUMBER);
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB()).mod(p);
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
      throw new IllegalArgumentException("not on the curve P-256");
    }
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key of P-256", e);
    }
  }

  static PrivateKey privateKey(byte[] number) {
    BigInteger d = new BigInteger(1, number);
    if (d.signum() == 0 || d.compareTo(CURVE.getOrder()) >= 0) {
      throw new IllegalArgumentException("not a private key of P-256");
    }
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a private key of P-256", e);
    }
  }

  static byte[] point(ECPublicKey key) {
    byte[] point = new byte[POINT];
    point[0] = 4;
    write(key.getW().getAffineX(), point, 1);
    write(key.getW().getAffineY(), point, 1 + NUMBER);
    return point;
  }

  static byte[] number(ECPrivateKey key) {
    byte[] number = new byte[NUMBER];
    write(key.getS(), number, 0);
    return number;
  }

  /** Right-aligned in 32 bytes: numbers may be shorter, or have a zero for their sign. */
  private static void write(BigInteger value, byte[] to, int at) {
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, NUMBER);
    System.arraycopy(bytes, bytes.length - length, to, at + NUMBER - length, length);
  }

  static byte[] agreed(PrivateKey ours, ECPublicKey theirs) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(ours);
      agreement.doPhase(theirs, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
