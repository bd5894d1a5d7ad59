package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.code.CardNumber;
import io.kartela.service.code.ShortCode;
import io.kartela.service.code.ShortCodes;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.design.DesignVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The thirteen digits of a card whose design asks for an EAN-13: on paper, at the till, dead. */
class ShortCodeTest extends WithShops {
  private static ObjectNode design(String... barcodes) {
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    document.set("barcodes", Http.JSON.valueToTree(barcodes));
    return document;
  }

  private void publish(Api owner, String... barcodes) {
    publish(owner, design(barcodes));
  }

  private void restyled(Api owner) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (owner.get("/api/v1/design").expect(200).at("/restyle/finishedAt").isNull()) {
      assertTrue(System.nanoTime() < end, "the cards were not restyled");
      Thread.sleep(50);
    }
  }

  private static Answer scan(TestShop shop, Map<String, ?> read) {
    return shop.register().post("/api/v1/scans", read);
  }

  private static String token(JsonNode member) {
    return member.path("cardToken").asString();
  }

  private static String memberId(JsonNode member) {
    return member.path("memberId").asString();
  }

  private static String shortCode(JsonNode pass) {
    assertEquals("PKBarcodeFormatEAN13", pass.at("/barcodes/0/format").asString());
    return pass.at("/barcodes/0/message").asString();
  }

  @Test
  void theDrawnCodeLeadsToTheCard() throws InterruptedException {
    TestShop shop = maker.open("ean", "");
    Api owner = shop.owner();
    JsonNode early = shop.signUp(Map.of());
    publish(owner, "EAN13", "QR");
    restyled(owner);
    JsonNode late = shop.signUp(Map.of());
    Set<String> seen = new HashSet<>();
    for (JsonNode member : List.of(early, late)) {
      JsonNode pass = pass(token(member));
      String code = shortCode(pass);
      assertTrue(ShortCode.looksLikeOne(code) && CardNumber.gs1Checks(code), code);
      assertTrue(seen.add(code));
      assertEquals(ShortCode.grouped(code), pass.at("/barcodes/0/altText").asString());
      // Phones that do not know the format draw the next one: the card's twenty digits.
      assertEquals("PKBarcodeFormatQR", pass.at("/barcodes/1/format").asString());
      assertEquals(20, pass.at("/barcodes/1/message").asString().length());
      JsonNode page = web(token(member));
      assertEquals("EAN13", page.at("/barcode/format").asString());
      assertEquals(code, page.at("/barcode/message").asString());
      assertEquals(pass.at("/barcodes/1/message"), page.path("code"));
      for (Map<String, String> read :
          List.of(
              Map.of("text", code),
              Map.of("text", "]E0" + code + "\r\n"),
              Map.of("text", code, "symbology", "EAN_13", "source", "CAMERA"),
              Map.of("text", ShortCode.grouped(code), "source", "MANUAL"),
              Map.of("text", page.path("code").asString()))) {
        JsonNode found = scan(shop, read).expect(200);
        assertEquals(memberId(member), found.path("memberId").asString(), read::toString);
        assertEquals("WALLET", found.path("identifiedBy").asString());
        assertEquals("FREE", found.path("spending").asString());
      }
      JsonNode cards = owner.get("/api/v1/members/" + memberId(member) + "/cards").expect(200);
      assertEquals(1, cards.path("items").size(), "it is one card: " + cards);
    }
    // The rest of the shop's world stays what it was.
    scan(shop, Map.of("text", "4006381333931")).refused(422, "PRODUCT_CODE");
    TestShop other = maker.open("ean-other", "");
    scan(other, Map.of("text", seen.iterator().next())).refused(404, "CARD_NOT_FOUND");
    String wrong = wrong(shortCode(pass(token(late))));
    scan(shop, Map.of("text", wrong)).refused(422, "CHECK_DIGIT_WRONG");
    scan(shop, Map.of("text", "]E0" + wrong)).refused(422, "CHECK_DIGIT_WRONG");
  }

  private static String wrong(String code) {
    return code.substring(0, 12) + (code.charAt(12) - '0' + 1) % 10;
  }

  @Test
  void aNewCodeKillsTheOldOne() {
    TestShop shop = maker.open("ean-reissue", "");
    Api owner = shop.owner();
    publish(owner, "EAN13", "QR");
    JsonNode member = shop.signUp(Map.of());
    String first = shortCode(pass(token(member)));
    String cards = "/api/v1/members/" + memberId(member) + "/cards";
    owner.post(cards + "/reissue", Map.of("reason", "CODE_LEAKED")).expect(201);
    String second = shortCode(pass(token(member)));
    assertNotEquals(first, second);
    scan(shop, Map.of("text", first)).refused(422, "CARD_REPLACED");
    assertEquals(
        memberId(member),
        scan(shop, Map.of("text", second)).expect(200).path("memberId").asString());
    String url =
        owner
            .post(cards + "/reissue", Map.of("reason", "PHONE_LOST"))
            .expect(201)
            .path("cardUrl")
            .asString();
    String third = shortCode(pass(url.substring(url.lastIndexOf('/') + 1)));
    scan(shop, Map.of("text", second)).refused(422, "CARD_REPLACED");
    scan(shop, Map.of("text", third)).expect(200);
    kartela.execute(
        "UPDATE kartela.member SET status = 'BLOCKED' WHERE member_id = " + memberId(member));
    scan(shop, Map.of("text", third)).refused(422, "CARD_BLOCKED");
  }

  @Test
  void cardsThatWereForgottenGetTheirsWhenTheyAreDrawn() throws InterruptedException {
    TestShop shop = maker.open("ean-lazy", "");
    Api owner = shop.owner();
    publish(owner, "EAN13", "QR");
    restyled(owner);
    JsonNode member = shop.signUp(Map.of());
    // As a node that did not know of the new design yet issued it.
    kartela.execute(
        "DELETE FROM kartela.card WHERE kind = 'WALLET_EAN13' AND member_id = " + memberId(member));
    String code = shortCode(pass(token(member)));
    assertEquals(code, shortCode(pass(token(member))));
    scan(shop, Map.of("text", code)).expect(200);
    // A design without it: the code on old drawings goes on leading to the member.
    publish(owner, "QR");
    assertEquals("PKBarcodeFormatQR", pass(token(member)).at("/barcodes/0/format").asString());
    assertEquals("QR", web(token(member)).at("/barcode/format").asString());
    scan(shop, Map.of("text", code)).expect(200);
    JsonNode plain = shop.signUp(Map.of());
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.card WHERE kind = 'WALLET_EAN13' AND member_id = "
                + memberId(plain)));
  }

  @Test
  void plasticAndShortCodesNeverMeet() {
    TestShop shop = maker.open("ean-plastic", "");
    Api owner = shop.owner();
    String stock = "9850000000019";
    String given = "9850000000026";
    String free = "9850000000033";
    assertTrue(List.of(stock, given, free).stream().allMatch(CardNumber::gs1Checks));
    JsonNode holder = shop.signUp(Map.of());
    owner
        .post(
            "/api/v1/card-batches",
            Map.of("name", "Old", "cards", List.of(Map.of("number", stock))))
        .expect(201);
    owner
        .post("/api/v1/members/" + memberId(holder) + "/cards", Map.of("number", given))
        .expect(201);
    scan(shop, Map.of("text", given)).expect(200);
    JsonNode second = shop.signUp(Map.of());
    Queue<String> draws = new ArrayDeque<>(List.of(stock, given, free));
    try (Database database = kartela.open()) {
      assertEquals(
          1,
          database.<Integer>inTenant(
              shop.id(),
              c ->
                  new ShortCodes(merchant -> true, draws::remove)
                      .ensure(
                          c,
                          shop.id(),
                          List.of(Long.parseLong(memberId(second))),
                          clock.instant())));
    }
    assertTrue(draws.isEmpty(), "both collisions were drawn again");
    assertEquals(
        memberId(second), scan(shop, Map.of("text", free)).expect(200).path("memberId").asString());
    owner
        .post("/api/v1/members/" + memberId(holder) + "/cards", Map.of("number", free))
        .refused(409, "CARD_TAKEN");
    JsonNode imported =
        owner
            .post(
                "/api/v1/card-batches",
                Map.of("name", "Late", "cards", List.of(Map.of("number", free))))
            .expect(201);
    assertEquals("CARD_TAKEN", imported.at("/refusals/0/code").asString());
  }

  @Test
  void bothWalletsAndThePreviewDrawIt() {
    TestShop shop = maker.open("ean-preview", "");
    JsonNode preview =
        shop.owner()
            .post("/api/v1/design/preview", Map.of("document", design("EAN13", "QR")))
            .expect(200);
    String code = preview.at("/cards/appleNewer/barcode/message").asString();
    assertTrue(CardNumber.gs1Checks(code) && code.length() == 13, preview::toString);
    assertEquals("EAN13", preview.at("/cards/appleNewer/barcode/format").asString());
    assertEquals("QR", preview.at("/cards/apple/barcode/format").asString(), "older iPhones");
    assertEquals("EAN13", preview.at("/cards/google/barcode/format").asString());
    JsonNode google = preview.at("/google/loyaltyObject/barcode");
    assertEquals("EAN_13", google.path("type").asString());
    assertEquals(code, google.path("value").asString());
    assertEquals(ShortCode.grouped(code), google.path("alternateText").asString());
  }
}
