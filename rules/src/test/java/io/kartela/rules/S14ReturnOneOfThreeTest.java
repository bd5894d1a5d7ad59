package io.kartela.rules;

import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.receipt;
import static io.kartela.rules.Try.returning;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class S14ReturnOneOfThreeTest {
  static Program mode(String mode) {
    return program(
        "'returns':{'mode':'"
            + mode
            + "'},'rules':["
            + rule("r", "'then':{'type':'earnPercent','percentBp':500}")
            + "]");
  }

  static Receipt receiptOf(Program p) {
    return receipt(p, Basket.of(line(1, "goods", 3, "1000")), member(), Wish.NONE);
  }

  @Test
  void recompute() {
    Program p = mode("RECOMPUTE");
    returning(p, receiptOf(p), "1:1000=333.33/0/17", "1:1000=333.33/0/17", "1:1000=333.34/0/16");
  }

  @Test
  void proportional() {
    Program p = mode("PROPORTIONAL");
    returning(p, receiptOf(p), "1:1000=333.33/0/16", "1:1000=333.33/0/17", "1:1000=333.34/0/17");
  }

  @Test
  void fourthIsRefused() {
    Program p = mode("RECOMPUTE");
    Receipt r = receiptOf(p);
    ReturnEffects.Sofar all = returning(p, r, "1:3000=1000/0/50");
    RefundOutcome again = Rules.refund(p, r, all, List.of(new ReturnEffects.Wanted(1, 1000)));
    assertEquals(InputRefusal.Code.MORE_THAN_BOUGHT, ((InputRefusal) again).code());
  }
}
