package io.kartela.service.promo.code;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a code that was presented.
 *
 * @param text as it was presented
 * @param set null: there is no such code
 * @param no why it is not honoured; null: it is
 */
public record Verdict(String text, long hash, @Nullable PromoSet set, @Nullable Problem no) {
  /** How rules name its set; "" when there is none. */
  public String key() {
    return set == null ? "" : set.key();
  }

  public @Nullable LocalText setName() {
    return set == null ? null : set.name();
  }

  boolean isCounted() {
    return set != null && set.terms().usesPerCode() != null;
  }

  Verdict but(Problem why) {
    return new Verdict(text, hash, set, why);
  }
}
