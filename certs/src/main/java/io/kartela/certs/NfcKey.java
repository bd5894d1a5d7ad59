package io.kartela.certs;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * A P-256 key pair for NFC cards: phones encrypt to (Apple) or authenticate (Google) its public
 * half, readers or our server hold the private one. Immutable; the private key is never printed.
 */
public final class NfcKey {
  /** DER SubjectPublicKeyInfo of an id-ecPublicKey on P-256 up to the 33 bytes of the point. */
  private static final byte[] COMPRESSED_SPKI_HEAD =
      HexFormat.of().parseHex("3039301306072a8648ce3d020106082a8648ce3d030107032200");

  private final ECPrivateKey privateKey;
  private final ECPublicKey publicKey;

  private NfcKey(ECPrivateKey privateKey, ECPublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A fresh pair. */
  public static NfcKey generate() {
    KeyPair pair = Keys.p256();
    return new NfcKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
  }

  /**
   * Reads a PEM private key (PKCS#8 or SEC 1, possibly encrypted).
   *
   * @param password null when the key is not encrypted
   */
  public static Loaded<NfcKey> fromPem(String pem, char @Nullable [] password) {
    List<PrivateKey> keys;
    try {
      keys = Pem.read(pem, password).keys();
    } catch (Pem.Refused e) {
      return new Loaded.Refused<>(List.of(e.problem()));
    }
    if (keys.size() != 1) {
      return refused(
          keys.isEmpty()
              ? IdentityProblem.Reason.NO_PRIVATE_KEY
              : IdentityProblem.Reason.SEVERAL_KEYS);
    }
    X9ECParameters p256 = SECNamedCurves.getByName("secp256r1");
    if (!(keys.getFirst() instanceof ECPrivateKey key)
        || !key.getParams().getOrder().equals(p256.getN())
        || !key.getParams().getGenerator().getAffineX().equals(x(p256.getG()))) {
      return new Loaded.Refused<>(
          List.of(
              new IdentityProblem(
                  IdentityProblem.Reason.KEY_TYPE, "P-256 is wanted", "нужен P-256")));
    }
    return new Loaded.Ok<>(new NfcKey(key, publicHalf(key, p256)));
  }

  /** What goes into pass.json as {@code nfc.encryptionPublicKey}: base64 of a compressed SPKI. */
  public String applePublicKey() {
    byte[] spki = new byte[COMPRESSED_SPKI_HEAD.length + 33];
    System.arraycopy(COMPRESSED_SPKI_HEAD, 0, spki, 0, COMPRESSED_SPKI_HEAD.length);
    BigInteger y = publicKey.getW().getAffineY();
    spki[COMPRESSED_SPKI_HEAD.length] = (byte) (y.testBit(0) ? 3 : 2);
    byte[] x = Keys.fixed32(publicKey.getW().getAffineX());
    System.arraycopy(x, 0, spki, COMPRESSED_SPKI_HEAD.length + 1, x.length);
    return Base64.getEncoder().encodeToString(spki);
  }

  /** What Google's {@code authenticationKeys[].publicKeyPem} wants. */
  public String googlePublicKeyPem() {
    return Pem.write(publicKey);
  }

  /** The public half. */
  public ECPublicKey publicKey() {
    return publicKey;
  }

  /** The private half: for decrypting reads, or for configuring a reader. */
  public ECPrivateKey privateKey() {
    return privateKey;
  }

  /** PKCS#8 PEM, unencrypted: keep it sealed. */
  public String privateKeyPem() {
    return Pem.write(privateKey);
  }

  @Override
  public String toString() {
    return "NfcKey[" + applePublicKey() + ", private=[REDACTED]]";
  }

  private static ECPublicKey publicHalf(ECPrivateKey key, X9ECParameters curve) {
    ECPoint point = curve.getG().multiply(key.getS()).normalize();
    java.security.spec.ECPoint w =
        new java.security.spec.ECPoint(x(point), point.getAffineYCoord().toBigInteger());
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, key.getParams()));
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "P-256 is not available", e);
    }
  }

  private static BigInteger x(ECPoint point) {
    return point.normalize().getAffineXCoord().toBigInteger();
  }

  private static Loaded<NfcKey> refused(IdentityProblem.Reason reason) {
    return new Loaded.Refused<>(List.of(new IdentityProblem(reason, "")));
  }
}
