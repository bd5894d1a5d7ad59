package io.kartela.rules;

/**
 * Rules that name the same group compete; all of them must act in the same phase.
 *
 * @param id stable key
 * @param mode who wins
 */
public record Group(String id, Mode mode) {
  /** How a group chooses. Ties go to the earlier rule: lower priority number, then lower id. */
  public enum Mode {
    /** Nobody loses; only a label. */
    STACK,
    /** The first rule that gives anything takes the whole receipt. */
    FIRST,
    /** On every line the rule that gives most. */
    MAX_PER_LINE,
    /** The one rule that gives most on the whole receipt. */
    MAX_PER_RECEIPT
  }

  public Group {
    Checks.id(id, "id");
  }
}
