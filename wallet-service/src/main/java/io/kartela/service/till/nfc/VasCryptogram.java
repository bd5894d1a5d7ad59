package io.kartela.service.till.nfc;

import io.kartela.service.platform.http.Tokens;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an iPhone gives to a reader for a card with NFC: key id, ephemeral key, ciphertext, tag. It
 * is encrypted to the public key that stands in every card, so it proves nothing about who made it:
 * time window, single use and an unguessable message have to.
 */
public final class VasCryptogram {
  private static final int KEY_ID = 4;
  private static final int POINT = 32;
  private static final int TIME = 4;
  private static final int TAG = 16;
  static final int SHORTEST = KEY_ID + POINT + TIME + TAG;
  static final int LONGEST = SHORTEST + 64;
  private static final long APPLE_EPOCH = 978_307_200L;

  /** The length, 13, is a carriage return. */
  private static final byte[] ALGORITHM = ascii("\rid-aes256-GCM");

  private static final byte[] LABEL = ascii("ApplePay encrypted VAS data");

  private VasCryptogram() {}

  /** A key with the pass types that it serves. */
  record Key(long id, ECPrivateKey privateKey, ECPublicKey publicKey, List<String> passTypes) {
    /** The same key for one of its pass types only. */
    Key serving(String passType) {
      return new Key(
          id, privateKey, publicKey, passTypes.stream().filter(passType::equals).toList());
    }

    byte[] keyId() {
      return Arrays.copyOf(Tokens.sha256(EllipticCurve.abscissa(publicKey)), KEY_ID);
    }
  }

  /** Why a cryptogram says nothing. */
  public enum Trouble {
    LENGTH,
    UNKNOWN_KEY,
    /** It may be one that is kept here and cannot be opened. */
    KEY_SEALED,
    BAD_POINT,
    NOT_GENUINE
  }

  /** What came of it. */
  public sealed interface Opened {
    /**
     * What a phone said.
     *
     * @param variant 1, or 2 for the form that open readers know and nobody has seen on a phone
     * @param message as text; what is no UTF-8 becomes replacement characters
     */
    record Read(long key, String passType, int variant, Instant at, String message)
        implements Opened {}

    /** Nothing, and why. */
    record Refused(Trouble trouble) implements Opened {}
  }

  /** Opens with whichever key and pass type fits: key ids are only four bytes, so all are tried. */
  static Opened open(byte[] cryptogram, List<Key> keys) {
    if (cryptogram.length < SHORTEST || cryptogram.length > LONGEST) {
      return new Opened.Refused(Trouble.LENGTH);
    }
    byte[] keyId = Arrays.copyOf(cryptogram, KEY_ID);
    Trouble trouble = Trouble.UNKNOWN_KEY;
    for (Key key : keys) {
      if (!Arrays.equals(key.keyId(), keyId)) {
        continue;
      }
      try {
        Optional<byte[]> secret =
            EllipticCurve.agree(
                key.privateKey, Arrays.copyOfRange(cryptogram, KEY_ID, KEY_ID + POINT));
        if (secret.isEmpty()) {
          return new Opened.Refused(Trouble.BAD_POINT);
        }
        Optional<Opened.Read> read = open(cryptogram, key, secret.get());
        if (read.isPresent()) {
          return read.get();
        }
        trouble = Trouble.NOT_GENUINE;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("P-256, AES-GCM or SHA-256 is not available", e);
      }
    }
    return new Opened.Refused(trouble);
  }

  private static Optional<Opened.Read> open(byte[] cryptogram, Key key, byte[] secret)
      throws GeneralSecurityException {
    for (String passType : key.passTypes) {
      byte[] hash = Tokens.sha256(passType);
      for (int variant = 1; variant <= 2; variant++) {
        byte[] info = variant == 1 ? concat(ALGORITHM, LABEL, hash) : LABEL;
        byte[] aad = variant == 1 ? new byte[0] : hash;
        Optional<byte[]> plain = decrypt(cryptogram, kdf(secret, info), aad);
        if (plain.isPresent()) {
          return Optional.of(read(key.id, passType, variant, plain.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> decrypt(byte[] cryptogram, byte[] key, byte[] aad)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(TAG * 8, new byte[16]));
    cipher.updateAAD(aad);
    try {
      return Optional.of(
          cipher.doFinal(cryptogram, KEY_ID + POINT, cryptogram.length - KEY_ID - POINT));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    }
  }

  /** One round of the X9.63 key derivation gives the 32 bytes that are needed. */
  private static byte[] kdf(byte[] secret, byte[] info) {
    return Tokens.sha256(concat(secret, new byte[] {0, 0, 0, 1}, info));
  }

  private static Opened.Read read(long key, String passType, int variant, byte[] plain) {
    return new Opened.Read(key, passType, variant, time(plain), message(plain));
  }

  /** The time that stands before a decrypted message: unsigned seconds since 2001 in UTC. */
  public static Instant time(byte[] plain) {
    return Instant.ofEpochSecond(
        APPLE_EPOCH + Integer.toUnsignedLong(ByteBuffer.wrap(plain, 0, TIME).getInt()));
  }

  /** The message behind the time. */
  public static String message(byte[] plain) {
    return new String(plain, TIME, plain.length - TIME, StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(p -> p.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
