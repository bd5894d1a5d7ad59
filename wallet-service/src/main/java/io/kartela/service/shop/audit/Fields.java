package io.kartela.service.shop.audit;

import io.kartela.service.platform.http.LocalText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the details of audit entries are called, and their values in words. */
final class Fields {
  private static final Locale RUSSIAN = Locale.of("ru");
  private static final LocalText NOTHING = LocalText.same("—");

  private static final Map<String, LocalText> LABELS =
      Map.ofEntries(
          label("name", "Название", "Name"),
          label("formerName", "Прежнее название", "Former name"),
          label("list", "Список", "List"),
          label("nameRu", "Название", "Name"),
          label("nameEn", "Название на английском", "English name"),
          label("descriptionRu", "Описание", "Description"),
          label("descriptionEn", "Описание на английском", "English description"),
          label("memberName", "Имя", "Name"),
          label("birthDate", "Дата рождения", "Birth date"),
          label("locale", "Язык", "Language"),
          label("searched", "Отобраны поиском", "Narrowed by a search"),
          label("filtered", "Отобраны условиями", "Narrowed by conditions"),
          label("members", "Участников", "Members"),
          label("tier", "Уровень", "Tier"),
          label("tag", "Метка", "Tag"),
          label("tagsAdded", "Добавлены метки", "Tags added"),
          label("tagsRemoved", "Убраны метки", "Tags removed"),
          label("holdOutPercent", "Контрольная группа, %", "Hold-out, %"),
          label("globalHoldOutPercent", "Общая контрольная группа, %", "Global hold-out, %"),
          label("marginPercent", "Маржа, %", "Margin, %"),
          label("zone", "Часовой пояс", "Time zone"),
          label("phone", "Телефон", "Phone"),
          label("email", "Почта", "E-mail"),
          label("site", "Сайт", "Website"),
          label("address", "Адрес", "Address"),
          label("hours", "Часы работы", "Opening hours"),
          label("role", "Роль", "Role"),
          label("stores", "Управляет магазинами", "Manages stores"),
          label("supportDailyMost", "Поддержке за сутки, бонусов", "Support in 24 hours, bonuses"),
          label("secondFactorRequired", "Вход в два шага для всех", "Two-step sign-in for all"),
          label("codesLeft", "Запасных кодов осталось", "Recovery codes left"),
          label("registers", "Закрыто касс", "Registers closed"),
          label("keepOldHours", "Прежний ключ работает ещё, ч", "Former key works on, h"),
          label("text", "Текст", "Text"),
          label("version", "Версия", "Version"),
          label("url", "Ссылка", "Link"),
          label("amount", "Бонусы", "Bonuses"),
          label("reason", "Причина", "Reason"),
          label("to", "Кому", "To"),
          label("from", "От кого", "From"),
          label("total", "Получателей", "Recipients"),
          label("card", "Карта", "Card"),
          label("cards", "Карты", "Cards"),
          label("added", "Добавлено", "Added"),
          label("changed", "Изменено", "Changed"),
          label("removed", "Убрано", "Removed"),
          label("kept", "Осталось", "Kept"),
          label("hold", "Резерв", "Hold"),
          label("register", "Касса", "Register"),
          label("storeId", "Магазин", "Store"),
          label("number", "Номер", "Number"),
          label("kind", "Вид", "Kind"),
          label("done", "Что сделано", "Action"),
          label("draft", "Черновик", "Draft"),
          label("replaces", "Вместо версии", "Replaces version"),
          label("overNewer", "Поверх более новой", "Over a newer one"),
          label("when", "Когда", "When"),
          label("planned", "Было назначено на", "Was planned for"),
          label("on", "На основе версии", "Based on version"),
          label("items", "Товаров", "Goods"),
          label("codes", "Коды", "Codes"),
          label("categories", "Категории", "Categories"),
          label("parent", "Внутри категории", "Under"),
          label("flags", "Пометки", "Marks"),
          label("price", "Цена", "Price"),
          label("cost", "Себестоимость", "Cost"),
          label("archived", "В архиве", "Archived"),
          label("buttons", "Кнопки", "Buttons"),
          label("slug", "Адрес страницы", "Page address"),
          label("owner", "Владелец", "Owner"),
          label("person", "Кто", "Person"),
          label("since", "С", "From day"),
          label("until", "По", "To day"),
          label("phoneSpending", "Оплата бонусами по телефону", "Spending by phone number"),
          label("scanRequired", "Перед оплатой нужна карта", "Card must be read before spending"),
          label(
              "scansPerRegisterMinute",
              "Чтений карт на кассе в минуту",
              "Reads per register, minute"),
          label(
              "missesPerRegisterMinute",
              "Ошибочных чтений в минуту",
              "Misses per register, minute"),
          label("scansPerCardHour", "Чтений одной карты в час", "Reads per card, hour"),
          label("nfcWindowSeconds", "Окно чтения NFC, с", "NFC window, s"),
          label("offlineDays", "Чеки без сети, дней", "Offline receipts, days"),
          label("cashierRequired", "Нужен вход кассира", "Cashier must sign in"),
          label("lockAfterMinutes", "Блокировка кассы, мин", "Till locks after, min"),
          label("memberSearch", "Поиск по имени на кассе", "Search by name at the till"),
          label("searchesPerTenMinutes", "Таких поисков за 10 минут", "Such searches, 10 minutes"),
          label("lateCards", "Чек на карту позже в тот же день", "Card shown later the same day"),
          label("lateCardsPerDay", "Таких чеков за день у кассира", "Such receipts, cashier a day"),
          label("store", "Магазин", "Store"),
          label("receipt", "Чек", "Receipt"),
          label("sum", "Сумма чека", "Receipt total"),
          label("steps", "Шагов", "Steps"),
          label("budget", "Денег в месяц, не больше", "Money a month, at most"),
          label("purpose", "На что", "For what"),
          label("status", "Состояние", "State"),
          label("active", "Включено", "Switched on"),
          label("reward", "Подарок", "Gift"),
          label("order", "Порядок", "Order"),
          label("vendor", "Сервис", "Vendor"),
          label("marketing", "Для рассылок", "For campaigns"),
          label("secret", "Ключ доступа", "Access key"),
          label("good", "Товар", "Goods"),
          label("category", "Категория", "Category"));

  private static final Map<String, LocalText> WORDS =
      Map.ofEntries(
          label("MEMBERS", "участники", "members"),
          label("GOODS", "товары", "goods"),
          label("AUDIT", "журнал изменений", "change log"),
          label("TAG_ADD", "добавить метку", "add a tag"),
          label("TAG_REMOVE", "убрать метку", "take a tag away"),
          label("CREDIT", "начислить бонусы", "give bonuses"),
          label("BLOCK", "заблокировать", "block"),
          label("UNBLOCK", "разблокировать", "unblock"),
          label("true", "да", "yes"),
          label("false", "нет", "no"),
          label("OWNER", "владелец", "owner"),
          label("MANAGER", "управляющий", "manager"),
          label("SUPPORT", "поддержка", "support"),
          label("ACCOUNTANT", "бухгалтер", "accountant"),
          label("MARKETER", "маркетолог", "marketer"),
          label("CASHIER", "кассир", "cashier"),
          label("TERMS", "условия программы", "program terms"),
          label("PRIVACY", "обработка данных", "privacy"),
          label("FREE", "без кода", "freely"),
          label("CODE", "с кодом из сообщения", "with a code from a message"),
          label("NEVER", "нельзя", "never"),
          label("ru", "русский", "Russian"),
          label("en", "английский", "English"),
          label("PHONE_LOST", "телефон потерян", "phone lost"),
          label("CODE_LEAKED", "код стал известен другим", "code leaked"),
          label("WELCOME", "новый участник", "new member"),
          label("PURCHASE", "покупка", "purchase"),
          label("TIER_UP", "новый уровень", "new tier"),
          label("BURN_WARNING", "скоро сгорят бонусы", "bonuses about to expire"),
          label("BIRTHDAY", "день рождения", "birthday"),
          label("WIN_BACK", "давно нет покупок", "no purchases for long"),
          label("PROGRAM", "участие в программе", "taking part"),
          label("PERSONAL_DATA", "обработка данных", "personal data"),
          label("MARKETING", "рассылки", "campaigns"),
          label("NEW", "новый", "new"),
          label("IN_WORK", "в работе", "in progress"),
          label("CLOSED", "закрыт", "closed"),
          label("SMS", "SMS", "text messages"),
          label("MAIL", "почта", "e-mail"),
          label("WEB", "веб-уведомления", "web notifications"),
          label("CALL", "звонок", "a call"),
          label("VK", "ВКонтакте", "VK"),
          label("TELEGRAM", "Telegram", "Telegram"),
          label("RENEWAL", "продление", "renewal"));

  private Fields() {}

  private static Map.Entry<String, LocalText> label(String key, String ru, String en) {
    return Map.entry(key, new LocalText(ru, en));
  }

  static LocalText label(String key) {
    return LABELS.getOrDefault(key, LocalText.same(key));
  }

  static LocalText value(String key, JsonNode value) {
    if (value.isArray()) {
      return list(value);
    }
    if ((key.equals("amount") || key.equals("reward") || key.equals("supportDailyMost"))
        && value.isIntegralNumber()) {
      return bonuses(value.asLong());
    }
    if ((key.equals("sum") || key.equals("budget")) && value.isIntegralNumber()) {
      return money(value.asLong());
    }
    String text = value.asString("");
    return switch (key) {
      case "zone" -> zone(text);
      case "hours" -> hours(text);
      case "price", "cost" -> price(text);
      case "order" -> words(text.replaceAll("[\\[\\]]", "").split(", *"));
      default -> text.isEmpty() ? NOTHING : WORDS.getOrDefault(text, LocalText.same(text));
    };
  }

  /** Of parts that are no words their number says enough. */
  private static LocalText list(JsonNode values) {
    List<String> parts = new ArrayList<>();
    values.forEach(part -> parts.add(part.asString("")));
    return values.path(0).isObject()
        ? LocalText.same(Integer.toString(values.size()))
        : words(parts.toArray(String[]::new));
  }

  private static LocalText words(String... parts) {
    List<LocalText> said =
        Stream.of(parts).map(part -> WORDS.getOrDefault(part, LocalText.same(part))).toList();
    return new LocalText(
        said.stream().map(LocalText::ru).collect(Collectors.joining(", ")),
        said.stream().map(LocalText::en).collect(Collectors.joining(", ")));
  }

  /** Of minor units. */
  private static LocalText bonuses(long minor) {
    String form = minor % 100 == 0 ? "%,.0f" : "%,.2f";
    return new LocalText(
        String.format(RUSSIAN, form, minor / 100.0),
        String.format(Locale.ENGLISH, form, minor / 100.0));
  }

  private static LocalText money(long minor) {
    LocalText number = bonuses(minor);
    return new LocalText(number.ru() + "\u00a0₽", number.en() + "\u00a0₽");
  }

  /** Of roubles as entries keep them, "1490.00". */
  private static LocalText price(String roubles) {
    return roubles.matches("[0-9]{1,15}([.][0-9]{1,2})?")
        ? money(new BigDecimal(roubles).movePointRight(2).longValueExact())
        : roubles.isEmpty() ? NOTHING : LocalText.same(roubles);
  }

  private static LocalText zone(String id) {
    try {
      ZoneId zone = ZoneId.of(id);
      return new LocalText(
          zone.getDisplayName(TextStyle.FULL, RUSSIAN),
          zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    } catch (DateTimeException e) {
      return LocalText.same(id);
    }
  }

  private static LocalText hours(String week) {
    return week.isEmpty()
        ? NOTHING
        : new LocalText(hours(week, RUSSIAN), hours(week, Locale.ENGLISH));
  }

  private static String hours(String week, Locale locale) {
    String[] days = week.split(",", -1);
    List<String> open = new ArrayList<>();
    for (int i = 0; i < Math.min(days.length, 7); i++) {
      String day = DayOfWeek.of(i + 1).getDisplayName(TextStyle.SHORT, locale);
      open.add(day + " " + (days[i].isEmpty() ? "—" : days[i].replace('-', '–')));
    }
    return String.join(", ", open);
  }
}
