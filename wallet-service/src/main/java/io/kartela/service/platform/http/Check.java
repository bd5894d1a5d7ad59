package io.kartela.service.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a request, so that the caller hears of all of it at once.
 */
public final class Check {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\",;:]{1,64}@[^\\s@<>\",;:]+\\.[^\\s@.]{2,}");

  private final List<Problem.FieldError> errors = new ArrayList<>();

  /**
   * Demands a text of 1..max characters after stripping; returns it stripped (or "" when it is
   * wrong), and without the signs that turn the direction of reading.
   */
  public String text(String field, @Nullable String value, int max) {
    String text = value == null ? "" : Signs.straight(value).strip();
    if (text.isEmpty()) {
      add(field, "REQUIRED", "не заполнено", "is required");
    } else if (Signs.isInvisible(text)) {
      add(field, "INVISIBLE", "только невидимые знаки", "only invisible characters");
    } else if (text.length() > max) {
      add(field, "TOO_LONG", "не длиннее " + max + " знаков", "at most " + max + " characters");
    } else if (isBroken(text)) {
      add(
          field,
          "CONTROL_CHARACTER",
          "содержит управляющие или неполные символы",
          "contains control or broken characters");
    }
    return text;
  }

  /** As {@link #text} for what stands in one line, such as a name: line ends become blanks. */
  public String line(String field, @Nullable String value, int max) {
    return text(field, value == null ? null : value.replaceAll("[\\s\\u2028\\u2029]+", " "), max);
  }

  /** An optional text of at most max characters; null when absent or blank. */
  public @Nullable String optional(String field, @Nullable String value, int max) {
    return value == null || value.isBlank() ? null : text(field, value, max);
  }

  /** Demands an e-mail address. */
  public String email(String field, @Nullable String value) {
    String mail = text(field, value, 200);
    require(
        mail.isEmpty() || EMAIL.matcher(mail).matches(),
        field,
        "INVALID",
        "это не адрес почты",
        "is not an e-mail address");
    return mail;
  }

  /** An optional word of a closed list; a wrong one is reported with the list. */
  public void oneOf(String field, @Nullable String value, String... allowed) {
    String list = String.join(", ", allowed);
    require(value == null || List.of(allowed).contains(value), field, "INVALID", list, list);
  }

  public void require(boolean ok, String field, String code, String ru, String en) {
    if (!ok) {
      add(field, code, ru, en);
    }
  }

  public void add(String field, String code, String ru, String en) {
    if (errors.size() < 100) {
      errors.add(new Problem.FieldError(field, code, ru, en));
    }
  }

  /** Whether nothing was wrong so far. */
  public boolean isFine() {
    return errors.isEmpty();
  }

  /** Throws when anything was wrong. */
  public void done() {
    if (!errors.isEmpty()) {
      throw Problem.fields(errors);
    }
  }

  private static boolean isBroken(String text) {
    // Line breaks are fine in texts people write; NUL would be refused by PostgreSQL with an
    // obscure error, and half of a surrogate pair would silently become a question mark there.
    return text.codePoints()
        .anyMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                    || Character.getType(c) == Character.SURROGATE);
  }
}
