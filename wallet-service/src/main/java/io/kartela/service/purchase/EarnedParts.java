package io.kartela.service.purchase;

import io.kartela.rules.Evaluation;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.Rule;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt brought, part by part, and what its returns take back under the same names (C6a).
 * Pure.
 */
final class EarnedParts {
  private static final LocalText PURCHASE = new LocalText("За покупку", "For the purchase");

  private EarnedParts() {}

  /** Everything that the receipt brings, minor units. */
  static long total(Evaluation e) {
    return Math.addExact(e.earned(), e.granted());
  }

  static List<Views.EarnedPart> of(Published program, Evaluation e) {
    List<Views.EarnedPart> parts = new ArrayList<>();
    Evaluation.Accrual accrual = e.accrual();
    if (accrual != null) {
      parts.add(part(accrual.amount(), accrual.activeFrom(), accrual.expiresAt()));
    }
    for (Evaluation.Grant g : e.grants()) {
      parts.add(gift(program, g.rule(), g.amount(), g.activeFrom(), g.expiresAt()));
    }
    return parts;
  }

  /** Everything that a return takes back, minor units. */
  static long total(ReturnEffects reversal) {
    long sum = reversal.earn();
    for (long grant : reversal.grants().values()) {
      sum = Math.addExact(sum, grant);
    }
    return sum;
  }

  static List<Views.EarnedPart> of(Published program, ReturnEffects reversal) {
    List<Views.EarnedPart> parts = new ArrayList<>();
    if (reversal.earn() > 0) {
      parts.add(part(reversal.earn(), null, null));
    }
    new TreeMap<>(reversal.grants())
        .forEach(
            (rule, amount) -> {
              if (amount > 0) {
                parts.add(gift(program, rule, amount, null, null));
              }
            });
    return parts;
  }

  private static Views.EarnedPart part(
      long amount, @Nullable Instant from, @Nullable Instant until) {
    return new Views.EarnedPart("ACCRUAL", null, PURCHASE, amount, from, until);
  }

  private static Views.EarnedPart gift(
      Published program, String id, long amount, @Nullable Instant from, @Nullable Instant until) {
    Rule rule = program.program().rule(id);
    LocalText name =
        rule == null ? new LocalText(id, id) : new LocalText(rule.name().ru(), rule.name().en());
    return new Views.EarnedPart("GIFT", id, name, amount, from, until);
  }
}
