package io.kartela.rules;

import io.kartela.rules.codec.Decoded;
import io.kartela.rules.codec.RecordCodec;

/**
 * Baskets, facts, results and returns as JSON: equal values give equal bytes. Reads any of this
 * package's records, for example {@code read(Receipt.class, json)}. Thread-safe.
 */
public final class ReceiptJson {
  /** Longest document that is read, characters. */
  public static final long MAX_CHARS = 200_000_000;

  private static final RecordCodec CODEC = new RecordCodec(MAX_CHARS);

  private ReceiptJson() {}

  /** All members, in declaration order. */
  public static String write(Record value) {
    return CODEC.write(value);
  }

  /** Sorted and without defaults: the shortest spelling, for storing. */
  public static String compact(Record value) {
    return CODEC.canonical(value);
  }

  /** Reads what {@link #write} or {@link #compact} wrote. */
  public static <T> Decoded<T> read(Class<T> type, String json) {
    return CODEC.read(type, json);
  }
}
