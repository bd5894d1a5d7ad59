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
 * @param memberSearch whether a cashier may look for a member by the last digits of a phone and by
 *     name
 * @param searchesPerTenMinutes how often, on one register and for one cashier
 * @param lateCards whether a receipt made without a card may be given to a member whose card is
 *     shown later the same day
 * @param lateCardsPerDay how many a cashier may give so in a day; without cashiers a register
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
    int lockAfterMinutes,
    boolean memberSearch,
    int searchesPerTenMinutes,
    boolean lateCards,
    int lateCardsPerDay) {

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
      new TillSettings(
          PhoneSpending.CODE, true, 600, 60, 120, 300, 35, false, 10, true, 30, false, 10);

  static final int MAX_PER_MINUTE = 1_000_000;

  /** Captures of long ago can be tried; who leaves it so has no protection against replay. */
  static final long MAX_WINDOW = 20L * 365 * 86_400;

  static final int MAX_OFFLINE_DAYS = 366;

  static final int MAX_LOCK_MINUTES = 480;

  /** More would let one till read out the list of members. */
  static final int MAX_SEARCHES = 300;

  static final int MAX_LATE_CARDS = 1_000;

  public TillSettings {
    if (scansPerRegisterMinute < 1
        || missesPerRegisterMinute < 1
        || scansPerCardHour < 1
        || nfcWindowSeconds < 1
        || nfcWindowSeconds > MAX_WINDOW
        || offlineDays < 0
        || offlineDays > MAX_OFFLINE_DAYS
        || lockAfterMinutes < 1
        || lockAfterMinutes > MAX_LOCK_MINUTES
        || searchesPerTenMinutes < 1
        || searchesPerTenMinutes > MAX_SEARCHES
        || lateCardsPerDay < 1
        || lateCardsPerDay > MAX_LATE_CARDS) {
      throw new IllegalArgumentException("till settings out of range");
    }
  }

  /**
   * The same for registers that vouch for their members by themselves.
   *
   * @param offlineDays how old a receipt may be instead
   */
  public TillSettings vouching(int offlineDays) {
    return with(phoneSpending, false, offlineDays);
  }

  /** The same where nothing but a card that was read, or a code that was told, is a proof. */
  public TillSettings strict() {
    return with(PhoneSpending.CODE, true, offlineDays);
  }

  private TillSettings with(PhoneSpending byPhone, boolean scan, int offlineDays) {
    return new TillSettings(
        byPhone,
        scan,
        scansPerRegisterMinute,
        missesPerRegisterMinute,
        scansPerCardHour,
        nfcWindowSeconds,
        offlineDays,
        cashierRequired,
        lockAfterMinutes,
        memberSearch,
        searchesPerTenMinutes,
        lateCards,
        lateCardsPerDay);
  }

  public Duration nfcWindow() {
    return Duration.ofSeconds(nfcWindowSeconds);
  }
}
