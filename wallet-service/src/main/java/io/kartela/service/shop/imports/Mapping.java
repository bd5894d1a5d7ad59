package io.kartela.service.shop.imports;

import io.kartela.service.platform.http.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each column is, as somebody says; "" for those that nobody asks for. */
record Mapping(List<String> said) {
  /** As it is sent. */
  record Said(@Nullable List<@Nullable String> columns) {
    Mapping mapping() {
      List<String> keys = new ArrayList<>();
      if (columns != null) {
        columns.forEach(one -> keys.add(one == null ? "" : one));
      }
      return new Mapping(keys);
    }
  }

  /** Refuses what a kind of list cannot be read by. */
  List<String> columns(int wanted, ImportKind<?> kind) {
    Check check = new Check();
    check.require(
        said.size() == wanted, "columns", "INVALID", "по одному на столбец", "one for each column");
    Set<String> used = new HashSet<>();
    for (String key : said) {
      ImportField field =
          kind.fields().stream().filter(f -> f.key().equals(key)).findFirst().orElse(null);
      check.require(
          key.isEmpty() || field != null, "columns", "INVALID", "нет такого поля", "no such field");
      check.require(
          used.add(key) || field == null || field.many(),
          "columns",
          "DUPLICATE",
          "поле указано для двух столбцов",
          "a field is given to two columns");
    }
    check.require(
        kind.needed().stream().anyMatch(used::contains),
        "columns",
        "REQUIRED",
        "не указан столбец, по которому узнают строки",
        "no column is given that rows are known by");
    check.done();
    return said;
  }
}
