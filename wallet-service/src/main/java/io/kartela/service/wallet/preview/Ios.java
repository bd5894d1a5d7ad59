package io.kartela.service.wallet.preview;

import org.jspecify.annotations.Nullable;

/** What an iPhone's Wallet knows: since 27 the poster style, buttons and more kinds of barcodes. */
public enum Ios {
  V26(26),
  V27(27);

  private final int number;

  Ios(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  boolean knowsPosters() {
    return this == V27;
  }

  /** By its number; the newest when none is named, null when there is no such one. */
  public static @Nullable Ios of(@Nullable Integer number) {
    if (number == null) {
      return V27;
    }
    for (Ios one : values()) {
      if (one.number == number) {
        return one;
      }
    }
    return null;
  }
}
