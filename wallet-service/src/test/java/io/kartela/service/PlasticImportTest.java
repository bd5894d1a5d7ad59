package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists of cards as spreadsheets leave them. */
class PlasticImportTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  private final Map<Long, Api> owners = new HashMap<>();

  private Api owner(TestShop shop) {
    return owners.computeIfAbsent(shop.id(), id -> shop.owner());
  }

  private Answer post(TestShop shop, List<@Nullable Map<String, String>> rows) {
    return owner(shop).post("/api/v1/card-batches", Map.of("name", "List", "cards", rows));
  }

  private static List<@Nullable Map<String, String>> numbers(String... numbers) {
    return new ArrayList<>(Arrays.stream(numbers).map(n -> Map.of("number", n)).toList());
  }

  private List<String> stock(TestShop shop, JsonNode batch) {
    return owner(shop)
        .get("/api/v1/card-batches/" + batch.path("id").asString() + "/cards?limit=100")
        .expect(200)
        .path("items")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void whatIsCertainIsMended() {
    TestShop shop = maker.open("excel", PROGRAM);
    JsonNode batch =
        post(
                shop,
                numbers(
                    "850001.0",
                    "850002,00",
                    "850012.",
                    "８５０００３",
                    "=\"00850004\"",
                    "'0850005",
                    "\u00a0850\u00a0006 ",
                    "C\u20132001"))
            .expect(201);
    assertEquals("[]", batch.path("refusals").toString());
    assertEquals(
        List.of("00850004", "0850005", "850001", "850002", "850003", "850006", "850012", "C-2001"),
        stock(shop, batch).stream().sorted().toList());
  }

  @Test
  void whatIsLostIsRefusedByItsRow() {
    TestShop shop = maker.open("excel-lost", PROGRAM);
    String[] lost = {
      "4.6E12",
      "4,6E+12",
      "4E12",
      "TRUE",
      "ложь",
      "#N/A",
      "#REF!",
      "850001.5",
      "1234567890123456000.0",
      "31.12.2025",
      "2025-12-31",
      "NaN",
      "!",
      "None",
      "n/a",
      "нет",
      "①②③④⑤⑥",
      "850018 руб",
      "850018,50 руб.",
      "850018 шт",
      "00000",
      "0-00-0",
      "НОМЕР",
      "Card number",
      "..."
    };
    List<@Nullable Map<String, String>> rows = numbers(lost);
    rows.add(Map.of("number", "860001"));
    JsonNode batch = post(shop, rows).expect(201);
    assertEquals(List.of("860001"), stock(shop, batch));
    for (int i = 0; i < lost.length; i++) {
      JsonNode refused = batch.path("refusals").get(i);
      assertEquals(i + 1, refused.path("row").asInt(), lost[i]);
      assertEquals("INVALID", refused.path("code").asString(), lost[i]);
    }
    assertEquals(lost.length, batch.path("refused").asInt());
  }

  @Test
  void theSameIsTrueOfOneCard() {
    TestShop shop = maker.open("excel-one", PROGRAM);
    String member = shop.member();
    String cards = "/api/v1/members/" + member + "/cards";
    Api till = shop.register();
    assertEquals(
        "2000000000022",
        till.post(cards, Map.of("number", "2000000000022.0"))
            .expect(201)
            .at("/items/0/number")
            .asString());
    for (String lost : List.of("4.6E12", "None", "①②③④⑤⑥", "850018 руб", "00000", "НОМЕР", "1.5")) {
      till.post(cards, Map.of("number", lost)).refused(422, "INVALID_FIELDS");
    }
    // A letter is a part of a number.
    till.post(cards, Map.of("number", "850018 A")).expect(201);
  }

  @Test
  void emptyRowsAndTitlesArePassedOverAndStillCounted() {
    TestShop shop = maker.open("excel-empty", PROGRAM);
    List<@Nullable Map<String, String>> rows = new ArrayList<>();
    rows.add(Map.of("number", "Номер карты", "uid", "UID", "phone", "Телефон"));
    rows.add(Map.of("number", "870001"));
    rows.add(null);
    rows.add(Map.of("number", " ", "uid", ""));
    rows.add(Map.of());
    rows.add(Map.of("phone", "+79160000000"));
    rows.add(Map.of("number", "870001"));
    JsonNode batch = post(shop, rows).expect(201);
    assertEquals(
        "[{\"row\":6,\"code\":\"INVALID\"},{\"row\":7,\"code\":\"CARD_TAKEN\"}]",
        batch.path("refusals").toString());
    assertEquals(List.of("870001"), stock(shop, batch));
    List<@Nullable Map<String, String>> nothing = new ArrayList<>();
    nothing.add(Map.of());
    nothing.add(null);
    post(shop, nothing).refused(422, "INVALID_FIELDS");
  }

  @Test
  void aMemberWithTooManyCardsStopsOnlyHisRow() {
    TestShop shop = maker.open("excel-many", PROGRAM);
    JsonNode member = shop.signUp(Map.of("phone", "+79035550001"));
    for (int i = 0; i < 20; i++) {
      shop.register()
          .post(
              "/api/v1/members/" + member.path("memberId").asString() + "/cards",
              Map.of("number", "FULL-" + (100 + i)))
          .expect(201);
    }
    List<@Nullable Map<String, String>> rows = numbers("880001");
    rows.add(Map.of("number", "880002", "phone", "+79035550001"));
    rows.add(Map.of("number", "880003", "phone", "89035550001.0"));
    JsonNode batch = post(shop, rows).expect(201);
    assertEquals(
        "[{\"row\":2,\"code\":\"TOO_MANY_CARDS\"},{\"row\":3,\"code\":\"TOO_MANY_CARDS\"}]",
        batch.path("refusals").toString());
    assertEquals(List.of("880001"), stock(shop, batch));
  }

  @Test
  void aBatchIsThrownAwayAndWhatMembersHaveStaysTheirs() {
    TestShop shop = maker.open("batch-away", PROGRAM);
    TestShop stranger = maker.open("batch-stranger", PROGRAM);
    Api owner = owner(shop);
    String member = shop.member();
    JsonNode batch = post(shop, numbers("4608123456788", "4608123456795", "890003")).expect(201);
    shop.register()
        .post("/api/v1/members/" + member + "/cards", Map.of("number", "890003"))
        .expect(201);
    String path = "/api/v1/card-batches/" + batch.path("id").asString();
    owner(stranger).delete(path).refused(404, "BATCH_NOT_FOUND");
    JsonNode gone = owner.delete(path).expect(200);
    assertEquals(2, gone.path("removed").asInt(), gone::toString);
    assertEquals(1, gone.path("kept").asInt(), gone::toString);
    owner.delete(path).refused(404, "BATCH_NOT_FOUND");
    owner.get(path + "/cards").refused(404, "BATCH_NOT_FOUND");
    assertFalse(
        owner
            .get("/api/v1/card-batches")
            .expect(200)
            .toString()
            .contains(batch.path("id").asString()));
    shop.register().post("/api/v1/scans", Map.of("text", "890003")).expect(200);
    // Goods of that prefix are goods again, and the numbers are free.
    clock.plus(java.time.Duration.ofSeconds(6));
    shop.register()
        .post("/api/v1/scans", Map.of("text", "4608123456788"))
        .refused(422, "PRODUCT_CODE");
    assertEquals(
        "[]", post(shop, numbers("4608123456788")).expect(201).path("refusals").toString());
  }
}
