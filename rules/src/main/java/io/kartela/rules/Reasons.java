package io.kartela.rules;

/** Reasons in words. */
final class Reasons {
  private Reasons() {}

  /** Whether what was found says it all: "Thursday 13:05". */
  static boolean actualAlone(Trace.Reason reason) {
    return reason == Trace.Reason.TIME;
  }

  static String text(Trace.Reason reason, Words w) {
    return switch (reason) {
      case DISABLED -> w.of("правило выключено", "the rule is switched off");
      case NOT_YET_VALID -> w.of("ещё не началось", "it has not begun");
      case NO_LONGER_VALID -> w.of("уже закончилось", "it has ended");
      case NO_MEMBER -> w.of("карта не показана", "no card was shown");
      case TIER -> w.of("другой уровень", "another tier");
      case RECEIPT_TOTAL -> w.of("сумма чека", "the receipt's total");
      case BASKET -> w.of("нет нужных товаров", "the goods are not in the receipt");
      case TIME -> w.of("другое время", "another time");
      case BIRTHDAY -> w.of("день рождения не сейчас", "the birthday is not now");
      case DOB_UNKNOWN -> w.of("дата рождения не указана", "the date of birth is unknown");
      case DOB_TOO_RECENT ->
          w.of(
              "дата рождения указана слишком недавно",
              "the date of birth was entered too recently");
      case QUICK_RETURN -> w.of("прошло дней", "days since the last purchase");
      case NOT_FIRST_PURCHASE -> w.of("покупок до этой", "purchases before this one");
      case PURCHASES_SUM -> w.of("сумма покупок", "sum of purchases");
      case PURCHASES_COUNT -> w.of("число покупок", "number of purchases");
      case NTH_PURCHASE -> w.of("номер покупки", "the purchase's number");
      case CARD_KIND -> w.of("вид карты", "kind of card");
      case STORE -> w.of("магазин", "store");
      case TAG -> w.of("нет нужной метки", "the tag is missing");
      case NEGATED -> w.of("исключающее условие выполнено", "the excluding condition holds");
      case FACT_UNKNOWN -> w.of("нет данных", "data is missing");
      case NO_ELIGIBLE_GOODS -> w.of("нет подходящих товаров", "no suitable goods");
      case NOTHING_TO_GIVE -> w.of("сумма слишком мала", "the amount is too small");
      case LOST_IN_GROUP -> w.of("другое правило выгоднее", "another rule is better");
      case BUDGET_EXHAUSTED -> w.of("бюджет исчерпан", "the budget is used up");
      case USES_EXHAUSTED -> w.of("уже использовано", "already used");
      case ALREADY_GIVEN -> w.of("уже подарено", "already given");
      case SPENT_BONUSES ->
          w.of("при оплате бонусами не начисляется", "nothing is earned when bonuses pay");
      case LIFE_OVER -> w.of("срок подарка уже прошёл", "the gift's life is over");
      case CAP_REACHED -> w.of("предел исчерпан", "the limit is used up");
    };
  }

  static String text(Evaluation.SpendReason reason, Words w) {
    return switch (reason) {
      case NOT_OFFERED -> w.of("в этой программе нельзя", "not in this program");
      case NO_MEMBER -> w.of("карта не показана", "no card was shown");
      case BALANCE -> w.of("столько бонусов на счёте", "that is the balance");
      case PERCENT_CAP -> w.of("предел доли чека", "the limit of the receipt's share");
      case ELIGIBLE_GOODS -> w.of("предел подходящих товаров", "the limit of suitable goods");
      case BELOW_MINIMUM -> w.of("меньше наименьшего списания", "below the smallest payment");
      case STEP -> w.of("списание кратно шагу", "payments go by steps");
    };
  }
}
