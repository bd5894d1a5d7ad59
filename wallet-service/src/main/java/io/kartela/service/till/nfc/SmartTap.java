package io.kartela.service.till.nfc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Google Smart Tap 2.1. Terminals hold the private key and usually give the bare value; a host that
 * drives the reader itself may hand over the record bundle, decrypted or with its session. Pure.
 */
public final class SmartTap {
  private static final int IV = 12;
  private static final int MAC = 32;
  private static final int LONGEST = 8 * 1024;

  private SmartTap() {}

  /** What a host knows of the session that a bundle came from. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Session(
      byte[] readerPrivateScalar,
      byte[] devicePublicKey,
      byte[] signedData,
      byte[] signature,
      byte[] bundle) {}

  /** Decrypts a bundle; empty when it is not genuine or damaged. */
  public static Optional<byte[]> decrypt(Session s) {
    byte[] bundle = s.bundle;
    Optional<byte[]> x = EllipticCurve.compressed(s.devicePublicKey);
    if (x.isEmpty() || s.readerPrivateScalar.length != 32 || bundle.length <= 1 + IV + MAC) {
      return Optional.empty();
    }
    boolean encrypted = (bundle[0] & 1) != 0;
    boolean packed = (bundle[0] & 2) != 0;
    if (!encrypted) {
      return Optional.empty();
    }
    try {
      ECPrivateKey reader =
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(
                      new ECPrivateKeySpec(
                          new java.math.BigInteger(1, s.readerPrivateScalar),
                          EllipticCurve.p256()));
      Optional<byte[]> secret = EllipticCurve.agree(reader, x.get());
      if (secret.isEmpty()) {
        return Optional.empty();
      }
      byte[] keys = keys(s, secret.get());
      return open(bundle, keys).flatMap(plain -> packed ? inflate(plain) : Optional.of(plain));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] keys(Session s, byte[] secret) throws GeneralSecurityException {
    byte[] info = Arrays.copyOf(s.signedData, s.signedData.length + s.signature.length);
    System.arraycopy(s.signature, 0, info, s.signedData.length, s.signature.length);
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .addSalt(s.devicePublicKey)
                .thenExpand(info, 48));
  }

  private static Optional<byte[]> open(byte[] bundle, byte[] keys) throws GeneralSecurityException {
    byte[] sealed = Arrays.copyOfRange(bundle, 1, bundle.length - MAC);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(keys, 16, 32, "HmacSHA256"));
    byte[] tag = Arrays.copyOfRange(bundle, bundle.length - MAC, bundle.length);
    if (!java.security.MessageDigest.isEqual(mac.doFinal(sealed), tag)) {
      return Optional.empty();
    }
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    byte[] counter = Arrays.copyOf(Arrays.copyOf(sealed, IV), 16);
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(keys, 0, 16, "AES"), new IvParameterSpec(counter));
    return Optional.of(cipher.doFinal(sealed, IV, sealed.length - IV));
  }

  private static Optional<byte[]> inflate(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] out = new byte[LONGEST];
      int length = inflater.inflate(out);
      return inflater.finished() ? Optional.of(Arrays.copyOf(out, length)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  /** The value of the loyalty card in a decrypted bundle of records; empty when there is none. */
  public static Optional<String> value(byte[] records) {
    return value(records, 0, records.length, 0);
  }

  /** NDEF: records may hold records; {@code asv} holds {@code ly}, which holds the value "n". */
  private static Optional<String> value(byte[] b, int from, int to, int depth) {
    int at = from;
    while (at < to && depth < 4) {
      int flags = b[at++];
      boolean isShort = (flags & 0x10) != 0;
      boolean hasId = (flags & 0x08) != 0;
      int head = 1 + (isShort ? 1 : 4) + (hasId ? 1 : 0);
      if (at + head > to) {
        return Optional.empty();
      }
      int typeLength = b[at++] & 0xff;
      long length = 0;
      for (int i = 0; i < (isShort ? 1 : 4); i++) {
        length = (length << 8) | (b[at++] & 0xff);
      }
      int idLength = hasId ? b[at++] & 0xff : 0;
      if (at + (long) typeLength + idLength + length > to) {
        return Optional.empty();
      }
      String type = ascii(b, at, typeLength);
      String id = ascii(b, at + typeLength, idLength);
      int payload = at + typeLength + idLength;
      at = payload + (int) length;
      if (type.equals("T") && id.equals("n") && length > 1) {
        return Optional.of(ascii(b, payload + 1, (int) length - 1));
      }
      if (type.equals("asv") || type.equals("ly")) {
        Optional<String> inside = value(b, payload, at, depth + 1);
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  private static String ascii(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }
}
