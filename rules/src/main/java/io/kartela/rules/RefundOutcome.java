package io.kartela.rules;

/** Answer of {@link Rules#refund}: a reversal, or a refusal. */
public sealed interface RefundOutcome permits Reversal, Refusal {
  /** The reversal; for callers that know the input is good. */
  default Reversal reversal() {
    return switch (this) {
      case Reversal r -> r;
      case Refusal r -> throw new IllegalStateException(r.code() + ": " + r.message().en());
    };
  }
}
