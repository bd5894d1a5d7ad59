package io.kartela.service.shop.merchant;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import java.time.ZoneId;

/**
 * One shop that runs a program here.
 *
 * @param slug the shop's name in addresses, e.g. {@code /join/coffee}
 * @param names what it is called; the same twice when it has no English name
 * @param zone the program's zone; stores have their own
 * @param locale the language it speaks at home
 * @param color {@code #rrggbb}
 */
public record Merchant(
    long id,
    String slug,
    LocalText names,
    LocalText description,
    ZoneId zone,
    Lang locale,
    String color) {

  /** What it is called at home. */
  public String name() {
    return names.in(locale);
  }
}
