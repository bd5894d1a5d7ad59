package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.code.CardCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A phone was lost: its card ends and tells a finder nothing; the new one is the member's alone.
 */
class LostPhoneTest extends WithApplePhones {
  private final Api owner = kartela.owner();

  private JsonNode reissue(Joined member, String reason) {
    return owner
        .post("/api/v1/members/" + member.memberId() + "/cards/reissue", Map.of("reason", reason))
        .expect(201);
  }

  private static String token(JsonNode reissued) {
    String url = reissued.path("cardUrl").asString();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private String code(String cardToken) {
    return kartela
        .api()
        .get("/api/v1/public/cards/" + cardToken)
        .expect(200)
        .path("code")
        .asString();
  }

  private Answer scan(String text) {
    return kartela.register().post("/api/v1/scans", Map.of("text", text));
  }

  private static void assertTellsNothing(AppleDevice.Held card, List<String> secrets) {
    assertTrue(card.pass.path("voided").asBoolean());
    String whole = card.pass.toString();
    for (String gone :
        List.of("barcode", "nfc", "locations", "beacons", "relevantDate", "featuredActions")) {
      assertFalse(whole.contains("\"" + gone), gone + " in " + whole);
    }
    for (String secret : secrets) {
      assertFalse(whole.contains(secret), secret + " in " + whole);
    }
  }

  @Test
  void theOldPhoneSeesAVoidCardAndNeverTheNewOne() {
    Joined anna = join();
    buy(anna, 123_456_00);
    AppleDevice lost = device();
    AppleDevice watch = device();
    AppleDevice.Held card = lost.open(download(anna.token()));
    AppleDevice.Held onWatch = watch.open(anna.file());
    assertEquals(201, lost.register(card));
    assertEquals(201, watch.register(onWatch));
    awaitPush(lost, 0);
    lost.poll(card);
    lost.fetch(card);
    String code = code(anna.token());
    String serial = card.serial();
    String oldToken = card.pass.path("authenticationToken").asString();
    assertFalse(card.field("primaryFields", "tier").path("value").asString().isEmpty());
    pauseFor(Duration.ofSeconds(1)); // what the purchase itself pushed is over
    long heard = pushes(lost);

    JsonNode reissued = reissue(anna, "PHONE_LOST");
    awaitPush(lost, heard + 1);
    awaitPush(watch, 1);
    assertEquals(List.of(serial), lost.poll(card));
    assertEquals(200, lost.fetch(card));
    assertTellsNothing(
        card, List.of("Анна", code, CardCode.humanNumber(code), anna.token(), token(reissued)));
    JsonNode announced = card.field("primaryFields", "tier");
    assertTrue(announced.path("changeMessage").asString().contains("%@"), announced::toString);
    assertEquals("заменена новой", announced.path("value").asString());
    assertEquals(304, lost.fetch(card));
    assertEquals(
        304, lost.get("GET", card, oldToken, Map.of("If-None-Match", card.entityTag)).statusCode());

    // Every way of the old card is closed.
    scan(code).refused(422, "CARD_REPLACED");
    String tapped = serial + "-" + CardCode.tapMark(code);
    scan("{\"nfcMessage\":\"" + tapped + "\"}").refused(422, "CARD_REPLACED");
    kartela.api().get("/c/" + anna.token() + ".pkpass").refused(422, "CARD_REPLACED");
    kartela.api().get("/api/v1/public/cards/" + anna.token()).refused(422, "CARD_REPLACED");

    // The new one belongs to another phone, and only that one hears of what comes.
    AppleDevice fresh = device();
    AppleDevice.Held next = fresh.open(download(token(reissued)));
    assertNotEquals(serial, next.serial());
    assertNotEquals(oldToken, next.pass.path("authenticationToken").asString());
    assertEquals(401, fresh.get("GET", next, oldToken, Map.of()).statusCode());
    assertEquals(201, fresh.register(next));
    assertEquals(
        anna.memberId(), scan(code(token(reissued))).expect(200).path("memberId").asString());
    long atTheLost = pushes(lost);
    buy(anna, 10_000);
    awaitPush(fresh, 1);
    pauseFor(Duration.ofMillis(500));
    assertEquals(atTheLost, pushes(lost), "a finder does not even learn that somebody buys");
    assertEquals(304, lost.fetch(card));
    assertEquals(1, kartela.number(audits(anna)));
  }

  private static String audits(Joined member) {
    return "SELECT count(*) FROM kartela.audit WHERE action = 'CARD_REISSUED' AND subject ="
        + " 'member:"
        + member.memberId()
        + "' AND detail ->> 'reason' = 'PHONE_LOST'";
  }

  @Test
  void aLeakedCodeLeavesTheCardWhereItIs() {
    Joined boris = join();
    AppleDevice phone = device();
    AppleDevice.Held card = phone.open(boris.file());
    assertEquals(201, phone.register(card));
    phone.fetch(card);
    String before = code(boris.token());
    JsonNode reissued = reissue(boris, "CODE_LEAKED");
    assertTrue(reissued.path("cardUrl").isMissingNode(), reissued::toString);
    awaitPush(phone, 1);
    assertEquals(200, phone.fetch(card));
    assertTrue(card.pass.path("voided").isMissingNode());
    String after = code(boris.token());
    assertNotEquals(before, after);
    assertEquals(after, card.pass.at("/barcodes/0/message").asString());
    scan(before).refused(422, "CARD_REPLACED");
  }

  @Test
  void theSameRequestTwiceIsOneReissue() {
    Joined vera = join();
    String path = "/api/v1/members/" + vera.memberId() + "/cards/reissue";
    Api once = owner.once("lost-" + vera.memberId());
    JsonNode first = once.post(path, Map.of("reason", "PHONE_LOST", "send", true)).expect(201);
    assertFalse(first.path("sent").asBoolean(true), "nothing sends messages here");
    String code = code(token(first));
    assertEquals(first, once.post(path, Map.of("reason", "PHONE_LOST", "send", true)).expect(201));
    assertEquals(code, code(token(first)));
    assertEquals(1, kartela.number(audits(vera)));
    once.post(path, Map.of("reason", "CODE_LEAKED")).refused(409, "IDEMPOTENCY_KEY_REUSED");
    owner.post(path, Map.of("reason", "CODE_LEAKED", "send", true)).refused(422, "INVALID_FIELDS");
    kartela.cashier().post(path, Map.of("reason", "PHONE_LOST")).refused(403, "FORBIDDEN");

    // Lost again: the second card ends like the first, which stays ended.
    JsonNode second = reissue(vera, "PHONE_LOST");
    assertNotEquals(token(first), token(second));
    for (String old : List.of(vera.token(), token(first))) {
      kartela.api().get("/api/v1/public/cards/" + old).refused(422, "CARD_REPLACED");
    }
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.pass WHERE voided_at IS NULL AND member_id = "
                + vera.memberId()));
  }

  @Test
  void aBundleGivesWhatIsStillAlive() throws IOException {
    Joined galya = join();
    Joined dasha = join();
    reissue(galya, "PHONE_LOST");
    String both = "/c/" + galya.token() + "_" + dasha.token() + ".pkpasses";
    int files = 0;
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(kartela.api().get(both).expectStatus(200).bytes()))) {
      while (zip.getNextEntry() != null) {
        files++;
        assertEquals(
            device().open(dasha.file()).serial(), device().open(zip.readAllBytes()).serial());
      }
    }
    assertEquals(1, files);
    kartela.api().get("/c/" + galya.token() + ".pkpasses").refused(422, "CARD_REPLACED");
  }

  @Test
  void blockedMembersAndFilesFromBefore() {
    Joined elena = join();
    kartela.execute(
        "UPDATE kartela.member SET status = 'BLOCKED' WHERE member_id = " + elena.memberId());
    JsonNode reissued = reissue(elena, "PHONE_LOST");
    AppleDevice phone = device();
    AppleDevice.Held next = phone.open(download(token(reissued)));
    assertTrue(next.pass.path("voided").asBoolean(), "a blocked member's card is void");
    assertEquals(201, phone.register(next));
    kartela.execute(
        "UPDATE kartela.member SET status = 'ACTIVE' WHERE member_id = " + elena.memberId());
    buy(elena, 10_000);
    awaitPush(phone, 1);
    assertEquals(200, phone.fetch(next));
    assertTrue(next.pass.path("voided").isMissingNode());

    // A file that was downloaded before and is added only now becomes void with the first look.
    AppleDevice finder = device();
    AppleDevice.Held old = finder.open(elena.file());
    assertEquals(201, finder.register(old));
    assertEquals(List.of(old.serial()), finder.poll(old));
    assertEquals(200, finder.fetch(old));
    assertTellsNothing(old, List.of("Анна", code(token(reissued))));
  }
}
