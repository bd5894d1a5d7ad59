package io.kartela.service.program;

import io.kartela.rules.Quotes;
import io.kartela.service.platform.http.LocalText;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Differences between programs in words: "Rule \"Happy hours\": factor ×2 → ×3". Stateless. */
final class DiffWords {
  private static final int LONGEST = 120;
  private static final Pattern INDEX = Pattern.compile("[0-9]+");

  /** How a number is shown. */
  private enum Unit {
    PLAIN,
    PERCENT,
    FACTOR,
    MONEY,
    MILLI
  }

  private record Label(String ru, String en, Unit unit) {}

  private static final Map<String, Label> LABELS =
      Map.ofEntries(
          label("name", "название", "name", Unit.PLAIN),
          label("kind", "вид программы", "kind of program", Unit.PLAIN),
          label("zone", "часовой пояс", "time zone", Unit.PLAIN),
          label("rank", "ранг", "rank", Unit.PLAIN),
          label("earnBp", "процент начисления", "earning percent", Unit.PERCENT),
          label("discountBp", "процент скидки", "discount percent", Unit.PERCENT),
          label("maxSpendBp", "доля чека бонусами", "share payable with bonuses", Unit.PERCENT),
          label("maxBp", "доля чека бонусами", "share payable with bonuses", Unit.PERCENT),
          label("maxLineBp", "предел скидки на строку", "most discount on a line", Unit.PERCENT),
          label("percentBp", "процент", "percent", Unit.PERCENT),
          label("factorPercent", "множитель", "factor", Unit.FACTOR),
          label("upgrades", "условия уровня", "ways up", Unit.PLAIN),
          label("from", "от", "from", Unit.MONEY),
          label("to", "до", "to", Unit.MONEY),
          label("above", "строго больше", "strictly above", Unit.PLAIN),
          label("amount", "сумма", "amount", Unit.MONEY),
          label("bonus", "бонусы", "bonuses", Unit.MONEY),
          label("step", "шаг", "step", Unit.MONEY),
          label("bands", "пороги", "bands", Unit.PLAIN),
          label("mode", "режим", "mode", Unit.PLAIN),
          label("measure", "что измеряется", "what is measured", Unit.PLAIN),
          label("when", "условие", "condition", Unit.PLAIN),
          label("then", "действие", "effect", Unit.PLAIN),
          label("priority", "приоритет", "priority", Unit.PLAIN),
          label("group", "группа", "group", Unit.PLAIN),
          label("audience", "для кого", "audience", Unit.PLAIN),
          label("perLine", "предел на строку", "limit per line", Unit.MONEY),
          label("perReceipt", "предел на чек", "limit per receipt", Unit.MONEY),
          label("budget", "бюджет", "budget", Unit.PLAIN),
          label("total", "бюджет на всех", "budget for all", Unit.MONEY),
          label("perMember", "бюджет на участника", "budget per member", Unit.MONEY),
          label("usesPerMember", "раз на участника", "uses per member", Unit.PLAIN),
          label("validity", "срок действия", "validity", Unit.PLAIN),
          label("through", "по", "through", Unit.PLAIN),
          label("enabled", "включено", "enabled", Unit.PLAIN),
          label("goods", "товары", "goods", Unit.PLAIN),
          label("skus", "артикулы", "skus", Unit.PLAIN),
          label("categories", "категории", "categories", Unit.PLAIN),
          label("excludedSkus", "кроме артикулов", "except skus", Unit.PLAIN),
          label("excludedCategories", "кроме категорий", "except categories", Unit.PLAIN),
          label("days", "дни", "days", Unit.PLAIN),
          label("weekdays", "доли по дням недели", "shares by weekday", Unit.PLAIN),
          label("minRedemption", "наименьшее списание", "smallest payment", Unit.MONEY),
          label("minLineMoney", "деньгами на строку", "money kept on a line", Unit.MONEY),
          label("onDiscounted", "на товары со скидкой", "on discounted goods", Unit.PLAIN),
          label("maxPerReceipt", "не больше за чек", "most per receipt", Unit.MONEY),
          label("roundTo", "округление до", "rounding to", Unit.MONEY),
          label("pendingDays", "дней до активации", "days until active", Unit.PLAIN),
          label("life", "срок жизни", "lifetime", Unit.PLAIN),
          label("window", "окно покупок", "purchase window", Unit.PLAIN),
          label("recompute", "ежемесячный пересчёт", "monthly recomputation", Unit.PLAIN),
          label("months", "месяцев", "months", Unit.PLAIN),
          label("graceMonths", "месяцев отсрочки", "months of grace", Unit.PLAIN),
          label("signUp", "подарок новичку", "welcome gift", Unit.PLAIN),
          label("referral", "приглашения", "referral", Unit.PLAIN),
          label("welcome", "приветственный бонус", "welcome bonus", Unit.MONEY),
          label("levelsBp", "награды по ступеням", "rewards by level", Unit.PERCENT),
          label("fixed", "суммы по ступеням", "sums by level", Unit.MONEY),
          label("purchases", "с каких покупок", "of which purchases", Unit.PLAIN),
          label("minPurchase", "чек не меньше", "receipt of at least", Unit.MONEY),
          label(
              "untilSecondPurchase",
              "ждать второй покупки",
              "wait for a second purchase",
              Unit.PLAIN),
          label("perDay", "за день не больше", "most a day", Unit.MONEY),
          label("perMonth", "за месяц не больше", "most a month", Unit.MONEY),
          label("expiredGraceDays", "дней отсрочки сгоревших", "grace days of expired", Unit.PLAIN),
          label("debt", "долг при возврате", "debt on a return", Unit.PLAIN),
          label("n", "N", "N", Unit.PLAIN),
          label("m", "M", "M", Unit.PLAIN),
          label("quantityMilli", "количество", "quantity", Unit.MILLI),
          label("counter", "счётчик", "counter", Unit.PLAIN),
          label("once", "сколько раз", "how often", Unit.PLAIN));

  private static final Map<String, LocalText> SECTIONS =
      Map.of(
          "discounts", new LocalText("Скидки", "Discounts"),
          "spending", new LocalText("Оплата бонусами", "Paying with bonuses"),
          "earning", new LocalText("Начисление", "Earning"),
          "returns", new LocalText("Возвраты", "Returns"),
          "tierPolicy", new LocalText("Переход между уровнями", "Moving between tiers"),
          "referral", new LocalText("Приглашения", "Referral"),
          "signUp", new LocalText("Подарок новичку", "Welcome gift"),
          "name", new LocalText("Название", "Name"));

  private static Map.Entry<String, Label> label(String field, String ru, String en, Unit unit) {
    return Map.entry(field, new Label(ru, en, unit));
  }

  /** The rule, tier or group that stands in this list. */
  Change.Subject subject(String list, JsonNode item) {
    String id = item.get("id").stringValue();
    String kind =
        switch (list) {
          case "/rules" -> "RULE";
          case "/tiers" -> "TIER";
          default -> "GROUP";
        };
    JsonNode name = item.get("name");
    return new Change.Subject(kind, id, new LocalText(text(name, "ru", id), text(name, "en", id)));
  }

  private static String text(@Nullable JsonNode name, String language, String otherwise) {
    JsonNode t = name == null ? null : name.get(language);
    return t == null || !t.isString() ? otherwise : t.stringValue();
  }

  /** One change in words. */
  LocalText of(
      String at,
      Change.Kind kind,
      @Nullable JsonNode old,
      @Nullable JsonNode now,
      Change.@Nullable Subject subject) {
    return new LocalText(
        sentence(at, kind, old, now, subject, true), sentence(at, kind, old, now, subject, false));
  }

  private static String sentence(
      String at,
      Change.Kind kind,
      @Nullable JsonNode old,
      @Nullable JsonNode now,
      Change.@Nullable Subject subject,
      boolean ru) {
    String[] path = at.split("/", -1);
    String who = subject == null ? section(path, ru) : named(subject, ru);
    int own = subject == null ? 1 : 2;
    if (path.length - 1 <= own) {
      return switch (kind) {
        case ADDED -> who + (ru ? ": добавлено" : ": added") + summary(now, ru);
        case REMOVED -> who + (ru ? ": удалено" : ": removed") + summary(old, ru);
        case CHANGED -> who + ": " + show(path, old, ru) + " → " + show(path, now, ru);
      };
    }
    String what = who + ": " + field(path, own, ru) + " ";
    return switch (kind) {
      case ADDED -> what + (ru ? "— задано " : "set to ") + show(path, now, ru);
      case REMOVED -> what + (ru ? "— убрано, было " : "removed, was ") + show(path, old, ru);
      case CHANGED -> what + show(path, old, ru) + " → " + show(path, now, ru);
    };
  }

  private static String named(Change.Subject s, boolean ru) {
    String name = ru ? Quotes.ru(s.name().ru()) : Quotes.en(s.name().en());
    return switch (s.kind()) {
      case "RULE" -> (ru ? "Правило " : "Rule ") + name;
      case "TIER" -> (ru ? "Уровень " : "Tier ") + name;
      default -> (ru ? "Группа " : "Group ") + name;
    };
  }

  private static String section(String[] path, boolean ru) {
    String first = path.length > 1 ? path[1] : "";
    LocalText known = SECTIONS.get(first);
    if (known != null) {
      return ru ? known.ru() : known.en();
    }
    Label label = LABELS.get(first);
    if (label == null) {
      return first.isEmpty() ? (ru ? "Программа" : "Program") : first;
    }
    String word = ru ? label.ru : label.en;
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** The names on the way from the thing to the place, indexes as "no. 2". */
  private static String field(String[] path, int own, boolean ru) {
    StringBuilder out = new StringBuilder();
    for (int i = own + 1; i < path.length; i++) {
      String part = path[i];
      if (INDEX.matcher(part).matches()) {
        out.append(ru ? " № " : " no. ").append(Long.parseLong(part) + 1);
      } else {
        Label label = LABELS.get(part);
        String word = label == null ? part : ru ? label.ru : label.en;
        out.append(out.isEmpty() ? "" : ", ").append(word);
      }
    }
    return out.toString();
  }

  /** What a new or vanished thing was, in brackets. */
  private static String summary(@Nullable JsonNode node, boolean ru) {
    if (node == null) {
      return "";
    }
    JsonNode then = node.get("then");
    JsonNode type = then == null ? null : then.get("type");
    if (then != null && type != null && type.isString()) {
      return " (" + EffectWords.of(type.stringValue(), then, ru) + ")";
    }
    JsonNode earn = node.get("earnBp");
    if (earn != null && earn.isNumber()) {
      return " (" + (ru ? "начисление " : "earning ") + percent(earn.asLong(), ru) + ")";
    }
    return node.isContainer() ? "" : " " + show(new String[] {""}, node, ru);
  }

  private static String show(String[] path, @Nullable JsonNode node, boolean ru) {
    if (node == null || node.isNull()) {
      return ru ? "нет" : "none";
    }
    if (node.isBoolean()) {
      return node.asBoolean() ? (ru ? "да" : "yes") : ru ? "нет" : "no";
    }
    Label label = LABELS.get(path[path.length - 1]);
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return number(node.asLong(), label == null ? Unit.PLAIN : label.unit, ru);
    }
    String text = node.isString() ? node.stringValue() : node.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String number(long value, Unit unit, boolean ru) {
    return switch (unit) {
      case PLAIN -> Long.toString(value);
      case PERCENT -> percent(value, ru);
      case FACTOR -> "×" + decimal(value, 2, ru);
      case MONEY -> decimal(value, 2, ru);
      case MILLI -> decimal(value, 3, ru);
    };
  }

  static String percent(long bp, boolean ru) {
    return decimal(bp, 2, ru) + "\u00a0%";
  }

  static String money(long kopecks, boolean ru) {
    return decimal(kopecks, 2, ru);
  }

  private static String decimal(long value, int places, boolean ru) {
    String text = java.math.BigDecimal.valueOf(value, places).stripTrailingZeros().toPlainString();
    return ru ? text.replace('.', ',') : text;
  }
}
