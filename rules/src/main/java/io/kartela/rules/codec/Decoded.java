package io.kartela.rules.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a JSON document.
 *
 * @param value the record, or null when there are problems
 * @param problems every mistake found, in document order
 */
public record Decoded<T>(@Nullable T value, List<Flaw> problems) {
  public Decoded {
    problems = List.copyOf(problems);
  }

  /**
   * The value of a document known to be good.
   *
   * @throws IllegalArgumentException when it has problems
   */
  public T orThrow() {
    if (value == null) {
      throw new IllegalArgumentException(problems.toString());
    }
    return value;
  }
}
