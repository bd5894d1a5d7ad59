package io.kartela.service.program;

import tools.jackson.databind.JsonNode;

/** What a rule does, in a few words. Stateless. */
final class EffectWords {
  private EffectWords() {}

  /**
   * @param type the effect's tag
   * @param then the effect
   */
  static String of(String type, JsonNode then, boolean ru) {
    return switch (type) {
      case "earnPercent" -> (ru ? "начислять " : "earn ") + percent(then, "percentBp", ru);
      case "earnByTier" -> ru ? "начислять процент уровня" : "earn the tier's percent";
      case "earnBands" -> ru ? "начислять процент по порогам" : "earn a percent by bands";
      case "earnPerStep" ->
          (ru ? "начислять " : "earn ")
              + money(then, "bonus", ru)
              + (ru ? " за каждые " : " for each ")
              + money(then, "step", ru);
      case "multiplyEarn" ->
          (ru ? "умножить начисление на " : "multiply the earning by ")
              + DiffWords.money(number(then, "factorPercent"), ru);
      case "grantBonus" -> (ru ? "подарить " : "grant ") + money(then, "amount", ru);
      case "discountPercent" -> (ru ? "скидка " : "discount ") + percent(then, "percentBp", ru);
      case "discountFixed" -> (ru ? "скидка " : "discount ") + money(then, "amount", ru);
      case "discountByTier" -> ru ? "скидка уровня" : "the tier's discount";
      case "discountBands" -> ru ? "скидка по порогам" : "a discount by bands";
      case "nForM" ->
          number(then, "n") + (ru ? " по цене " : " for the price of ") + number(then, "m");
      case "everyNth" ->
          (ru ? "каждая " : "every no. ")
              + number(then, "n")
              + (ru ? "-я штука −" : " at −")
              + percent(then, "percentBp", ru);
      case "stampCard" ->
          (ru ? "штампы: каждая " : "stamps: every no. ")
              + number(then, "n")
              + (ru ? "-я штука −" : " at −")
              + percent(then, "percentBp", ru);
      default -> type;
    };
  }

  private static long number(JsonNode then, String field) {
    JsonNode n = then.get(field);
    return n == null || !n.isNumber() ? 0 : n.asLong();
  }

  private static String percent(JsonNode then, String field, boolean ru) {
    return DiffWords.percent(number(then, field), ru);
  }

  private static String money(JsonNode then, String field, boolean ru) {
    return DiffWords.money(number(then, field), ru);
  }
}
