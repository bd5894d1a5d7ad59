package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {
  /** Thursday 13:05 in Moscow. */
  static final Instant THURSDAY = Instant.parse("2026-11-19T10:05:00Z");

  static final Program PROGRAM =
      program(
          "'rules':[{'id':'steps','name':{'ru':'Ступени','en':'Steps'},'then':{'type':'earnBands','bands':["
              + "{'from':0,'percentBp':300},{'from':50000,'percentBp':600},{'from':100000,'above':true,'percentBp':1200}]}},{'id':'happy','name':{'ru':'Счастливые"
              + " часы','en':'Happy hours'},'when':{'type':'timeWindow',"
              + "'days':['MONDAY','TUESDAY','WEDNESDAY','THURSDAY'],'from':'09:00','to':'12:00'},"
              + "'then':{'type':'multiplyEarn','factorPercent':200}}]");

  static Evaluation at(Program p, Basket b) {
    return Rules.evaluate(p, b, member(null, "100"), Wish.NONE, THURSDAY, MOSCOW).get();
  }

  static String paragraph(String price, String language) {
    return new Explain(PROGRAM, language)
        .paragraph(at(PROGRAM, Basket.of(line(1, "goods", 1, price))), Explain.Reader.CASHIER)
        .replace('\u00a0', ' ');
  }

  @Test
  void english() {
    assertEquals(
        "Steps: +180 — 12 % because the receipt is over 1,000; \"Happy hours\" did not apply:"
            + " Thursday 13:05 (needed: the purchase is on Mon–Thu 09:00–12:00)",
        paragraph("1500", "en"));
    assertEquals(
        "Steps: +58.80 — 6 % because the receipt is at least 500; Rounding: −0.80; \"Happy hours\""
            + " did not apply: Thursday 13:05 (needed: the purchase is on Mon–Thu 09:00–12:00); 20"
            + " ₽ more for 12 %",
        paragraph("980.01", "en"));
  }

  @Test
  void russian() {
    assertEquals(
        "Ступени: +180 — 12 %, потому что чек больше 1 000; "
            + "«Счастливые часы» не сработало: четверг 13:05 (нужно: покупка в пн–чт 09:00–12:00)",
        paragraph("1500", "ru"));
    assertTrue(paragraph("980.01", "ru").endsWith("Ещё 20 ₽ — и будет 12 %"));
  }

  @Test
  void lineByLine() {
    Program p = S10StackingTest.with("", "База");
    Evaluation e = at(p, S10StackingTest.BASKET);
    List<String> cake =
        new Explain(p, "ru").line(e, 2).stream().map(s -> s.text().replace('\u00a0', ' ')).toList();
    assertEquals(
        List.of("«База» не сработало: выгоднее «Правило r3»", "Правило r3: +20", "Правило r2: +20"),
        cake);
  }

  /** Every rule of a rich program has a sentence in both languages, whatever happened to it. */
  @Test
  void everyRuleOfTheExamplesHasASentence() {
    for (String name : Examples.names()) {
      Program p = Examples.program(name);
      Basket b =
          Basket.of(
              line(1, "coffee", 7, "1400"),
              line(2, "dessert", 2, "600"),
              line(3, "wrap", 1, "300"));
      for (Facts f : List.of(member(null, "1000"), Facts.anonymous())) {
        Evaluation e = Rules.evaluate(p, b, f, Wish.MAX, THURSDAY, MOSCOW).get();
        for (String language : List.of("ru", "en")) {
          List<Explain.Sentence> all =
              new Explain(p, language).sentences(e, Explain.Reader.CASHIER);
          for (Rule r : p.rules()) {
            assertTrue(all.stream().anyMatch(s -> r.id().equals(s.rule())), name + " " + r.id());
          }
          for (Explain.Sentence s : all) {
            assertFalse(s.text().isBlank() || s.text().contains("null"), s.text());
            if (language.equals("en")) {
              assertFalse(s.text().matches(".*[а-яА-Я].*"), s.text());
            }
          }
        }
      }
    }
  }

  @Test
  void memberIsSparedTheBookkeeping() {
    Program p =
        program(
            "'rules':[{'id':'old','name':{'ru':'Старое','en':'Old'},'enabled':false,'then':{'type':'earnPercent','percentBp':100}}]");
    Evaluation e = at(p, Basket.of(line(1, "goods", 1, "100")));
    assertEquals(List.of(), new Explain(p, "en").sentences(e, Explain.Reader.MEMBER));
    assertEquals(1, new Explain(p, "en").sentences(e, Explain.Reader.CASHIER).size());
  }

  @Test
  void numbers() {
    Words en = new Words("en");
    assertEquals("1,234,567.05", en.money(rub("1234567.05")));
    assertEquals("0.50", en.money(50));
    assertEquals("2.5\u00a0%", en.percent(250));
    assertEquals("0.05\u00a0%", en.percent(5));
    assertEquals("1.5", en.quantity(1500));
    assertEquals("×1.5", en.factor(15000));
  }
}
