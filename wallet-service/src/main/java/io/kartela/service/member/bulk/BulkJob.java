package io.kartela.service.member.bulk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One job as it stands.
 *
 * @param outcomes how many rows came to what
 */
record BulkJob(
    long id,
    BulkAction action,
    State state,
    Map<Outcome, Long> outcomes,
    String author,
    Instant startedAt,
    @Nullable Instant finishedAt) {
  enum State {
    RUNNING,
    DONE,
    UNDOING,
    UNDONE
  }

  /** What became of a member. */
  enum Outcome {
    WAITING,
    CHANGED,
    /** Nothing was to be done: the tag was there, the member was blocked. */
    SAME,
    FAILED,
    UNDONE,
    /** It could not be undone: the bonuses are spent. */
    KEPT
  }

  long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
