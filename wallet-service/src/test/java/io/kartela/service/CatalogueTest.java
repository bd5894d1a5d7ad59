package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.db.Database;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalogue of goods: what people and receipts put in, and what rules make of it. */
class CatalogueTest extends WithShops {
  private static final String ITEMS = "/api/v1/goods/items";
  private static final String CATEGORIES = "/api/v1/goods/categories";

  private static final String TEN_PER_CENT_ON_DRINKS =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],'rules':["
          + Scene.rule(
              "drinks",
              "'then':{'type':'earnPercent','percentBp':1000,'goods':{'categories':['Напитки'],"
                  + "'withoutFlags':['sale']}}")
          + "]";

  private static Map<String, Object> good(String name, List<String> codes, String... categories) {
    Map<String, Object> good = new LinkedHashMap<>();
    good.put("name", name);
    good.put("codes", codes);
    good.put("categories", List.of(categories));
    return good;
  }

  private static JsonNode create(Api who, String name, List<String> codes, String... categories) {
    return who.post(ITEMS, good(name, codes, categories)).expect(201);
  }

  private static JsonNode category(Api who, String name, String parentId) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("name", name));
    if (!parentId.isEmpty()) {
      body.put("parentId", parentId);
    }
    return who.post(CATEGORIES, body).expect(201);
  }

  private static List<String> names(Api who, String query) {
    return who.get(ITEMS + query)
        .expect(200)
        .path("items")
        .valueStream()
        .map(i -> i.path("name").asString())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static long earned(TestShop shop, String member, String sku) {
    return amount(
        shop.register()
            .post(
                "/api/v1/quotes",
                Map.of("memberId", member, "lines", List.of(Map.of("sku", sku, "amount", 10_000))))
            .expect(200),
        "earned");
  }

  @Test
  void aRuleThatNamesOneCodeMeansAllTheGoodsHave() {
    TestShop shop =
        maker.open(
            "cat-same-goods",
            "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1}],'rules':["
                + Scene.rule(
                    "latte",
                    "'then':{'type':'earnPercent','percentBp':1000,'goods':{'skus':['LATTE']}}")
                + ","
                + Scene.rule(
                    "rest",
                    "'then':{'type':'earnPercent','percentBp':500,'goods':{'excludedSkus':['LATTE']}}")
                + "]");
    Api owner = shop.owner();
    String member = shop.member();
    assertEquals(500, earned(shop, member, "4600000000017"));

    JsonNode latte = create(owner, "Латте", List.of("LATTE", "4600000000017"));
    assertEquals(1_000, earned(shop, member, "LATTE"));
    assertEquals(1_000, earned(shop, member, "4600000000017"));
    assertEquals(1_000, earned(shop, member, "latte"));

    // A code that comes later is the same latte at once; one that is taken away is none any more.
    owner
        .put(
            ITEMS + "/" + latte.path("id").asString(),
            good("Латте", List.of("LATTE", "4600000000024")))
        .expect(200);
    assertEquals(1_000, earned(shop, member, "4600000000024"));
    assertEquals(500, earned(shop, member, "4600000000017"));

    // What a return takes back is what the receipt brought, whatever the catalogue says by then.
    JsonNode sold =
        shop.register()
            .post(
                "/api/v1/receipts",
                Map.of(
                    "memberId",
                    member,
                    "lines",
                    List.of(Map.of("sku", "4600000000024", "quantity", "2", "amount", 20_000))))
            .expect(201);
    assertEquals(2_000, amount(sold, "earned"));
    owner
        .put(ITEMS + "/" + latte.path("id").asString(), good("Латте", List.of("LATTE")))
        .expect(200);
    JsonNode back =
        shop.register()
            .post(
                "/api/v1/receipts/" + sold.path("id").asString() + "/returns",
                Map.of("lines", List.of(Map.of("lineNo", 1, "quantity", "1"))))
            .expect(201);
    assertEquals(1_000, amount(back, "earnReversed"));
  }

  @Test
  void aRuleOnACategoryCountsGoodsOfThoseUnderIt() {
    TestShop shop = maker.open("cat-tree", TEN_PER_CENT_ON_DRINKS);
    Api owner = shop.owner();
    String member = shop.member();
    // The program named it, so it is there before any goods are.
    JsonNode drinks = owner.get(CATEGORIES).expect(200).at("/items/0");
    assertEquals("Напитки", drinks.path("key").asString());
    JsonNode hot = category(owner, "Горячие", drinks.path("id").asString());
    JsonNode coffee = category(owner, "Кофе", hot.path("id").asString());
    JsonNode latte = create(owner, "Латте", List.of("4600000000017", "LATTE"), "Кофе");
    assertEquals(1_000, earned(shop, member, "LATTE"));
    assertEquals(1_000, earned(shop, member, "4600000000017"));

    // What a register says of a line lies under the same tree, by key or by name.
    assertEquals(
        1_000,
        amount(
            shop.register()
                .post(
                    "/api/v1/quotes",
                    Map.of(
                        "memberId",
                        member,
                        "lines",
                        List.of(
                            Map.of(
                                "sku", "OTHER", "categories", List.of("КОФЕ"), "amount", 10_000))))
                .expect(200),
            "earned"));

    // A mark of the goods takes part in rules as one of the register does.
    Map<String, Object> sale = good("Латте", List.of("LATTE"), "Кофе");
    sale.put("flags", List.of("sale"));
    owner.put(ITEMS + "/" + latte.path("id").asString(), sale).expect(200);
    assertEquals(0, earned(shop, member, "LATTE"));

    // Elsewhere in the tree it is no drink.
    owner
        .put(ITEMS + "/" + latte.path("id").asString(), good("Латте", List.of(), "Кофе"))
        .expect(200);
    assertEquals(1_000, earned(shop, member, "LATTE"));
    owner.put(CATEGORIES + "/" + coffee.path("id").asString(), Map.of("name", "Кофе")).expect(204);
    assertEquals(0, earned(shop, member, "LATTE"));
  }

  @Test
  void receiptsThatBringOnlyACodeFillTheCatalogue() {
    TestShop shop = maker.open("cat-learn", TEN_PER_CENT_ON_DRINKS);
    Api owner = shop.owner();
    String member = shop.member();
    shop.register()
        .post(
            "/api/v1/receipts",
            Map.of(
                "memberId",
                member,
                "lines",
                List.of(Map.of("sku", "RAF", "name", "Раф", "amount", 10_000))))
        .expect(201);
    JsonNode raf = owner.get(ITEMS + "?category=none").expect(200).at("/items/0");
    assertEquals("Раф", raf.path("name").asString());
    assertFalse(raf.path("soldOn").asString().isEmpty());
    assertEquals(1, owner.get(CATEGORIES).expect(200).path("uncategorised").asInt());

    assertEquals(
        1,
        owner
            .post(
                ITEMS + ":categorise",
                Map.of("itemIds", List.of(raf.path("id").asString()), "category", "Напитки"))
            .expect(200)
            .path("changed")
            .asInt());
    assertEquals(1_000, earned(shop, member, "RAF"));
    assertEquals(List.of(), names(owner, "?category=none"));
  }

  @Test
  void itIsSearchedFilteredSortedAndPaged() {
    TestShop shop = maker.open("cat-list", TEN_PER_CENT_ON_DRINKS);
    Api owner = shop.owner();
    JsonNode bakery = category(owner, "Выпечка", "");
    JsonNode pies = category(owner, "Пироги", bakery.path("id").asString());
    create(owner, "Пирог с ёжиком", List.of("PIE-1"), "Пироги");
    create(owner, "Булка", List.of("4601"), "Выпечка");
    create(owner, "Чай", List.of("4602"));
    Map<String, Object> dear = good("Торт", List.of("CAKE"));
    dear.put("price", 150_000);
    owner.post(ITEMS, dear).expect(201);

    assertEquals(List.of("Пирог с ёжиком"), names(owner, "?q=" + encoded("ЕЖИКОМ пирог")));
    assertEquals(List.of("Булка"), names(owner, "?q=4601"));
    assertEquals(List.of("Булка", "Пирог с ёжиком"), names(owner, "?q=" + encoded("выпечка")));
    assertEquals(List.of(), names(owner, "?q=" + encoded("100%")));
    assertEquals(
        List.of("Булка", "Пирог с ёжиком"),
        names(owner, "?category=" + bakery.path("id").asString()));
    assertEquals(List.of("Торт", "Чай"), names(owner, "?category=none"));
    assertEquals("Торт", names(owner, "?sort=price").getFirst());

    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = owner.get(ITEMS + "?limit=1&sort=sold" + cursor).expect(200);
      page.path("items").forEach(i -> walked.add(i.path("name").asString()));
      cursor =
          page.path("nextCursor").isMissingNode()
              ? ""
              : "&cursor=" + page.path("nextCursor").asString();
    } while (!cursor.isEmpty());
    assertEquals(4, walked.stream().distinct().count(), walked::toString);
    owner.get(ITEMS + "?cursor=nonsense").refused(400, "INVALID_PARAMETER");
    owner.get(ITEMS + "?sort=colour").refused(400, "INVALID_PARAMETER");

    owner.delete(CATEGORIES + "/" + pies.path("id").asString()).refused(409, "CATEGORY_NOT_EMPTY");
    owner
        .delete(
            CATEGORIES
                + "/"
                + pies.path("id").asString()
                + "?moveTo="
                + bakery.path("id").asString())
        .expect(204);
    assertEquals(
        2,
        owner
            .get(CATEGORIES)
            .expect(200)
            .path("items")
            .valueStream()
            .filter(c -> c.path("name").asString().equals("Выпечка"))
            .findFirst()
            .orElseThrow()
            .path("goods")
            .asInt());
  }

  @Test
  void noTwoGoodsHaveOneCode() {
    TestShop shop = maker.open("cat-codes", TEN_PER_CENT_ON_DRINKS);
    Api owner = shop.owner();
    create(owner, "Латте", List.of("ABC"));
    Answer refused = owner.post(ITEMS, good("Раф", List.of("abc")));
    refused.refused(409, "GOODS_CODE_TAKEN");
    assertTrue(refused.text().contains("Латте"), refused::text);
    assertEquals(List.of("Латте"), names(owner, ""));
    // Goods without a code get one.
    JsonNode own = create(owner, "Раф", List.of());
    assertEquals("K" + own.path("id").asString(), own.at("/codes/0").asString());
    owner.delete(ITEMS + "/" + own.path("id").asString()).expect(204);
    owner.get(ITEMS + "/" + own.path("id").asString()).refused(404, "GOODS_NOT_FOUND");
  }

  @Test
  void theTreeStaysATree() {
    TestShop shop = maker.open("cat-loop", TEN_PER_CENT_ON_DRINKS);
    Api owner = shop.owner();
    String top = category(owner, "Верх", "").path("id").asString();
    String low = category(owner, "Низ", top).path("id").asString();
    owner
        .put(CATEGORIES + "/" + top, Map.of("name", "Верх", "parentId", low))
        .refused(409, "CATEGORY_IN_ITSELF");
    owner
        .put(CATEGORIES + "/" + top, Map.of("name", "Верх", "parentId", top))
        .refused(409, "CATEGORY_IN_ITSELF");
    owner.post(CATEGORIES, Map.of("name", "НИЗ", "parentId", top)).refused(409, "CATEGORY_EXISTS");
    owner
        .post(CATEGORIES, Map.of("name", "Другая", "parentId", "999999999"))
        .refused(404, "CATEGORY_NOT_FOUND");
    String deep = low;
    for (int level = 3; level <= 10; level++) {
      deep = category(owner, "Уровень " + level, deep).path("id").asString();
    }
    owner
        .post(CATEGORIES, Map.of("name", "Уровень 11", "parentId", deep))
        .refused(409, "CATEGORY_TOO_DEEP");
  }

  @Test
  void cashiersReadAndOthersAreApart() {
    kartela.cashier().get(ITEMS).expect(200);
    kartela.cashier().post(ITEMS, good("Х", List.of())).refused(403, "FORBIDDEN");
    kartela.cashier().post(CATEGORIES, Map.of("name", "Х")).refused(403, "FORBIDDEN");
    kartela
        .cashier()
        .put("/api/v1/till-buttons", Map.of("items", List.of()))
        .refused(403, "FORBIDDEN");
    TestShop one = maker.open("cat-one", TEN_PER_CENT_ON_DRINKS);
    TestShop two = maker.open("cat-two", TEN_PER_CENT_ON_DRINKS);
    String id = create(one.owner(), "Латте", List.of("ABC")).path("id").asString();
    Api other = two.owner();
    other.get(ITEMS + "/" + id).refused(404, "GOODS_NOT_FOUND");
    other.put(ITEMS + "/" + id, good("Моё", List.of())).refused(404, "GOODS_NOT_FOUND");
    other.delete(ITEMS + "/" + id).refused(404, "GOODS_NOT_FOUND");
    create(other, "Раф", List.of("ABC"));
    assertEquals(List.of("Раф"), names(other, ""));
  }

  @Test
  void buttonsBelongToTheShopAndToRegisters() {
    TestShop shop = maker.open("cat-buttons", TEN_PER_CENT_ON_DRINKS);
    Api owner = shop.owner();
    Api till = shop.register();
    assertEquals(0, till.get("/api/v1/register/buttons").expect(200).path("items").size());
    Map<String, Object> priced = good("Латте", List.of("LATTE"), "Напитки");
    priced.put("price", 30_000);
    String id = owner.post(ITEMS, priced).expect(201).path("id").asString();
    owner
        .put(
            "/api/v1/till-buttons", Map.of("items", List.of(Map.of("itemId", id, "name", "Латте"))))
        .expect(200);
    JsonNode shown = till.get("/api/v1/register/buttons").expect(200);
    assertFalse(shown.path("own").asBoolean());
    assertEquals("LATTE", shown.at("/items/0/code").asString());
    assertEquals(30_000, shown.at("/items/0/price").asInt());
    assertEquals(
        "Латте",
        till.get("/api/v1/register/goods?q=lat").expect(200).at("/items/0/name").asString());

    // The catalogue's price is the button's.
    priced.put("price", 32_000);
    owner.put(ITEMS + "/" + id, priced).expect(200);
    assertEquals(
        32_000, till.get("/api/v1/register/buttons").expect(200).at("/items/0/price").asInt());

    till.put(
            "/api/v1/register/buttons",
            Map.of(
                "items", List.of(Map.of("name", "Морс", "category", "Напитки", "price", 20_000))))
        .expect(200);
    JsonNode own = till.get("/api/v1/register/buttons").expect(200);
    assertTrue(own.path("own").asBoolean());
    assertEquals("Морс", own.at("/items/0/name").asString());
    till.put("/api/v1/register/buttons", Map.of("items", List.of())).expect(200);
    assertEquals(
        "Латте", till.get("/api/v1/register/buttons").expect(200).at("/items/0/name").asString());
    owner
        .put("/api/v1/till-buttons?registerId=999999", Map.of("items", List.of()))
        .refused(404, "REGISTER_NOT_FOUND");
  }

  /** Every order goes along its index, however many goods there are. */
  @Test
  void aPageCostsTheSameAmongManyGoods() {
    TestShop shop = maker.open("cat-many", TEN_PER_CENT_ON_DRINKS);
    kartela.execute(
        """
        INSERT INTO kartela.goods_item (merchant_id, item_id, name, search, categories, learned, price)
        SELECT %d, 10000000000 + i, 'Товар ' || i, 'товар ' || i || ' code' || i,
            CASE WHEN i %% 3 = 0 THEN '{}'::text[] ELSE ARRAY['Напитки'] END, false, i
        FROM generate_series(1, 100000) i
        """
            .formatted(shop.id()));
    Api owner = shop.owner();
    for (String sort : List.of("name", "price", "sold")) {
      String deep = "";
      for (int i = 0; i < 3; i++) {
        JsonNode page = owner.get(ITEMS + "?limit=200&sort=" + sort + deep).expect(200);
        assertEquals(200, page.path("items").size());
        deep = "&cursor=" + page.path("nextCursor").asString();
      }
      String key = sort.equals("sold") ? "sold_on" : sort + "_key";
      String plan = plan(shop, key);
      assertTrue(plan.contains("goods_item_" + sort), plan);
      assertFalse(plan.contains("Sort"), plan);
    }
    assertEquals(List.of("Товар 77777"), names(owner, "?q=code77777"));
    assertEquals(66_667, owner.get(CATEGORIES).expect(200).at("/items/0/goods").asInt());
  }

  /** As the service itself asks, behind its wall. */
  private String plan(TestShop shop, String key) {
    try (Database database = kartela.open()) {
      return database.inTenant(
          shop.id(),
          c -> {
            try (Statement s = c.createStatement()) {
              s.execute(
                  "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off;"
                      + " SET LOCAL enable_sort = off");
              StringBuilder plan = new StringBuilder();
              try (ResultSet r =
                  s.executeQuery(
                      ("EXPLAIN SELECT item_id FROM kartela.goods_item WHERE merchant_id = %d AND"
                           + " NOT archived AND categories && ARRAY['Напитки'] ORDER BY %s, item_id"
                           + " LIMIT 51")
                          .formatted(shop.id(), key))) {
                while (r.next()) {
                  plan.append(r.getString(1)).append('\n');
                }
              }
              return plan.toString();
            }
          });
    }
  }
}
