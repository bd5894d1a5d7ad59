package io.kartela.service.wallet.content;

import io.kartela.rules.Quotes;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with facts in braces, in both languages: {@code До уровня «{nextTier}»}. Two braces are
 * one. Immutable.
 */
public final class Template {
  private final List<Part> ru;
  private final List<Part> en;
  private final Set<Fact> facts = EnumSet.noneOf(Fact.class);

  /** The whole text when it holds no fact. */
  private final @Nullable Text fixed;

  /** Words, or a fact. */
  private record Part(String words, @Nullable Fact fact) {}

  /** What is wrong with a text. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;
    public final String code;
    public final String where;

    Malformed(String code, String where) {
      super(code, null, false, false);
      this.code = code;
      this.where = where;
    }
  }

  private Template(List<Part> ru, List<Part> en) {
    this.ru = ru;
    this.en = en;
    for (Part part : ru) {
      note(part);
    }
    for (Part part : en) {
      note(part);
    }
    this.fixed = facts.isEmpty() ? new Text(words(ru), words(en)) : null;
  }

  private static String words(List<Part> parts) {
    return parts.stream().map(Part::words).collect(Collectors.joining());
  }

  private void note(Part part) {
    if (part.fact != null) {
      facts.add(part.fact);
    }
  }

  public static Template of(Text text) throws Malformed {
    return new Template(parts(text.ru()), parts(text.en()));
  }

  private static List<Part> parts(String text) throws Malformed {
    List<Part> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && twice) {
        words.append(c);
        i++;
      } else if (c == '{') {
        int end = text.indexOf('}', i);
        if (end < 0) {
          throw new Malformed("UNCLOSED_BRACE", text);
        }
        String word = text.substring(i + 1, end);
        Fact fact = Fact.of(word).orElse(null);
        if (fact == null) {
          throw new Malformed("UNKNOWN_FACT", word);
        }
        parts.add(new Part(words.toString(), null));
        parts.add(new Part("", fact));
        words.setLength(0);
        i = end;
      } else if (c == '}') {
        throw new Malformed("UNCLOSED_BRACE", text);
      } else {
        words.append(c);
      }
    }
    parts.add(new Part(words.toString(), null));
    parts.removeIf(part -> part.fact == null && part.words.isEmpty());
    return List.copyOf(parts);
  }

  /** The one fact it consists of; null when there is more to it. */
  public @Nullable Fact single() {
    return ru.size() == 1 && ru.equals(en) ? ru.getFirst().fact : null;
  }

  public Set<Fact> facts() {
    return facts;
  }

  /** Null when the card has nothing to say for one of the facts. */
  public @Nullable Text fill(CardContent card, @Nullable String news) {
    if (fixed != null) {
      return fixed;
    }
    Map<Fact, Text> values = new EnumMap<>(Fact.class);
    for (Fact fact : facts) {
      Text value = fact.text(card, news);
      if (value == null) {
        return null;
      }
      values.put(fact, value);
    }
    Fact only = single();
    if (only != null) {
      return values.get(only);
    }
    return new Text(fill(ru, values, Lang.RU), fill(en, values, Lang.EN));
  }

  private static String fill(List<Part> parts, Map<Fact, Text> values, Lang lang) {
    StringBuilder out = new StringBuilder(64);
    for (Part part : parts) {
      Text value = part.fact == null ? null : values.get(part.fact);
      if (value == null) {
        out.append(part.words);
      } else {
        String said = value.in(lang);
        out.append(isQuoted(out) ? Quotes.inner(said) : said);
      }
    }
    return out.toString();
  }

  private static boolean isQuoted(StringBuilder said) {
    return said.lastIndexOf("«") > said.lastIndexOf("»");
  }
}
