package io.kartela.service.shop.store;

import java.time.Duration;

/**
 * How careful a merchant's tills are.
 *
 * @param phoneSpending what a member who was found by phone may do with bonuses
 * @param scanRequired whether bonuses are spent only after a scan at the same register, a moment
 *     ago; off, a register vouches for its members by itself
 * @param nfcWindowSeconds how far the time in a phone's read may lie from ours
 * @param offlineDays how old a receipt made without network may be
 * @param cashierRequired whether a cashier must have signed in with a PIN
 * @param lockAfterMinutes how long a workplace may stand idle before it wants the PIN again
 */
public record TillSettings(
    PhoneSpending phoneSpending,
    boolean scanRequired,
    int scansPerRegisterMinute,
    int missesPerRegisterMinute,
    int scansPerCardHour,
    long nfcWindowSeconds,
    int offlineDays,
    boolean cashierRequired,
    int lockAfterMinutes) {

  /** What a phone number alone opens. */
  public enum PhoneSpending {
    /** As much as a card does. */
    FREE,
    /** Spending needs the code that is sent to the phone. */
    CODE,
    /** Only a card spends. */
    NEVER
  }

  public static final TillSettings USUAL =
      new TillSettings(PhoneSpending.CODE, true, 600, 60, 120, 300, 35, false, 10);

  static final int MAX_PER_MINUTE = 1_000_000;

  /** Captures of long ago can be tried; who leaves it so has no protection against replay. */
  static final long MAX_WINDOW = 20L * 365 * 86_400;

  static final int MAX_OFFLINE_DAYS = 366;

  static final int MAX_LOCK_MINUTES = 480;

  public TillSettings {
    if (scansPerRegisterMinute < 1
        || missesPerRegisterMinute < 1
        || scansPerCardHour < 1
        || nfcWindowSeconds < 1
        || nfcWindowSeconds > MAX_WINDOW
        || offlineDays < 0
        || offlineDays > MAX_OFFLINE_DAYS
        || lockAfterMinutes < 1
        || lockAfterMinutes > MAX_LOCK_MINUTES) {
      throw new IllegalArgumentException("till settings out of range");
    }
  }

  /**
   * The same for registers that vouch for their members by themselves.
   *
   * @param offlineDays how old a receipt may be instead
   */
  public TillSettings vouching(int offlineDays) {
    return new TillSettings(
        phoneSpending,
        false,
        scansPerRegisterMinute,
        missesPerRegisterMinute,
        scansPerCardHour,
        nfcWindowSeconds,
        offlineDays,
        cashierRequired,
        lockAfterMinutes);
  }

  public Duration nfcWindow() {
    return Duration.ofSeconds(nfcWindowSeconds);
  }
}
