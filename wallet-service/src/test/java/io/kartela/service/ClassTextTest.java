package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A campaign's text at Google: one message for a whole class, or one for each card. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassTextTest {
  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Api owner = kartela.owner();

  @AfterAll
  void close() {
    kartela.close();
  }

  private SimulatedPhone holder(String phone, boolean messages) {
    Newcomer member = Newcomer.join(kartela.api(), phone, "Анна", messages);
    SimulatedPhone android = SimulatedPhone.create(kartela.api(), "GOOGLE");
    android.add(member.cardToken());
    return android;
  }

  private JsonNode send(String text) throws InterruptedException {
    JsonNode started =
        owner
            .with("Idempotency-Key", text.replace(' ', '-'))
            .post("/api/v1/campaigns", Map.of("name", "News", "text", text))
            .expect(201);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      JsonNode now = owner.get("/api/v1/campaigns/" + started.path("id").asString()).expect(200);
      if (now.path("state").asString().equals("DONE")) {
        return now;
      }
      assertTrue(System.nanoTime() < end, now::toString);
      Thread.sleep(20);
    }
  }

  private static boolean reads(SimulatedPhone phone, String text) {
    return phone.look().at("/cards/0/backFields").toString().contains(text);
  }

  private long texts(String where) {
    return kartela.number("SELECT count(*) FROM kartela.google_class_text WHERE " + where);
  }

  @Test
  void aClassIsToldOnceWhenTheTextIsForEverybodyOfIt() throws InterruptedException {
    List<SimulatedPhone> all =
        List.of(
            holder("+7 916 820-00-01", true),
            holder("+7 916 820-00-02", true),
            holder("+7 916 820-00-03", true));
    JsonNode done = send("Coffee is on us");
    assertEquals(3, done.path("delivered").asInt(), done::toString);
    for (SimulatedPhone phone : all) {
      phone.await(p -> reads(phone, "Coffee is on us"));
      assertTrue(
          phone.notices().stream().anyMatch(n -> n.contains("Coffee is on us")), "a notice, too");
      assertEquals(
          1, phone.notices().stream().filter(n -> n.contains("Coffee")).count(), "and only one");
    }
    assertEquals(1, texts("whole AND told_at IS NOT NULL"));

    // One of the class wants no messages: the others are told by themselves, and she is not.
    SimulatedPhone quiet = holder("+7 916 820-00-04", false);
    JsonNode second = send("Tea is on us");
    assertEquals(3, second.path("delivered").asInt(), second::toString);
    assertEquals(1, second.path("skipped").asInt(), second::toString);
    for (SimulatedPhone phone : all) {
      phone.await(p -> reads(phone, "Tea is on us"));
    }
    assertEquals(false, reads(quiet, "Tea is on us"));
    assertEquals(1, texts("NOT whole AND told_at IS NULL"));
  }
}
