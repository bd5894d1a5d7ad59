package io.kartela.service.shop.imports;

import io.kartela.service.platform.http.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row.
 *
 * @param remark why it is wrong, or what else is to be told of it
 */
public record Verdict(Outcome outcome, @Nullable LocalText remark) {
  /** What there is then that was not before. */
  public enum Outcome {
    ADDED,
    CHANGED,
    SAME,
    WRONG
  }

  public static final Verdict ADDED = new Verdict(Outcome.ADDED, null);
  public static final Verdict CHANGED = new Verdict(Outcome.CHANGED, null);
  public static final Verdict SAME = new Verdict(Outcome.SAME, null);

  public static Verdict wrong(String ru, String en) {
    return wrong(new LocalText(ru, en));
  }

  static Verdict wrong(LocalText why) {
    return new Verdict(Outcome.WRONG, why);
  }

  /** It is taken, and this is told of it. */
  public Verdict but(@Nullable LocalText told) {
    return new Verdict(outcome, told);
  }
}
