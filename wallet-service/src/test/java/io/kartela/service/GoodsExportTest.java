package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of goods as a file, which the import takes back. */
class GoodsExportTest extends WithShops {
  private static final String EXPORT = "/api/v1/goods/export";

  @Test
  void whatIsExportedAndImportedAgainChangesNothing() {
    TestShop shop = maker.open("goods-round", "");
    Api owner = shop.owner();
    awkward(owner);
    Map<String, String> before = catalogue(owner);
    for (String ask : List.of("?format=csv&lang=ru", "?format=csv&lang=en", "?format=xlsx")) {
      byte[] file = owner.get(EXPORT + ask).expectStatus(200).bytes();
      Brought checked = Brought.of(owner, "GOODS", file).checked();
      assertEquals("0 0 14 0", checked.counts(), ask);
      checked.run();
      assertEquals(before, catalogue(owner), ask);
    }
  }

  /** All that a spreadsheet or the import might take for something else. */
  private static void awkward(Api owner) {
    JsonNode under = category(owner, "Напитки", null);
    String drinks = under.path("key").asString();
    String coffee = category(owner, "Кофе", under).path("key").asString();
    String other = category(owner, "Кофе", null).path("key").asString();
    String slash = category(owner, "Чай/кофе", under).path("key").asString();
    good(owner, "Латте", List.of("007", "4600000000017"), List.of(coffee), 25_050L, 10_000L);
    good(owner, "-10 % на \"всё\"; подарок", List.of("-5"), List.of(drinks), 100L, null);
    good(owner, "=1+1", List.of("A,B", "=2"), List.of(slash), 0L, 0L);
    good(owner, "Сироп", List.of("1E5", "СИРОП"), List.of(slash, coffee), null, null);
    good(owner, "Без кода и категории", List.of(), List.of(), 5_000L, null);
    good(owner, "Кофе в зёрнах", List.of("000000000000000000123"), List.of(other), 99_999_999L, 1L);
    good(owner, "Ёлка ₽ «новая»", List.of("@x"), List.of(), 1L, null);
    good(owner, "Tea", List.of("+7"), List.of(), 123_456L, 2L);
    good(owner, "'Латте", List.of("'0"), List.of(), 1L, null);
    good(owner, "'=1+1", List.of("'=3"), List.of(), 1L, null);
    good(owner, "''-20 %", List.of("Q1"), List.of(), 1L, null);
    good(owner, "Чай\u2028зелёный", List.of("Q2"), List.of(), 1L, null);
    good(owner, "'", List.of("Q3"), List.of(), 1L, null);
    owner
        .post(
            "/api/v1/goods/items",
            Map.of(
                "name", "С пометками", "codes", List.of("M"), "flags", List.of("новинка", "акция")))
        .expect(201);
  }

  @Test
  void theFileIsTheListAsItIsSeen() {
    TestShop shop = maker.open("goods-seen", "");
    Api owner = shop.owner();
    String drinks = category(owner, "Напитки", null).path("key").asString();
    good(owner, "Латте", List.of("L1", "L2"), List.of(drinks), 25_050L, 10_000L);
    good(owner, "Булка", List.of("B"), List.of(), 9_900L, null);
    assertEquals(
        """
        "Название";"Код";"Категория";"Ещё входит в";"Цена";"Себестоимость";"Пометки";"Когда продавался"
        "Булка";"B";"";"";"99,00";"";"";""
        "Латте";"L1, L2";"Напитки";"";"250,50";"100,00";"";""
        """,
        text(owner, "?lang=ru"));
    assertTrue(text(owner, "?lang=en&q=латте").contains("\"250.50\""));
    assertEquals(2, text(owner, "?q=латте").lines().count());
    assertEquals(2, text(owner, "?category=none").lines().count());
    assertEquals(1, text(owner, "?archived=true").lines().count());
    assertEquals(
        List.of("Латте", "Булка"),
        text(owner, "?sort=price&columns=name&lang=ru")
            .lines()
            .skip(1)
            .map(l -> l.replace("\"", ""))
            .toList());
    Api cashier = shop.as(Role.CASHIER);
    assertTrue(!text(cashier, "?lang=ru&columns=name,cost").contains("Себестоимость"));
    owner.get(EXPORT + "?columns=phone").refused(400, "INVALID_PARAMETER");
    owner.get(EXPORT + "?q=" + "x".repeat(101)).refused(400, "INVALID_PARAMETER");
    shop.as(Role.SUPPORT).get(EXPORT).refused(403, "FORBIDDEN");
    JsonNode entries = owner.get("/api/v1/audit?limit=100&kind=GOODS_EXPORTED").expect(200);
    assertTrue(entries.path("items").size() >= 6, entries::toString);
  }

  private static String text(Api api, String ask) {
    return new String(api.get(EXPORT + ask).expectStatus(200).bytes(), StandardCharsets.UTF_8)
        .replace("\ufeff", "")
        .replace("\r\n", "\n");
  }

  private static JsonNode category(Api owner, String name, @Nullable JsonNode parent) {
    Map<String, String> body = new TreeMap<>(Map.of("name", name));
    if (parent != null) {
      body.put("parentId", parent.path("id").asString());
    }
    return owner.post("/api/v1/goods/categories", body).expect(201);
  }

  private static void good(
      Api owner,
      String name,
      List<String> codes,
      List<String> categories,
      @Nullable Long price,
      @Nullable Long cost) {
    Map<String, Object> body =
        new TreeMap<>(Map.of("name", name, "codes", codes, "categories", categories));
    if (price != null) {
      body.put("price", price);
    }
    if (cost != null) {
      body.put("cost", cost);
    }
    owner.post("/api/v1/goods/items", body).expect(201);
  }

  /** All that is known of each. */
  private static Map<String, String> catalogue(Api owner) {
    Map<String, String> all = new TreeMap<>();
    owner
        .get("/api/v1/goods/items?limit=100")
        .expect(200)
        .path("items")
        .forEach(item -> all.put(item.path("id").asString(), item.toString()));
    owner
        .get("/api/v1/goods/categories")
        .expect(200)
        .path("items")
        .forEach(one -> all.put(one.path("id").asString(), one.path("name").asString()));
    return all;
  }
}
