package io.kartela.rules;

import static io.kartela.rules.Try.applied;
import static io.kartela.rules.Try.discounts;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.receipt;
import static io.kartela.rules.Try.rejected;
import static io.kartela.rules.Try.returning;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a promo code does: in its place among the phases (C2), and not without being presented. */
class PromoCodesTest {
  private static final String WITH_CODE = "'when':{'type':'withCode','sets':['77']},";

  /** 20 % off for everybody, then 10 % of what is left for the code; 5 % earned on the money. */
  private static final Program PROGRAM =
      rules(
          rule(
              "code",
              WITH_CODE
                  + "'priority':1,'audience':'EVERYBODY','then':{'type':'discountPercent','percentBp':1000}"),
          rule("sale", "'audience':'EVERYBODY','then':{'type':'discountPercent','percentBp':2000}"),
          rule("base", "'then':{'type':'earnPercent','percentBp':500}"),
          rule("twice", WITH_CODE + "'then':{'type':'multiplyEarn','factorPercent':200}"),
          rule(
              "gift",
              WITH_CODE
                  + "'then':{'type':'grantBonus','amount':20000,'life':{'type':'days','days':14}}"));

  private static Basket basket(String... sets) {
    return prices("1000", "500").presenting(List.of(sets));
  }

  @Test
  void actsAfterPromotionsAndBeforeAccrual() {
    Evaluation e = eval(PROGRAM, basket("77"));
    assertEquals(List.of(rub("280"), rub("140")), discounts(e));
    Trace.Applied code = assertNotNullApplied(e, "code");
    assertEquals(Phase.CODE, code.phase());
    assertEquals(rub("120"), code.amount());
    assertEquals(rub("1080"), e.money());
    // 5 % of the money paid, doubled.
    assertEquals(rub("108"), e.earned());
    assertEquals(rub("200"), e.granted());
  }

  @Test
  void doesNothingWithoutACodeOrWithAnothersAndSaysWhy() {
    for (Basket b : List.of(basket(), basket("78"))) {
      Evaluation e = eval(PROGRAM, b);
      assertEquals(rub("300"), e.discount());
      assertEquals(0, e.granted());
      assertEquals(Trace.Reason.CODE, rejected(e, "code").getFirst().reason());
      Explain ru = new Explain(PROGRAM, "ru");
      assertTrue(ru.paragraph(e, Explain.Reader.CASHIER).contains("промокод не предъявлен"));
      assertTrue(!ru.paragraph(e, Explain.Reader.MEMBER).contains("промокод"));
    }
  }

  @Test
  void whoHasNoCardMayPresentOneToo() {
    Evaluation e = eval(PROGRAM, basket("77"), Facts.anonymous(), Wish.NONE);
    assertEquals(rub("420"), e.discount());
    assertEquals(0, e.granted());
    assertEquals(Trace.Reason.NO_MEMBER, rejected(e, "gift").getFirst().reason());
  }

  @Test
  void aReturnUndoesWhatTheCodeBrought() {
    Receipt r = receipt(PROGRAM, basket("77"), member(), Wish.NONE);
    ReturnEffects.Sofar back = returning(PROGRAM, r, "1:1000=720/0/72", "2:1000=360/0/36");
    assertEquals(rub("200"), back.grants().get("gift"));
  }

  @Test
  void aRuleForThoseWithoutACodeIsAnOrdinaryDiscount() {
    Program p =
        rules(
            rule(
                "else",
                "'when':{'type':'not','of':{'type':'withCode','sets':['77']}},'then':{'type':'discountPercent','percentBp':500}"));
    assertEquals(Phase.DISCOUNT, p.rules().getFirst().phase());
    assertEquals(rub("75"), eval(p, basket()).discount());
    assertEquals(0, eval(p, basket("77")).discount());
  }

  private static Trace.Applied assertNotNullApplied(Evaluation e, String rule) {
    Trace.Applied a = applied(e, rule);
    assertNotNull(a);
    return a;
  }
}
