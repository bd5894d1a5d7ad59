package io.kartela.push.google;

import java.util.List;
import java.util.Map;

/** Checks every translated text of a resource, however deep it stands. Stateless. */
final class FakeGoogleTexts {
  private FakeGoogleTexts() {}

  static void check(Map<?, ?> resource) {
    resource.forEach(
        (name, value) -> {
          boolean translated =
              String.valueOf(name).startsWith("localized") || name.equals("contentDescription");
          if (translated && value instanceof Map<?, ?> text) {
            localizedString(String.valueOf(name), text);
          } else {
            inside(value);
          }
        });
  }

  private static void inside(Object value) {
    if (value instanceof Map<?, ?> map) {
      check(map);
    } else if (value instanceof List<?> list) {
      list.forEach(FakeGoogleTexts::inside);
    }
  }

  private static void localizedString(String name, Map<?, ?> text) {
    if (!(text.get("defaultValue") instanceof Map<?, ?> byDefault)) {
      throw FakeGoogleError.invalid(name + ".defaultValue is required");
    }
    translated(name, byDefault);
    if (text.get("translatedValues") instanceof List<?> others) {
      others.forEach(one -> translated(name, one instanceof Map<?, ?> map ? map : Map.of()));
    }
  }

  private static void translated(String name, Map<?, ?> text) {
    if (!(text.get("language") instanceof String language)
        || !language.matches("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*")
        || !(text.get("value") instanceof String value)
        || value.isBlank()) {
      throw FakeGoogleError.invalid(name + " needs a language and a value");
    }
  }
}
