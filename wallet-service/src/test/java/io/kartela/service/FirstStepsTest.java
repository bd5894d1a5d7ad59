package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A new shop's first steps are done when the shop has what they bring. */
class FirstStepsTest extends WithShops {
  private static final String STEPS = "/api/v1/first-steps";

  private record Opened(Api owner, Api register) {}

  private Opened open(String slug, Map<String, ?> more) {
    Map<String, Object> request =
        new TreeMap<>(
            Map.of(
                "slug",
                slug,
                "name",
                "Shop",
                "zone",
                "Europe/Moscow",
                "owner",
                Map.of("email", "boss@" + slug + ".example", "name", "Boss")));
    request.putAll(more);
    JsonNode opened = kartela.operator().post("/api/v1/operator/merchants", request).expect(201);
    kartela
        .api()
        .post(
            "/api/v1/session/password",
            Map.of(
                "token",
                opened.at("/owner/invitation/token").asString(),
                "password",
                "a good long password"))
        .expect(204);
    return new Opened(
        kartela.api().signedIn("boss@" + slug + ".example", "a good long password"),
        kartela.api().key(opened.at("/register/key").asString()));
  }

  private static List<String> done(Api owner) {
    return owner
        .get(STEPS)
        .expect(200)
        .path("steps")
        .valueStream()
        .filter(s -> s.path("done").asBoolean())
        .map(s -> s.path("id").asString())
        .toList();
  }

  @Test
  void eachStepIsDoneByWhatItBringsInWhateverOrder() {
    Opened shop = open("steps", Map.of());
    Api owner = shop.owner;
    JsonNode first = owner.get(STEPS).expect(200);
    assertEquals(7, first.path("steps").size());
    assertFalse(first.path("hidden").asBoolean() || first.path("complete").asBoolean());
    assertEquals(List.of(), done(owner));

    shop.register.get("/api/v1/register").expect(200);
    assertEquals(List.of("TILL"), done(owner));

    publishFrom(owner, "clothes");
    assertEquals(List.of("PROGRAM", "TILL"), done(owner));
    assertEquals(
        "Europe/Moscow", owner.get("/api/v1/program").expect(200).at("/program/zone").asString());

    int revision = owner.get("/api/v1/design/draft").expect(200).path("revision").asInt();
    owner.post("/api/v1/design/publish", Map.of("revision", revision)).expect(201);
    assertEquals(List.of("PROGRAM", "DESIGN", "TILL"), done(owner));

    String member =
        shop.register
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79167790777",
                    "name",
                    "Анна",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(201)
            .path("memberId")
            .asString();
    shop.register
        .post(
            "/api/v1/receipts",
            Map.of("memberId", member, "lines", List.of(Map.of("amount", 30_000))))
        .expect(201);
    assertEquals(List.of("PROGRAM", "DESIGN", "TILL", "POSTER", "SALE"), done(owner));
    publishText(owner, "terms");
    assertFalse(done(owner).contains("TEXTS"), "customers agree to two texts");
    publishText(owner, "privacy");
    assertTrue(done(owner).contains("TEXTS"));
    assertFalse(owner.get(STEPS).expect(200).path("complete").asBoolean());
  }

  private static void publishText(Api owner, String kind) {
    owner.post("/api/v1/shop/texts/" + kind, Map.of("text", Map.of("ru", "Текст"))).expect(201);
  }

  private static void publishFrom(Api owner, String template) {
    owner
        .post("/api/v1/program/drafts", Map.of("name", "Casino", "template", "casino"))
        .refused(422, "INVALID_FIELDS");
    owner
        .post(
            "/api/v1/program/drafts",
            Map.of("name", "Both", "template", template, "document", "{}"))
        .refused(422, "INVALID_FIELDS");
    assertEquals(7, owner.get("/api/v1/program/templates").expect(200).path("items").size());
    JsonNode draft =
        owner
            .post("/api/v1/program/drafts", Map.of("name", "Ours", "template", template))
            .expect(201);
    assertTrue(draft.path("valid").asBoolean(), draft::toString);
    String path = "/api/v1/program/drafts/" + draft.path("id").asString();
    owner
        .put(path, Map.of("revision", draft.path("revision").asInt(), "template", template))
        .refused(422, "INVALID_FIELDS");
    JsonNode remarks = owner.post(path + "/validate", Map.of()).expect(200).path("problems");
    assertEquals(0, remarks.size(), remarks::toString);
    owner.post(path + "/publish", Map.of()).expect(201);
  }

  @Test
  void whatTheOperatorChoseIsDoneAndTheRestCanBeHidden() {
    Opened shop =
        open(
            "chosen",
            Map.of("template", "beauty", "description", Map.of("ru", "Бонусы", "en", "Bonuses")));
    assertEquals(List.of("DETAILS", "PROGRAM"), done(shop.owner));
    shop.owner.put(STEPS, Map.of()).refused(422, "INVALID_FIELDS");
    assertTrue(
        shop.owner.put(STEPS, Map.of("hidden", true)).expect(200).path("hidden").asBoolean());
    assertTrue(shop.owner.get(STEPS).expect(200).path("hidden").asBoolean());
    assertFalse(
        shop.owner.put(STEPS, Map.of("hidden", false)).expect(200).path("hidden").asBoolean());
  }

  @Test
  void aProgramThatGivesSomethingForACategoryAsksForItsGoods() {
    Api owner = open("coffee-steps", Map.of("template", "coffee-shop")).owner;
    JsonNode coffee = owner.get("/api/v1/goods/categories").expect(200).at("/items/0");
    assertEquals("Кофе", coffee.path("name").asString());
    assertEquals(8, owner.get(STEPS).expect(200).path("steps").size());
    assertEquals(List.of("PROGRAM"), done(owner));
    owner
        .post("/api/v1/goods/items", Map.of("name", "Латте", "categories", List.of("coffee")))
        .expect(201);
    assertEquals(List.of("PROGRAM", "GOODS"), done(owner));
  }

  @Test
  void theyAreTheOwnersAndNewShopsOnly() {
    kartela.marketer().get(STEPS).refused(403, "FORBIDDEN");
    kartela.marketer().put(STEPS, Map.of("hidden", true)).refused(403, "FORBIDDEN");
    kartela.cashier().get(STEPS).refused(403, "FORBIDDEN");
    kartela.api().get(STEPS).refused(401, "UNAUTHENTICATED");
    kartela.marketer().get("/api/v1/program/templates").expect(200);
    kartela.cashier().get("/api/v1/program/templates").refused(403, "FORBIDDEN");
    JsonNode demo = kartela.owner().get(STEPS).expect(200);
    assertTrue(demo.path("hidden").asBoolean() && demo.path("steps").isEmpty(), demo::toString);
  }
}
