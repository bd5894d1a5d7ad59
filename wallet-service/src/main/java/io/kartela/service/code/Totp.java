package io.kartela.service.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 6238 with SHA-1, as Google's rotating barcodes count. Pure. */
public final class Totp {
  private Totp() {}

  /** The code of so many digits at this moment. */
  public static String at(byte[] key, long epochMillis, long periodMillis, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash =
          mac.doFinal(
              ByteBuffer.allocate(8).putLong(Math.floorDiv(epochMillis, periodMillis)).array());
      int offset = hash[hash.length - 1] & 0xf;
      long number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffffL;
      String text = "0".repeat(digits) + number;
      return text.substring(text.length() - digits);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA1 is not available", e);
    }
  }

  /** Compares without telling by the time how much agreed. */
  public static boolean matches(byte[] key, long epochMillis, long periodMillis, String code) {
    return MessageDigest.isEqual(
        at(key, epochMillis, periodMillis, code.length()).getBytes(StandardCharsets.US_ASCII),
        code.getBytes(StandardCharsets.US_ASCII));
  }
}
