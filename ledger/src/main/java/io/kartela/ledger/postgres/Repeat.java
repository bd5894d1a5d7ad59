package io.kartela.ledger.postgres;

import org.jspecify.annotations.Nullable;

/** Whether a request came before. */
public sealed interface Repeat {
  /**
   * Judges a request by its body's digest.
   *
   * @param known what was stored under its key, or null
   */
  static Repeat of(@Nullable Operation known, String bodyHash) {
    if (known == null) {
      return new First();
    }
    return known.bodyHash().equals(bodyHash) ? new Same(known.response()) : new Other();
  }

  /** Never seen: do it and write the record with it. */
  record First() implements Repeat {}

  /** The same request again: answer this and change nothing. */
  record Same(String response) implements Repeat {}

  /** The key was used for another body: a conflict, change nothing. */
  record Other() implements Repeat {}
}
