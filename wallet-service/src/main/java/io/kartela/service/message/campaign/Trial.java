package io.kartela.service.message.campaign;

import io.kartela.service.platform.http.Check;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How it will be judged what a campaign brought.
 *
 * @param holdOutPercent so many of its recipients are not written to
 * @param windowDays so long purchases are counted
 */
record Trial(int holdOutPercent, int windowDays) {
  private static final int MOST = 50;
  private static final int USUAL_DAYS = 14;
  private static final Set<Integer> DAYS = Set.of(7, USUAL_DAYS, 30);

  static Trial check(Check check, @Nullable Integer holdOutPercent, @Nullable Integer windowDays) {
    int percent = holdOutPercent == null ? 0 : holdOutPercent;
    check.require(
        percent >= 0 && percent <= MOST,
        "holdOutPercent",
        "OUT_OF_RANGE",
        "от 0 до 50",
        "from 0 to 50");
    int days = windowDays == null ? USUAL_DAYS : windowDays;
    check.require(
        DAYS.contains(days), "windowDays", "INVALID", "7, 14 или 30 дней", "7, 14 or 30 days");
    return new Trial(percent, days);
  }

  boolean began(CampaignEntity e) {
    return e.holdOutPercent == holdOutPercent && e.windowDays == windowDays;
  }
}
