package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Goods from files. */
class GoodsImportTest extends WithShops {
  private static final String TABLE =
      """
      Артикул;Штрихкод;Наименование;Группа товаров;Розничная цена;Себестоимость
      LAT-1;4600000000017, 4600000000024;Латте;Напитки / Кофе;250,50;80
      ESP-1;4600000000031;Эспрессо;Напитки / Кофе;1 180;
      ;;Пакет;;5;
      """;

  private static JsonNode find(Api owner, String q) {
    return owner.get("/api/v1/goods/items?q=" + q).expect(200).path("items");
  }

  @Test
  void aTableBecomesACatalogueAndARepeatChangesNothing() {
    Api owner = scene("goods-file", "").shop.owner();
    Brought file = Brought.of(owner, "GOODS", TABLE.getBytes(Charset.forName("windows-1251")));
    assertEquals(List.of("code", "code", "name", "category", "price", "cost"), file.columns());
    assertEquals("3 0 0 0", file.checked().counts());
    assertEquals(0, find(owner, "4600000000024").size());
    assertEquals("3 0 0 0", file.run().counts());
    JsonNode latte = find(owner, "4600000000024").get(0);
    assertEquals("Латте", latte.path("name").asString());
    assertEquals(25_050, latte.path("price").asInt());
    assertEquals(8_000, latte.path("cost").asInt());
    assertEquals(3, latte.path("codes").size());
    assertEquals(118_000, find(owner, "ESP-1").get(0).path("price").asInt());
    JsonNode tree = owner.get("/api/v1/goods/categories").expect(200).path("items");
    assertEquals(2, tree.size());
    assertEquals("0 0 3 0", Brought.of(owner, "GOODS", Brought.csv(TABLE)).checked().counts());
    String dearer = TABLE.replace("250,50", "260,00").replace(";5;", ";6;");
    assertEquals(
        "0 2 1 0", Brought.of(owner, "GOODS", Brought.csv(dearer)).checked().run().counts());
    assertEquals(26_000, find(owner, "4600000000017").get(0).path("price").asInt());
    assertEquals(
        2, owner.get("/api/v1/audit?kind=GOODS_IMPORTED").expect(200).path("items").size());
  }

  @Test
  void whatIsWrongIsToldByItsRowAndTheRestIsTaken() {
    Api owner = scene("goods-wrong", "").shop.owner();
    owner
        .post("/api/v1/goods/items", Map.of("name", "Чай", "codes", List.of("A1", "A2")))
        .expect(201);
    owner.post("/api/v1/goods/items", Map.of("name", "Сок", "codes", List.of("B1"))).expect(201);
    Brought file =
        Brought.of(
                owner,
                "GOODS",
                Brought.csv(
                    """
                    Код,Название,Цена
                    A1|B1,Что-то,10
                    4.6E+12,Кофе,10
                    C1,Вода,дорого
                    D1,,10
                    E1,Квас,10
                    E1,Квас,20
                    a2,Чай чёрный,30
                    """))
            .checked()
            .run();
    assertEquals("1 1 0 5", file.counts());
    assertEquals(
        List.of(
            "2: коды разных товаров: «Чай», «Сок»",
            "3: таблица потеряла цифры кода 4.6E+12: сделайте столбец текстовым",
            "4: «дорого» — не цена",
            "5: товара с таким кодом нет, а для нового нужно название",
            "7: E1: уже есть в строке 6"),
        file.remarks());
    assertTrue(
        file.remarksFile().contains("\"C1\";\"Вода\";\"дорого\";\"4\";\"«дорого» — не цена\""),
        file.remarksFile());
    assertEquals("Чай чёрный", find(owner, "A1").get(0).path("name").asString());
  }

  @Test
  void oneThatIsNoTableIsRefused() {
    Scene scene = scene("goods-refused", "");
    Api owner = scene.shop.owner();
    Brought.send(owner, "GOODS", new byte[] {'P', 'K', 3, 4, 5}).refused(422, "IMPORT_UNREADABLE");
    Brought.send(owner, "NOTHING", Brought.csv("a;b\n1;2")).refused(400, "INVALID_PARAMETER");
    Brought.send(scene.shop.as(Role.CASHIER), "GOODS", Brought.csv(TABLE))
        .refused(403, "FORBIDDEN");
    Brought file = Brought.of(owner, "GOODS", Brought.csv(TABLE));
    file.act("run").refused(409, "IMPORT_STATE");
    file.act("undo").refused(409, "IMPORT_STATE");
    String path = "/api/v1/imports/" + file.view().path("id").asString();
    owner
        .post(path + "/check", Map.of("columns", List.of("", "", "", "", "price", "cost")))
        .refused(422, "INVALID_FIELDS");
    owner
        .post(path + "/check", Map.of("columns", List.of("name", "name", "", "", "", "")))
        .refused(422, "INVALID_FIELDS");
    owner.delete(path).expect(204);
    owner.get(path).refused(404, "IMPORT_NOT_FOUND");
  }
}
