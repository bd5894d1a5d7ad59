package io.kartela.service;

import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.job.Jobs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program that comes into force at a chosen moment. */
class PlannedProgramTest extends WithShops {
  private static final String WAITING = "/api/v1/program/waiting";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-12-01T12:00:00+03:00");
    return super.scene(slug, program);
  }

  /** Signed in at the last moment of these tests, so that no session ends before. */
  private Api owner(Scene s) {
    clock.set("2026-12-03T00:00:00+03:00");
    Api owner = s.shop.owner();
    clock.set("2026-12-01T12:00:00+03:00");
    return owner;
  }

  private static String draft(Api owner, int percentBp) {
    JsonNode made =
        owner
            .postText(
                "/api/v1/program/drafts",
                "{\"name\":\"Зима\",\"program\":"
                    + TestShop.json("'rules':[" + earn(percentBp) + "]")
                    + "}")
            .expect(201);
    return "/api/v1/program/drafts/" + made.path("id").asString();
  }

  private static JsonNode plan(Api owner, int percentBp, String at) {
    return owner.post(draft(owner, percentBp) + "/publish", Map.of("at", at)).expect(202);
  }

  private static List<Integer> numbers(Api owner) {
    return owner
        .get("/api/v1/program/versions")
        .expect(200)
        .path("items")
        .valueStream()
        .map(one -> one.path("number").asInt())
        .toList();
  }

  @Test
  void receiptsAreJudgedByTheirOwnMomentHoweverLateItIsNoticed() {
    Scene s = scene("planned", "'rules':[" + earn(500) + "]");
    Api owner = owner(s);
    String member = s.shop.member();
    JsonNode planned = plan(owner, 1_000, "2026-12-02T00:00");
    assertEquals("2026-12-01T21:00:00Z", planned.path("at").asString());
    assertEquals("Зима", planned.path("name").asString());
    assertEquals(
        "Правило «Правило»: действие, процент 5\u00a0% → 10\u00a0%",
        planned.at("/changes/0/text/ru").asString());
    assertEquals(planned, owner.get(WAITING).expect(200).path("waiting"));
    assertEquals(1, owner.get("/api/v1/program").expect(200).path("number").asInt());

    clock.set("2026-12-01T23:59:59.999+03:00");
    assertAmounts(s.buy(Bill.of("1000").by(member)), "earned", "50");
    clock.set("2026-12-02T00:00:00+03:00");
    JsonNode first = s.buy(Bill.of("1000").by(member));
    assertAmounts(first, "earned", "100");

    // Nobody asked for a day: what was sold meanwhile comes late, and each is judged by its moment.
    Scene quiet = scene("planned-quiet", "'rules':[" + earn(500) + "]");
    String customer = quiet.shop.member();
    Api other = owner(quiet);
    JsonNode _ = plan(other, 1_000, "2026-12-02T00:00");
    clock.set("2026-12-03T00:00:00+03:00");
    Bill bill = Bill.of("1000").by(customer);
    assertAmounts(quiet.buy(bill.at("2026-12-02T00:00:00+03:00")), "earned", "100");
    assertAmounts(quiet.buy(bill.at("2026-12-01T23:59:59.999+03:00")), "earned", "50");
    JsonNode inForce = other.get("/api/v1/program").expect(200);
    assertEquals(2, inForce.path("number").asInt());
    assertEquals("2026-12-01T21:00:00Z", inForce.path("publishedAt").asString());
    assertTrue(other.get(WAITING).expect(200).path("waiting").isNull());
    // A return goes by the version that judged the receipt.
    JsonNode sold = quiet.buy(bill.at("2026-12-02T12:00:00+03:00"));
    assertAmounts(quiet.giveAllBack(sold), "earnReversed", "100");
  }

  @Test
  void theJobsOfTwoNodesPublishOnce() throws Exception {
    Scene s = scene("planned-twice", "'rules':[" + earn(500) + "]");
    Api owner = owner(s);
    JsonNode _ = plan(owner, 1_000, "2026-12-01T13:00");
    clock.set("2026-12-01T12:59:59+03:00");
    try (Jobs one = maker.jobs(clock)) {
      one.publishPrograms();
    }
    assertEquals(List.of(1), numbers(owner));
    clock.set("2026-12-01T13:05:00+03:00");
    try (Jobs one = maker.jobs(clock);
        Jobs other = maker.jobs(clock);
        var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> nodes =
          List.of(
              Executors.callable(one::publishPrograms),
              Executors.callable(other::publishPrograms),
              () -> owner.get("/api/v1/program").expect(200));
      for (Future<Object> done : threads.invokeAll(nodes)) {
        Object _ = done.get();
      }
    }
    assertEquals(List.of(2, 1), numbers(owner));
    assertEquals(
        "2026-12-01T10:00:00Z",
        owner.get("/api/v1/program").expect(200).path("publishedAt").asString());
  }

  @Test
  void whatWaitsIsTakenBackOrPublishedAtOnce() {
    Scene s = scene("planned-back", "'rules':[" + earn(500) + "]");
    Api owner = owner(s);
    String member = s.shop.member();
    JsonNode _ = plan(owner, 1_000, "2026-12-01T20:00");
    owner.post(draft(owner, 700) + "/publish", Map.of()).refused(409, "PROGRAM_WAITS");
    owner
        .post(draft(owner, 700) + "/publish", Map.of("at", "2026-12-30T00:00"))
        .refused(409, "PROGRAM_WAITS");

    String id =
        owner.send("POST", WAITING + "/take-back", null).expect(201).path("draftId").asString();
    assertTrue(owner.get(WAITING).expect(200).path("waiting").isNull());
    JsonNode back = owner.get("/api/v1/program/drafts/" + id).expect(200);
    assertEquals(1_000, back.at("/program/rules/0/then/percentBp").asInt());
    assertFalse(back.path("outdated").asBoolean());
    owner.send("POST", WAITING + "/take-back", null).refused(404, "PROGRAM_NOT_WAITING");
    owner.send("POST", WAITING + "/publish", null).refused(404, "PROGRAM_NOT_WAITING");
    clock.set("2026-12-01T20:00:00+03:00");
    assertAmounts(s.quote(Bill.of("1000").by(member)), "earned", "50");

    owner
        .post("/api/v1/program/drafts/" + id + "/publish", Map.of("at", "2026-12-01T21:00"))
        .expect(202);
    JsonNode now = owner.send("POST", WAITING + "/publish", null).expect(201);
    assertEquals(2, now.path("number").asInt());
    assertEquals("2026-12-01T17:00:00Z", now.path("publishedAt").asString());
    assertAmounts(s.quote(Bill.of("1000").by(member)), "earned", "100");
    clock.set("2026-12-01T21:00:00+03:00");
    assertEquals(List.of(2, 1), numbers(owner));
    assertEquals(
        List.of("PROGRAM_PUBLISHED", "PROGRAM_PLANNED", "PROGRAM_TAKEN_BACK", "PROGRAM_PLANNED"),
        owner
            .get("/api/v1/audit")
            .expect(200)
            .path("items")
            .valueStream()
            .map(one -> one.path("kind").asString())
            .filter(action -> !action.startsWith("PROGRAM_DRAFT"))
            .filter(action -> action.startsWith("PROGRAM"))
            .toList());
  }

  @Test
  void onlyAMomentAheadWillDoAndNobodyElsesProgramIsSeen() {
    Scene s = scene("planned-when", "'rules':[" + earn(500) + "]");
    Api owner = owner(s);
    String path = draft(owner, 1_000) + "/publish";
    for (String at : List.of("2026-12-01T12:00", "2025-12-31T00:00")) {
      assertEquals(
          "IN_THE_PAST",
          owner.post(path, Map.of("at", at)).expect(422).at("/errors/0/code").asString());
    }
    assertEquals(
        "TOO_FAR",
        owner
            .post(path, Map.of("at", "2027-12-31T00:00"))
            .expect(422)
            .at("/errors/0/code")
            .asString());
    JsonNode _ = plan(owner, 1_000, "2026-12-01T20:00");
    Api other = owner(scene("planned-other", "'rules':[" + earn(500) + "]"));
    assertTrue(other.get(WAITING).expect(200).path("waiting").isNull());
    other.send("POST", WAITING + "/publish", null).refused(404, "PROGRAM_NOT_WAITING");
    clock.set("2026-12-01T20:00:00+03:00");
    assertEquals(1, other.get("/api/v1/program").expect(200).path("number").asInt());
    assertEquals(2, owner.get("/api/v1/program").expect(200).path("number").asInt());
  }
}
