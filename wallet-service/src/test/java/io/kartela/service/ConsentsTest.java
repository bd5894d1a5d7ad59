package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members agree to and take back is written down with what shows it, and holds. */
class ConsentsTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  ConsentsTest() {
    super(clock -> TestKartela.startWith(clock, true, Map.of()));
  }

  private static String consents(String member) {
    return "/api/v1/members/" + member + "/consents";
  }

  private static List<String> said(Api staff, String member) {
    return said(staff.get(consents(member)).expect(200));
  }

  private static List<String> said(JsonNode list) {
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .map(
            one ->
                one.path("purpose").asString()
                    + (one.path("granted").asBoolean() ? " yes " : " no ")
                    + one.path("source").asString())
        .toList();
  }

  private static boolean wanted(Api staff, String member) {
    return staff.get("/api/v1/members/" + member).expect(200).path("consentMessages").asBoolean();
  }

  @Test
  void thePageKeepsTheWordsAndTheNetwork() {
    TestShop shop = maker.open("consent-page", PROGRAM);
    Api owner = shop.owner();
    String member = shop.join(Map.of()).path("memberId").asString();
    JsonNode list = owner.get(consents(member)).expect(200);
    assertEquals(
        List.of(
            "MARKETING yes SIGN_UP_PAGE",
            "PERSONAL_DATA yes SIGN_UP_PAGE",
            "PROGRAM yes SIGN_UP_PAGE"),
        said(list));
    JsonNode proof = list.at("/items/0/proof");
    assertEquals("Tell me about offers and gifts", proof.at("/text/en").asString());
    assertEquals("127.0.0.0/24", proof.path("network").asString());
    assertTrue(wanted(owner, member));
    // Nobody is asked twice what they did not say.
    String quiet = shop.join(Map.of("consentMessages", false)).path("memberId").asString();
    assertEquals(
        List.of("PERSONAL_DATA yes SIGN_UP_PAGE", "PROGRAM yes SIGN_UP_PAGE"), said(owner, quiet));
    assertEquals(false, wanted(owner, quiet));
  }

  /** What was read is agreed to, not what the shop published while the code was on its way. */
  @Test
  void theShopsOwnTextStandsBesideTheTick() {
    TestShop shop = maker.open("consent-text", PROGRAM);
    Api owner = shop.owner();
    publish(owner, "Правила первые");
    Api visitor = kartela.visitor();
    Map<String, Object> person =
        Map.of("phone", "+79167790031", "name", "Анна", "consentTerms", true, "consentData", true);
    JsonNode started =
        visitor.post("/api/v1/public/shops/consent-text/sign-ups", person).expect(202);
    clock.plus(Duration.ofSeconds(5));
    publish(owner, "Правила вторые");
    String code = Newcomer.codeFor(kartela.api(), "+79167790031");
    String member =
        visitor
            .post(
                "/api/v1/public/sign-ups/" + started.path("signUpId").asString() + "/confirm",
                Map.of("code", code))
            .expect(200)
            .path("memberId")
            .asString();
    JsonNode early = owner.get(consents(member)).expect(200);
    assertEquals("PERSONAL_DATA yes SIGN_UP_PAGE", said(early).getFirst());
    assertTrue(early.at("/items/0/proof/shopText").isMissingNode(), "of data there is no text");
    assertEquals(1, early.at("/items/1/proof/shopText").asInt());
    clock.plus(Duration.ofSeconds(5));
    String late = shop.join(Map.of("consentMessages", false)).path("memberId").asString();
    assertEquals(2, owner.get(consents(late)).expect(200).at("/items/1/proof/shopText").asInt());
    String spoken = shop.member();
    assertTrue(
        owner.get(consents(spoken)).expect(200).at("/items/2/proof/shopText").isMissingNode(),
        "at the till nobody is shown a page");
  }

  private static void publish(Api owner, String words) {
    owner
        .post("/api/v1/shop/texts/terms", Map.of("text", Map.of("ru", words, "en", words)))
        .expect(201);
  }

  @Test
  void theTillKeepsTheRegister() {
    TestShop shop = maker.open("consent-till", PROGRAM);
    Api owner = shop.owner();
    JsonNode list = owner.get(consents(shop.member())).expect(200);
    assertEquals(
        List.of("MARKETING yes TILL", "PERSONAL_DATA yes TILL", "PROGRAM yes TILL"), said(list));
    assertEquals("Register", list.at("/items/0/proof/register").asString());
    assertTrue(list.at("/items/0/proof/text").isMissingNode(), "spoken words have no version");
  }

  @Test
  void theConsentToDataIsAskedByItselfAtEveryDoor() {
    TestShop shop = maker.open("consent-apart", PROGRAM);
    Map<String, Object> rulesOnly =
        Map.of("phone", "+79167790011", "name", "Анна", "consentTerms", true);
    Map<String, Object> dataOnly =
        Map.of("phone", "+79167790011", "name", "Анна", "consentData", true);
    String page = "/api/v1/public/shops/consent-apart/sign-ups";
    assertTrue(fields(kartela.api().post(page, rulesOnly)).contains("consentData"));
    assertTrue(fields(kartela.api().post(page, dataOnly)).contains("consentTerms"));
    assertTrue(fields(shop.register().post("/api/v1/members", rulesOnly)).contains("consentData"));
    assertTrue(fields(shop.register().post("/api/v1/members", dataOnly)).contains("consentTerms"));
  }

  private static List<String> fields(Answer answer) {
    return answer
        .refused(422, "INVALID_FIELDS")
        .path("errors")
        .valueStream()
        .map(one -> one.path("field").asString())
        .toList();
  }

  /** Their one consent spoke of both; who proves to be themselves and ticks anew has it apart. */
  @Test
  void membersOfBeforeKeepWhatTheyTicked() {
    TestShop shop = maker.open("consent-before", PROGRAM);
    Api owner = shop.owner();
    String phone = "+79167790012";
    String member = shop.join(Map.of("phone", phone)).path("memberId").asString();
    kartela.execute(
        "DELETE FROM kartela.consent WHERE purpose = 'PERSONAL_DATA' AND member_id = " + member);
    kartela.execute(
        "UPDATE kartela.consent SET text_version = 'ea341aef981d' WHERE purpose = 'PROGRAM' AND"
            + " member_id = "
            + member);
    JsonNode before = owner.get(consents(member)).expect(200);
    assertEquals(List.of("MARKETING yes SIGN_UP_PAGE", "PROGRAM yes SIGN_UP_PAGE"), said(before));
    assertTrue(before.at("/items/1/proof/text/ru").asString().contains("моих данных"));
    clock.plus(Duration.ofSeconds(61));
    shop.join(Map.of("phone", phone));
    assertEquals(
        List.of(
            "PERSONAL_DATA yes SIGN_UP_PAGE",
            "MARKETING yes SIGN_UP_PAGE",
            "PROGRAM yes SIGN_UP_PAGE"),
        said(owner, member));
  }

  @Test
  void takingBackHoldsAtOnceAndIsWrittenOnce() {
    TestShop shop = maker.open("consent-back", PROGRAM);
    Api owner = shop.owner();
    String phone = "+79167790001";
    String member = shop.join(Map.of("phone", phone)).path("memberId").asString();
    for (int i = 0; i < 2; i++) {
      owner.post(consents(member) + "/withdrawals", Map.of()).expect(200);
    }
    List<String> joined =
        List.of(
            "MARKETING yes SIGN_UP_PAGE",
            "PERSONAL_DATA yes SIGN_UP_PAGE",
            "PROGRAM yes SIGN_UP_PAGE");
    assertEquals("MARKETING no CABINET", said(owner, member).getFirst());
    assertEquals(joined, said(owner, member).subList(1, 4));
    assertEquals(false, wanted(owner, member));
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.audit WHERE action = 'CONSENT_WITHDRAWN' AND subject ="
                + " 'member:"
                + member
                + "'"));
    // A cashier's word does not bring it back; the member's own, with a code, does.
    shop.signUp(Map.of("phone", phone));
    assertEquals(false, wanted(owner, member));
    clock.plus(Duration.ofSeconds(61));
    shop.join(Map.of("phone", phone));
    assertEquals(5, said(owner, member).size());
    assertEquals("MARKETING yes SIGN_UP_PAGE", said(owner, member).getFirst());
    assertTrue(wanted(owner, member));
  }

  @Test
  void anotherMerchantsMemberIsNobody() {
    TestShop shop = maker.open("consent-one", PROGRAM);
    Api other = maker.open("consent-two", PROGRAM).owner();
    String member = shop.member();
    other.get(consents(member)).refused(404, "MEMBER_NOT_FOUND");
    other.post(consents(member) + "/withdrawals", Map.of()).refused(404, "MEMBER_NOT_FOUND");
    assertTrue(wanted(shop.owner(), member));
  }

  @Test
  void whatWasSaidIsNeitherChangedNorDeleted() {
    TestShop shop = maker.open("consent-kept", PROGRAM);
    shop.member();
    try (Database database = kartela.open()) {
      for (String sql :
          List.of("UPDATE kartela.consent SET granted = false", "DELETE FROM kartela.consent")) {
        DatabaseException no =
            assertThrows(
                DatabaseException.class,
                () ->
                    database.inTenant(
                        shop.id(),
                        c -> {
                          try (var s = c.createStatement()) {
                            return s.executeUpdate(sql);
                          }
                        }));
        assertTrue(String.valueOf(no.getCause()).contains("permission denied"), no::toString);
      }
    }
  }

  /** Taken back after the campaign began, before its part is sent. */
  @Test
  void aCampaignDoesNotReachWhoTookItBackSinceItBegan() throws InterruptedException {
    TestShop shop = maker.open("consent-part", PROGRAM);
    Api owner = shop.owner();
    String member = shop.member();
    String id = again(owner);
    hold(shop, member);
    owner.post(consents(member) + "/withdrawals", Map.of()).expect(200);
    kartela.execute(
        "UPDATE kartela.campaign_chunk SET done = false, lease_until = 'epoch' WHERE campaign_id = "
            + id);
    owner.put("/api/v1/campaigns/" + id + "/state", Map.of("state", "RUNNING")).expect(200);
    assertEquals("NO_CONSENT", finished(owner, id).at("/reasons/0/code").asString());
  }

  /** Taken back while the text lies in the outbox, as of a campaign that was paused for days. */
  @Test
  void aTextThatWaitsDoesNotReachWhoTookItBack() throws InterruptedException {
    TestShop shop = maker.open("consent-wait", PROGRAM);
    Api owner = shop.owner();
    String member = shop.member();
    String id = again(owner);
    hold(shop, member);
    kartela.execute(
        """
        INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload, not_before)
        VALUES (%d, 'PASS_NEWS', %s, '{"notify": true, "news": "T", "campaign": %s, "seq": 1}', 'infinity')
        """
            .formatted(shop.id(), member, id));
    owner.post(consents(member) + "/withdrawals", Map.of()).expect(200);
    owner.put("/api/v1/campaigns/" + id + "/state", Map.of("state", "RUNNING")).expect(200);
    JsonNode done = finished(owner, id);
    assertEquals("NO_CONSENT", done.at("/reasons/0/code").asString(), done::toString);
    assertEquals(1, done.path("skipped").asInt(), done::toString);
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.pass WHERE news IS NOT NULL AND member_id = " + member));
  }

  /** A campaign of one recipient that is paused with nothing said yet. */
  private String again(Api owner) throws InterruptedException {
    String id =
        owner
            .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "tier", "base"))
            .expect(201)
            .path("id")
            .asString();
    finished(owner, id);
    kartela.execute(
        """
        UPDATE kartela.campaign_recipient SET outcome = NULL, reason = NULL WHERE campaign_id = %1$s;
        UPDATE kartela.campaign_chunk SET delivered = 0, failed = 0, skipped = 0 WHERE campaign_id = %1$s;
        UPDATE kartela.campaign SET state = 'PAUSED', finished_at = NULL WHERE campaign_id = %1$s;
        UPDATE kartela.pass SET news = NULL
        """
            .formatted(id));
    return id;
  }

  /** Somebody's card is on a phone. */
  private void hold(TestShop shop, String member) {
    kartela.execute(
        """
        INSERT INTO kartela.apple_device (merchant_id, device_id, push_token, token_at)
        VALUES (%1$d, 'd%2$s', 't%2$s', now());
        INSERT INTO kartela.apple_registration (merchant_id, device_id, serial, registered_at)
        SELECT merchant_id, 'd%2$s', serial, now() FROM kartela.pass WHERE member_id = %2$s
        """
            .formatted(shop.id(), member));
  }

  private static JsonNode finished(Api owner, String id) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      JsonNode now = owner.get("/api/v1/campaigns/" + id).expect(200);
      if (now.path("state").asString().equals("DONE")) {
        return now;
      }
      assertTrue(System.nanoTime() < end, now::toString);
      Thread.sleep(20);
    }
  }
}
