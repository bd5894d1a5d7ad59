package io.kartela.service.message.channel;

import io.kartela.service.message.channel.Channel.Use;
import io.kartela.service.platform.http.Check;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an owner wrote of a channel, judged. */
final class ChannelCheck {
  private static final int MOST_SETTING = 200;
  private static final long MOST_PRICE = 100_000;
  private static final int MOST_PER_MINUTE = 60_000;

  /** As it arrives. */
  record Request(
      @Nullable String vendor,
      @Nullable Map<String, String> settings,
      @Nullable String secret,
      @Nullable Boolean active,
      @Nullable Boolean marketing,
      @Nullable Long price,
      @Nullable Integer perMinute) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "channel by " + vendor;
    }
  }

  private ChannelCheck() {}

  /** Throws a problem that names every mistake. */
  static Channel of(ChannelKind kind, Request body, boolean known) {
    Check check = new Check();
    Vendor vendor = vendor(kind, body.vendor, check);
    Map<String, String> settings = new TreeMap<>();
    if (vendor != null) {
      settings(vendor, body.settings == null ? Map.of() : body.settings, settings, check);
      check.require(
          !vendor.needsSecret() || known || (body.secret != null && !body.secret.isBlank()),
          "secret",
          "REQUIRED",
          "впишите ключ",
          "enter the key");
      secret(vendor, body.secret == null ? "" : body.secret.strip(), check);
    }
    check.require(
        body.secret == null || body.secret.length() <= 1_000,
        "secret",
        "TOO_LONG",
        "слишком длинный ключ",
        "the key is too long");
    Use use = use(kind, body, check);
    check.done();
    if (vendor == null) {
      throw new IllegalStateException("told already");
    }
    return new Channel(kind, vendor, settings, use, 1, null);
  }

  private static @Nullable Vendor vendor(ChannelKind kind, @Nullable String name, Check check) {
    for (Vendor one : Vendor.values()) {
      if (one.kind() == kind && one.name().equals(name)) {
        return one;
      }
    }
    check.add("vendor", "UNKNOWN_VENDOR", "такого оператора нет", "there is no such vendor");
    return null;
  }

  private static void settings(
      Vendor vendor, Map<String, String> given, Map<String, String> settings, Check check) {
    for (String name : given.keySet()) {
      check.require(
          vendor.knows(name),
          "settings." + clipped(name),
          "UNKNOWN",
          "такой настройки нет",
          "there is no such setting");
    }
    for (String name : vendor.required()) {
      String text = check.line("settings." + name, given.get(name), MOST_SETTING);
      settings.put(name, judged(vendor, name, text, check));
    }
    for (String name : vendor.optional()) {
      String text = check.optional("settings." + name, given.get(name), MOST_SETTING);
      if (text != null) {
        settings.put(name, judged(vendor, name, text, check));
      }
    }
  }

  private static String clipped(String name) {
    return name.substring(0, Math.min(name.length(), 40));
  }

  private static String judged(Vendor vendor, String name, String text, Check check) {
    String field = "settings." + name;
    if (text.isEmpty()) {
      return text; // told already
    }
    switch (name) {
      case "sender" ->
          check.require(
              text.matches(
                  vendor == Vendor.SMPP
                      ? "[A-Za-z0-9 ._-]{1,11}|[0-9]{1,15}"
                      : "[A-Za-z0-9 ._+-]{1,15}"),
              field,
              "INVALID",
              "латинские буквы и цифры, как в договоре с оператором, или номер",
              "Latin letters and digits as agreed with the vendor, or a number");
      case "port" -> port(vendor, field, text, check);
      case "security" ->
          check.oneOf(field, text, "TLS", vendor == Vendor.SMPP ? "NONE" : "STARTTLS");
      case "ids" -> check.oneOf(field, text, "SAME", "HEX_THEN_DECIMAL", "DECIMAL_THEN_HEX");
      case "login" ->
          check.require(
              text.chars().noneMatch(Character::isISOControl)
                  && (vendor != Vendor.SMPP || text.length() <= 15),
              field,
              "INVALID",
              "одной строкой, в SMPP не длиннее 15 знаков",
              "in one line, for SMPP at most 15 characters");
      case "host" ->
          check.require(
              isHost(text),
              field,
              "INVALID",
              "имя сервера, например smtp.example.ru",
              "the server's name, such as smtp.example.com");
      case "bot" ->
          check.require(
              text.matches("[A-Za-z0-9_]{3,64}"),
              field,
              "INVALID",
              "имя бота без @ и адреса: латинские буквы, цифры и подчёркивания",
              "the bot's name without @ and address: Latin letters, digits, underscores");
      case "group" ->
          check.require(
              text.matches("[1-9][0-9]{0,17}"),
              field,
              "INVALID",
              "номер сообщества, только цифры",
              "the community's number, digits only");
      case "confirmation" ->
          check.require(
              text.matches("[A-Za-z0-9]{1,64}"),
              field,
              "INVALID",
              "строка из настроек сообщества: латинские буквы и цифры",
              "the string of the community's settings: Latin letters and digits");
      case "from" -> {
        String _ = check.email(field, text);
      }
      default -> {}
    }
    return name.equals("host") ? text.toLowerCase(Locale.ROOT) : text;
  }

  static boolean isHost(String text) {
    return text.matches("(?i)[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?") && text.contains(".");
  }

  private static void port(Vendor vendor, String field, String text, Check check) {
    if (vendor == Vendor.SMPP) {
      check.require(
          text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 65_535,
          field,
          "INVALID",
          "от 1 до 65535, обычно 2775 или 3550",
          "1 to 65535, often 2775 or 3550");
      return;
    }
    check.require(
        text.matches("25|465|587|2525"),
        field,
        "INVALID",
        "порт почты: 465, 587, 2525 или 25",
        "a mail port: 465, 587, 2525 or 25");
  }

  /** What vendors' own keys look like, so that a slip is told before anything is sent. */
  private static void secret(Vendor vendor, String secret, Check check) {
    check.require(
        vendor != Vendor.TELEGRAM
            || secret.isEmpty()
            || secret.matches("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}"),
        "secret",
        "INVALID",
        "токен от @BotFather: цифры, двоеточие и длинная строка",
        "the token of @BotFather: digits, a colon and a long string");
    check.require(
        vendor != Vendor.SMPP || secret.length() <= 8,
        "secret",
        "INVALID",
        "не длиннее 8 знаков",
        "at most 8 characters");
    // Some travel in headers, where only these are carried; a password of a mail server does not.
    boolean plain = secret.chars().allMatch(c -> c > ' ' && c < 127);
    boolean printable = secret.chars().noneMatch(Character::isISOControl);
    check.require(
        vendor.kind() == ChannelKind.MAIL ? printable : plain,
        "secret",
        "INVALID",
        "латинские буквы, цифры и знаки без пробелов, как выдал оператор",
        "Latin letters, digits and signs without spaces, as the provider gave it");
  }

  private static Use use(ChannelKind kind, Request body, Check check) {
    long price = body.price == null || kind.isFree() ? 0 : body.price;
    check.require(
        price >= 0 && price <= MOST_PRICE,
        "price",
        "INVALID",
        "от 0 до 1000 за часть",
        "0 to 1,000 for a part");
    int perMinute = body.perMinute == null ? 600 : body.perMinute;
    check.require(
        perMinute >= 1 && perMinute <= MOST_PER_MINUTE,
        "perMinute",
        "INVALID",
        "от 1 до 60000 в минуту",
        "1 to 60,000 a minute");
    boolean active = body.active == null || body.active;
    boolean marketing = body.marketing != null && body.marketing;
    return new Use(active, marketing, 0, price, perMinute);
  }
}
