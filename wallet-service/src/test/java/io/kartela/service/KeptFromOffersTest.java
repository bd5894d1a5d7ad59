package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom campaigns leave alone, each with a reason of its own. */
class KeptFromOffersTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  KeptFromOffersTest() {
    super(TestKartela::startWithSimulator);
  }

  @Test
  void aChildAndABlockedMemberAreToldApart() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("kept-from", PROGRAM);
    Api owner = s.shop.owner();
    s.shop.signUp(Map.of("birthDate", "2012-11-22"));
    s.shop.signUp(Map.of("consentMessages", false));
    String blocked = s.shop.signUp(Map.of()).path("memberId").asString();
    kartela.execute("UPDATE kartela.member SET status = 'BLOCKED' WHERE member_id = " + blocked);
    JsonNode audience = owner.get("/api/v1/campaigns/audience").expect(200);
    assertEquals(3, audience.path("members").asInt());
    assertEquals(1, audience.path("children").asInt());
    assertEquals(1, audience.path("blocked").asInt());
    String id = start(owner);
    JsonNode done = finished(owner, id);
    assertEquals(
        List.of("BLOCKED", "NO_CONSENT", "UNDER_AGE"),
        done.path("reasons").valueStream().map(r -> r.path("code").asString()).sorted().toList());
  }

  @Test
  void partsOfATextAreFromOneToTen() {
    Scene s = scene("parts", PROGRAM);
    Api owner = s.shop.owner();
    for (int parts : new int[] {0, 11, -1}) {
      owner
          .post("/api/v1/campaigns/audience", Map.of("parts", parts))
          .refused(422, "INVALID_FIELDS");
    }
    owner.post("/api/v1/campaigns/audience", Map.of("parts", 10)).expect(200);
  }

  @Test
  void twoRecordsOfOnePersonGetOneTextWhateverTheOrder() {
    Scene s = scene("one-text", PROGRAM);
    Api owner = s.shop.owner();
    String told = s.shop.member();
    String waiting = s.shop.member();
    String id = start(owner);
    JsonNode _ = finished(owner, id);
    // As if it had been paused when the first was told and the second waited in a part of its own.
    kartela.execute(
        "UPDATE kartela.campaign_recipient SET outcome = 'DELIVERED', reason = NULL WHERE"
            + " campaign_id = %s AND member_id = %s".formatted(id, told));
    kartela.execute(
        """
        UPDATE kartela.campaign_recipient SET outcome = NULL, reason = NULL, seq = 100000
        WHERE campaign_id = %s AND member_id = %s
        """
            .formatted(id, waiting));
    kartela.execute(
        """
        INSERT INTO kartela.campaign_chunk (merchant_id, campaign_id, from_seq, to_seq)
        SELECT merchant_id, campaign_id, 100000, 100000 FROM kartela.campaign WHERE campaign_id = %s
        """
            .formatted(id));
    owner
        .post(
            "/api/v1/members/" + waiting + "/merges",
            Map.of("memberId", told, "reason", "one person"))
        .expect(201);
    kartela.execute(
        "UPDATE kartela.campaign SET state = 'RUNNING', finished_at = NULL WHERE campaign_id = "
            + id);
    JsonNode done = finished(owner, id);
    assertEquals(
        "MERGED",
        kartela.text(
            "SELECT reason FROM kartela.campaign_recipient WHERE campaign_id = %s AND member_id = %s"
                .formatted(id, waiting)),
        done::toString);
  }

  private static String start(Api owner) {
    return owner
        .post("/api/v1/campaigns", Map.of("name", "N", "text", "T"))
        .expect(201)
        .path("id")
        .asString();
  }

  private static JsonNode finished(Api owner, String id) {
    String one = "/api/v1/campaigns/" + id;
    Eventually.until(() -> owner.get(one).expect(200).path("state").asString().equals("DONE"));
    return owner.get(one).expect(200);
  }
}
