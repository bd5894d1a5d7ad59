package io.kartela.service.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages people are spoken to in. */
public enum Lang {
  RU,
  EN;

  /** "ru" or "en". */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a tag such as {@code ru-RU}; anything but Russian is English. */
  public static Lang of(@Nullable String tag) {
    return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("ru") ? RU : EN;
  }

  /**
   * The first of our languages that an Accept-Language header names; English when it names none.
   */
  public static Lang accepted(@Nullable String header) {
    if (header == null || header.length() > 500) {
      return EN;
    }
    for (String part : header.split(",", -1)) {
      String tag = part.strip().toLowerCase(Locale.ROOT);
      if (tag.startsWith("ru")) {
        return RU;
      }
      if (tag.startsWith("en")) {
        return EN;
      }
    }
    return EN;
  }
}
