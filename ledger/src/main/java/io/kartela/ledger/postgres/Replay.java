package io.kartela.ledger.postgres;

import org.jspecify.annotations.Nullable;

/** Whether a request came before. */
public sealed interface Replay {
  /**
   * Judges a request by its body's digest.
   *
   * @param known what was stored under its key, or null
   */
  static Replay of(@Nullable Operation known, String bodyHash) {
    if (known == null) {
      return new First();
    }
    return known.bodyHash().equals(bodyHash) ? new Same(known.response()) : new Other();
  }

  /** Never seen: do it and write the record with it. */
  record First() implements Replay {}

  /** The same request again: answer this and change nothing. */
  record Same(String response) implements Replay {}

  /** The key was used for another body: a conflict, change nothing. */
  record Other() implements Replay {}
}
