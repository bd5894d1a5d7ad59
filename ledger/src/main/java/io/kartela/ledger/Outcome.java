package io.kartela.ledger;

import java.util.function.Function;

/**
 * The answer of an operation.
 *
 * @param <T> what the caller keeps of a success, for instance the {@link Redemption}
 */
public sealed interface Outcome<T> {
  /** Can be done; nothing is booked before {@code posting} is written. */
  record Done<T>(Posting posting, T value) implements Outcome<T> {}

  /** Cannot be done; nothing changes. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** The success, or the caller's exception where a refusal would be a mistake of the program. */
  default Done<T> orThrow(Function<Refusal, ? extends RuntimeException> trouble) {
    return switch (this) {
      case Done<T> done -> done;
      case Refused<T> refused -> throw trouble.apply(refused.refusal());
    };
  }
}
