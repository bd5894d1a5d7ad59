package io.kartela.service.member.referral;

import io.kartela.service.platform.http.Tokens;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A merchant's invite codes: a secret permutation of the members' numbers, written in 32 signs that
 * are hard to confuse. So every member has exactly one code, for good, and it costs neither a
 * column nor a look-up; of 2^40 codes one in a million is somebody's where a million are members.
 * Immutable.
 */
final class InviteCodes {
  /** Digits and capitals without 0, O, 1 and I. */
  static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** Half of the bits of eight signs, and of the twelve that numbers above 2^40 need. */
  private static final int SHORT = 20;

  private static final int LONG = 30;

  /** Rounds of the Feistel network; four make a permutation that looks random. */
  private static final int ROUNDS = 6;

  private final byte[] key;

  InviteCodes(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("a key of invite codes has 16 bytes or more");
    }
    this.key = key.clone();
  }

  /** The member's code. */
  String of(long memberId) {
    if (memberId < 1 || memberId >> (2 * LONG) != 0) {
      throw new IllegalArgumentException("no member's number: " + memberId);
    }
    int half = memberId >> (2 * SHORT) == 0 ? SHORT : LONG;
    long left = memberId >> half;
    long right = memberId & mask(half);
    Mixer mixer = new Mixer(half);
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ mixer.mixed(round, right);
      left = right;
      right = next;
    }
    return text(left << half | right, 2 * half / 5);
  }

  /** Whose code it would be; empty when it is no code. The signs are those of {@link #of}. */
  OptionalLong memberId(String code) {
    int half = code.length() == 2 * SHORT / 5 ? SHORT : LONG;
    if (code.length() != 2 * half / 5) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = ALPHABET.indexOf(code.charAt(i));
      if (digit < 0) {
        return OptionalLong.empty();
      }
      value = value << 5 | digit;
    }
    long left = value >> half;
    long right = value & mask(half);
    Mixer mixer = new Mixer(half);
    for (int round = ROUNDS - 1; round >= 0; round--) {
      long before = right ^ mixer.mixed(round, left);
      right = left;
      left = before;
    }
    long id = left << half | right;
    boolean own = id > 0 && (half == SHORT || id >> (2 * SHORT) != 0);
    return own ? OptionalLong.of(id) : OptionalLong.empty();
  }

  /** The rounds' function: SHA-256 of key and input, one digest for all rounds of a code. */
  private final class Mixer {
    private final MessageDigest sha256 = Tokens.sha256();
    private final byte[] block = Arrays.copyOf(key, key.length + 6);
    private final int half;

    Mixer(int half) {
      this.half = half;
      block[key.length] = (byte) half;
    }

    long mixed(int round, long value) {
      block[key.length + 1] = (byte) round;
      for (int i = 0; i < 4; i++) {
        block[key.length + 2 + i] = (byte) (value >> (24 - 8 * i));
      }
      byte[] hash = sha256.digest(block);
      long first = 0;
      for (int i = 0; i < 4; i++) {
        first = first << 8 | (hash[i] & 0xff);
      }
      return first & mask(half);
    }
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }

  private static String text(long value, int length) {
    char[] signs = new char[length];
    long rest = value;
    for (int i = length - 1; i >= 0; i--) {
      signs[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>= 5;
    }
    return new String(signs);
  }
}
