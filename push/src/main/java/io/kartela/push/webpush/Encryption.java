package io.kartela.push.webpush;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Message encryption for web push (RFC 8291) in one record of aes128gcm (RFC 8188). */
final class Encryption {
  private static final int SALT = 16;
  private static final int RECORD = 4_096;
  private static final int POINT = 65;
  private static final int HEADER = SALT + 4 + 1 + POINT;
  private static final int TAG_BITS = 128;

  private Encryption() {}

  /**
   * What is posted.
   *
   * @param ours used for this message only
   * @param salt random
   */
  static byte[] seal(byte[] text, Subscription to, KeyPair ours, byte[] salt) {
    byte[] oursPublic = P256.point((ECPublicKey) ours.getPublic());
    byte[] secret = P256.agreed(ours.getPrivate(), to.key());
    Keys keys = Keys.of(secret, to.authSecret(), P256.bytes(to.p256dh()), oursPublic, salt);
    byte[] padded = Arrays.copyOf(text, text.length + 1);
    padded[text.length] = 2; // the only record is the last one
    return ByteBuffer.allocate(HEADER + padded.length + TAG_BITS / 8)
        .put(salt)
        .putInt(RECORD)
        .put((byte) POINT)
        .put(oursPublic)
        .put(keys.crypt(Cipher.ENCRYPT_MODE, padded))
        .array();
  }

  /**
   * What the browser reads.
   *
   * @throws IllegalArgumentException when it was not meant for this key
   */
  static byte[] open(byte[] body, PrivateKey key, ECPublicKey own, byte[] auth) {
    if (body.length <= HEADER || body[SALT + 4] != POINT) {
      throw new IllegalArgumentException("no record of aes128gcm");
    }
    byte[] salt = Arrays.copyOf(body, SALT);
    byte[] sender = Arrays.copyOfRange(body, SALT + 5, HEADER);
    byte[] secret = P256.agreed(key, P256.publicKey(sender));
    Keys keys = Keys.of(secret, auth, P256.point(own), sender, salt);
    byte[] padded = keys.crypt(Cipher.DECRYPT_MODE, Arrays.copyOfRange(body, HEADER, body.length));
    int end = padded.length - 1;
    while (end > 0 && padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new IllegalArgumentException("not the last record");
    }
    return Arrays.copyOf(padded, end);
  }

  /** A content encryption key and a nonce, both used once. */
  private static final class Keys {
    private final byte[] key;
    private final byte[] nonce;

    private Keys(byte[] key, byte[] nonce) {
      this.key = key;
      this.nonce = nonce;
    }

    static Keys of(byte[] secret, byte[] auth, byte[] receiver, byte[] sender, byte[] salt) {
      byte[] info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), receiver, sender);
      byte[] material = derived(secret, auth, info, 32);
      return new Keys(
          derived(material, salt, ascii("Content-Encoding: aes128gcm\0"), 16),
          derived(material, salt, ascii("Content-Encoding: nonce\0"), 12));
    }

    byte[] crypt(int mode, byte[] text) {
      try {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(text);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("cannot be encrypted or read", e);
      }
    }

    private static byte[] derived(byte[] material, byte[] salt, byte[] info, int length) {
      try {
        return KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(material)
                    .addSalt(salt)
                    .thenExpand(info, length));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[] a, byte[] b, byte[] c) {
      return ByteBuffer.allocate(a.length + b.length + c.length).put(a).put(b).put(c).array();
    }
  }
}
