package io.kartela.rules;

/**
 * One text in the two languages people read here.
 *
 * @param ru Russian
 * @param en English
 */
public record Texts(String ru, String en) {
  /** The text for a language tag: Russian for {@code ru}, English otherwise. */
  public String in(String language) {
    return language.startsWith("ru") ? ru : en;
  }
}
