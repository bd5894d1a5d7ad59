package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.credit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is done to many members at once: whom, once, told, and undone. */
class BulkJobTest extends WithShops {
  private static final String JOBS = "/api/v1/bulk-jobs";

  private static Map<String, Object> found(Object... pairs) {
    return Map.of(
        "found", pairs.length == 0 ? Map.of() : Map.of(String.valueOf(pairs[0]), pairs[1]));
  }

  private static Map<String, Object> job(Object who, Object action) {
    return Map.of("who", who, "action", action);
  }

  private static Map<String, Object> tag(String kind, String tag) {
    return Map.of("kind", kind, "tag", tag);
  }

  private static JsonNode done(Api owner, JsonNode begun, String state) {
    String one = JOBS + "/" + begun.path("id").asString();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    JsonNode seen = owner.get(one).expect(200);
    while (!seen.path("state").asString().equals(state)) {
      assertTrue(System.nanoTime() < end, seen::toString);
      LockSupport.parkNanos(10_000_000);
      seen = owner.get(one).expect(200);
    }
    return seen;
  }

  private static JsonNode run(Api owner, Object who, Object action) {
    return done(owner, owner.post(JOBS, job(who, action)).expect(202), "DONE");
  }

  private static JsonNode undone(Api owner, JsonNode job) {
    JsonNode begun =
        owner.post(JOBS + "/" + job.path("id").asString() + "/undo", Map.of()).expect(202);
    return done(owner, begun, "UNDONE");
  }

  private static List<String> tags(Api owner, String member) {
    List<String> tags = new ArrayList<>();
    owner
        .get("/api/v1/members/" + member)
        .expect(200)
        .path("tags")
        .forEach(t -> tags.add(t.asString()));
    return tags;
  }

  private static long balance(Api owner, String member) {
    return owner.get("/api/v1/members/" + member).expect(200).at("/balance/available").asLong();
  }

  private static long count(JsonNode job, String outcome) {
    return job.path("outcomes").path(outcome).asLong();
  }

  @Test
  void aTagIsGivenToAllFoundAndTakenBackFromThoseWhoGotIt() {
    Scene scene = scene("bulk-tags", "");
    Api owner = scene.shop.owner();
    String anna = scene.shop.member();
    String boris = scene.shop.member();
    String full = scene.shop.member();
    String gone = scene.shop.member();
    owner.patch("/api/v1/members/" + boris + "/tags", Map.of("add", List.of("VIP"))).expect(200);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.add("t" + i);
    }
    owner.patch("/api/v1/members/" + full + "/tags", Map.of("add", many)).expect(200);
    assertEquals(
        4,
        owner.post(JOBS + "/preview", Map.of("who", found())).expect(200).path("members").asInt());
    JsonNode job = run(scene.shop.as(Role.MARKETER), found(), tag("TAG_ADD", "vip"));
    assertEquals("VIP", job.path("tag").asString());
    assertEquals(2, count(job, "CHANGED"));
    assertEquals(1, count(job, "SAME"));
    assertEquals(1, count(job, "FAILED"));
    assertEquals(full, job.at("/failures/0/memberId").asString());
    assertEquals("TOO_MANY_TAGS", job.at("/failures/0/code").asString());
    assertEquals(30, tags(owner, full).size());
    assertEquals(List.of("VIP"), tags(owner, anna));
    owner.patch("/api/v1/members/" + gone + "/tags", Map.of("remove", List.of("VIP"))).expect(200);

    JsonNode back = undone(owner, job);
    assertEquals(1, count(back, "UNDONE"));
    assertEquals(1, count(back, "KEPT"));
    assertEquals(List.of(), tags(owner, anna));
    assertEquals(List.of("VIP"), tags(owner, boris));
    owner
        .post(JOBS + "/" + job.path("id").asString() + "/undo", Map.of())
        .refused(409, "BULK_JOB_STATE");
    JsonNode entries = owner.get("/api/v1/audit?limit=50").expect(200).path("items");
    List<String> kinds = new ArrayList<>();
    entries.forEach(e -> kinds.add(e.path("kind").asString()));
    assertEquals(
        1, kinds.stream().filter("MEMBERS_CHANGED_AT_ONCE"::equals).count(), kinds::toString);
    assertEquals(1, kinds.stream().filter("MEMBERS_CHANGE_UNDONE"::equals).count());
    assertEquals(job.path("id"), owner.get(JOBS).expect(200).at("/items/0/id"));
  }

  @Test
  void bonusesAreGivenOnceAndTakenBackAsFarAsTheyAreLeft() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("bulk-bonuses", "");
    Api owner = scene.shop.owner();
    String anna = scene.shop.member();
    String boris = scene.shop.member();
    String other = scene.shop.member();
    Map<String, Object> who = Map.of("members", List.of(anna, boris));
    Map<String, Object> action =
        Map.of(
            "kind",
            "CREDIT",
            "amount",
            rub("100"),
            "expiresOn",
            "2026-12-31",
            "reason",
            "Праздник");
    Api same = owner.once("bulk-1");
    JsonNode begun = same.post(JOBS, job(who, action)).expect(202);
    assertEquals(begun.path("id"), same.post(JOBS, job(who, action)).expect(202).path("id"));
    same.post(JOBS, job(Map.of("members", List.of(other)), action))
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
    JsonNode job = done(owner, begun, "DONE");
    assertEquals(2, count(job, "CHANGED"));
    assertEquals(rub("100"), balance(owner, anna));
    assertEquals(0, balance(owner, other));
    // All of one's are taken by hand: nothing is left to take back.
    credit(owner, anna, "-100", "");
    JsonNode back = undone(owner, job);
    assertEquals(1, count(back, "UNDONE"));
    assertEquals("NOTHING_TO_VOID", back.at("/failures/0/code").asString());
    assertEquals(anna, back.at("/failures/0/memberId").asString());
    assertEquals(0, balance(owner, boris));
    scene.shop.as(Role.MARKETER).post(JOBS, job(who, action)).refused(403, "FORBIDDEN");
  }

  @Test
  void manyAreBlockedAndLetInAgain() {
    Scene scene = scene("bulk-block", "");
    Api owner = scene.shop.owner();
    String anna = scene.shop.member();
    String boris = scene.shop.member();
    String status = "/api/v1/members/" + boris;
    owner.put(status + "/status", Map.of("status", "BLOCKED", "reason", "раньше")).expect(204);
    JsonNode job = run(owner, found(), Map.of("kind", "BLOCK", "reason", "проверка"));
    assertEquals(1, count(job, "CHANGED"));
    assertEquals(
        "BLOCKED", owner.get("/api/v1/members/" + anna).expect(200).path("status").asString());
    assertEquals(1, count(undone(owner, job), "UNDONE"));
    assertEquals(
        "ACTIVE", owner.get("/api/v1/members/" + anna).expect(200).path("status").asString());
    assertEquals("BLOCKED", owner.get(status).expect(200).path("status").asString());
  }

  @Test
  void aSelectionIsWhatTheListFinds() {
    Scene scene = scene("bulk-who", "");
    Api owner = scene.shop.owner();
    String anna = scene.shop.member();
    String boris = scene.shop.member();
    scene.buy(Bill.of("100").by(anna));
    JsonNode bought = SegmentTest.condition("{'type':'not','of':{'type':'firstPurchase'}}");
    JsonNode job = run(owner, found("condition", bought), tag("TAG_ADD", "купил"));
    assertEquals(1, count(job, "CHANGED"));
    assertEquals(List.of("купил"), tags(owner, anna));
    assertEquals(List.of(), tags(owner, boris));
    owner
        .post(JOBS, job(found("q", "никого такого"), tag("TAG_ADD", "x")))
        .refused(422, "NOBODY_CHOSEN");
    owner.post(JOBS, job(Map.of(), tag("TAG_ADD", "x"))).expect(422);
    owner.post(JOBS, job(found(), Map.of("kind", "CREDIT"))).expect(422);
    owner.post(JOBS, job(found(), Map.of("kind", "ERASE"))).expect(422);
    owner.post(JOBS, Map.of()).expect(422);
    owner.get(JOBS + "/1").refused(404, "BULK_JOB_NOT_FOUND");
    scene.shop.as(Role.CASHIER).get(JOBS).refused(403, "FORBIDDEN");
  }

  @Test
  void whatIsLongOverIsForgottenAndWhatIsNotIsKept() {
    Scene scene = scene("bulk-old", "");
    Api owner = scene.shop.owner();
    String anna = scene.shop.member();
    JsonNode old = run(owner, found(), tag("TAG_ADD", "old"));
    assertEquals(1, count(undone(owner, run(owner, found(), tag("TAG_ADD", "both"))), "UNDONE"));
    clock.plus(Duration.ofDays(179));
    Api meanwhile = scene.shop.as(Role.MARKETER);
    JsonNode young = run(meanwhile, found(), tag("TAG_ADD", "young"));
    forget();
    assertEquals(
        1, count(meanwhile.get(JOBS + "/" + old.path("id").asString()).expect(200), "CHANGED"));
    clock.plus(Duration.ofDays(2));
    forget();
    String job = JOBS + "/" + old.path("id").asString();
    Api later = scene.shop.ownerAgain();
    later.get(job).refused(404, "BULK_JOB_NOT_FOUND");
    JsonNode left = later.get(JOBS).expect(200).path("items");
    assertEquals(1, left.size(), left::toString);
    assertEquals(young.path("id").asString(), left.at("/0/id").asString());
    assertEquals(
        1, kartela.number("SELECT count(*) FROM kartela.bulk_row WHERE member_id = " + anna));
    assertEquals(1, count(undone(later, young), "UNDONE"), "and can still be undone");
  }

  private void forget() {
    try (var jobs = maker.jobs(clock)) {
      jobs.forgetScans();
    }
  }
}
