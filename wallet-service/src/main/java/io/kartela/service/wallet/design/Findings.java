package io.kartela.service.wallet.design;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Signs;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.Fact;
import io.kartela.service.wallet.content.Template;
import java.net.IDN;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads pieces of a design and collects everything that is wrong with it. Not thread-safe. */
final class Findings {
  private static final int MOST = 100;
  private static final Pattern WEB = Pattern.compile("(?i)https://([^/?#:@\\s]+)([^\\s]*)");

  private final List<DesignProblem> problems = new ArrayList<>();
  private final List<DesignProblem> warnings = new ArrayList<>();
  private final boolean published;

  /**
   * @param published the design is in force: what became a rule later is no reason against it
   */
  Findings(boolean published) {
    this.published = published;
  }

  List<DesignProblem> problems() {
    return List.copyOf(problems);
  }

  List<DesignProblem> warnings() {
    return List.copyOf(warnings);
  }

  /** No reason against the design. */
  void warn(String path, String code, String ru, String en) {
    if (warnings.size() < MOST) {
      warnings.add(new DesignProblem(path, code, new LocalText(ru, en)));
    }
  }

  void add(String path, String code, String ru, String en) {
    if (problems.size() < MOST) {
      problems.add(new DesignProblem(path, code, new LocalText(ru, en)));
    }
  }

  /** A reason that designs published before it was known do not have to fear. */
  void addToNew(String path, String code, String ru, String en) {
    if (!published) {
      add(path, code, ru, en);
    }
  }

  /** An object that has no other members than these. */
  boolean object(JsonNode node, String path, String... known) {
    if (!node.isObject()) {
      add(path, "WRONG_TYPE", "нужен объект", "an object is wanted");
      return false;
    }
    List<String> names = Arrays.asList(known);
    for (Iterator<String> all = node.propertyNames().iterator(); all.hasNext(); ) {
      String name = all.next();
      if (!names.contains(name)) {
        add(
            path.isEmpty() ? name : path + "." + name,
            "UNKNOWN_FIELD",
            "такого поля нет; есть " + String.join(", ", names),
            "there is no such field; known are " + String.join(", ", names));
      }
    }
    return true;
  }

  <T> List<T> list(
      JsonNode node, String path, int most, BiFunction<JsonNode, String, @Nullable T> read) {
    List<T> items = new ArrayList<>();
    if (node.isMissingNode() || node.isNull()) {
      return items;
    }
    if (!node.isArray()) {
      add(path, "WRONG_TYPE", "нужен список", "a list is wanted");
      return items;
    }
    if (node.size() > most) {
      add(path, "TOO_MANY", "не больше " + most, "at most " + most);
      return items;
    }
    for (int i = 0; i < node.size(); i++) {
      T item = read.apply(node.get(i), path + "[" + i + "]");
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  /** A text for people: one for both languages, or an object with ru and en. */
  @Nullable Text text(JsonNode node, String path, int most) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node.isString()) {
      return checked(new Text(node.asString(), node.asString()), path, most);
    }
    if (!object(node, path, "ru", "en")) {
      return null;
    }
    for (String language : List.of("ru", "en")) {
      if (!node.path(language).isString() || node.path(language).asString().isBlank()) {
        add(
            path + "." + language,
            "MISSING_LANGUAGE",
            "нужен текст на этом языке",
            "a text in this language is wanted");
        return null;
      }
    }
    return checked(new Text(node.path("ru").asString(), node.path("en").asString()), path, most);
  }

  private @Nullable Text checked(Text text, String path, int most) {
    if (text.isBlank()) {
      add(path, "EMPTY", "текст пуст", "the text is empty");
      return null;
    }
    if (text.ru().length() > most || text.en().length() > most) {
      add(path, "TOO_LONG", "не длиннее " + most + " знаков", "at most " + most + " characters");
      return null;
    }
    if ((text.ru() + text.en()).codePoints().anyMatch(this::unwanted)) {
      add(path, "CONTROL_CHARACTER", "управляющие знаки", "control characters");
      return null;
    }
    return text;
  }

  /** Control characters, halves of a character, and what makes a text read backwards. */
  private boolean unwanted(int c) {
    return (Character.isISOControl(c) && c != '\n')
        || c == 0xfffe
        || c == 0xffff
        || (!published && (Signs.isDirection(c) || Character.getType(c) == Character.SURROGATE));
  }

  @Nullable Template template(JsonNode node, String path, int most) {
    Text text = text(node, path, most);
    if (text == null) {
      return null;
    }
    try {
      return Template.of(text);
    } catch (Template.Malformed e) {
      if (e.code.equals("UNKNOWN_FACT")) {
        String known =
            String.join(", ", Arrays.stream(Fact.values()).map(Fact::word).sorted().toList());
        add(
            path,
            e.code,
            "нет такого значения: " + e.where + "; есть " + known,
            "there is no such value: " + e.where + "; known are " + known);
      } else {
        add(path, e.code, "скобка без пары", "a brace without its partner");
      }
      return null;
    }
  }

  @Nullable String word(JsonNode node, String path, int most) {
    if (node.isString() && !node.asString().isBlank() && node.asString().length() <= most) {
      return node.asString();
    }
    add(path, "REQUIRED", "нужен текст до " + most + " знаков", "a text of up to " + most);
    return null;
  }

  boolean flag(JsonNode node, String path, boolean byDefault) {
    if (node.isMissingNode() || node.isNull()) {
      return byDefault;
    }
    if (!node.isBoolean()) {
      add(path, "WRONG_TYPE", "нужно true или false", "true or false is wanted");
    }
    return node.asBoolean(byDefault);
  }

  /** A whole number of a range; null when it is missing or wrong. */
  @Nullable Integer whole(JsonNode node, String path, int from, int to) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.asInt() < from
        || node.asInt() > to) {
      String range = from + "…" + to;
      add(path, "OUT_OF_RANGE", "целое число " + range, "a whole number " + range);
      return null;
    }
    return node.asInt();
  }

  /** A domain with letters of its own, such as .рф, as phones look it up. */
  private static String ascii(String address) {
    Matcher m = WEB.matcher(address);
    return m.matches()
        ? URI.create("https://" + IDN.toASCII(m.group(1)) + m.group(2)).toASCIIString()
        : address;
  }

  /** A fact in braces that is an address of the member's own. */
  @Nullable Fact linkFact(String text, String path) {
    for (Fact fact : Fact.values()) {
      if (fact.isLink() && text.equals("{" + fact.word() + "}")) {
        return fact;
      }
    }
    String known =
        Arrays.stream(Fact.values())
            .filter(Fact::isLink)
            .map(fact -> "{" + fact.word() + "}")
            .collect(Collectors.joining(", "));
    add(
        path,
        "BAD_LINK",
        "такой ссылки нет; есть " + known,
        "there is no such link; known are " + known);
    return null;
  }

  /** An address people may be sent to. */
  @Nullable URI address(JsonNode node, String path) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      URI address = URI.create(node.isString() ? ascii(node.asString()) : "");
      String scheme = address.getScheme();
      boolean web = "https".equals(scheme) && address.getHost() != null;
      boolean call = "tel".equals(scheme) || "mailto".equals(scheme);
      if ((web || call) && node.asString().length() <= 500) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // answered below
    }
    add(
        path,
        "BAD_LINK",
        "нужен адрес https://, tel: или mailto: до 500 знаков",
        "an https://, tel: or mailto: address of up to 500 characters is wanted");
    return null;
  }
}
