package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Kept views of lists: whose they are, who sees and who changes them. */
class ViewsTest extends WithShops {
  private static final String VIEWS = "/api/v1/views";
  private static final Map<String, ?> GOLD = Map.of("tier", "gold", "hidden", List.of("spent"));

  @Test
  void aViewIsKeptRenamedReplacedAndDeleted() {
    Api owner = maker.open("views-own", "").owner();
    JsonNode made = owner.post(VIEWS, view("MEMBERS", " Золотые ", false, GOLD)).expect(201);
    assertEquals("Золотые", made.path("name").asString());
    assertEquals("gold", made.at("/state/tier").asString());
    assertEquals("spent", made.at("/state/hidden/0").asString());
    assertTrue(made.path("own").asBoolean() && made.path("changeable").asBoolean());
    String one = VIEWS + "/" + made.path("id").asString();
    Api first = owner.with("If-Match", "\"1\"");
    JsonNode changed = first.put(one, wanted("Лучшие", false, Map.of("sort", "spent"))).expect(200);
    assertEquals("{\"sort\":\"spent\"}", changed.path("state").toString());
    first.put(one, wanted("Опять", false, GOLD)).refused(409, "VIEW_CHANGED");
    first.delete(one).refused(409, "VIEW_CHANGED");
    owner.put(one, wanted("Опять", false, GOLD)).refused(422, "INVALID_FIELDS");
    assertEquals("Лучшие", items(owner, "MEMBERS").at("/0/name").asString());
    assertEquals(0, items(owner, "GOODS").size());
    owner.with("If-Match", "\"2\"").delete(one).expect(204);
    assertEquals(0, items(owner, "MEMBERS").size());
    owner.with("If-Match", "\"2\"").delete(one).refused(404, "VIEW_NOT_FOUND");
    assertEquals(0, audit(owner, "VIEW_SHARED"), "what is one's own is nobody's matter");
  }

  @Test
  void whatIsOnesOwnNobodyElseSeesAndWhatIsSharedManagersMayChange() {
    TestShop shop = maker.open("views-shared", "");
    Api owner = shop.owner();
    Api manager = shop.as(Role.MANAGER);
    Api marketer = shop.as(Role.MARKETER);
    Api support = shop.as(Role.SUPPORT);
    JsonNode own = marketer.post(VIEWS, view("MEMBERS", "Мой", false, GOLD)).expect(201);
    String mine = VIEWS + "/" + own.path("id").asString();
    for (Api other : List.of(owner, manager, support)) {
      assertEquals(0, items(other, "MEMBERS").size());
      Api seen = other.with("If-Match", "\"1\"");
      seen.put(mine, wanted("Чужой", true, GOLD)).refused(404, "VIEW_NOT_FOUND");
      seen.delete(mine).refused(404, "VIEW_NOT_FOUND");
    }
    marketer.with("If-Match", "\"1\"").put(mine, wanted("Общий", true, GOLD)).expect(200);
    JsonNode seen = items(support, "MEMBERS").path(0);
    assertEquals("Общий", seen.path("name").asString());
    assertEquals(false, seen.path("own").asBoolean());
    assertEquals(false, seen.path("changeable").asBoolean());
    assertTrue(items(manager, "MEMBERS").at("/0/changeable").asBoolean());
    support.with("If-Match", "\"2\"").put(mine, wanted("Н", true, GOLD)).refused(403, "FORBIDDEN");
    support.with("If-Match", "\"2\"").delete(mine).refused(403, "FORBIDDEN");
    manager.with("If-Match", "\"2\"").put(mine, wanted("Новый", true, GOLD)).expect(200);
    owner.with("If-Match", "\"3\"").delete(mine).expect(204);
    for (String kind : List.of("VIEW_SHARED", "SHARED_VIEW_CHANGED", "SHARED_VIEW_DELETED")) {
      assertEquals(1, audit(owner, kind), kind);
    }
  }

  /** Whoever may not see the list cannot read its views, nor keep any. */
  @Test
  void viewsAreForWhoeverSeesTheList() {
    TestShop shop = maker.open("views-lists", "");
    Api owner = shop.owner();
    Api support = shop.as(Role.SUPPORT);
    JsonNode goods = owner.post(VIEWS, view("GOODS", "Чай", true, Map.of("q", "чай"))).expect(201);
    support.get(VIEWS + "?list=GOODS").refused(403, "FORBIDDEN");
    support.get(VIEWS + "?list=AUDIT").refused(403, "FORBIDDEN");
    support.post(VIEWS, view("GOODS", "Мой", false, GOLD)).refused(403, "FORBIDDEN");
    support
        .with("If-Match", "\"1\"")
        .delete(VIEWS + "/" + goods.path("id").asString())
        .refused(404, "VIEW_NOT_FOUND");
    assertEquals(1, items(shop.as(Role.CASHIER), "GOODS").size());
  }

  @Test
  void thereIsALimitToEverything() {
    Api owner = maker.open("views-limits", "").owner();
    owner.post(VIEWS, view("MEMBERS", "", false, GOLD)).refused(422, "INVALID_FIELDS");
    owner.post(VIEWS, view("MEMBERS", "я".repeat(61), false, GOLD)).refused(422, "INVALID_FIELDS");
    owner
        .post(VIEWS, view("MEMBERS", "Н", false, Map.of("q", "я".repeat(4_000))))
        .refused(422, "INVALID_FIELDS");
    owner
        .post(VIEWS, Map.of("list", "MEMBERS", "name", "Н", "state", List.of()))
        .refused(422, "INVALID_FIELDS");
    owner.post(VIEWS, view("STORES", "Н", false, GOLD)).refused(422, "INVALID_FIELDS");
    owner.get(VIEWS + "?list=STORES").refused(400, "INVALID_PARAMETER");
    for (int i = 0; i < 50; i++) {
      owner.post(VIEWS, view("MEMBERS", "Вид " + i, false, GOLD)).expect(201);
    }
    owner.post(VIEWS, view("MEMBERS", "Ещё", false, GOLD)).refused(409, "TOO_MANY_VIEWS");
    owner.post(VIEWS, view("GOODS", "Другого списка", false, GOLD)).expect(201);
    JsonNode shared = owner.post(VIEWS, view("MEMBERS", "Общий", true, GOLD)).expect(201);
    owner
        .with("If-Match", "\"1\"")
        .put(VIEWS + "/" + shared.path("id").asString(), wanted("Н", false, GOLD))
        .refused(409, "TOO_MANY_VIEWS");
    for (int i = 1; i < 100; i++) {
      owner.post(VIEWS, view("MEMBERS", "Общий " + i, true, GOLD)).expect(201);
    }
    owner.post(VIEWS, view("MEMBERS", "Ещё", true, GOLD)).refused(409, "TOO_MANY_VIEWS");
    assertEquals(150, items(owner, "MEMBERS").size());
  }

  private static Map<String, ?> view(
      String list, String name, boolean shared, Map<String, ?> state) {
    return Map.of("list", list, "name", name, "shared", shared, "state", state);
  }

  private static Map<String, ?> wanted(String name, boolean shared, Map<String, ?> state) {
    return Map.of("name", name, "shared", shared, "state", state);
  }

  private static JsonNode items(Api api, String list) {
    return api.get(VIEWS + "?list=" + list).expect(200).path("items");
  }

  private static int audit(Api owner, String kind) {
    return owner.get("/api/v1/audit?kind=" + kind).expect(200).path("items").size();
  }
}
