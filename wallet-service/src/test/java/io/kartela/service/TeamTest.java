package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The owner invites people, gives them roles and lets them go; everybody sees to their own access.
 */
class TeamTest extends WithShops {
  private static final String PASSWORD = "a long enough password";

  @Test
  void anInvitedColleagueSetsAPasswordAndGetsIn() {
    TestShop shop = maker.open("team-join", "");
    Api owner = shop.owner();
    JsonNode invited = invite(owner, "Mark@team-join.example", "MARKETER");
    assertEquals("INVITED", invited.at("/colleague/state").asString());
    assertEquals("mark@team-join.example", invited.at("/colleague/email").asString());
    assertTrue(invited.path("url").asString().contains("/cabinet/invitation#"));
    assertFalse(state(owner, "mark@team-join.example").has("url"), "the link is shown once");
    owner
        .post("/api/v1/staff", person("mark@team-join.example", "OWNER"))
        .refused(409, "STAFF_EXISTS");

    setPassword(invited).expect(204);
    setPassword(invited).refused(410, "INVITATION_INVALID");
    Api mark = kartela.api().signedIn("mark@team-join.example", PASSWORD);
    mark.get("/api/v1/members").expect(200);
    JsonNode there = state(owner, "mark@team-join.example");
    assertEquals("ACTIVE", there.path("state").asString());
    assertEquals(clock.instant().toString(), there.path("lastSignInAt").asString());
  }

  @Test
  void aLinkEndsByTimeByAnotherOneAndWhenItIsTakenBack() {
    TestShop shop = maker.open("team-link", "");
    Api owner = shop.owner();
    JsonNode first = invite(owner, "mark@team-link.example", "MARKETER");
    String one = "/api/v1/staff/" + first.at("/colleague/id").asString();
    JsonNode second = owner.send("POST", one + "/link", null).expect(201);
    setPassword(first).refused(410, "INVITATION_INVALID");
    owner.delete(one + "/link").expect(204);
    setPassword(second).refused(410, "INVITATION_INVALID");
    assertEquals("NOT_JOINED", state(owner, "mark@team-link.example").path("state").asString());
    JsonNode third = owner.send("POST", one + "/link", null).expect(201);
    clock.plus(Duration.ofDays(3).plusSeconds(1));
    Api again = shop.ownerAgain();
    assertEquals("NOT_JOINED", state(again, "mark@team-link.example").path("state").asString());
    setPassword(third).refused(410, "INVITATION_INVALID");
  }

  @Test
  void aRoleCountsFromTheNextClickAndAnEndEndsEverythingAtOnce() {
    TestShop shop = maker.open("team-end", "");
    Api owner = shop.owner();
    Api mark = join(owner, "mark@team-end.example", "MARKETER");
    String one = "/api/v1/staff/" + state(owner, "mark@team-end.example").path("id").asString();
    mark.get("/api/v1/staff").refused(403, "FORBIDDEN");
    owner.put(one, Map.of("name", "Mark", "role", "OWNER")).expect(204);
    mark.get("/api/v1/staff").expect(200);

    JsonNode link = owner.send("POST", one + "/link", null).expect(201);
    owner.delete(one).expect(204);
    mark.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    setPassword(link).refused(410, "INVITATION_INVALID");
    signIn("mark@team-end.example", PASSWORD).refused(401, "SIGN_IN_FAILED");
    assertEquals("ENDED", state(owner, "mark@team-end.example").path("state").asString());
    owner.delete(one).refused(409, "STAFF_ENDED");
    owner.send("POST", one + "/link", null).refused(409, "STAFF_ENDED");

    // Who comes back sets another password; the session from before stays over.
    JsonNode back = invite(owner, "mark@team-end.example", "CASHIER");
    mark.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    setPassword(back).expect(204);
    JsonNode there = signIn("mark@team-end.example", PASSWORD).expect(200);
    assertEquals("CASHIER", there.path("role").asString());
  }

  @Test
  void nobodyTouchesTheirOwnAccessSoAnOwnerIsLeft() {
    TestShop shop = maker.open("team-last", "");
    Api owner = shop.owner();
    String own = "/api/v1/staff/" + state(owner, "owner@team-last.example").path("id").asString();
    owner.delete(own).refused(409, "STAFF_SELF");
    owner.put(own, Map.of("name", "Olga", "role", "MARKETER")).refused(409, "STAFF_SELF");
    owner.send("POST", own + "/link", null).refused(409, "STAFF_SELF");
    owner.put(own, Map.of("name", "Olga", "role", "OWNER")).expect(204);

    Api other = join(owner, "other@team-last.example", "OWNER");
    String his = "/api/v1/staff/" + state(owner, "other@team-last.example").path("id").asString();
    // Both let the other go in the same moment: one of them stays.
    List<CompletableFuture<Answer>> both =
        List.of(
            CompletableFuture.supplyAsync(() -> owner.delete(his)),
            CompletableFuture.supplyAsync(() -> other.delete(own)));
    List<Integer> statuses = both.stream().map(a -> a.join().status()).sorted().toList();
    assertEquals(List.of(204, 401), statuses);
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.staff WHERE merchant_id = %d AND role = 'OWNER' AND"
                    .formatted(shop.id())
                + " ended_at IS NULL"));
  }

  @Test
  void onesOwnPasswordAndSessions() {
    TestShop shop = maker.open("team-own", "");
    Api owner = shop.owner();
    Api second = shop.ownerAgain();
    JsonNode sessions = owner.get("/api/v1/sessions").expect(200).path("items");
    assertEquals(2, sessions.size());
    assertEquals(1, all(sessions).filter(s -> s.path("current").asBoolean()).count());
    assertTrue(sessions.at("/0/address").asString().startsWith("198.18."), sessions::toString);
    String other =
        all(sessions)
            .filter(s -> !s.path("current").asBoolean())
            .map(s -> s.path("id").asString())
            .findFirst()
            .orElseThrow();
    owner.delete("/api/v1/sessions/" + other).expect(204);
    second.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    owner.delete("/api/v1/sessions/" + other).refused(404, "SESSION_NOT_FOUND");
    owner.delete("/api/v1/sessions/none").refused(404, "SESSION_NOT_FOUND");

    Api third = shop.ownerAgain();
    String path = "/api/v1/session/password";
    owner
        .put(path, Map.of("current", "not it, really", "password", "another long one"))
        .refused(422, "PASSWORD_WRONG");
    owner
        .put(path, Map.of("current", PASSWORD, "password", "short"))
        .refused(422, "INVALID_FIELDS");
    owner.put(path, Map.of("current", PASSWORD, "password", "another long one")).expect(204);
    owner.get("/api/v1/session").expect(200);
    third.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    signIn("owner@team-own.example", PASSWORD).refused(401, "SIGN_IN_FAILED");
    signIn("owner@team-own.example", "another long one").expect(200);
  }

  @Test
  void theOwnerEndsAColleaguesSessions() {
    TestShop shop = maker.open("team-out", "");
    Api owner = shop.owner();
    Api mark = join(owner, "mark@team-out.example", "MARKETER");
    String one = "/api/v1/staff/" + state(owner, "mark@team-out.example").path("id").asString();
    owner.delete(one + "/sessions").expect(204);
    mark.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    signIn("mark@team-out.example", PASSWORD).expect(200);
    String own = "/api/v1/staff/" + state(owner, "owner@team-out.example").path("id").asString();
    owner.delete(own + "/sessions").refused(409, "STAFF_SELF");
    assertEquals(
        1, owner.get("/api/v1/audit?kind=STAFF_SIGNED_OUT").expect(200).path("items").size());
  }

  @Test
  void whoMayDoWhat() {
    TestShop shop = maker.open("team-roles", "");
    Api owner = shop.owner();
    String store = owner.get("/api/v1/stores").expect(200).at("/items/0/id").asString();
    String register =
        owner.get("/api/v1/stores").expect(200).at("/items/0/registers/0/id").asString();
    Api marketer = join(owner, "mark@team-roles.example", "MARKETER");
    Api cashier = join(owner, "kate@team-roles.example", "CASHIER");
    String mark = state(owner, "mark@team-roles.example").path("id").asString();
    Map<String, Object> place = Map.of("name", "Branch", "zone", "Europe/Moscow");
    Map<String, Object> text = Map.of("url", "https://shop.example/terms");
    Map<String, java.util.function.Function<Api, Answer>> ownersOnly =
        new java.util.LinkedHashMap<>();
    ownersOnly.put("shop", api -> api.get("/api/v1/shop"));
    ownersOnly.put("change shop", api -> api.put("/api/v1/shop", Map.of()));
    ownersOnly.put("texts", api -> api.get("/api/v1/shop/texts/terms"));
    ownersOnly.put("publish text", api -> api.post("/api/v1/shop/texts/terms", text));
    ownersOnly.put("add store", api -> api.post("/api/v1/stores", place));
    ownersOnly.put("change store", api -> api.put("/api/v1/stores/" + store, place));
    ownersOnly.put("close store", api -> api.post("/api/v1/stores/" + store + "/close", Map.of()));
    ownersOnly.put(
        "rename register", api -> api.put("/api/v1/registers/" + register, Map.of("name", "Left")));
    ownersOnly.put("staff", api -> api.get("/api/v1/staff"));
    ownersOnly.put("invite", api -> api.post("/api/v1/staff", person("x@y.example", "OWNER")));
    ownersOnly.put(
        "change colleague",
        api -> api.put("/api/v1/staff/" + mark, Map.of("name", "M", "role", "OWNER")));
    ownersOnly.put("link", api -> api.send("POST", "/api/v1/staff/" + mark + "/link", null));
    ownersOnly.put("revoke link", api -> api.delete("/api/v1/staff/" + mark + "/link"));
    ownersOnly.put("end colleague", api -> api.delete("/api/v1/staff/" + mark));
    ownersOnly.put("audit", api -> api.get("/api/v1/audit"));
    ownersOnly.put("audit filters", api -> api.get("/api/v1/audit/filters"));
    ownersOnly.put("audit export", api -> api.get("/api/v1/audit/export"));
    ownersOnly.forEach(
        (what, call) -> {
          call.apply(kartela.api()).refused(401, "UNAUTHENTICATED");
          call.apply(marketer).refused(403, "FORBIDDEN");
          call.apply(cashier).refused(403, "FORBIDDEN");
        });
    for (Api anybody : List.of(owner, marketer, cashier)) {
      anybody.get("/api/v1/sessions").expect(200);
    }
    kartela.api().get("/api/v1/sessions").refused(401, "UNAUTHENTICATED");
    kartela
        .api()
        .put("/api/v1/session/password", Map.of("current", "a", "password", PASSWORD))
        .refused(401, "UNAUTHENTICATED");
  }

  @Test
  void anotherShopsIdsAreNotFound() {
    TestShop mine = maker.open("team-mine", "");
    TestShop theirs = maker.open("team-theirs", "");
    Api owner = mine.owner();
    Api stranger = theirs.owner();
    String person =
        "/api/v1/staff/" + state(stranger, "owner@team-theirs.example").path("id").asString();
    owner.put(person, Map.of("name", "Mine", "role", "CASHIER")).refused(404, "STAFF_NOT_FOUND");
    owner.delete(person).refused(404, "STAFF_NOT_FOUND");
    owner.send("POST", person + "/link", null).refused(404, "STAFF_NOT_FOUND");
    owner.delete(person + "/link").refused(404, "STAFF_NOT_FOUND");
    JsonNode store = stranger.get("/api/v1/stores").expect(200).at("/items/0");
    String place = "/api/v1/stores/" + store.path("id").asString();
    owner
        .put(place, Map.of("name", "Mine", "zone", "Europe/Moscow"))
        .refused(404, "STORE_NOT_FOUND");
    owner.post(place + "/close", Map.of("closeRegisters", true)).refused(404, "STORE_NOT_FOUND");
    owner
        .put("/api/v1/registers/" + store.at("/registers/0/id").asString(), Map.of("name", "Mine"))
        .refused(404, "REGISTER_NOT_FOUND");
    String session = stranger.get("/api/v1/sessions").expect(200).at("/items/0/id").asString();
    owner.delete("/api/v1/sessions/" + session).refused(404, "SESSION_NOT_FOUND");
    stranger.get("/api/v1/session").expect(200);
  }

  private static Map<String, Object> person(String email, String role) {
    return Map.of("email", email, "name", "Mark", "role", role);
  }

  private static JsonNode invite(Api owner, String email, String role) {
    return owner.post("/api/v1/staff", person(email, role)).expect(201);
  }

  private Answer setPassword(JsonNode invited) {
    String url = invited.path("url").asString();
    return kartela
        .api()
        .post(
            "/api/v1/session/password",
            Map.of("token", url.substring(url.indexOf('#') + 1), "password", PASSWORD));
  }

  private Api join(Api owner, String email, String role) {
    setPassword(invite(owner, email, role)).expect(204);
    return kartela.api().signedIn(email, PASSWORD);
  }

  private Answer signIn(String email, String password) {
    return kartela.api().post("/api/v1/session", Map.of("email", email, "password", password));
  }

  private static JsonNode state(Api owner, String email) {
    return all(owner.get("/api/v1/staff").expect(200).path("items"))
        .filter(p -> p.path("email").asString().equals(email))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> all(JsonNode items) {
    return items.valueStream();
  }
}
