package io.kartela.service.till.nfc;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** The little of P-256 that the JDK leaves to its callers: points given by their abscissa. */
final class EllipticCurve {
  private static final int LENGTH = 32;

  private EllipticCurve() {}

  /**
   * The agreed secret, always 32 bytes; empty when the abscissa belongs to no point. Which of the
   * two points is meant does not matter: the secret is an abscissa too.
   */
  static Optional<byte[]> agree(ECPrivateKey key, byte[] x) throws GeneralSecurityException {
    ECParameterSpec curve = key.getParams();
    Optional<ECPoint> point = point(curve, new BigInteger(1, x));
    if (point.isEmpty()) {
      return Optional.empty();
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point.get(), curve)), true);
    return Optional.of(agreement.generateSecret());
  }

  static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static Optional<ECPoint> point(ECParameterSpec curve, BigInteger x) {
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    if (x.compareTo(p) >= 0) {
      return Optional.empty();
    }
    BigInteger square =
        x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
    // p is 3 modulo 4, so a root, if there is one, is this power.
    BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    return y.multiply(y).mod(p).equals(square) ? Optional.of(new ECPoint(x, y)) : Optional.empty();
  }

  /** The abscissa in exactly 32 bytes. */
  static byte[] abscissa(ECPublicKey key) {
    byte[] bytes = key.getW().getAffineX().toByteArray();
    byte[] fixed = new byte[LENGTH];
    int from = Math.max(0, bytes.length - LENGTH);
    System.arraycopy(bytes, from, fixed, LENGTH - (bytes.length - from), bytes.length - from);
    return fixed;
  }

  /** The abscissa of a compressed point of 33 bytes; empty when it is none. */
  static Optional<byte[]> compressed(byte[] point) {
    return point.length == LENGTH + 1 && (point[0] == 2 || point[0] == 3)
        ? Optional.of(Arrays.copyOfRange(point, 1, point.length))
        : Optional.empty();
  }
}
