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
  void whatLooksLikeAPhoneIsNoNewPlasticThoughNobodyHasIt() {
    TestShop shop = maker.open("like-nobodys-phone", PROGRAM);
    String member = shop.member();
    long batch = batch(shop, List.of(Map.of("number", "700001"))).path("id").asLong();
    kartela.execute(
        "INSERT INTO kartela.card_blank (merchant_id, code, plastic_id, batch_id) VALUES ("
            + shop.id()
            + ", '89260111710', 1, "
            + batch
            + ")");
    for (String number :
        List.of(
            "89260111709",
            "9260111709",
            "79260111709",
            "089260111709",
            // Kazakhstan and Belarus are at home here, too.
            "77027221029",
            "87011234355",
            "7011234355",
            "7027221029",
            "375291789669")) {
      number(shop, member, number).refused(409, "CARD_LIKE_PHONE");
      assertEquals(
          "[{\"row\":1,\"code\":\"CARD_LIKE_PHONE\"}]",
          refusals(batch(shop, List.of(Map.of("number", number)))),
          number);
    }
    number(shop, member, "89260111710").refused(409, "CARD_LIKE_PHONE"); // from stock
    number(shop, member, "7301450001").expect(201); // ten digits that are nobody's phone anywhere
  }

  @Test
  void whoSignsUpWithANumberOfOldPlasticIsNotTakenForItsHolder() {
    TestShop shop = maker.open("phone-later", PROGRAM);
    String holder = shop.member();
    String named = old(shop, holder, "9261112233");
    Api till = shop.register();
    assertEquals(holder, member(till.post("/api/v1/scans", Map.of("text", "9261112233"))));
    // What is in a hand already goes on being that card.
    assertEquals(1, number(shop, holder, "9261112233").expect(201).path("items").size());
    String later = shop.signUp(Map.of("phone", "+79261112233")).path("memberId").asString();
    for (String typed : List.of("9261112233", "89261112233", "79261112233", "+79261112233")) {
      Answer answer = till.post("/api/v1/scans", Map.of("text", typed, "source", "MANUAL"));
      assertEquals(later, member(answer), typed);
      assertEquals("PHONE", answer.json().path("identifiedBy").asString(), typed);
    }
    // A reader means the card; who says neither is asked again.
    assertEquals(
        named, member(till.post("/api/v1/scans", Map.of("text", "9261112233", "source", "WEDGE"))));
    till.post("/api/v1/scans", Map.of("text", "9261112233")).refused(422, "CARD_AMBIGUOUS");
    // Two countries' numbers look like cards: fingers may mean either.
    old(shop, holder, "375291234567");
    shop.signUp(Map.of("phone", "+375291234567"));
    till.post("/api/v1/scans", Map.of("text", "375291234567", "source", "MANUAL"))
        .refused(422, "CARD_AMBIGUOUS");
  }

  /** Plastic that was given out when nobody asked what it looks like. */
  private String old(TestShop shop, String member, String number) {
    kartela.execute(
        "INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at) VALUES ("
            + "%d, '%s', %s, 'PHYSICAL', 'ACTIVE', now())".formatted(shop.id(), number, member));
    return member;
  }

  private static String member(Answer seen) {
    return seen.expect(200).path("memberId").asString();
  }

  @Test
  void aCodabarsStartAndStopSayNothing() {
    TestShop shop = maker.open("codabar-alike", PROGRAM);
    String one = shop.member();
    String other = shop.member();
    number(shop, one, "A5000123456B").expect(201);
    number(shop, other, "5000123456").refused(409, "CARD_TAKEN");
    number(shop, other, "0005000123456").refused(409, "CARD_TAKEN");
    number(shop, one, "5000123457").expect(201);
    number(shop, other, "A5000123457B").refused(409, "CARD_TAKEN");
    // Other letters are another card.
    number(shop, other, "A5000123456C").expect(201);
    shop.signUp(Map.of("phone", "+79033309413"));
    number(shop, other, "A89033309413").refused(409, "CARD_LIKE_PHONE");
    number(shop, other, "A9033309413B").refused(409, "CARD_LIKE_PHONE");
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

  /** Whatever the scan strips from a text, the rule for new plastic knows. */
  @Test
  void whatAReaderPutsBeforeANumberIsKnownToBothSides() {
    TestShop shop = maker.open("reader-letters", PROGRAM);
    String first = shop.member();
    String other = shop.member();
    int n = 0;
    for (String letters : List.of("C", "F", "K", "Z", "L03", "P07", "S00", "X09", "T")) {
      String bare = Integer.toString(7_301_450 + n++);
      number(shop, first, letters + bare).expect(201);
      number(shop, other, bare).refused(409, "CARD_TAKEN");
    }
    number(shop, first, "C0073014").expect(201);
    number(shop, other, "0073014").refused(409, "CARD_TAKEN");
    // In one list, whichever stands first.
    for (List<String> pair :
        List.of(List.of("K7302001", "7302001"), List.of("7302002", "K7302002"))) {
      JsonNode made = batch(shop, pair.stream().map(number -> Map.of("number", number)).toList());
      assertEquals("[{\"row\":2,\"code\":\"CARD_TAKEN\"}]", refusals(made), pair::toString);
    }
    String codabar = "7301999";
    number(shop, first, "T" + codabar + "N").expect(201);
    number(shop, other, codabar).refused(409, "CARD_TAKEN");
  }
}
