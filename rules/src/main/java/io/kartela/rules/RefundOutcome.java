package io.kartela.rules;

/** Answer of {@link Rules#refund}: a reversal, or a refusal. */
public sealed interface RefundOutcome permits ReturnEffects, InputRefusal {
  /** The reversal; for callers that know the input is good. */
  default ReturnEffects reversal() {
    return switch (this) {
      case ReturnEffects r -> r;
      case InputRefusal r -> throw new IllegalStateException(r.code() + ": " + r.message().en());
    };
  }
}
