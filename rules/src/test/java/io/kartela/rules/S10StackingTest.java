package io.kartela.rules;

import static io.kartela.rules.Try.applied;
import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rejected;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class S10StackingTest {
  static final Basket BASKET = Basket.of(line(1, "coffee", 1, "300"), line(2, "cake", 1, "200"));

  static Program with(String r2, String r1Name) {
    return program(
        "'groups':[{'id':'base','mode':'MAX_PER_LINE'}],'rules':["
            + "{'id':'r1','name':{'ru':'"
            + r1Name
            + "','en':'Base'},'group':'base','then':{'type':'earnPercent','percentBp':500}},"
            + rule("r2", "'then':{'type':'multiplyEarn','factorPercent':200}" + r2)
            + ","
            + rule(
                "r3",
                "'group':'base','then':{'type':'earnPercent','percentBp':1000,'goods':{'categories':['cake']}}")
            + "]");
  }

  @Test
  void maxPerLineThenDoubled() {
    Evaluation e = eval(with("", "База"), BASKET);
    earns("70", e);
    Trace.Rejected lost = rejected(e, "r1").getFirst();
    assertEquals(Trace.Reason.LOST_IN_GROUP, lost.reason());
    assertEquals("r3", lost.winner());
    assertArrayEquals(new int[] {2}, lost.lines().lines());
    Trace.Applied r1 = assertNotNull2(applied(e, "r1"));
    assertEquals(1500, r1.amount());
    assertEquals(2000, assertNotNull2(applied(e, "r3")).amount());
  }

  private static Trace.Applied assertNotNull2(Trace.@org.jspecify.annotations.Nullable Applied a) {
    assertNotNull(a);
    return a;
  }

  @Test
  void capOnTheExtra() {
    Evaluation e = eval(with(",'caps':{'perReceipt':3000}", "База"), BASKET);
    earns("65", e);
    Trace.Applied extra = assertNotNull2(applied(e, "r2"));
    assertArrayEquals(new long[] {1286, 1714}, extra.lines().amounts());
    assertEquals(Trace.Limit.CAP_PER_RECEIPT, extra.limitedBy());
  }

  @Test
  void budgetLeavesTheRest() {
    Program p = with(",'budget':{'total':10000}", "База");
    Facts used = Try.member().withUsage("r2", new Facts.Usage(7000, 0, 0));
    earns("65", eval(p, BASKET, used, Wish.NONE));
    Facts gone = Try.member().withUsage("r2", new Facts.Usage(10000, 0, 0));
    Evaluation e = eval(p, BASKET, gone, Wish.NONE);
    earns("35", e);
    assertEquals(Trace.Reason.BUDGET_EXHAUSTED, rejected(e, "r2").getFirst().reason());
  }

  @Test
  void renamingChangesNothing() {
    Program before = with("", "База");
    Program after = with("", "Новое имя");
    assertEquals(ReceiptJson.write(eval(before, BASKET)), ReceiptJson.write(eval(after, BASKET)));
    assertNotEquals(ProgramJson.contentId(before), ProgramJson.contentId(after));
  }
}
