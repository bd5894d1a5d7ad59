package io.kartela.rules;

/** A name in a language's quotation marks; marks of its own become the inner ones. */
public final class Quotes {
  private Quotes() {}

  /** «Кофейня „Пенка“» */
  public static String ru(String name) {
    return "«" + inner(name) + "»";
  }

  /** "Café 'Foam'" */
  public static String en(String name) {
    return "\"" + name.replace('"', '\'') + "\"";
  }

  /** The marks within a text that stands in «» already. */
  public static String inner(String name) {
    return name.replace('«', '„').replace('»', '“');
  }
}
