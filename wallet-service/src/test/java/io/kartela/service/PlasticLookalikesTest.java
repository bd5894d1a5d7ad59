package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nobody is given plastic that a till would take for somebody else's card or phone. */
class PlasticLookalikesTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  private final Map<Long, Api> owners = new HashMap<>();

  private Api owner(TestShop shop) {
    return owners.computeIfAbsent(shop.id(), id -> shop.owner());
  }

  private static Answer attach(TestShop shop, String member, Map<String, ?> codes) {
    return shop.register().post("/api/v1/members/" + member + "/cards", codes);
  }

  private static Answer number(TestShop shop, String member, String number) {
    return attach(shop, member, Map.of("number", number));
  }

  private JsonNode batch(TestShop shop, List<Map<String, String>> rows) {
    return owner(shop).post("/api/v1/card-batches", Map.of("name", "B", "cards", rows)).expect(201);
  }

  private static String refusals(JsonNode batch) {
    return batch.path("refusals").toString();
  }

  @Test
  void aCustomersPhoneIsNobodyElsesCard() {
    TestShop shop = maker.open("like-phone", PROGRAM);
    shop.signUp(Map.of("phone", "+79033309413"));
    String cashier = shop.member();
    for (String number :
        List.of(
            "89033309413",
            "9033309413",
            "79033309413",
            "8-903-330-94-13",
            "089033309413",
            "0009033309413")) {
      number(shop, cashier, number).refused(409, "CARD_LIKE_PHONE");
      assertEquals(
          "[{\"row\":1,\"code\":\"CARD_LIKE_PHONE\"}]",
          refusals(batch(shop, List.of(Map.of("number", number)))),
          number);
    }
    // A chip whose number a reader writes as those digits.
    String hex = String.format("%014X", new BigInteger("9033309413"));
    attach(shop, cashier, Map.of("uid", hex)).refused(409, "CARD_LIKE_PHONE");
    // New numbers do not look like phones, whether somebody has them or not.
    JsonNode made =
        owner(shop)
            .post(
                "/api/v1/card-batches",
                Map.of("name", "R", "generate", Map.of("first", "9161112233", "count", 3)))
            .expect(201);
    assertEquals(0, made.path("cards").asInt(), made::toString);
    // One's own phone harms nobody.
    JsonNode own = shop.signUp(Map.of("phone", "+79033309414"));
    number(shop, own.path("memberId").asString(), "89033309414").expect(201);
  }

  @Test
  void whoSignsUpWithANumberOfOldPlasticIsNotTakenForItsHolder() {
    TestShop shop = maker.open("phone-later", PROGRAM);
    String holder = shop.member();
    batch(shop, List.of(Map.of("number", "9261112233")));
    number(shop, holder, "9261112233").expect(201);
    shop.register().post("/api/v1/scans", Map.of("text", "9261112233")).expect(200);
    JsonNode later = shop.signUp(Map.of("phone", "+79261112233"));
    for (String typed : List.of("9261112233", "89261112233", "79261112233")) {
      Answer answer =
          shop.register().post("/api/v1/scans", Map.of("text", typed, "source", "MANUAL"));
      if (answer.status() == 200) {
        assertEquals(
            later.path("memberId").asString(),
            answer.expect(200).path("memberId").asString(),
            typed);
      } else {
        answer.refused(422, "CARD_AMBIGUOUS");
      }
    }
    assertEquals(
        later.path("memberId").asString(),
        shop.register()
            .post("/api/v1/scans", Map.of("text", "+79261112233", "source", "MANUAL"))
            .expect(200)
            .path("memberId")
            .asString());
  }

  @Test
  void whatReadersConfuseIsOneCard() {
    TestShop shop = maker.open("look-alike", PROGRAM);
    String one = shop.member();
    String other = shop.member();
    number(shop, one, "00800001").expect(201);
    number(shop, one, "ABC-12345").expect(201);
    attach(shop, one, Map.of("uid", "04A1B2C3")).expect(201);
    Map<String, String> confused = new HashMap<>();
    confused.put("800001", "number");
    confused.put("0800001", "number");
    confused.put("0000800001", "number");
    confused.put("A800001", "number");
    confused.put("ABC12345", "number");
    confused.put("АВС-12345", "number");
    confused.put("04A1B2C3", "number");
    confused.put("C3B2A104", "number");
    confused.put(new BigInteger("04A1B2C3", 16).toString(), "number");
    confused.put(new BigInteger("C3B2A104", 16).toString(), "number");
    confused.put("C3:B2:A1:04", "uid");
    confused.forEach(
        (code, kind) -> {
          attach(shop, other, Map.of(kind, code)).refused(409, "CARD_TAKEN");
          assertEquals(
              "[{\"row\":1,\"code\":\"CARD_TAKEN\"}]",
              refusals(batch(shop, List.of(Map.of(kind, code)))),
              code);
        });
    // The same member's own is no other card.
    assertEquals(
        "[\"00800001\"]",
        number(shop, one, "800001")
            .expect(201)
            .path("items")
            .valueStream()
            .map(card -> "\"" + card.path("number").asString() + "\"")
            .toList()
            .toString());
    // Within one list, too.
    assertEquals(
        "[{\"row\":2,\"code\":\"CARD_TAKEN\"},{\"row\":3,\"code\":\"CARD_TAKEN\"},"
            + "{\"row\":5,\"code\":\"CARD_TAKEN\"}]",
        refusals(
            batch(
                shop,
                List.of(
                    Map.of("number", "0700002"),
                    Map.of("number", "700002"),
                    Map.of("number", "A700002"),
                    Map.of("number", "12345678"),
                    Map.of("uid", "78563412")))));
    // And in ranges for the printer.
    JsonNode range =
        owner(shop)
            .post(
                "/api/v1/card-batches",
                Map.of("name", "R", "generate", Map.of("first", "000800000", "count", 3)))
            .expect(201);
    assertEquals("[{\"row\":2,\"code\":\"CARD_TAKEN\"}]", refusals(range));
  }

  @Test
  void aWalletCardsDigitsAreNoPlastic() {
    TestShop shop = maker.open("wallet-alike", PROGRAM);
    JsonNode member = shop.signUp(Map.of());
    String code = code(member);
    String other = shop.member();
    for (String number : List.of(code, code.substring(12), "0" + code)) {
      number(shop, other, number).refused(409, "CARD_TAKEN");
    }
    for (String tapped :
        kartela
            .text("SELECT tapped FROM kartela.card WHERE kind = 'WALLET' AND code = '" + code + "'")
            .split(" ", -1)) {
      number(shop, other, tapped).refused(409, "CARD_TAKEN");
    }
  }

  @Test
  void plasticInStockIsGivenOutAsReadersReadIt() {
    TestShop shop = maker.open("stock-alike", PROGRAM);
    String member = shop.member();
    batch(shop, List.of(Map.of("number", "00900001", "uid", "DEADBEEF")));
    JsonNode given = number(shop, member, "900001").expect(201);
    assertEquals(2, given.path("items").size(), given::toString);
    assertTrue(given.toString().contains("\"00900001\""), given::toString);
    assertTrue(given.toString().contains("DEADBEEF"), given::toString);
    number(shop, shop.member(), "0900001").refused(409, "CARD_TAKEN");
  }
}
