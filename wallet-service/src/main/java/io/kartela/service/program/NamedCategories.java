package io.kartela.service.program;

import io.kartela.service.platform.http.Http;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The categories of goods that a program names, wherever it does. */
public final class NamedCategories {
  private NamedCategories() {}

  /** Those that something is given for, or that get nothing. */
  static Set<String> in(String document) {
    return of(document, List.of("categories", "excludedCategories"));
  }

  /** Those that something is given for: without goods in them, nothing ever is. */
  public static Set<String> chosen(String document) {
    return of(document, List.of("categories"));
  }

  private static Set<String> of(String document, List<String> fields) {
    Set<String> keys = new TreeSet<>();
    JsonNode program = Http.JSON.readTree(document);
    for (String field : fields) {
      program
          .findValues(field)
          .forEach(list -> list.valueStream().map(JsonNode::asString).forEach(keys::add));
    }
    return keys;
  }
}
