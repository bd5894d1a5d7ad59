package io.kartela.service.shop.merchant;

import io.kartela.service.platform.http.Lang;
import java.time.ZoneId;

/**
 * One shop that runs a program here.
 *
 * @param slug the shop's name in addresses, e.g. {@code /join/coffee}
 * @param zone the program's zone; stores have their own
 * @param color {@code #rrggbb}
 */
public record Merchant(
    long id,
    String slug,
    String name,
    String descriptionRu,
    String descriptionEn,
    ZoneId zone,
    Lang locale,
    String color) {}
