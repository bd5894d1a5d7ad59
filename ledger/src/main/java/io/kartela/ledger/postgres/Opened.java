package io.kartela.ledger.postgres;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A locked account and, where asked for, what was answered earlier under the same operation key.
 */
public record Opened(Account account, @Nullable Operation operation) {
  /** One of several that were opened together. */
  public static Opened of(Map<AccountId, Opened> opened, AccountId id) {
    Opened found = opened.get(id);
    if (found == null) {
      throw new IllegalStateException("not opened: " + id);
    }
    return found;
  }

  /** Judges a request by its body's digest. */
  public Repeat replay(String bodyHash) {
    return Repeat.of(operation, bodyHash);
  }
}
