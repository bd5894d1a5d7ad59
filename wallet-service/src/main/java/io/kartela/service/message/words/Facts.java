package io.kartela.service.message.words;

import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an occasion brings to be mentioned; null: it brings nothing of the kind. Kept as JSON.
 *
 * @param earned minor units, as all amounts
 * @param burns of an occasion that is about burning; else what burns next is mentioned
 * @param at the day that it is about
 * @param giftUntil when the gift burns
 */
public record Facts(
    @Nullable Long earned,
    @Nullable Long spent,
    @Nullable Long burns,
    @Nullable Instant at,
    @Nullable Integer days,
    @Nullable LocalText tier,
    @Nullable Long gift,
    @Nullable Instant giftUntil) {
  public static final Facts NONE = new Facts(null, null, null, null, null, null, null, null);

  public static Facts bought(long earned, long spent, Instant at) {
    return new Facts(earned, spent, null, at, null, null, null, null);
  }

  public static Facts day(Instant at, int days) {
    return new Facts(null, null, null, at, days, null, null, null);
  }

  public static Facts burning(long amount, Instant at, int days) {
    return new Facts(null, null, amount, at, days, null, null, null);
  }

  public static Facts reached(LocalText tier, Instant at) {
    return new Facts(null, null, null, at, null, tier, null, null);
  }

  public Facts with(long gift, Instant until) {
    return new Facts(earned, spent, burns, at, days, tier, gift, until);
  }
}
