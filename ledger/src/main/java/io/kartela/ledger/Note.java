package io.kartela.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What the history keeps beside the figures.
 *
 * @param ref the caller's document, for instance a receipt's id
 * @param reason why a person did it by hand
 * @param author who did it by hand
 */
public record Note(@Nullable String ref, @Nullable String reason, @Nullable String author) {
  public static final Note NONE = new Note(null, null, null);

  public static Note ref(String ref) {
    return new Note(ref, null, null);
  }

  /** For manual credits and debits, where both are obligatory. */
  public static Note byHand(String reason, String author) {
    if (reason.isBlank() || author.isBlank()) {
      throw new IllegalArgumentException("a manual operation needs a reason and an author");
    }
    return new Note(null, reason, author);
  }

  boolean complete() {
    return reason != null && !reason.isBlank() && author != null && !author.isBlank();
  }
}
