package io.kartela.rules;

import static io.kartela.rules.Try.bonuses;
import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class S07RoundingTest {
  @Test
  void bonusesSpreadByLargestRemainder() {
    Evaluation e =
        eval(
            rules(rule("r", "'then':{'type':'earnPercent','percentBp':700}")),
            prices("333.33", "333.33", "333.34"),
            member(null, "500"),
            Wish.amount(100_00));
    assertEquals(List.of(3333L, 3333L, 3334L), bonuses(e));
    assertEquals(List.of(30000L, 30000L, 30000L), e.lines().stream().map(l -> l.net()).toList());
    earns("63", e);
  }

  @Test
  void roundsDownOncePerReceipt() {
    Evaluation e =
        eval(
            rules(rule("r", "'then':{'type':'earnPercent','percentBp':500}")),
            prices("99.99", "99.99", "99.99"));
    earns("14", e);
    assertEquals(List.of(467L, 467L, 466L), e.lines().stream().map(l -> l.earned()).toList());
  }
}
