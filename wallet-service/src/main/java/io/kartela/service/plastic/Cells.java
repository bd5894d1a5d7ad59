package io.kartela.service.plastic;

import io.kartela.service.card.CardNumber;
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
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,15})[.,]0+");

  /** Digits were lost for good. */
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+[.,][0-9]*[eEеЕ][+-]?[0-9]+|[0-9]+[eEеЕ][+-]?[0-9]+");

  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+[.,][0-9]+");
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{1,2}[./-][0-9]{1,2}[./-](19|20)[0-9]{2}.*"
              + "|(19|20)[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]([T ].*)?");
  private static final Set<String> WORDS =
      Set.of("TRUE", "FALSE", "ИСТИНА", "ЛОЖЬ", "NULL", "NAN", "INF");

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

  /** The number of a card; empty when the cell no longer says which. */
  static Optional<String> number(String text) {
    boolean lost =
        SCIENTIFIC.matcher(text).matches()
            || DECIMAL.matcher(text).matches()
            || DATE.matcher(text).matches()
            || isWord(text);
    return lost ? Optional.empty() : PlasticStore.number(text);
  }

  /** An error of a formula, or a value that is no number. */
  private static boolean isWord(String text) {
    return text.startsWith("#") || WORDS.contains(text.toUpperCase(Locale.ROOT));
  }

  /** Whether these are the titles of columns. */
  static boolean areTitles(List<String> texts) {
    return texts.stream()
        .allMatch(text -> text.isEmpty() || TITLES.contains(text.toUpperCase(Locale.ROOT)));
  }
}
