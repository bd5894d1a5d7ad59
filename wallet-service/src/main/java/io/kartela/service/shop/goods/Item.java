package io.kartela.service.shop.goods;

import java.util.Set;

/**
 * One thing that is sold.
 *
 * @param code as registers send it
 * @param name empty: not known
 */
public record Item(String code, String name, Set<String> categories) {
  public Item {
    categories = Set.copyOf(categories);
  }

  Item in(Set<String> other) {
    return new Item(code, name, other);
  }
}
