package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.rules.codec.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which rules act together is said in words, beside each of them. */
class OverlapsTest {
  private static final String BREAKFAST =
      "'when':{'type':'timeWindow','days':['MONDAY','TUESDAY'],'from':'08:00','to':'12:00'}";
  private static final String LATE =
      "'when':{'type':'timeWindow','days':['MONDAY'],'from':'09:00','to':'15:00'}";
  private static final String COFFEE = "'goods':{'categories':['coffee']}";

  private static String percent(String id, String goods, String more) {
    return ("{'id':'%s','name':{'ru':'Акция «%s»','en':'Deal %s'},"
            + "'then':{'type':'discountPercent','percentBp':1000%s}%s}")
        .formatted(
            id, id, id, goods.isEmpty() ? "" : "," + goods, more.isEmpty() ? "" : "," + more);
  }

  private static List<Flaw> notes(String head, String... rules) {
    String json =
        "{'name':{'ru':'П','en':'P'},'kind':'BOTH',"
            + head
            + "'rules':["
            + String.join(",", rules)
            + "]}";
    return Overlaps.of(ProgramJson.parse(json.replace('\'', '"')).program());
  }

  private static List<String> pointers(String head, String... rules) {
    return notes(head, rules).stream().map(Flaw::pointer).toList();
  }

  @Test
  void sameGoodsAtTheSameTime() {
    List<Flaw> found = notes("", percent("a", COFFEE, BREAKFAST), percent("b", "", LATE));
    assertEquals(List.of("/rules/0", "/rules/1"), found.stream().map(Flaw::pointer).toList());
    assertEquals(
        "Действует вместе с правилом «Акция „a“» на товары категории coffee (пн 09:00–12:00):"
            + " покупатель получит обе скидки, вторую — с остатка цены",
        found.get(1).ru());
    assertEquals(
        "Applies together with \"Deal b\" to goods of coffee (Mon 09:00–12:00): the customer gets"
            + " both discounts, the second one off what is left",
        found.get(0).en());
  }

  @Test
  void timesTogetherAddTheirExtras() {
    String twice =
        "{'id':'%s','name':{'ru':'А','en':'A'},'then':{'type':'multiplyEarn','factorPercent':%d}}";
    List<Flaw> found = notes("", twice.formatted("x", 200), twice.formatted("y", 300));
    assertEquals("Действует вместе с правилом «А»: вместе будет ×4", found.getFirst().ru());
  }

  @Test
  void nothingIsSaidOfThoseThatNeverMeet() {
    String tea = COFFEE.replace("coffee", "tea");
    assertEquals(List.of(), pointers("", percent("a", COFFEE, ""), percent("b", tea, "")));
    String evening = LATE.replace("09:00", "12:00");
    assertEquals(List.of(), pointers("", percent("a", "", BREAKFAST), percent("b", "", evening)));
    String past = "'validity':{'through':'2026-01-31'}";
    String then = "'validity':{'from':'2026-02-01'}";
    assertEquals(List.of(), pointers("", percent("a", "", past), percent("b", "", then)));
    String store = "'when':{'type':'inStore','stores':['%s']}";
    assertEquals(
        List.of(),
        pointers(
            "", percent("a", "", store.formatted("1")), percent("b", "", store.formatted("2"))));
    assertEquals(
        List.of(), pointers("", percent("a", "", ""), percent("b", "", "'enabled':false")));
  }

  @Test
  void overMidnightTheNextMorningBelongsToTheWindow() {
    String night = "'when':{'type':'timeWindow','days':['SUNDAY'],'from':'22:00','to':'02:00'}";
    String early = "'when':{'type':'timeWindow','days':['MONDAY'],'from':'01:00','to':'05:00'}";
    List<Flaw> found = notes("", percent("a", "", night), percent("b", "", early));
    assertEquals(2, found.size());
    assertEquals(
        "Applies together with \"Deal b\" (Mon 01:00–02:00): the customer gets both discounts, the"
            + " second one off what is left",
        found.getFirst().en());
  }

  @Test
  void rulesThatCompeteDoNotActTogether() {
    String group = "'groups':[{'id':'best','mode':'%s'}],";
    String in = "'group':'best'";
    assertEquals(
        List.of(),
        pointers(
            group.formatted("MAX_PER_RECEIPT"), percent("a", "", in), percent("b", COFFEE, in)));
    assertEquals(
        List.of("/rules/0", "/rules/1"),
        pointers(group.formatted("STACK"), percent("a", "", in), percent("b", COFFEE, in)));
  }

  @Test
  void oneAloneInItsGroupIsTold() {
    String json =
        "{'name':{'ru':'П','en':'P'},'kind':'BOTH','groups':[{'id':'best','mode':'FIRST'}],'rules':["
            + percent("a", "", "'group':'best'")
            + "]}";
    assertEquals(
        List.of("/rules/0/group ALONE_IN_GROUP"),
        ProgramCheck.validate(ProgramJson.parse(json.replace('\'', '"')).program()).stream()
            .map(flaw -> flaw.pointer() + " " + flaw.code())
            .toList());
  }
}
