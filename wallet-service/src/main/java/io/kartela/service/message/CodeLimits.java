package io.kartela.service.message;

import java.util.Set;

/**
 * How many one-time codes a shop sends in a day. Codes cost money, and whoever is paid for texts to
 * far countries orders them at other people's sign-up pages. What anybody can ask for, by signing
 * up, has these limits, and what the shop's own tills and people ask for has them once more.
 *
 * @param perPhone to one phone
 * @param perShop to everybody
 * @param home regions, such as {@code RU}, whose phones count for {@code perShop} alone
 * @param perForeignCountry to each other region
 */
public record CodeLimits(int perPhone, int perShop, Set<String> home, int perForeignCountry) {
  public CodeLimits {
    home = Set.copyOf(home);
  }
}
