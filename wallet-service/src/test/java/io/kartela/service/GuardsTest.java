package io.kartela.service;

import static io.kartela.service.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards that nobody misses until somebody wants past them. */
class GuardsTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  @Test
  void aSessionOfTheCabinetEndsTwelveHoursAfterItBegan() {
    TestShop shop = maker.open("session-end", PROGRAM);
    Api owner = shop.owner();
    Api other = shop.ownerAgain();
    // Somebody who works all day, so that being idle is not what ends it.
    for (int minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      clock.plus(Duration.ofMinutes(10));
      owner.get("/api/v1/session").expect(200);
    }
    clock.plus(Duration.ofMinutes(10).minusMillis(1));
    owner.get("/api/v1/members").expect(200);
    clock.plus(Duration.ofMillis(1));
    owner.get("/api/v1/members").refused(401, "UNAUTHENTICATED");
    owner.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    owner
        .post("/api/v1/campaigns", Map.of("name", "Late", "text", "Hello"))
        .refused(401, "UNAUTHENTICATED");
    other.get("/api/v1/members").refused(401, "UNAUTHENTICATED");
    shop.ownerAgain().get("/api/v1/members").expect(200);
  }

  @Test
  void passwordsCannotBeGuessedForAsLongAsOneLikes() {
    TestShop shop = maker.open("guessed", PROGRAM);
    shop.owner();
    int tries = 0;
    Answer answer;
    do {
      tries++;
      answer =
          kartela
              .api()
              .post(
                  "/api/v1/session",
                  Map.of("email", "owner@guessed.example", "password", "wrong " + tries));
    } while (answer.status() == 401 && tries < 50);
    answer.refused(429, "TOO_MANY_REQUESTS");
    assertTrue(Long.parseLong(answer.header("Retry-After")) > 0);
    assertTrue(tries <= 31, "after " + tries + " tries");
  }

  @Test
  void nobodyTriesManyAccountsFromOneAddress() {
    int tries = 0;
    Answer answer;
    do {
      tries++;
      answer =
          kartela
              .api()
              .post(
                  "/api/v1/session",
                  Map.of("email", "nobody-" + tries + "@guessed.example", "password", "wrong"));
    } while (answer.status() == 401 && tries < 200);
    answer.refused(429, "TOO_MANY_REQUESTS");
    assertTrue(Long.parseLong(answer.header("Retry-After")) > 0);
  }

  @Test
  void signUpsOfOthersAreNotLookedForForAsLongAsOneLikes() {
    TestShop shop = maker.open("sign-ups-guessed", PROGRAM);
    int tries = 0;
    Answer answer;
    do {
      tries++;
      answer =
          kartela
              .api()
              .post(
                  "/api/v1/public/sign-ups/" + shop.id() + "-" + (1_000 + tries) + "/confirm",
                  Map.of("code", "123456"));
    } while (answer.status() == 404 && tries < 60);
    answer.refused(429, "TOO_MANY_REQUESTS");
    assertTrue(tries >= 20 && tries <= 34, "after " + tries + " tries");
  }

  @Test
  void aNodeThatComesBackAfterItsLeaseWritesNothingOfTheCampaign() throws Exception {
    TestShop shop = maker.open("fence", PROGRAM);
    Api owner = shop.owner();
    shop.member();
    shop.member();
    String chunk = "kartela.campaign_chunk WHERE merchant_id = " + shop.id();
    try (var c = kartela.admin().getConnection();
        var s = c.createStatement()) {
      c.setAutoCommit(false);
      // The node stands still in the middle of its chunk: it waits for us to read who has a card.
      s.execute("LOCK TABLE kartela.pass IN ACCESS EXCLUSIVE MODE");
      owner.post("/api/v1/campaigns", Map.of("name", "News", "text", "Hello")).expect(201);
      String node = standingStill();
      assertEquals(1, kartela.number("SELECT epoch FROM " + chunk));
      // Its lease is over, another node has the chunk and is at work.
      kartela.execute(
          "UPDATE kartela.campaign_chunk SET epoch = epoch + 1, lease_until = clock_timestamp() +"
              + " interval '1 hour' WHERE merchant_id = "
              + shop.id());
      c.rollback();
      until(() -> kartela.number("SELECT count(*) FROM pg_stat_activity WHERE " + node) == 0);
    }
    assertEquals(0, kartela.number("SELECT count(*) FROM " + chunk + " AND done"));
    assertEquals(0, kartela.number("SELECT skipped FROM " + chunk));
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.campaign_recipient WHERE outcome IS NOT NULL AND"
                + " merchant_id = "
                + shop.id()));
  }

  /** The transaction that reads who has a card and waits for us, once it does. */
  private String standingStill() {
    String waits =
        "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND"
            + " query LIKE '%AS one (id)%'";
    until(() -> kartela.number("SELECT count(*) " + waits) == 1);
    return kartela.text(
        "SELECT format('pid = %s AND xact_start = %L', pid, xact_start::text) " + waits);
  }
}
