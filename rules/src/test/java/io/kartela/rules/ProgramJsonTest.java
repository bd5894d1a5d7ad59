package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kartela.rules.codec.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramJsonTest {
  private static final String HEAD = "{'name':{'ru':'П','en':'P'},'kind':'BOTH',";

  static List<String> examples() {
    return Examples.names();
  }

  static List<Flaw> problems(String json) {
    return switch (ProgramJson.parse(json.replace('\'', '"'))) {
      case ProgramJson.Parsed.Good(_, List<Flaw> warnings) -> warnings;
      case ProgramJson.Parsed.Bad(List<Flaw> problems) -> problems;
    };
  }

  static List<com.networknt.schema.Error> schemaErrors(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(ProgramJson.schema())
        .validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleRoundTripsAndKeepsItsId(String name) {
    ProgramJson.Parsed.Good good =
        assertInstanceOf(
            ProgramJson.Parsed.Good.class, ProgramJson.parse(Examples.json(name)), name);
    assertEquals(List.of(), good.warnings());
    Program p = good.program();
    assertEquals(p, ProgramJson.parse(ProgramJson.write(p)).program());
    assertEquals(p, ProgramJson.parse(ProgramJson.canonical(p)).program());
    assertEquals(
        ProgramJson.contentId(p),
        ProgramJson.contentId(ProgramJson.parse(ProgramJson.write(p)).program()));
    assertEquals(64, ProgramJson.contentId(p).length());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleFitsTheSchema(String name) {
    assertEquals(List.of(), schemaErrors(Examples.json(name)));
    assertEquals(List.of(), schemaErrors(ProgramJson.write(Examples.program(name))));
    assertEquals(List.of(), schemaErrors(ProgramJson.canonical(Examples.program(name))));
  }

  @Test
  void schemaRefusesWhatTheReaderRefuses() {
    String typo = Examples.json("coffee-shop").replace("\"earnByTier\"", "\"earnByTire\"");
    assertTrue(!schemaErrors(typo).isEmpty());
    String unknown = Examples.json("stamps").replace("\"counter\"", "\"countre\"");
    assertTrue(!schemaErrors(unknown).isEmpty());
  }

  @Test
  void spellingDoesNotChangeTheIdButMeaningDoes() {
    String one = "{\"name\":{\"ru\":\"П\",\"en\":\"P\"},\"kind\":\"BONUS\",\"rules\":[]}";
    String other =
        "{\"kind\":\"BONUS\","
            + " \"zone\":\"Europe/Moscow\",\"name\":{\"en\":\"P\",\"ru\":\"П\"},\"spending\":{\"step\":1}}";
    Program a = ProgramJson.parse(one).program();
    Program b = ProgramJson.parse(other).program();
    assertEquals(ProgramJson.contentId(a), ProgramJson.contentId(b));
    Program c = ProgramJson.parse(other.replace("\"step\":1", "\"step\":100")).program();
    assertNotEquals(ProgramJson.contentId(a), ProgramJson.contentId(c));
  }

  /** The id of a published program is stored in receipts: it may not change with the software. */
  @Test
  void idOfAnOldProgramIsForEver() {
    assertEquals("92faa393", ProgramJson.contentId(Examples.program("stamps")).substring(0, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | BAD_JSON | ''",
        "[] | WRONG_TYPE | ''",
        "{'kind':'BONUS','kind':'BONUS'} | BAD_JSON | ''",
        "{'name':{'ru':'x','en':'y'},'kind':'BONUS'} {} | BAD_JSON | ''",
        "{'name':{'ru':'x','en':'y'},'kind':'BONUSS'} | UNKNOWN_VALUE | /kind",
        "{'name':{'ru':'x'},'kind':'BONUS'} | MISSING_FIELD | /name/en",
        "{'name':{'ru':'x','en':7},'kind':'BONUS'} | WRONG_TYPE | /name/en",
        "{'name':{'ru':'x','en':'y'},'kind':'COALITION'} | KIND_NOT_YET | /kind",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','zone':'Moscow'} | BAD_FORMAT | /zone",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','ruels':[]} | UNKNOWN_FIELD | /ruels",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','a/b~c':1} | UNKNOWN_FIELD | /a~1b~0c",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','spending':{'step':0}} | OUT_OF_RANGE |"
            + " /spending/step",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','spending':{'step':1.5}} | NOT_WHOLE |"
            + " /spending/step",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','spending':{'maxBp':99999999999999999999}} |"
            + " OUT_OF_RANGE | /spending/maxBp",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','spending':{'maxBp':null}} | WRONG_TYPE |"
            + " /spending/maxBp",
        "{'name':{'ru':'x','en':'y'},'kind':'BOTH','spending':null} | WRONG_TYPE | /spending"
      })
  void mistakesOfTheDocument(String json, String code, String pointer) {
    Flaw p = problems(json).getFirst();
    assertEquals(code + " " + pointer, p.code() + " " + p.pointer());
    assertTrue(!p.ru().isBlank() && !p.en().isBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'then':{'type':'earnPercnt','percentBp':5} | UNKNOWN_TYPE | /rules/0/then/type",
        "'then':{'percentBp':5} | MISSING_FIELD | /rules/0/then/type",
        "'then':{'type':'earnPercent'} | MISSING_FIELD | /rules/0/then/percentBp",
        "'then':{'type':'earnPercent','percentBp':-1} | OUT_OF_RANGE | /rules/0/then/percentBp",
        "'then':{'type':'earnBands','bands':[{'from':5,'percentBp':1},{'from':5,'percentBp':2}]} |"
            + " BANDS_OVERLAP | /rules/0/then/bands",
        "'then':{'type':'nForM','n':2,'m':3} | M_NOT_LESS_THAN_N | /rules/0/then/m",
        "'then':{'type':'earnByTier'} | NO_TIERS | /rules/0/then",
        "'group':'x','then':{'type':'earnPercent','percentBp':5} | UNKNOWN_GROUP | /rules/0/group",
        "'when':{'type':'inTier','tiers':['x']},'then':{'type':'earnPercent','percentBp':5} |"
            + " UNKNOWN_TIER | /rules/0/when/tiers",
        "'when':{'type':'all','of':[{'type':'always'},{'type':'timeWindow','days':['MONDAY'],'from':'9:00','to':'10:00'}]},'then':{'type':'earnPercent','percentBp':5}"
            + " | BAD_FORMAT | /rules/0/when/of/1/from",
        "'when':{'type':'timeWindow','days':['MONDAY','MONDAY'],'from':'09:00','to':'10:00'},'then':{'type':'earnPercent','percentBp':5}"
            + " | REPEATED | /rules/0/when/days/1",
        "'when':{'type':'receiptTotal','range':{'from':5,'to':5}},'then':{'type':'earnPercent','percentBp':5}"
            + " | EMPTY_RANGE | /rules/0/when/range",
        "'when':{'type':'receiptTotal','range':{'from':5}},'then':{'type':'discountPercent','percentBp':5}"
            + " | BASIS_TOO_EARLY | /rules/0/when/basis",
        "'when':{'type':'not','of':{'type':'always'}},'then':{'type':'earnPercent','percentBp':5} |"
            + " NEVER_TRUE | /rules/0/when",
        "'validity':{'from':'2026-12-02','through':'2026-12-01'},'then':{'type':'earnPercent','percentBp':5}"
            + " | EMPTY_VALIDITY | /rules/0/validity/through",
        "'then':{'type':'grantBonus','amount':5,'once':'PER_BIRTHDAY_YEAR'} | NO_BIRTHDAY |"
            + " /rules/0/then/once",
        "'then':{'type':'grantBonus','amount':5,'life':{'type':'throughYearly','month':2,'day':30}}"
            + " | OUT_OF_RANGE | /rules/0/then/life/day"
      })
  void mistakesOfARule(String rest, String code, String pointer) {
    Flaw p =
        problems(HEAD + "'rules':[{'id':'r','name':{'ru':'р','en':'r'}," + rest + "}]}").getFirst();
    assertEquals(code + " " + pointer, p.code() + " " + p.pointer());
  }

  @Test
  void allMistakesAtOnceWithASuggestion() {
    List<Flaw> all =
        problems(
            "{'name':{'ru':'x'},'kind':'BONUSS','rules':[{'id':'a"
                + " b','name':{'ru':'р','en':'r'},'then':{'type':'earnByTire'}}]}");
    assertEquals(
        List.of("/name/en", "/kind", "/rules/0/then/type"),
        all.stream().map(Flaw::pointer).toList());
    assertTrue(all.get(1).en().contains("→ BONUS?"));
    assertTrue(all.get(2).ru().contains("→ earnByTier?"));
  }

  @Test
  void duplicatesAndMixedGroups() {
    String rule = "{'id':'r','name':{'ru':'р','en':'r'},'group':'g','then':";
    List<Flaw> all =
        problems(
            HEAD
                + "'groups':[{'id':'g','mode':'FIRST'},{'id':'h','mode':'FIRST'}],'rules':["
                + rule
                + "{'type':'earnPercent','percentBp':1}},"
                + rule
                + "{'type':'discountPercent','percentBp':1}}]}");
    assertEquals(
        List.of("DUPLICATE_RULE", "GROUP_MIXES_PHASES", "UNUSED_GROUP"),
        all.stream().map(Flaw::code).toList());
  }

  @Test
  void tooManyRules() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i <= Program.MAX_RULES; i++) {
      rules
          .append(i == 0 ? "" : ",")
          .append(
              "{'id':'r"
                  + i
                  + "','name':{'ru':'р','en':'r'},'then':{'type':'earnPercent','percentBp':1}}");
    }
    assertEquals("TOO_MANY_RULES", problems(HEAD + "'rules':[" + rules + "]}").getFirst().code());
  }

  @Test
  void deepNestingIsAProblemNotACrash() {
    String deep = "{'type':'not','of':".repeat(5_000) + "{'type':'always'}" + "}".repeat(5_000);
    assertEquals(
        "BAD_JSON",
        problems(
                HEAD
                    + "'rules':[{'id':'r','name':{'ru':'р','en':'r'},'when':"
                    + deep
                    + ",'then':{'type':'earnPercent','percentBp':1}}]}")
            .getFirst()
            .code());
  }
}
