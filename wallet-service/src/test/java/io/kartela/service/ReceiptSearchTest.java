package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A cashier finds a receipt of any register of the shop by what the customer knows of it. */
class ReceiptSearchTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  ReceiptSearchTest() {
    super(TestKartela::startWithSimulator);
  }

  private static String sale(Api till, Bill bill, String number) {
    Map<String, Object> json = new LinkedHashMap<>(bill.json());
    json.put("number", number);
    return till.post("/api/v1/receipts", json).expect(201).path("id").asString();
  }

  private static List<String> found(Api till, String query) {
    JsonNode page = till.get("/api/v1/receipts?" + query).expect(200);
    assertTrue(page.path("today").isMissingNode(), "totals are a register's own");
    return page.path("items").valueStream().map(r -> r.path("id").asString()).toList();
  }

  private static List<String> search(Api till, String text) {
    return found(till, "search=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  @Test
  void byNumberMoneyNamePhoneCardAndMemberAtAnyTill() {
    TestShop shop = maker.open("search", PROGRAM);
    Api here = shop.register();
    Api there = shop.registerIn("Europe/Moscow");
    JsonNode fedor = shop.signUp(Map.of("phone", "+79165561234", "name", "Фёдор Кошкин"));
    String member = fedor.path("memberId").asString();
    String first = sale(there, Bill.of("1299.90").by(member), "А-17");
    String second = sale(here, Bill.of("300.00").by(member), "18");
    String nobodys = sale(there, Bill.of("300.00"), "19");

    assertEquals(List.of(first), search(here, "А-17"));
    assertEquals(List.of(first), search(here, "1299,90"));
    assertEquals(List.of(first), search(here, "1 299.90 ₽"));
    assertEquals(List.of(nobodys, second), search(here, "300"), "newest first, every till's");
    assertEquals(List.of(second, first), search(here, "кошкин федор"));
    assertEquals(List.of(second, first), search(here, "8 (916) 556-12-34"));
    assertEquals(List.of(second, first), search(here, "1234"));
    assertEquals(List.of(second, first), found(here, "memberId=" + member));
    assertEquals(List.of(second), found(here, "search=300&memberId=" + member));
    assertEquals(List.of(), search(here, "301"));
    assertEquals(List.of(), search(here, "%"));
    here.get("/api/v1/receipts?search=" + "9".repeat(101)).refused(400, "INVALID_PARAMETER");

    JsonNode page = here.get("/api/v1/receipts?limit=1&search=300").expect(200);
    assertEquals(nobodys, page.at("/items/0/id").asString());
    assertEquals(
        List.of(second),
        found(here, "limit=1&search=300&cursor=" + page.path("nextCursor").asString()));
    assertTrue(page.at("/items/0/place/store").asString().length() > 0, page.toString());

    here.post("/api/v1/receipts/" + first + "/returns", Map.of()).expect(201);
    Api stranger = maker.open("search-other", PROGRAM).register();
    assertEquals(List.of(), search(stranger, "300"));
    assertEquals(List.of(), search(stranger, "кошкин"));
    assertEquals(List.of(), found(stranger, "memberId=" + member));
  }
}
