package io.kartela.service.platform.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The languages people are spoken to in. */
public enum Lang {
  RU,
  EN;

  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)(ru|en)(?:-[a-z0-9-]{1,60})?\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

  /** "ru" or "en". */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a tag such as {@code ru-RU}; anything but Russian is English. */
  public static Lang of(@Nullable String tag) {
    return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("ru") ? RU : EN;
  }

  /**
   * The one of our languages that an Accept-Language header likes best, the first of equals;
   * English when it names none.
   */
  public static Lang accepted(@Nullable String header) {
    if (header == null || header.length() > 500) {
      return EN;
    }
    Lang best = EN;
    double most = 0;
    for (String part : header.split(",", -1)) {
      Matcher m = RANGE.matcher(part.strip());
      if (m.matches()) {
        double quality = m.group(2) == null ? 1 : Double.parseDouble(m.group(2));
        if (quality > most) {
          most = quality;
          best = m.group(1).equalsIgnoreCase("ru") ? RU : EN;
        }
      }
    }
    return best;
  }
}
