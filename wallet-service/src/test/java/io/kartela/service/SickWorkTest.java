package io.kartela.service;

import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One merchant's trouble stays his: jobs go on for the others, and the operator hears of it. */
class SickWorkTest extends WithShops {
  private static final String PENDING = "'rules':[" + earn(500) + "],'earning':{'pendingDays':14}";

  private final Jobs jobs = maker.jobs(clock);

  @AfterAll
  void closeJobs() {
    jobs.close();
  }

  private long pending(String member) {
    return kartela.number("SELECT pending FROM ledger.account WHERE account_id = " + member);
  }

  private JsonNode health() {
    return kartela.api().get("/health").expect(200);
  }

  private static boolean tells(JsonNode health, String work) {
    return health.path("sickWork").toString().contains(work);
  }

  private void awaitHealth(String work, boolean sick) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (tells(health(), work) != sick) {
      assertTrue(System.nanoTime() < end, () -> health().toString());
      Thread.sleep(50);
    }
  }

  @Test
  void aSickAccountStopsNobodysBookings() throws InterruptedException {
    Scene s = scene("sick-account", PENDING);
    String sick = s.shop.member();
    String sound = s.shop.member();
    s.buy(Bill.of("1000").by(sick));
    s.buy(Bill.of("1000").by(sound));
    long due = pending(sick);
    assertTrue(due > 0);
    // Its figures are not what its lots say: booking would make them negative.
    kartela.execute("UPDATE ledger.account SET pending = 0 WHERE account_id = " + sick);
    clock.plus(Duration.ofDays(15));
    jobs.bookDue();
    assertEquals(0, pending(sound), "the other one is booked");
    awaitHealth("book due bonuses", true);
    JsonNode health = health();
    assertEquals("UP", health.path("status").asString(), "a node that serves stays in rotation");
    assertEquals("DEGRADED", health.at("/checks/sickWork").asString());
    assertFalse(health.toString().contains(sick), "and tells no account");

    kartela.execute(
        "UPDATE ledger.account SET pending = %d WHERE account_id = %s".formatted(due, sick));
    kartela.execute("UPDATE kartela.work_trouble SET next_try = now() - interval '1 second'");
    jobs.bookDue();
    assertEquals(0, pending(sick), "made good by itself");
    awaitHealth("book due bonuses", false);
  }

  @Test
  void aMerchantWithoutAProgramStopsNobodysTiers() {
    long before = kartela.number("SELECT count(*) FROM kartela.work_trouble");
    kartela.execute("INSERT INTO kartela.route_slug (slug, merchant_id) VALUES ('a-nobody', 1)");
    try {
      jobs.recomputeTiers();
      jobs.forgetScans();
      jobs.checkAll();
    } finally {
      kartela.execute("DELETE FROM kartela.route_slug WHERE merchant_id = 1");
    }
    assertEquals(
        before,
        kartela.number("SELECT count(*) FROM kartela.work_trouble"),
        "and is no trouble at all");
  }

  @Test
  void theOwnerSeesWhatNeedsAttentionAndTriesAgain() {
    Scene s = scene("attention", PENDING);
    Scene other = scene("attention-other", PENDING);
    JsonNode none = s.shop.owner().get("/api/v1/attention").expect(200);
    assertTrue(none.path("undelivered").isEmpty() && none.path("work").isEmpty());
    String member = s.shop.member();
    kartela.execute(
        """
        INSERT INTO kartela.dead_letter (merchant_id, channel, member_id, target, reason, detail, created_at, next_try)
        VALUES (%d, 'APPLE', %s, '', 'CERTIFICATE', 'BadCertificate', now(), 'infinity')
        """
            .formatted(s.shop.id(), member));
    Api owner = s.shop.ownerAgain();
    JsonNode one = owner.get("/api/v1/attention").expect(200).at("/undelivered/0");
    assertEquals("CERTIFICATE", one.path("reason").asString());
    assertEquals(1, one.path("cards").asInt());
    assertTrue(
        other.shop.owner().get("/api/v1/attention").expect(200).path("undelivered").isEmpty());
    assertEquals(
        1,
        owner
            .post("/api/v1/attention/retry", java.util.Map.of())
            .expect(202)
            .path("cards")
            .asInt());
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    // Nobody has this card on a phone: it goes out again, and is over.
    while (!owner.get("/api/v1/attention").expect(200).path("undelivered").isEmpty()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      pause();
    }
  }

  @Test
  void theOperatorSeesWhoseCardsAndWorkNeedHimAndTriesOneShopsAgain() {
    Scene s = scene("operators-attention", PENDING);
    Scene well = scene("operators-well", PENDING);
    kartela.execute(
        """
        INSERT INTO kartela.dead_letter (merchant_id, channel, member_id, target, reason, detail, created_at, next_try)
        VALUES (%1$d, 'APPLE', %2$s, '', 'CERTIFICATE', 'BadCertificate', now(), 'infinity');
        INSERT INTO kartela.work_trouble (merchant_id, work, subject, detail, next_try)
        VALUES (%1$d, 'recompute tiers', '', 'IllegalStateException', now() + interval '1 hour')
        """
            .formatted(s.shop.id(), s.shop.member()));
    Api operator = kartela.operator();
    kartela.api().get("/api/v1/operator/attention").refused(401, "OPERATOR_KEY_INVALID");
    JsonNode one = shop(operator, s.shop.id());
    assertEquals(
        operator.get("/api/v1/operator/merchants/" + s.shop.id()).expect(200).path("name"),
        one.path("name"));
    assertEquals("CERTIFICATE", one.at("/undelivered/0/reason").asString());
    assertEquals(1, one.at("/undelivered/0/cards").asInt());
    assertEquals("recompute tiers", one.at("/work/0/work").asString());
    assertTrue(shop(operator, well.shop.id()).isMissingNode());
    String retry = "/api/v1/operator/merchants/%s/retry";
    assertEquals(
        1,
        operator
            .send("POST", retry.formatted(s.shop.id()), null)
            .expect(202)
            .path("cards")
            .asInt());
    operator.send("POST", retry.formatted("999999999"), null).refused(404, "SHOP_NOT_FOUND");
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    // Nobody has this card on a phone: it goes out again, and is over; the work still waits.
    while (!shop(operator, s.shop.id()).path("undelivered").isEmpty()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      pause();
    }
    assertEquals(1, shop(operator, s.shop.id()).path("work").size());
    kartela.execute("DELETE FROM kartela.work_trouble WHERE merchant_id = " + s.shop.id());
  }

  private static JsonNode shop(Api operator, long merchantId) {
    for (JsonNode item : operator.get("/api/v1/operator/attention").expect(200).path("items")) {
      if (item.path("merchantId").asString().equals(Long.toString(merchantId))) {
        return item;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
  }

  @Test
  void whatDoesNotAddUpIsToldThoughTheMerchantWasLeftOut() {
    Scene s = scene("adds-up-not", PENDING);
    s.buy(Bill.of("1000").by(s.shop.member()));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (Jobs own = maker.jobs(clock, meters)) {
      String where = " WHERE merchant_id = " + s.shop.id();
      kartela.execute("UPDATE ledger.account SET pending = pending + 1" + where);
      own.checkAll();
      double found = meters.get("kartela_ledger_discrepancies").gauge().value();
      assertTrue(found >= 1, () -> found + " found");
      kartela.execute(
          """
          INSERT INTO kartela.work_trouble (merchant_id, work, subject, detail, next_try)
          VALUES (%d, 'check the ledger', '', 'x', now() + interval '1 hour')
          """
              .formatted(s.shop.id()));
      own.checkAll();
      assertEquals(found, meters.get("kartela_ledger_discrepancies").gauge().value());
      kartela.execute("DELETE FROM kartela.work_trouble" + where);
      kartela.execute("UPDATE ledger.account SET pending = pending - 1" + where);
      own.checkAll();
      assertTrue(meters.get("kartela_ledger_discrepancies").gauge().value() < found, "made good");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
