package io.kartela.service;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that makes codes, by RFC 6238 and nothing of the service's. */
final class AppCodes {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private AppCodes() {}

  static String at(String secret, Instant when) {
    byte[] key = new byte[secret.length() * 5 / 8];
    java.math.BigInteger bits = java.math.BigInteger.ZERO;
    for (int i = 0; i < secret.length(); i++) {
      bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf(BASE32.indexOf(secret.charAt(i))));
    }
    bits = bits.shiftRight(secret.length() * 5 % 8);
    for (int i = key.length - 1; i >= 0; i--) {
      key[i] = bits.byteValue();
      bits = bits.shiftRight(8);
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(when.getEpochSecond() / 30).array());
      int offset = hash[19] & 15;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
