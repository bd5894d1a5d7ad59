package io.kartela.ledger.postgres;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a statement of a {@link RoundTrip} will have answered once the round trip has run. */
public final class Answer<T> {
  private @Nullable Supplier<T> value;

  Answer() {}

  void set(T result) {
    value = () -> result;
  }

  /** The answer; {@link IllegalStateException} before {@link RoundTrip#run}. */
  public T get() {
    if (value == null) {
      throw new IllegalStateException("the round trip has not run");
    }
    return value.get();
  }
}
