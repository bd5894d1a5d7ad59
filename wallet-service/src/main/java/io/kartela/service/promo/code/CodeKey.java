package io.kartela.service.promo.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A merchant's secret of promo codes. A made code is a function of it and of a number, so its text
 * is kept nowhere; a code is found by its keyed hash. For one thread.
 */
public final class CodeKey {
  static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Mac mac;
  private final SecretKeySpec sealing;
  private final SecureRandom random = new SecureRandom();

  CodeKey(byte[] secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      sealing = new SecretKeySpec(mac.doFinal(new byte[] {'s'}), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By which a folded code is found. */
  public long hash(String folded) {
    mac.update((byte) 'h');
    return ByteBuffer.wrap(mac.doFinal(folded.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  /** The symbols of a set's n-th code, as good as chance. */
  String symbols(long setId, long number, int length) {
    mac.update((byte) 'd');
    mac.update(ByteBuffer.allocate(16).putLong(setId).putLong(number).array());
    byte[] bytes = mac.doFinal();
    if (length > BYTES / 2) {
      mac.update(bytes);
      bytes = ByteBuffer.allocate(2 * BYTES).put(bytes).put(mac.doFinal()).array();
    }
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int sixteenBits = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
      out.append(CodeText.SYMBOLS.charAt((sixteenBits * CodeText.SYMBOLS.length()) >> 16));
    }
    return out.toString();
  }

  public byte[] seal(String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  public String open(byte[] sealed) {
    byte[] text =
        run(
            Cipher.DECRYPT_MODE,
            Arrays.copyOf(sealed, NONCE),
            Arrays.copyOfRange(sealed, NONCE, sealed.length));
    return new String(text, StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a promo code does not open", e);
    }
  }
}
