package io.kartela.service.till.plastic;

import io.kartela.service.code.CardNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What spreadsheets make of card numbers: mended where it is certain, refused where not. Pure. */
final class Cells {
  /** {@code ="00123"} and {@code '00123}: how one keeps a spreadsheet from counting. */
  private static final Pattern QUOTED = Pattern.compile("=?\"([^\"]*)\"|'(.*)");

  /** A whole number that became a decimal; beyond fifteen digits, spreadsheets guess. */
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,15})[.,]0*");

  /** Digits were lost for good. */
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+[.,][0-9]*[eEеЕ][+-]?[0-9]+|[0-9]+[eEеЕ][+-]?[0-9]+");

  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+[.,][0-9]+");
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{1,2}[./-][0-9]{1,2}[./-](19|20)[0-9]{2}.*"
              + "|(19|20)[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]([T ].*)?");
  private static final Set<String> WORDS =
      Set.of(
          "TRUE",
          "FALSE",
          "ИСТИНА",
          "ЛОЖЬ",
          "NULL",
          "NONE",
          "NIL",
          "NAN",
          "INF",
          "UNDEFINED",
          "НЕТ",
          "НЕТ ДАННЫХ",
          "ПУСТО");

  /** An amount of something. */
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?iu).*[0-9]\\s*руб(лей|ля|ль)?\\.?|.*[0-9]\\s+(р|коп|шт|rub|rur|usd|eur|pcs)\\.?");

  /** Nothing but zeros and marks; and figures in circles, which no reader gives. */
  private static final Pattern NOBODYS = Pattern.compile("[^\\p{L}1-9]*|.*[\\p{No}\\p{Nl}].*");

  private static final Set<String> TITLES =
      Set.of(
          "НОМЕР",
          "НОМЕР КАРТЫ",
          "КАРТА",
          "КОД",
          "ШТРИХКОД",
          "ТЕЛЕФОН",
          "НОМЕР ТЕЛЕФОНА",
          "NUMBER",
          "CARD",
          "CARD NUMBER",
          "CODE",
          "BARCODE",
          "UID",
          "PHONE",
          "PHONE NUMBER");

  private Cells() {}

  /** The text of a cell, tidied; "" when there is nothing in it. */
  static String text(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    String text = CardNumber.tidy(cell).strip();
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.matches()) {
      text = (quoted.group(1) == null ? quoted.group(2) : quoted.group(1)).strip();
    }
    Matcher whole = WHOLE.matcher(text);
    return whole.matches() ? whole.group(1) : text;
  }

  /** The number of a card in a cell; empty when the cell no longer says which. */
  static Optional<String> number(String text) {
    return DATE.matcher(text).matches() ? Optional.empty() : one(text);
  }

  /** The number of a card that somebody typed or pasted; empty when that is none. */
  static Optional<String> typed(String given) {
    return one(text(given));
  }

  private static Optional<String> one(String text) {
    boolean lost =
        SCIENTIFIC.matcher(text).matches()
            || DECIMAL.matcher(text).matches()
            || MEASURED.matcher(text).matches()
            || NOBODYS.matcher(text).matches()
            || isWord(text);
    return lost ? Optional.empty() : CardNumber.canonical(text);
  }

  /** An error of a formula, a title, or a value that is no number. */
  private static boolean isWord(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    return text.startsWith("#") || WORDS.contains(word) || TITLES.contains(word);
  }

  /** Whether these are the titles of columns. */
  static boolean areTitles(List<String> texts) {
    return texts.stream()
        .allMatch(text -> text.isEmpty() || TITLES.contains(text.toUpperCase(Locale.ROOT)));
  }
}
