package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.design.DesignVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cards that end: on the phone, at the till, and after their renewal. */
class CardValidityTest extends WithShops {

  private static ObjectNode design(String validity) {
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    document.set("validity", Http.JSON.readTree(validity.replace('\'', '"')));
    return document;
  }

  private void publish(Api owner, String validity) {
    publish(owner, design(validity));
  }

  private static Answer scan(TestShop shop, String text) {
    return shop.register().post("/api/v1/scans", Map.of("text", text));
  }

  private static Answer reissue(Api owner, JsonNode member, String reason) {
    return owner.post(
        "/api/v1/members/" + member.path("memberId").asString() + "/cards/reissue",
        Map.of("reason", reason));
  }

  @Test
  void aCardEndsAfterItsPeriodAndIsRenewed() {
    clock.set("2026-11-21T12:00:00+03:00");
    TestShop shop = maker.open("valid-period", "");
    Api owner = shop.owner();
    JsonNode member = shop.signUp(Map.of("phone", "+79165550001"));
    String token = member.path("cardToken").asString();
    assertTrue(pass(token).path("expirationDate").isMissingNode());
    reissue(owner, member, "RENEWAL").refused(409, "NOTHING_TO_RENEW");

    JsonNode preview =
        owner
            .post("/api/v1/design/preview", Map.of("document", design("{'months':1}")))
            .expect(200);
    assertEquals("2026-12-21T23:59:59+03:00", preview.at("/apple/pass/expirationDate").asString());
    assertEquals(
        "2026-12-21T23:59:59+03:00",
        preview.at("/google/loyaltyObject/validTimeInterval/end/date").asString());

    publish(owner, "{'months':1}");
    assertEquals("2026-12-21T23:59:59+03:00", pass(token).path("expirationDate").asString());
    assertEquals("2026-12-21T20:59:59Z", web(token).path("validUntil").asString());
    String code = web(token).path("code").asString();
    clock.set("2026-12-21T23:59:59+03:00");
    scan(shop, code).expect(200);
    clock.set("2026-12-22T00:00:01+03:00");
    JsonNode refusal = scan(shop, code).refused(422, "CARD_EXPIRED");
    assertTrue(refusal.path("detail").asString().contains("2026"), refusal::toString);
    String id = member.path("memberId").asString();
    assertEquals(
        id, scan(shop, "+79165550001").expect(200).path("memberId").asString(), "by phone still");

    // A new card for a lost phone wins no time; a renewal does.
    owner = shop.ownerAgain();
    JsonNode lost = reissue(owner, member, "PHONE_LOST").expect(201);
    assertEquals("2026-12-21T20:59:59Z", lost.path("validUntil").asString());
    String url = lost.path("cardUrl").asString();
    String fresh = url.substring(url.lastIndexOf('/') + 1);
    String next = web(fresh).path("code").asString();
    assertNotEquals(code, next);
    scan(shop, next).refused(422, "CARD_EXPIRED");
    JsonNode renewed = reissue(owner, member, "RENEWAL").expect(201);
    assertEquals("2027-01-22T20:59:59Z", renewed.path("validUntil").asString());
    assertEquals(next, web(fresh).path("code").asString(), "the code stays");
    assertEquals("2027-01-22T23:59:59+03:00", pass(fresh).path("expirationDate").asString());
    assertEquals(id, scan(shop, next).expect(200).path("memberId").asString());
  }

  @Test
  void aLastDayForAllMovesWithTheNextDesign() {
    clock.set("2026-11-21T12:00:00+03:00");
    TestShop shop = maker.open("valid-until", "");
    Api owner = shop.owner();
    JsonNode member = shop.signUp(Map.of());
    String token = member.path("cardToken").asString();
    String code = web(token).path("code").asString();
    publish(owner, "{'until':'2026-11-21'}");
    clock.set("2026-11-22T00:00:01+03:00");
    scan(shop, code).refused(422, "CARD_EXPIRED");
    owner = shop.ownerAgain();
    reissue(owner, member, "RENEWAL").refused(409, "NOTHING_TO_RENEW");
    JsonNode checked =
        owner
            .post("/api/v1/design/validate", Map.of("document", design("{'until':'2026-11-21'}")))
            .expect(200);
    assertEquals("END_IN_PAST", checked.at("/problems/0/code").asString());

    publish(owner, "{'until':'2026-11-21','expired':'WARN'}".replace("2026-11-21", "2026-11-22"));
    clock.set("2026-11-23T00:00:01+03:00");
    owner = shop.ownerAgain();
    JsonNode taken = scan(shop, code).expect(200);
    assertTrue(taken.at("/hints/0/ru").asString().contains("истёк 22.11.2026"), taken::toString);
    publish(owner, "{'until':'2027-12-31'}");
    assertEquals(0, scan(shop, code).expect(200).path("hints").size());
    assertEquals("2027-12-31T23:59:59+03:00", pass(token).path("expirationDate").asString());
  }
}
