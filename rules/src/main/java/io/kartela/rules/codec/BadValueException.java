package io.kartela.rules.codec;

/**
 * A record refused one of its values; carries a stable code and the field, so that a reader can
 * point at it.
 */
public final class BadValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String code;
  private final String ru;

  /**
   * @param field record component at fault
   * @param code stable code
   * @param ru Russian message
   * @param en English message, also the exception's own
   */
  public BadValueException(String field, String code, String ru, String en) {
    super(en);
    this.field = field;
    this.code = code;
    this.ru = ru;
  }

  /** Record component at fault. */
  public String field() {
    return field;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** Russian message. */
  public String ru() {
    return ru;
  }

  /** English message. */
  public String en() {
    return String.valueOf(getMessage());
  }

  /** Throws unless {@code ok}. */
  public static void unless(boolean ok, String field, String code, String ru, String en) {
    if (!ok) {
      throw new BadValueException(field, code, ru, en);
    }
  }
}
