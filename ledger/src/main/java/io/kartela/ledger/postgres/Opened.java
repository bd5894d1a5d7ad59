package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import org.jspecify.annotations.Nullable;

/**
 * A locked account and, where asked for, what was answered earlier under the same operation key.
 */
public record Opened(Account account, @Nullable Operation operation) {
  /** Judges a request by its body's digest. */
  public Replay replay(String bodyHash) {
    if (operation == null) {
      return new Replay.First();
    }
    return operation.bodyHash().equals(bodyHash)
        ? new Replay.Same(operation.response())
        : new Replay.Other();
  }
}
