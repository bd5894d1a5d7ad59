package io.kartela.service.message.campaign;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.words.Facts;
import io.kartela.service.message.words.Personal;
import io.kartela.service.message.words.Variable;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * What a campaign says.
 *
 * @param text where no variant fits
 * @param tail stands behind all of them
 */
record Wording(String text, List<Variant> variants, String tail) {
  private static final TypeReference<List<Variant>> VARIANTS = new TypeReference<>() {};

  /** Longest text. */
  private static final int MOST = 500;

  private static final int MOST_VARIANTS = 8;

  /** The ways that may have words of their own. */
  enum By {
    CARD,
    SMS,
    CHAT,
    MAIL;

    static By of(ChannelKind kind) {
      return switch (kind) {
        case SMS -> SMS;
        case MAIL -> MAIL;
        case MAX, TELEGRAM, VK -> CHAT;
        // As short as on the card.
        case WEB -> CARD;
      };
    }
  }

  /**
   * Other words for some.
   *
   * @param by null: by whatever way
   * @param lang ru or en; null: in whatever language the member reads
   */
  record Variant(@Nullable By by, @Nullable String lang, String text) {
    private boolean fits(Lang reads, By way) {
      return (lang == null || Lang.of(lang) == reads) && (by == null || by == way);
    }

    /** Words that can be read are worth more than those that were cut for a way. */
    private int rank() {
      return (lang == null ? 0 : 2) + (by == null ? 0 : 1);
    }
  }

  record VariantRequest(@Nullable String by, @Nullable String lang, @Nullable String text) {}

  static Wording check(
      Check check,
      @Nullable String text,
      @Nullable List<VariantRequest> variants,
      String tail,
      boolean gift) {
    Set<Variable> known = EnumSet.copyOf(Variable.OF_MEMBERS);
    if (gift) {
      known.add(Variable.GIFT);
      known.add(Variable.GIFT_UNTIL);
    }
    String main = words(check, "text", text, known);
    List<VariantRequest> wanted = variants == null ? List.of() : variants;
    check.require(
        wanted.size() <= MOST_VARIANTS,
        "variants",
        "TOO_MANY",
        "не больше " + MOST_VARIANTS,
        "at most " + MOST_VARIANTS);
    List<Variant> good = new ArrayList<>();
    for (int i = 0; i < Math.min(wanted.size(), MOST_VARIANTS); i++) {
      good.add(variant(check, "variants[" + i + "]", wanted.get(i), known));
    }
    long different = good.stream().map(v -> new Variant(v.by, v.lang, "")).distinct().count();
    check.require(
        different == good.size(),
        "variants",
        "TWICE",
        "для одного и того же способа и языка два текста",
        "two texts for the same way and language");
    return new Wording(main, good, tail);
  }

  /** One that is still being written: of what is unfinished as much as can be shown. */
  static Wording sketch(
      Check check, @Nullable String text, @Nullable List<VariantRequest> variants, String tail) {
    List<VariantRequest> wanted = variants == null ? List.of() : variants;
    List<Variant> shown = new ArrayList<>();
    for (VariantRequest one : wanted.subList(0, Math.min(wanted.size(), MOST_VARIANTS))) {
      String words = shown(check, "variants", one.text);
      if (!words.isEmpty() && (one.by != null || one.lang != null)) {
        shown.add(new Variant(by(one), one.lang, words));
      }
    }
    return new Wording(shown(check, "text", text), shown, tail);
  }

  private static String shown(Check check, String field, @Nullable String text) {
    return text == null || text.isBlank() ? "" : check.text(field, text, MOST);
  }

  private static @Nullable By by(VariantRequest wanted) {
    return Stream.of(By.values()).filter(b -> b.name().equals(wanted.by)).findFirst().orElse(null);
  }

  private static Variant variant(
      Check check, String at, VariantRequest wanted, Set<Variable> known) {
    check.oneOf(at + ".by", wanted.by, "CARD", "SMS", "CHAT", "MAIL");
    check.oneOf(at + ".lang", wanted.lang, "ru", "en");
    check.require(
        wanted.by != null || wanted.lang != null,
        at,
        "REQUIRED",
        "выберите, для какого способа или языка этот текст",
        "choose the way or the language that this text is for");
    String text = words(check, at + ".text", wanted.text, known);
    return new Variant(by(wanted), wanted.lang, text);
  }

  private static String words(
      Check check, String field, @Nullable String text, Set<Variable> known) {
    String words = check.text(field, text, MOST);
    Personal.check(check, field, words, known);
    return words;
  }

  static Wording kept(String text, String variants, String tail) {
    List<Variant> all = variants.equals("[]") ? List.of() : Http.JSON.readValue(variants, VARIANTS);
    return new Wording(text, all, tail);
  }

  String keptVariants() {
    return variants.isEmpty() ? "[]" : Http.JSON.writeValueAsString(variants);
  }

  /** The words for a member who reads this language, before anything is filled in. */
  String of(Lang reads, By way) {
    Variant best = null;
    for (Variant one : variants) {
      if (one.fits(reads, way) && (best == null || one.rank() > best.rank())) {
        best = one;
      }
    }
    return (best == null ? text : best.text) + tail;
  }

  /** For each of these members, in the language that they read. */
  Map<Long, String> texts(
      Personal personal,
      Connection c,
      long merchantId,
      Collection<Long> members,
      By way,
      Facts facts)
      throws SQLException {
    if (variants.isEmpty()) {
      return personal.texts(c, merchantId, text + tail, members, facts);
    }
    Personal.People people = personal.people(c, merchantId, members);
    Map<Long, String> texts = new HashMap<>();
    for (long member : members) {
      texts.put(member, people.say(of(people.lang(member), way), member, facts));
    }
    return texts;
  }
}
