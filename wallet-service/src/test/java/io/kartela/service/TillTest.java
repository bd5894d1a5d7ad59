package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.Totp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Register keys, physical cards, limits, traces and spending by phone, through HTTP. */
class TillTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  TillTest() {
    super(TestKartela::startWithSimulator);
  }

  private static Answer scan(Api till, String text) {
    return till.post("/api/v1/scans", Map.of("text", text));
  }

  @Test
  void anOldKeyWorksBesideTheNewOneForAWhile() {
    TestShop shop = maker.open("rotation", PROGRAM);
    Api owner = shop.owner();
    Api old = shop.register();
    String id = old.get("/api/v1/register").expect(200).path("registerId").asString();
    String keys = "/api/v1/registers/" + id + "/keys";
    String key = owner.post(keys, Map.of("keepOldHours", 1)).expect(201).path("key").asString();
    Api fresh = kartela.api().key(key);
    fresh.get("/api/v1/register").expect(200);
    clock.plus(Duration.ofSeconds(10));
    old.get("/api/v1/register").expect(200);
    JsonNode seen = owner.get("/api/v1/stores").expect(200).at("/items/0/registers/0");
    assertFalse(seen.path("oldKeySeenAt").isNull(), seen::toString);
    clock.plus(Duration.ofHours(1));
    old.get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    fresh.get("/api/v1/register").expect(200);
    // Ended before its time.
    String third = owner.post(keys, Map.of("keepOldHours", 48)).expect(201).path("key").asString();
    fresh.get("/api/v1/register").expect(200);
    owner.delete(keys + "/old").expect(204);
    fresh.get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    kartela.api().key(third).get("/api/v1/register").expect(200);
    owner.delete("/api/v1/registers/" + id).expect(204);
    kartela.api().key(third).get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    owner.post(keys, Map.of()).refused(404, "REGISTER_NOT_FOUND");
  }

  @Test
  void aReissuedCardKillsTheOldCodeOnEveryWayToTheTill() {
    TestShop shop = maker.open("reissue", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    JsonNode member = shop.signUp(Map.of());
    String id = member.path("memberId").asString();
    String cards = "/api/v1/members/" + id + "/cards";
    String before = code(member);
    String serial = kartela.text("SELECT serial FROM kartela.pass WHERE member_id = " + id);
    String tapped = serial + "-" + CardCode.tapMark(before);
    JsonNode pattern = owner.post(cards + "/rotating", Map.of()).expect(201);
    scan(till, before).expect(200);
    scan(till, rotated(pattern)).expect(200);
    // As the phone says it, and as a phone that holds a pass of before marks says it.
    scan(till, nfc(tapped)).expect(200);
    scan(till, nfc(serial)).expect(200);

    owner.send("POST", cards + "/reissue", null).expect(201);
    clock.plus(Duration.ofSeconds(60));
    scan(till, before).refused(422, "CARD_REPLACED");
    scan(till, rotated(pattern)).refused(404, "CARD_NOT_FOUND");
    scan(till, nfc(tapped)).refused(422, "CARD_REPLACED");
    scan(till, nfc(serial)).refused(422, "CARD_REPLACED");
    scan(till, "{\"smartTapRedemptionValue\":\"" + tapped + "\"}").refused(422, "CARD_REPLACED");
    scan(till, tapped.substring(0, tapped.length() - 1) + (tapped.endsWith("0") ? "1" : "0"))
        .refused(422, "CARD_REPLACED");

    String after = code(member);
    assertNotEquals(before, after);
    for (String living : List.of(after, nfc(serial + "-" + CardCode.tapMark(after)))) {
      assertEquals(id, scan(till, living).expect(200).path("memberId").asString());
    }
    JsonNode next = owner.post(cards + "/rotating", Map.of()).expect(201);
    assertEquals(id, scan(till, rotated(next)).expect(200).path("memberId").asString());
  }

  /** What a reader that decrypts by itself hands over. */
  private static String nfc(String message) {
    return "{\"nfcMessage\":\"" + message + "\"}";
  }

  /** What a wallet with a changing barcode shows now. */
  private String rotated(JsonNode pattern) {
    long now = clock.instant().getEpochSecond();
    byte[] key = HexFormat.of().parseHex(pattern.path("keyHex").asString());
    return pattern.path("valuePattern").asString().substring(0, 20)
        + now
        + Totp.at(key, now * 1000, 30_000, 8);
  }

  @Test
  void plasticComesFromStockWithAllItsCodes() {
    TestShop shop = maker.open("plastic", PROGRAM);
    TestShop other = maker.open("plastic-two", PROGRAM);
    Api owner = shop.owner();
    String member = shop.member();
    String second = shop.member();
    JsonNode batch =
        owner
            .post(
                "/api/v1/card-batches",
                Map.of(
                    "name",
                    "Imported",
                    "cards",
                    List.of(
                        Map.of("number", "0012-3456", "uid", "04:A1:B2:C3"),
                        Map.of("number", "00123456"),
                        Map.of("number", "C-2", "uid", "C3B2A104"),
                        Map.of("number", "!"),
                        Map.of("number", "C-3"))))
            .expect(201);
    assertEquals(2, batch.path("cards").asInt(), batch::toString);
    assertEquals(
        List.of(2, 3, 4),
        batch.path("refusals").valueStream().map(r -> r.path("row").asInt()).toList());
    scan(shop.register(), "00123456").refused(422, "CARD_NOT_GIVEN_OUT");
    String cards = "/api/v1/members/" + member + "/cards";
    JsonNode given = shop.register().post(cards, Map.of("number", "00123456")).expect(201);
    assertEquals(2, given.path("items").size(), given::toString);
    for (String text : List.of("00123456", "123456", "04A1B2C3", "C3B2A104", ";00123456?")) {
      assertEquals(member, scan(shop.register(), text).expect(200).path("memberId").asString());
    }
    owner
        .post("/api/v1/members/" + second + "/cards", Map.of("number", "00123456"))
        .refused(409, "CARD_TAKEN");
    owner
        .post("/api/v1/members/" + second + "/cards", Map.of("uid", "C3B2A104"))
        .refused(409, "CARD_TAKEN");
    // Another merchant may have the same number.
    other
        .owner()
        .post("/api/v1/members/" + other.member() + "/cards", Map.of("number", "00123456"))
        .expect(201);
    String id = given.at("/items/0/id").asString();
    owner.put(cards + "/" + id + "/state", Map.of("status", "BLOCKED")).expect(200);
    scan(shop.register(), given.at("/items/0").has("number") ? "00123456" : "04A1B2C3")
        .refused(422, "CARD_BLOCKED");
    owner.delete(cards + "/" + id).expect(204);
    owner.delete(cards + "/" + id).refused(404, "CARD_NOT_FOUND");
    JsonNode generated =
        owner
            .post(
                "/api/v1/card-batches",
                Map.of(
                    "name",
                    "Range",
                    "generate",
                    Map.of("first", "460812300000", "count", 1000, "checkDigit", "EAN13")))
            .expect(201);
    assertEquals(1000, generated.path("cards").asInt());
    String blanks = "/api/v1/card-batches/" + generated.path("id").asString() + "/cards?limit=1";
    String blank = owner.get(blanks).expect(200).at("/items/0").asString();
    Answer file = owner.get(blanks.replace("/cards?limit=1", "/cards.txt")).expectStatus(200);
    List<String> printed = file.text().lines().toList();
    assertEquals(1000, printed.size());
    assertEquals(blank, printed.getFirst());
    assertTrue(file.header("Content-Type").startsWith("text/plain"));
    scan(shop.register(), blank).refused(422, "CARD_NOT_GIVEN_OUT");
    scan(other.register(), blank).refused(422, "PRODUCT_CODE");
    JsonNode again =
        owner
            .post(
                "/api/v1/card-batches",
                Map.of(
                    "name",
                    "Range",
                    "generate",
                    Map.of("first", "460812300999", "count", 2, "checkDigit", "EAN13")))
            .expect(201);
    assertEquals(1, again.path("cards").asInt(), again::toString);
  }

  @Test
  void aCardThatIsScannedTooOftenHasToWait() {
    TestShop shop = maker.open("velocity", PROGRAM);
    Api owner = shop.owner();
    owner
        .put("/api/v1/till-settings", Map.of("scansPerCardHour", 3, "missesPerRegisterMinute", 2))
        .expect(200);
    JsonNode member = shop.signUp(Map.of());
    String code = code(member);
    for (int i = 0; i < 3; i++) {
      scan(shop.register(), code).expect(200);
      clock.plus(Duration.ofMinutes(1));
    }
    Answer refused = scan(shop.register(), code);
    refused.refused(429, "TOO_MANY_REQUESTS");
    long wait = Long.parseLong(refused.header("Retry-After"));
    assertTrue(wait > 3_000 && wait <= 3_600, () -> "Retry-After " + wait);
    clock.plus(Duration.ofSeconds(wait));
    scan(shop.register(), code).expect(200);
    // Guessing: the third miss within a minute is not even looked at.
    Api second = shop.registerIn("Asia/Omsk");
    scan(second, "NOBODY-1").refused(404, "CARD_NOT_FOUND");
    scan(second, "NOBODY-2").refused(404, "CARD_NOT_FOUND");
    Answer blocked = scan(second, code);
    blocked.refused(429, "TOO_MANY_REQUESTS");
    assertTrue(Long.parseLong(blocked.header("Retry-After")) <= 31, blocked::text);
    JsonNode traces =
        owner
            .get("/api/v1/scans?memberId=" + member.path("memberId").asString())
            .expect(200)
            .path("items");
    assertEquals(5, traces.size(), traces::toString);
    assertEquals("FOUND", traces.at("/0/outcome").asString());
    assertEquals("TOO_OFTEN", traces.at("/1/outcome").asString());
    assertEquals(code.substring(16), traces.at("/0/tail").asString());
    assertFalse(traces.toString().contains(code), "the code itself is not kept");
    JsonNode all = owner.get("/api/v1/scans").expect(200).path("items");
    assertEquals("CARD_NOT_FOUND", all.at("/0/outcome").asString(), all::toString);
  }

  @Test
  void spendingByPhoneNeedsTheCode() {
    TestShop shop = maker.open("by-phone", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    // By the page: of a card that a till gave out see PresenceTest.
    JsonNode joined = shop.join(Map.of("phone", "+79165550001", "locale", "en"));
    clock.plus(Duration.ofMinutes(1));
    String member = joined.path("memberId").asString();
    Scene.credit(owner, member, "500.00", "");
    JsonNode seen = scan(till, "8 (916) 555-00-01").expect(200);
    assertEquals("CODE", seen.path("spending").asString());
    // Looking and earning need no consent.
    till.post("/api/v1/quotes", Bill.of("100.00").by(member).spendingMost().json()).expect(200);
    till.post("/api/v1/receipts", Bill.of("100.00").by(member).json()).expect(201);
    Map<String, Object> spending = Bill.of("100.00").by(member).spending("50.00").json();
    till.post("/api/v1/receipts", spending).refused(422, "SPENDING_NEEDS_CODE");
    till.post("/api/v1/holds", Map.of("memberId", member, "amount", 100))
        .refused(422, "SPENDING_NEEDS_CODE");
    till.post("/api/v1/spend-codes/confirm", Map.of("memberId", member, "code", "1"))
        .refused(404, "SPEND_CODE_NOT_FOUND");
    till.post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
    String code = Newcomer.codeFor(kartela.api(), "+79165550001");
    String wrong = code.equals("000000") ? "000001" : "000000";
    till.post("/api/v1/spend-codes/confirm", Map.of("memberId", member, "code", wrong))
        .refused(422, "CODE_WRONG");
    Map<String, String> right = Map.of("memberId", member, "code", code);
    JsonNode proven = till.post("/api/v1/spend-codes/confirm", right).expect(200);
    clock.plus(Duration.ofSeconds(2));
    // Its answer may be lost on the way.
    assertEquals(proven, till.post("/api/v1/spend-codes/confirm", right).expect(200));
    // For this register only, and once; a repetition is not a second time.
    Api second = shop.registerIn("Asia/Omsk");
    scan(second, "+79165550001").expect(200);
    second.post("/api/v1/receipts", spending).refused(422, "SPENDING_NEEDS_CODE");
    JsonNode receipt = till.once("by-phone-1").post("/api/v1/receipts", spending).expect(201);
    assertEquals(rub("50.00"), amount(receipt, "spent"));
    till.post("/api/v1/receipts", spending).refused(422, "SPENDING_NEEDS_CODE");
    till.post("/api/v1/spend-codes/confirm", right).refused(410, "CODE_EXPIRED");
    clock.plus(Duration.ofHours(1));
    JsonNode repeated = till.once("by-phone-1").post("/api/v1/receipts", spending).expect(201);
    assertEquals(receipt, repeated);
    // With the card in hand nothing is asked.
    scan(till, code(joined)).expect(200);
    till.post("/api/v1/receipts", spending).expect(201);
    owner.put("/api/v1/till-settings", Map.of("phoneSpending", "NEVER")).expect(200);
    scan(till, "+79165550001").expect(200);
    till.post("/api/v1/receipts", spending).refused(422, "SPENDING_NEEDS_CARD");
    owner.put("/api/v1/till-settings", Map.of("phoneSpending", "FREE")).expect(200);
    till.post("/api/v1/receipts", spending).expect(201);
    owner.put("/api/v1/till-settings", Map.of("scanRequired", true)).expect(200);
    shop.registerIn("Asia/Omsk")
        .post("/api/v1/receipts", spending)
        .refused(422, "SPENDING_NEEDS_CARD");
  }

  @Test
  void aSpendCodeIsGuessedFiveTimesAtMost() {
    TestShop shop = maker.open("guessing", PROGRAM);
    String member = shop.signUp(Map.of("phone", "+79165550002")).path("memberId").asString();
    Api till = shop.register();
    till.post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
    String code = Newcomer.codeFor(kartela.api(), "+79165550002");
    Map<String, String> wrong =
        Map.of("memberId", member, "code", code.equals("000000") ? "000001" : "000000");
    for (int i = 0; i < 5; i++) {
      till.post("/api/v1/spend-codes/confirm", wrong).refused(422, "CODE_WRONG");
    }
    till.post("/api/v1/spend-codes/confirm", Map.of("memberId", member, "code", code))
        .refused(410, "CODE_EXPIRED");
  }
}
