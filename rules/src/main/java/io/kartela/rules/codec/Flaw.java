package io.kartela.rules.codec;

/**
 * One mistake in a document.
 *
 * @param pointer JSON pointer (RFC 6901) of the place; the empty string is the whole document
 * @param code stable machine code, upper snake case
 * @param severity an ERROR refuses the document, a WARNING only informs
 * @param ru message in Russian
 * @param en message in English
 */
public record Flaw(String pointer, String code, Severity severity, String ru, String en) {
  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** A mistake that refuses the document. */
  public static Flaw error(String pointer, String code, String ru, String en) {
    return new Flaw(pointer, code, Severity.ERROR, ru, en);
  }

  /** A remark that does not refuse the document. */
  public static Flaw warning(String pointer, String code, String ru, String en) {
    return new Flaw(pointer, code, Severity.WARNING, ru, en);
  }
}
