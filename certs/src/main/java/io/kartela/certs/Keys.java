package io.kartela.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.jspecify.annotations.Nullable;

/** Key chores on the JDK's own providers. */
final class Keys {
  private static final byte[] PROBE = {75, 97, 114, 116, 101, 108, 97};

  private Keys() {}

  /** A key of a kind that nobody here can use. */
  static final class Unsupported extends GeneralSecurityException {
    private final String algorithm;

    Unsupported(String algorithm) {
      super("unsupported key algorithm " + algorithm);
      this.algorithm = algorithm;
    }

    String algorithm() {
      return algorithm;
    }
  }

  static KeyPair rsa2048() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "RSA is not available", e);
    }
  }

  static KeyPair p256() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "P-256 is not available", e);
    }
  }

  static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    String oid = PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getAlgorithm().getId();
    String name =
        switch (oid) {
          case "1.2.840.113549.1.1.1" -> "RSA";
          case "1.2.840.10045.2.1" -> "EC";
          default -> throw new Unsupported(oid);
        };
    return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** The public half that an RSA private key carries in itself. */
  static PublicKey publicHalf(RSAPrivateCrtKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
  }

  /** Whether a signature by the one verifies with the other. */
  static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
    return belongTogether(key, publicKey, null);
  }

  /** The same with a certain provider signing. */
  static boolean belongTogether(PrivateKey key, PublicKey publicKey, @Nullable Provider signing) {
    try {
      String algorithm = signatureAlgorithm(key);
      Signature signer =
          signing == null
              ? Signature.getInstance(algorithm)
              : Signature.getInstance(algorithm, signing);
      signer.initSign(key);
      signer.update(PROBE);
      byte[] signature = signer.sign();
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(publicKey);
      verifier.update(PROBE);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static String signatureAlgorithm(PrivateKey key) {
    return key instanceof ECPrivateKey ? "SHA256withECDSA" : "SHA256withRSA";
  }

  /** A coordinate or scalar as exactly 32 big-endian bytes. */
  static byte[] fixed32(BigInteger value) {
    byte[] bytes = value.toByteArray();
    if (bytes.length == 32) {
      return bytes;
    }
    if (bytes.length > 32) {
      return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
    }
    byte[] padded = new byte[32];
    System.arraycopy(bytes, 0, padded, 32 - bytes.length, bytes.length);
    return padded;
  }
}
