package io.kartela.ledger.postgres;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Note;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several tills, each with its own connection, and what they need around them. */
abstract class ManyTills {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final int TILLS = 8;
  static final TestDatabase DATABASE = TestPostgres.database();

  /** What one till does with its own connection. */
  interface Till {
    void work(Desk desk, int number) throws Exception;
  }

  static void give(AccountId id, long amount) throws SQLException {
    try (Desk desk = new Desk(DATABASE)) {
      for (int part = 0; part < 10; part++) {
        desk.done(
            Opening.of(id, NOW),
            a -> desk.ledger.gift(a, amount / 10, NOW, Times.NEVER, NOW, Note.NONE));
      }
    }
  }

  static MemberBalance balance(AccountId id) throws SQLException {
    try (Desk desk = new Desk(DATABASE)) {
      desk.assertSound(id);
      return desk.look(id, NOW);
    }
  }

  static void atOnce(Till till) throws Exception {
    List<Future<Void>> results = new ArrayList<>();
    try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < TILLS; number++) {
        int mine = number;
        results.add(
            tills.submit(
                () -> {
                  try (Desk desk = new Desk(DATABASE)) {
                    till.work(desk, mine);
                  }
                  return null;
                }));
      }
    }
    for (Future<Void> result : results) {
      try {
        result.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
  }
}
