package io.kartela.service.demo;

import io.kartela.service.shop.goods.Item;
import java.util.List;
import java.util.Set;

/** What the demo shop sells, so that rules on categories fire at a till that sends only codes. */
final class DemoGoods {
  static final List<Item> ALL =
      List.of(
          item("ESPRESSO", "Эспрессо", "coffee"),
          item("AMERICANO", "Американо", "coffee"),
          item("CAPPUCCINO", "Капучино", "coffee"),
          item("LATTE", "Латте", "coffee"),
          item("RAF", "Раф", "coffee"),
          item("TEA", "Чай", "tea"),
          item("CROISSANT", "Круассан", "bakery"),
          item("CHEESECAKE", "Чизкейк", "cake"),
          item("HONEYCAKE", "Медовик", "cake"),
          item("SANDWICH", "Сэндвич", "food"),
          item("BEANS", "Зерно 250 г", "beans"));

  private DemoGoods() {}

  private static Item item(String code, String name, String category) {
    return new Item(code, name, Set.of(category));
  }
}
