package io.kartela.service.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TryTest {
  private static final String PROGRAM =
      """
      'tiers':[
        {'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500,'maxSpendBp':3000},
        {'id':'top','name':{'ru':'Верх','en':'Top'},'rank':2,'earnBp':1000,'maxSpendBp':5000,
         'upgrades':[{'type':'totalPurchases','from':100000}]}],
      'rules':[
        {'id':'earn','name':{'ru':'По уровню','en':'By tier'},'then':{'type':'earnByTier'}},
        {'id':'happy','name':{'ru':'Счастливые часы','en':'Happy hours'},'then':{'type':'multiplyEarn','factorPercent':200},
         'when':{'type':'timeWindow','days':['TUESDAY'],'from':'09:00','to':'12:00'}},
        {'id':'first','name':{'ru':'Первая покупка','en':'First purchase'},'when':{'type':'firstPurchase'},
         'then':{'type':'grantBonus','amount':5000}},
        {'id':'cake','name':{'ru':'Торты','en':'Cakes'},'then':{'type':'discountPercent','percentBp':1000,'goods':{'categories':['cake']}}}]
      """;
  private static final String TUESDAY = "2026-12-01T09:30";

  private final ProgramHouse house = new ProgramHouse();
  private final ProgramHouse.Shop shop = house.shop(PROGRAM);
  private final ProgramHouse.Client owner = shop.signIn(Role.OWNER);
  private final ProgramHouse.Client marketer = shop.signIn(Role.MARKETER);
  private final String path = draft(ProgramHouse.json(PROGRAM));

  @AfterAll
  void close() {
    house.close();
  }

  private String draft(String program) {
    return "/drafts/"
        + owner
            .post("/drafts", "{\"name\":\"Trial\",\"program\":" + program + "}")
            .expect(201)
            .path("id")
            .asString()
        + "/try";
  }

  private static Map<String, Object> cake() {
    return Map.of("amount", 100_000, "categories", List.of("cake"));
  }

  private static List<String> applied(JsonNode tried) {
    return StreamSupport.stream(tried.path("explanations").spliterator(), false)
        .filter(w -> w.path("applied").asBoolean() && w.has("ruleId"))
        .map(w -> w.path("ruleId").asString())
        .sorted()
        .toList();
  }

  @Test
  void aMadeUpMemberIsJudgedAndNothingIsBooked() {
    JsonNode tried =
        marketer
            .post(
                path,
                Map.of(
                    "at",
                    TUESDAY,
                    "lines",
                    List.of(cake()),
                    "member",
                    Map.of("tier", "top", "balance", 20_000, "purchases", 3),
                    "spend",
                    "MAX"))
            .expect(200);
    // 1 000 − 10 % = 900; 200 bonuses of the 450 that the tier allows; 10 % of 700, twice.
    assertEquals(10_000, tried.at("/sums/discount").asLong());
    assertEquals(20_000, tried.at("/sums/spent").asLong());
    assertEquals(70_000, tried.at("/sums/toPay").asLong());
    assertEquals(14_000, tried.at("/sums/earned").asLong());
    assertEquals(14_000, tried.at("/lines/0/earned").asLong());
    assertEquals(List.of("cake", "earn", "happy"), applied(tried));
    assertTrue(tried.toString().contains("Счастливые часы"));
    assertEquals(0, house.number("SELECT count(*) FROM kartela.receipt"));
  }

  @Test
  void theHourTheTierAndThePastCount() {
    JsonNode evening =
        owner
            .post(
                path,
                Map.of(
                    "at",
                    "2026-12-01T19:30",
                    "lines",
                    List.of(Map.of("amount", 100_000)),
                    "member",
                    Map.of("balance", 1_000_000)))
            .expect(200);
    assertEquals(List.of("earn", "first"), applied(evening));
    assertEquals(30_000, evening.at("/sums/spendableMax").asLong());
    assertEquals(0, evening.at("/sums/spent").asLong());
    assertEquals(10_000, evening.at("/sums/earned").asLong());
    assertEquals(5_000, evening.at("/gifts/0/amount").asLong());
    assertEquals("Top", evening.at("/tierAfter/en").asString());

    JsonNode nobody = owner.post(path, Map.of("at", TUESDAY, "lines", List.of(cake()))).expect(200);
    assertEquals(0, nobody.at("/sums/earned").asLong());
  }

  @Test
  void whatCannotBeTriedIsSaid() {
    owner.post(path, Map.of("lines", List.of())).refused(422, "INVALID_FIELDS");
    owner
        .post(
            path, Map.of("at", TUESDAY, "lines", List.of(cake()), "member", Map.of("tier", "none")))
        .refused(422, "INVALID_FIELDS");
    owner
        .post(path, Map.of("at", TUESDAY, "lines", List.of(cake()), "storeId", "1"))
        .refused(404, "STORE_NOT_FOUND");
    owner
        .post(draft("{}"), Map.of("at", TUESDAY, "lines", List.of(cake())))
        .refused(422, "PROGRAM_INVALID");
    house
        .shop(PROGRAM)
        .signIn(Role.OWNER)
        .post(path, Map.of("at", TUESDAY, "lines", List.of(cake())))
        .refused(404, "DRAFT_NOT_FOUND");
    shop.signIn(Role.CASHIER)
        .post(path, Map.of("at", TUESDAY, "lines", List.of(cake())))
        .refused(403, "FORBIDDEN");
  }

  @Test
  void theProgramInForceIsTriedWithoutADraft() {
    Map<String, Object> receipt =
        Map.of("at", TUESDAY, "lines", List.of(cake()), "member", Map.of("tier", "top"));
    assertEquals(
        marketer.post(path, receipt).expect(200), marketer.post("/try", receipt).expect(200));
    shop.signIn(Role.CASHIER).post("/try", receipt).refused(403, "FORBIDDEN");
  }

  @Test
  void whatIsGoodToKnowStandsBesideTheRules() {
    JsonNode said = marketer.post("/validate", null).expect(200);
    assertTrue(said.path("valid").asBoolean());
    assertEquals(
        List.of("/rules/3 CATEGORY_UNSOLD Товаров категории «cake» в каталоге пока нет"),
        notes(said));
    house.execute(
        "INSERT INTO kartela.goods (merchant_id, code, since, name, categories, learned) VALUES ("
            + shop.id()
            + ", 'CAKE', now(), 'Cake', ARRAY['sweet', 'cake'], false)");
    assertEquals(List.of(), notes(marketer.post("/validate", null).expect(200)));
  }

  private static List<String> notes(JsonNode said) {
    return StreamSupport.stream(said.path("notes").spliterator(), false)
        .map(
            n ->
                n.path("pointer").asString()
                    + " "
                    + n.path("code").asString()
                    + " "
                    + n.at("/text/ru").asString())
        .toList();
  }
}
