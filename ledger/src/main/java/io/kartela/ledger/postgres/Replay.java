package io.kartela.ledger.postgres;

/** Whether a request came before. */
public sealed interface Replay {
  /** Never seen: do it and write the record with it. */
  record First() implements Replay {}

  /** The same request again: answer this and change nothing. */
  record Same(String response) implements Replay {}

  /** The key was used for another body: a conflict, change nothing. */
  record Other() implements Replay {}
}
