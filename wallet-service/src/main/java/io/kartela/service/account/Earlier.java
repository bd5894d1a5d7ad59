package io.kartela.service.account;

import io.kartela.ledger.postgres.Replay;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import java.util.Optional;

/** What an idempotency key has already brought about; the same for everything that books. Pure. */
public final class Earlier {
  private Earlier() {}

  /**
   * The answer that was given before under this key; empty when it is new.
   *
   * @throws Problem IDEMPOTENCY_KEY_REUSED when the key came with another body
   */
  public static Optional<String> answer(Replay replay) {
    return switch (replay) {
      case Replay.First f -> Optional.empty();
      case Replay.Same(String response) -> Optional.of(response);
      case Replay.Other o -> throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    };
  }
}
