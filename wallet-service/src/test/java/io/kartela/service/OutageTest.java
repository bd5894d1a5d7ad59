package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is told while the database cannot work: try again later, never that something is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
  private final TestKartela kartela = TestKartela.start(new TestClock());

  @AfterAll
  void close() {
    kartela.close();
  }

  /** Makes every sign-up fail as PostgreSQL itself fails then. */
  private void failing(String sqlState) {
    kartela.execute(
        """
        CREATE OR REPLACE FUNCTION kartela.fail() RETURNS trigger LANGUAGE plpgsql AS $f$
        BEGIN RAISE EXCEPTION 'made to fail' USING ERRCODE = '%s'; END $f$;
        DROP TRIGGER IF EXISTS fail ON kartela.member;
        CREATE TRIGGER fail BEFORE INSERT ON kartela.member
          FOR EACH ROW EXECUTE FUNCTION kartela.fail();
        """
            .formatted(sqlState));
  }

  private Answer enrol(String phone) {
    return kartela
        .register()
        .post(
            "/api/v1/members",
            Map.of("phone", phone, "name", "Outage", "consentTerms", true, "consentData", true));
  }

  @Test
  void aFullDiskIsSaidAndShownAndPasses() {
    failing("53100");
    Answer refused = enrol("+79165550001");
    refused.refused(503, "STORAGE_FULL");
    assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    Answer health = kartela.api().get("/health");
    assertEquals(503, health.status());
    assertTrue(health.text().contains("\"storage\":\"DOWN\""), health.text());
    kartela.execute("DROP TRIGGER fail ON kartela.member");
    enrol("+79165550001").expect(201);
  }

  @Test
  void everyLossOfTheConnectionIsRetried() {
    for (String state : new String[] {"57P01", "57P02", "57P03", "08006", "53300", "53200"}) {
      failing(state);
      Answer refused = enrol("+79165550002");
      refused.refused(503, "BUSY");
      assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0, state);
    }
    kartela.execute("DROP TRIGGER fail ON kartela.member");
    enrol("+79165550002").expect(201);
  }
}
