package io.kartela.service.account;

import io.kartela.ledger.LedgerException;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.util.function.Supplier;

/**
 * Repeats a whole transaction that lost a race; it is safe because nothing of a failed one remains.
 */
public final class Retry {
  private static final int TRIES = 4;

  private Retry() {}

  public static <T> T transaction(Supplier<T> work) {
    for (int i = 1; ; i++) {
      try {
        return work.get();
      } catch (LedgerException e) {
        if (!e.code().retryable()) {
          throw e;
        }
        giveUp(i);
      } catch (DatabaseException e) {
        if (!e.isTransient()) {
          throw e;
        }
        giveUp(i);
      }
    }
  }

  private static void giveUp(int tried) {
    if (tried >= TRIES) {
      throw Problem.retryAfter(ProblemCode.BUSY, 1);
    }
  }
}
