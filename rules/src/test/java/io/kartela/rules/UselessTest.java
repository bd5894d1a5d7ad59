package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a program can never do anything is told, and nothing is told of what can. */
class UselessTest {
  private static final String TIERS =
      "'tiers':[{'id':'a','name':{'ru':'А','en':'A'},'rank':1,'earnBp':300,'maxSpendBp':3000},"
          + "{'id':'b','name':{'ru':'Б','en':'B'},'rank':2,'maxSpendBp':5000}],";
  private static final String EARN = "'then':{'type':'earnPercent','percentBp':500}";

  private static List<String> told(String rest) {
    String json = "{'name':{'ru':'П','en':'P'},'kind':'BOTH'," + TIERS + rest + "}";
    return ProgramCheck.validate(ProgramJson.parse(json.replace('\'', '"')).program()).stream()
        .map(flaw -> flaw.pointer() + " " + flaw.code())
        .toList();
  }

  private static String rule(String id, String rest) {
    return "{'id':'" + id + "','name':{'ru':'" + id + "','en':'" + id + "'}," + rest + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'inTier','tiers':['a']} | {'type':'inTier','tiers':['b']} | true
          {'type':'inTier','tiers':['a','b']} | {'type':'inTier','tiers':['b']} | false
          {'type':'inTier','tiers':['a']} | {'type':'not','of':{'type':'inTier','tiers':['a','b']}} | true
          {'type':'inStore','stores':['1']} | {'type':'inStore','stores':['2']} | true
          {'type':'firstPurchase'} | {'type':'not','of':{'type':'firstPurchase'}} | true
          {'type':'firstPurchase'} | {'type':'quickReturn','days':7} | true
          {'type':'firstPurchase'} | {'type':'everyNthPurchase','n':2} | true
          {'type':'firstPurchase'} | {'type':'purchasesCount','window':{'unit':'ALL'},'from':1} | true
          {'type':'firstPurchase'} | {'type':'purchasesCount','window':{'unit':'ALL'},'through':5} | false
          {'type':'receiptTotal','range':{'from':5000}} | {'type':'receiptTotal','range':{'to':5000}} | true
          {'type':'receiptTotal','range':{'from':5000}} | {'type':'receiptTotal','range':{'to':5000,'including':true}} | false
          {'type':'receiptTotal','range':{'from':5000}} | {'type':'receiptTotal','range':{'to':5000},'basis':'GROSS'} | false
          {'type':'purchasesSum','window':{'unit':'ALL'},'range':{'from':9}} | {'type':'purchasesSum','window':{'unit':'ALL'},'range':{'to':9}} | true
          {'type':'purchasesSum','window':{'unit':'ALL'},'range':{'from':9}} | {'type':'purchasesSum','window':{'unit':'DAYS','n':9},'range':{'to':9}} | false
          {'type':'timeWindow','days':['MONDAY'],'from':'09:00','to':'12:00'} | {'type':'timeWindow','days':['MONDAY'],'from':'12:00','to':'13:00'} | true
          {'type':'timeWindow','days':['MONDAY'],'from':'22:00','to':'02:00'} | {'type':'timeWindow','days':['TUESDAY'],'from':'01:00','to':'03:00'} | false
          """)
  void conditionsThatExcludeEachOther(String one, String other, boolean never) {
    String all = "'when':{'type':'all','of':[" + one + "," + other + "]}," + EARN;
    assertEquals(
        never ? List.of("/rules/0/when NEVER_HOLDS") : List.of(),
        told("'rules':[" + rule("r", all) + "]"));
    // Any one of them will do, and a rule that is off promises nothing.
    String any = all.replace("'all'", "'any'");
    assertEquals(List.of(), told("'rules':[" + rule("r", any) + "]"));
    assertEquals(List.of(), told("'rules':[" + rule("r", all + ",'enabled':false") + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'when':{'type':'timeWindow','days':['MONDAY'],'from':'11:00','to':'12:00'},'validity':{'from':'2026-12-01','through':'2026-12-06'},'then':{'type':'earnPercent','percentBp':5} | /when NEVER_HOLDS
          'when':{'type':'timeWindow','days':['SUNDAY'],'from':'09:00','to':'12:00'},'validity':{'from':'2026-12-01','through':'2026-12-06'},'then':{'type':'earnPercent','percentBp':5} |
          'then':{'type':'earnPercent','percentBp':0} | /then GIVES_NOTHING
          'then':{'type':'multiplyEarn','factorPercent':100} | /then NOTHING_TO_MULTIPLY,/then GIVES_NOTHING
          'then':{'type':'discountByTier'} |
          'then':{'type':'earnByTier'} |
          'then':{'type':'earnBands','bands':[{'from':0,'percentBp':0}]} | /then GIVES_NOTHING
          'then':{'type':'earnPercent','percentBp':5,'goods':{'skus':['A'],'excludedSkus':['A','B']}} | /then/goods NO_GOODS_LEFT
          'then':{'type':'earnPercent','percentBp':5,'goods':{'skus':['A'],'excludedCategories':['c']}} |
          'then':{'type':'earnPercent','percentBp':5},'caps':{'perLine':900,'perReceipt':500} | /caps/perLine LIMIT_UNUSED
          'then':{'type':'earnPercent','percentBp':5},'caps':{'perLine':400,'perReceipt':500} |
          'then':{'type':'grantBonus','amount':500},'caps':{'perReceipt':500} | /caps/perReceipt LIMIT_UNUSED
          'then':{'type':'earnPercent','percentBp':5},'budget':{'total':900,'perMember':900} | /budget/perMember LIMIT_UNUSED
          'then':{'type':'grantBonus','amount':500,'life':{'type':'throughDate','date':'2026-12-31'}},'validity':{'from':'2027-01-01'} | /then/life GIFT_ALREADY_OVER
          'then':{'type':'grantBonus','amount':500,'life':{'type':'throughDate','date':'2027-01-01'}},'validity':{'from':'2027-01-01'} |
          """)
  void aRuleThatGivesNothing(String rest, String expected) {
    List<String> codes =
        expected == null
            ? List.of()
            : java.util.Arrays.stream(expected.split(",", -1)).map(e -> "/rules/0" + e).toList();
    assertEquals(codes, told("'rules':[" + rule("r", rest) + "]"));
  }

  @ParameterizedTest
  @CsvSource({"FIRST,false,true", "FIRST,true,false", "MAX_PER_RECEIPT,false,false"})
  void aRuleBehindOneThatAlwaysActs(String mode, boolean conditional, boolean never) {
    String when = conditional ? "'when':{'type':'firstPurchase'}," : "";
    String rules =
        "'groups':[{'id':'g','mode':'"
            + mode
            + "'}],'rules':["
            + rule("late", "'group':'g','priority':200," + EARN)
            + ","
            + rule("early", "'group':'g'," + when + EARN)
            + "]";
    assertEquals(never ? List.of("/rules/0/group NEVER_REACHED") : List.of(), told(rules));
  }

  @ParameterizedTest
  @CsvSource({"5000,AT_MOST,true", "4900,AT_MOST,false", "5000,INSTEAD,false"})
  void aShareOfSomeDaysThatLowersNothing(int share, String mode, boolean never) {
    String spending =
        "'spending':{'weekdays':[{'days':['MONDAY'],'maxBp':%d,'mode':'%s'}]},"
            .formatted(share, mode);
    assertEquals(
        never ? List.of("/spending/weekdays/0/maxBp WEEKDAY_SHARE_UNUSED") : List.of(),
        told(spending + "'rules':[" + rule("r", EARN) + "]"));
  }
}
