package io.kartela.push.callback;

import java.util.List;

/**
 * What a call-back told. It may come late, twice, in the wrong order and of words that are not
 * ours.
 *
 * @param <E> what it tells of: a {@link io.kartela.push.Report}, or a person's act in a chat
 */
public sealed interface Heard<E> {

  /**
   * The vendor's own.
   *
   * @param events may be empty: nothing in it concerns us
   * @param reply the body that the vendor wants to hear, with HTTP 200
   */
  record Genuine<E>(List<E> events, String reply) implements Heard<E> {
    public Genuine {
      events = List.copyOf(events);
    }
  }

  /** Without the vendor's proof: to be refused with HTTP 403, and forgotten. */
  record Foreign<E>() implements Heard<E> {}
}
