package io.kartela.rules;

/** Answer of {@link Rules#evaluate}: a judged receipt, or a refusal to judge it. */
public sealed interface Ruling permits Evaluation, InputRefusal {
  /** The evaluation; for callers that know the input is good. */
  default Evaluation get() {
    return switch (this) {
      case Evaluation e -> e;
      case InputRefusal r -> throw new IllegalStateException(r.code() + ": " + r.message().en());
    };
  }
}
