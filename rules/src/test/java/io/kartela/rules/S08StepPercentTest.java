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
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S08StepPercentTest {
  static String bands(String more) {
    return rule(
        "bands",
        "'then':{'type':'earnBands','bands':[{'from':0,'percentBp':300},{'from':50000,'percentBp':600},"
            + "{'from':100000,'above':true,'percentBp':1200}]"
            + more
            + "}");
  }

  @ParameterizedTest
  @CsvSource({"499.99,14", "500,30", "1000,60", "1000.01,120", "1500,180"})
  void wholeReceiptTakesOneBand(String price, String bonus) {
    earns(bonus, eval(rules(bands("")), prices(price)));
  }

  @ParameterizedTest
  @CsvSource({"499.99,14", "1000,45", "1500,105"})
  void marginalCutsSlices(String price, String bonus) {
    earns(bonus, eval(rules(bands(",'mode':'MARGINAL'")), prices(price)));
  }

  @Test
  void bandByMoneyPaid() {
    earns("57", eval(rules(bands("")), prices("1050"), member(null, "500"), Wish.amount(100_00)));
    earns(
        "114",
        eval(
            rules(bands(",'measure':{'type':'receiptAmount','basis':'GROSS'}")),
            prices("1050"),
            member(null, "500"),
            Wish.amount(100_00)));
  }

  @Test
  void returnThatFallsToALowerBand() {
    Program p = rules(bands(""));
    Receipt r = receipt(p, prices("900", "300"), member(), Wish.NONE);
    earns("144", r.evaluation());
    returning(p, r, "2:1000=300/0/90", "1:1000=900/0/54");
    Program proportional = program("'rules':[" + bands("") + "],'returns':{'mode':'PROPORTIONAL'}");
    returning(proportional, r, "2:1000=300/0/36", "1:1000=900/0/108");
  }

  @Test
  void saysWhatIsMissingForTheNextBand() {
    Evaluation e = eval(rules(bands("")), prices("980.01"));
    assertEquals(
        new Evaluation.Hint(Evaluation.Hint.Kind.NEXT_BAND, "bands", 2000, 1200, 0),
        e.hints().getFirst());
  }
}
