package io.kartela.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's master key, from configuration: 32 random bytes in base64. Nothing is
 * encrypted with it directly; it yields the keys that are. Immutable; never printed.
 */
public final class MasterKey {
  private static final int LENGTH = 32;

  private final String id;
  private final SecretKey sealing;
  private final SecretKey marking;

  private MasterKey(byte[] secret) {
    this.sealing = new SecretKeySpec(derive(secret, "kartela sealing 1", LENGTH), "AES");
    this.marking = new SecretKeySpec(derive(secret, "kartela marking 1", LENGTH), "HmacSHA256");
    this.id = HexFormat.of().formatHex(derive(secret, "kartela key id 1", 4));
  }

  /**
   * Reads a configured key.
   *
   * @throws IllegalArgumentException when it is not base64 of exactly 32 bytes, or all bytes are
   *     equal; the message does not repeat the value
   */
  public static MasterKey of(String base64) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(base64.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the master key is not base64");
    }
    byte[] same = new byte[LENGTH];
    Arrays.fill(same, secret.length == 0 ? 0 : secret[0]);
    if (secret.length != LENGTH || Arrays.equals(secret, same)) {
      throw new IllegalArgumentException("the master key is not 32 random bytes");
    }
    return new MasterKey(secret);
  }

  /** The keys of a setting that names several, separated by commas or white space. */
  public static List<String> list(String several) {
    return Arrays.stream(several.trim().split("[,\\s]+")).filter(key -> !key.isEmpty()).toList();
  }

  /** A fresh key in the form that {@link #of} reads. */
  public static String generate() {
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }

  /** Eight hex digits that tell keys apart and give nothing away. */
  public String id() {
    return id;
  }

  SecretKey sealing() {
    return sealing;
  }

  SecretKey marking() {
    return marking;
  }

  @Override
  public String toString() {
    return "MasterKey[" + id + ", [REDACTED]]";
  }

  private static byte[] derive(byte[] secret, String purpose, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(purpose.getBytes(US_ASCII), length));
    } catch (GeneralSecurityException e) {
      throw new CertsException("certs.algorithm", "HKDF is not available", e);
    }
  }
}
