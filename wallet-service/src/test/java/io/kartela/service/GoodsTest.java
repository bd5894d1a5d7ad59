package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules on categories fire for lines that bring only a code, or only a name. */
class GoodsTest extends WithShops {
  private static final String TEN_PER_CENT_ON_COFFEE =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],'rules':["
          + Scene.rule(
              "coffee",
              "'then':{'type':'earnPercent','percentBp':1000,'goods':{'categories':['coffee']}}")
          + "]";

  private Map<String, Object> line(String sku, String name, String... categories) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (!sku.isEmpty()) {
      line.put("sku", sku);
    }
    if (!name.isEmpty()) {
      line.put("name", name);
    }
    if (categories.length > 0) {
      line.put("categories", List.of(categories));
    }
    line.put("amount", 10_000);
    return line;
  }

  private static Map<String, Object> receipt(String member, Map<String, Object> line) {
    return Map.of("memberId", member, "lines", List.of(line));
  }

  private static long earned(Answer answer, int status) {
    return amount(answer.expect(status), "earned");
  }

  private static void set(Api owner, String code, String name, String... categories) {
    owner
        .put(
            "/api/v1/goods",
            Map.of(
                "items",
                List.of(Map.of("code", code, "name", name, "categories", List.of(categories)))))
        .expect(204);
  }

  @Test
  void theSeventhCoffeeIsFreeAtATillThatSendsOnlyCodes() {
    String member =
        kartela
            .register()
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79167790101",
                    "name",
                    "Анна",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(201)
            .path("memberId")
            .asString();
    Api till = kartela.register();
    for (String code : List.of("LATTE", "AMERICANO", "CAPPUCCINO", "RAF", "LATTE", "ESPRESSO")) {
      till.post("/api/v1/receipts", receipt(member, line(code, ""))).expect(201);
    }
    till.post("/api/v1/receipts", receipt(member, line("TEA", ""))).expect(201);
    JsonNode seventh = till.post("/api/v1/quotes", receipt(member, line("LATTE", ""))).expect(200);
    assertTrue(Scene.applied(seventh, "seventh-coffee"), seventh::toString);
    assertEquals(10_000, amount(seventh, "discount"), seventh::toString);
  }

  @Test
  void whatTheLineSaysCounts() {
    TestShop shop = maker.open("goods-line", TEN_PER_CENT_ON_COFFEE);
    Api owner = shop.owner();
    set(owner, "LATTE", "Латте", "coffee");
    String member = shop.member();
    Api till = shop.register();
    assertEquals(
        1_000, earned(till.post("/api/v1/quotes", receipt(member, line("LATTE", ""))), 200));
    assertEquals(
        0, earned(till.post("/api/v1/quotes", receipt(member, line("LATTE", "", "sale"))), 200));
    assertEquals(
        1_000, earned(till.post("/api/v1/quotes", receipt(member, line("latte", ""))), 200));
    // A button that a cashier made has no code: it is found by its name.
    assertEquals(
        1_000, earned(till.post("/api/v1/quotes", receipt(member, line("", " ЛАТТЕ "))), 200));
    assertEquals(0, earned(till.post("/api/v1/quotes", receipt(member, line("", "Чай"))), 200));
  }

  @Test
  void aReceiptThatBringsBothTeaches() {
    TestShop shop = maker.open("goods-learn", TEN_PER_CENT_ON_COFFEE);
    Api owner = shop.owner();
    String member = shop.member();
    Api till = shop.register();
    assertEquals(0, earned(till.post("/api/v1/quotes", receipt(member, line("RAF", ""))), 200));
    till.post("/api/v1/receipts", receipt(member, line("RAF", "Раф", "coffee", "drinks")))
        .expect(201);
    assertEquals(1_000, earned(till.post("/api/v1/quotes", receipt(member, line("RAF", ""))), 200));
    JsonNode item = owner.get("/api/v1/goods").expect(200).at("/items/0");
    assertEquals("[\"coffee\",\"drinks\"]", item.path("categories").toString());
    assertEquals("Раф", item.path("name").asString());
    // What a person says is not learned over.
    set(owner, "RAF", "Раф", "tea");
    till.post("/api/v1/receipts", receipt(member, line("RAF", "Раф", "coffee"))).expect(201);
    assertEquals(0, earned(till.post("/api/v1/quotes", receipt(member, line("RAF", ""))), 200));
  }

  /** The stored receipt keeps what it was judged by; late ones are judged by their own time. */
  @Test
  void aLateReceiptIsJudgedByWhatTheCodeMeantThen() {
    TestShop shop = maker.open("goods-late", TEN_PER_CENT_ON_COFFEE);
    Api owner = shop.owner();
    String member = shop.member();
    Api till = shop.register();
    set(owner, "CUP", "Кружка", "coffee");
    Instant then = clock.instant().plusSeconds(1);
    clock.plus(Duration.ofMinutes(20));
    set(owner, "CUP", "Кружка", "souvenirs");
    clock.plus(Duration.ofMinutes(10));
    assertEquals(0, earned(till.post("/api/v1/receipts", receipt(member, line("CUP", ""))), 201));
    Map<String, Object> late = new LinkedHashMap<>(receipt(member, line("CUP", "")));
    late.put("at", then.toString());
    Map<String, Object> next = new LinkedHashMap<>(receipt(member, line("NEW", "")));
    next.put("at", then.plusSeconds(9).toString());
    Map<String, Object> teacher = new LinkedHashMap<>(receipt(member, line("NEW", "", "coffee")));
    teacher.put("at", then.plusSeconds(5).toString());
    JsonNode batch =
        till.post(
                "/api/v1/receipts:batch",
                Map.of(
                    "receipts",
                    List.of(
                        Map.of("key", "next", "receipt", next),
                        Map.of("key", "late", "receipt", late),
                        Map.of("key", "teacher", "receipt", teacher))))
            .expect(200);
    for (int i = 0; i < 3; i++) {
      assertEquals(
          1_000, amount(batch.path("results").path(i).path("receipt"), "earned"), batch::toString);
    }
  }

  @Test
  void merchantsAreApart() {
    TestShop one = maker.open("goods-one", TEN_PER_CENT_ON_COFFEE);
    TestShop two = maker.open("goods-two", TEN_PER_CENT_ON_COFFEE);
    set(one.owner(), "LATTE", "Латте", "coffee");
    assertEquals(
        0,
        earned(
            two.register().post("/api/v1/quotes", receipt(two.member(), line("LATTE", "Латте"))),
            200));
    assertEquals(0, two.owner().get("/api/v1/goods").expect(200).path("items").size());
  }

  @Test
  void aRegisterThatCannotMakeUpItsMindDoesNotFillTheDisk() {
    TestShop shop = maker.open("goods-flip", TEN_PER_CENT_ON_COFFEE);
    String member = shop.member();
    for (int i = 0; i < 6; i++) {
      shop.register()
          .post(
              "/api/v1/receipts", receipt(member, line("FLIP", "", i % 2 == 0 ? "coffee" : "tea")))
          .expect(201);
    }
    assertEquals(
        1, kartela.number("SELECT count(*) FROM kartela.goods WHERE merchant_id = " + shop.id()));
  }
}
