package io.kartela.service.shop.goods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one article.
 *
 * @param name empty: not known
 * @param codes as registers send them; the first is the one that is shown
 * @param categories by their keys
 * @param flags marks that every sold piece bears
 * @param price minor units; null: it is said at the till
 * @param cost minor units; null: not known
 * @param archived sold no more
 */
record Good(
    String name,
    List<String> codes,
    Set<String> categories,
    Set<String> flags,
    @Nullable Long price,
    @Nullable Long cost,
    boolean archived) {
  Good {
    codes = List.copyOf(codes);
    categories = Set.copyOf(categories);
    flags = Set.copyOf(flags);
  }

  /** One that a register sent. */
  static Good sold(Item item) {
    return new Good(
        item.name(), List.of(item.code()), item.categories(), Set.of(), null, null, false);
  }

  Good withCodes(List<String> other) {
    return new Good(name, other, categories, flags, price, cost, archived);
  }

  /** With its categories by their keys. */
  Good in(CategoryTree tree) {
    return in(tree.keys(categories));
  }

  Good in(Set<String> other) {
    return new Good(name, codes, other, flags, price, cost, archived);
  }

  /** By what it is told apart for people. */
  String title() {
    return name.isEmpty() && !codes.isEmpty() ? codes.getFirst() : name;
  }

  /** What it is looked for by. */
  String search() {
    return CategoryTree.fold(
        Stream.concat(Stream.of(name), codes.stream()).collect(Collectors.joining(" ")));
  }

  /** These and the ones it has, none twice whatever the case. */
  List<String> codesWith(List<String> more) {
    List<String> all = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    Stream.concat(codes.stream(), more.stream())
        .filter(code -> keys.add(GoodsStore.codeKey(code)))
        .forEach(all::add);
    return all;
  }

  /**
   * One of the catalogue.
   *
   * @param learned nobody has said anything of it yet
   * @param soldOn the last day it was sold; null: never, as far as is known
   */
  record Kept(long id, Good good, boolean learned, @Nullable LocalDate soldOn) {}
}
