package io.kartela.rules;

import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.receipt;
import static io.kartela.rules.Try.returning;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S09PerStepTest {
  static String step(int bonus) {
    return rule("step", "'then':{'type':'earnPerStep','step':100000,'bonus':" + bonus + "}");
  }

  @ParameterizedTest
  @CsvSource({"999.99,0", "1000,50", "2999.99,100", "3000,150"})
  void fiftyPerFullThousand(String price, String bonus) {
    earns(bonus, eval(rules(step(50_00)), prices(price)));
  }

  @Test
  void returnGoesByTheOriginalVersion() {
    Program v1 = rules(step(50_00));
    Receipt r = receipt(v1, prices("2500", "500"), member(), Wish.NONE);
    returning(v1, r, "2:1000=500/0/50", "1:1000=2500/0/100");
    Program proportional =
        program("'rules':[" + step(50_00) + "],'returns':{'mode':'PROPORTIONAL'}");
    returning(proportional, r, "2:1000=500/0/25", "1:1000=2500/0/125");
  }
}
