package io.kartela.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Visits the parts of a rule. */
final class Walk {
  private Walk() {}

  static void conditions(Condition c, Consumer<Condition> visit) {
    visit.accept(c);
    switch (c) {
      case Condition.All all -> all.of().forEach(x -> conditions(x, visit));
      case Condition.Any any -> any.of().forEach(x -> conditions(x, visit));
      case Condition.Not not -> conditions(not.of(), visit);
      default -> {}
    }
  }

  static boolean has(Condition c, Class<? extends Condition> kind) {
    List<Condition> all = new ArrayList<>();
    conditions(c, all::add);
    return all.stream().anyMatch(kind::isInstance);
  }

  static void windows(Rule rule, Consumer<PurchaseWindow> visit) {
    conditions(
        rule.when(),
        c -> {
          if (c instanceof Condition.PurchasesSum p) {
            visit.accept(p.window());
          } else if (c instanceof Condition.PurchasesCount p) {
            visit.accept(p.window());
          }
        });
    Effect.Measure measure = measure(rule.then());
    if (measure instanceof Effect.Measure.Purchases p) {
      visit.accept(p.window());
    }
  }

  static Effect.@org.jspecify.annotations.Nullable Measure measure(Effect e) {
    return switch (e) {
      case Effect.EarnBands b -> b.measure();
      case Effect.DiscountBands b -> b.measure();
      default -> null;
    };
  }
}
