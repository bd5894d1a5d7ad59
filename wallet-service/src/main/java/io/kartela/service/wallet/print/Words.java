package io.kartela.service.wallet.print;

import io.kartela.rules.Condition;
import io.kartela.rules.Effect;
import io.kartela.rules.Program;
import io.kartela.rules.SignUpGift;
import io.kartela.service.account.Amounts;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet says to customers, in one language.
 *
 * @param gift what the program gives whoever joins; null when nothing can be said in a line
 */
record Words(String headline, String lead, @Nullable String gift, List<String> steps, String foot) {

  private static final Words RU =
      new Words(
          "Карта лояльности — в\u00a0вашем телефоне",
          "Наведите камеру на\u00a0код",
          null,
          List.of("Отсканируйте код", "Введите телефон", "Добавьте карту в\u00a0кошелёк"),
          "Приложение ставить не\u00a0нужно: Apple Wallet и\u00a0Google Wallet уже"
              + " в\u00a0телефоне");

  private static final Words EN =
      new Words(
          "Our loyalty card lives in your\u00a0phone",
          "Point your camera at the\u00a0code",
          null,
          List.of("Scan the code", "Enter your phone", "Add the card to the\u00a0wallet"),
          "No app to install: Apple Wallet and Google Wallet are there already");

  /** How the tent is made; stands on its flaps, which are glued under it. */
  static final LocalText TENT =
      new LocalText(
          "Согните по пунктиру, эту полоску склейте с другой",
          "Fold along the dashes, glue this strip to the other one");

  static Words of(Published program, Lang lang) {
    Words plain = lang == Lang.RU ? RU : EN;
    String gift = gift(program, lang);
    return new Words(plain.headline, plain.lead, gift, plain.steps, plain.foot);
  }

  /** The welcome gift, or else the percent that comes back. */
  private static @Nullable String gift(Published published, Lang lang) {
    SignUpGift welcome = published.program().signUp();
    if (welcome != null) {
      return welcome(welcome.amount(), lang);
    }
    double most = mostPercent(published.program(), published.tiers());
    if (most <= 0) {
      return null;
    }
    double least = published.tiers().stream().mapToDouble(TierView::earnPercent).min().orElse(most);
    String percent = percent(most, lang);
    if (least < most) {
      return lang == Lang.RU
          ? "До\u00a0" + percent + " бонусами с\u00a0каждой покупки"
          : "Up to\u00a0" + percent + " back with every purchase";
    }
    return lang == Lang.RU
        ? percent + " бонусами с\u00a0каждой покупки"
        : percent + " back with every purchase";
  }

  private static String welcome(long minor, Lang lang) {
    String amount = Amounts.text(minor);
    if (lang == Lang.EN) {
      return amount + (minor == 100 ? " bonus" : " bonuses") + " as a\u00a0welcome gift";
    }
    return amount.replace('.', ',')
        + "\u00a0"
        + bonuses(minor)
        + " в\u00a0подарок за\u00a0вступление";
  }

  private static String bonuses(long minor) {
    long whole = minor / 100;
    if (minor % 100 != 0) {
      return "бонуса";
    }
    boolean teen = whole % 100 >= 11 && whole % 100 <= 14;
    return whole % 10 == 1 && !teen
        ? "бонус"
        : whole % 10 >= 2 && whole % 10 <= 4 && !teen ? "бонуса" : "бонусов";
  }

  private static String percent(double percent, Lang lang) {
    String digits =
        percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    return lang == Lang.RU ? digits.replace('.', ',') + "\u00a0%" : digits + "%";
  }

  /** By the tiers, if a rule gives that of everything and to everybody. */
  private static double mostPercent(Program program, List<TierView> tiers) {
    boolean byTier =
        program.rules().stream()
            .anyMatch(
                rule ->
                    rule.enabled()
                        && rule.then() instanceof Effect.EarnByTier
                        && rule.when() instanceof Condition.Always);
    return byTier ? tiers.stream().mapToDouble(TierView::earnPercent).max().orElse(0) : 0;
  }
}
