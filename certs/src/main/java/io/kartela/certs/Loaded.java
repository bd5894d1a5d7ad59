package io.kartela.certs;

import java.util.List;
import java.util.stream.Collectors;

/** The answer to "may this material be used?": the thing itself, or every reason why not. */
public sealed interface Loaded<T> {

  /** Usable. */
  record Ok<T>(T value) implements Loaded<T> {
    @Override
    public List<IdentityProblem> problems() {
      return List.of();
    }
  }

  /** Not usable; at least one problem, the most telling first. */
  record Refused<T>(List<IdentityProblem> problems) implements Loaded<T> {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal names at least one problem");
      }
    }

    /** The most telling reason. */
    public IdentityProblem.Reason reason() {
      return problems.getFirst().reason();
    }
  }

  /** Why not; empty when usable. */
  List<IdentityProblem> problems();

  /**
   * The value, for callers to whom a refusal is a programming or configuration error.
   *
   * @throws CertsException with code {@code certs.refused}, naming every problem
   */
  default T orThrow() {
    return switch (this) {
      case Ok<T>(T value) -> value;
      case Refused<T>(List<IdentityProblem> problems) ->
          throw new CertsException(
              "certs.refused",
              problems.stream().map(IdentityProblem::toString).collect(Collectors.joining("; ")),
              null);
    };
  }
}
