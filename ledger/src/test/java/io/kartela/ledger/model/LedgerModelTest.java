package io.kartela.ledger.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.kartela.ledger.BrokenLedgers;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ledger on PostgreSQL against a model that counts coins.
 *
 * <p>{@code -Dledger.steps=1000000} sets the number of steps, {@code -Dledger.seed=…} the seed; a
 * failure names both and the shortest list of steps that still fails.
 */
class LedgerModelTest {
  private static final int STEPS = Integer.getInteger("ledger.steps", 100_000);
  private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
  private static final int STEPS_PER_RUN = 2_000;

  /** One more than the two cores it is made for: each waits for PostgreSQL half of its time. */
  private static final int WORKERS = 3;

  @Test
  void theLedgerDoesWhatTheModelDoes() throws Exception {
    int runs = (STEPS + STEPS_PER_RUN - 1) / STEPS_PER_RUN;
    List<Future<Void>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
      for (int i = 0; i < WORKERS; i++) {
        int first = i;
        workers.add(
            threads.submit(
                () -> {
                  try (Bench bench = new Bench()) {
                    for (int run = first; run < runs; run += WORKERS) {
                      runOrExplain(bench, SEED + run);
                    }
                  }
                  return null;
                }));
      }
    }
    for (Future<Void> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        fail(e.getCause());
      }
    }
  }

  /** What has failed once: two lots that stood in for each other. */
  @ParameterizedTest
  @ValueSource(longs = 7_222_789_868_607L)
  void whatFailedOnceHolds(long seed) throws SQLException {
    try (Bench bench = new Bench()) {
      runOrExplain(bench, seed);
    }
  }

  @TestFactory
  Stream<DynamicTest> aMistakeInTheLedgerIsNoticed() {
    return BrokenLedgers.all().entrySet().stream()
        .map(broken -> DynamicTest.dynamicTest(broken.getKey(), () -> assertNoticed(broken)));
  }

  private static void assertNoticed(Map.Entry<String, Ledger> broken) throws SQLException {
    try (Bench bench = new Bench()) {
      boolean noticed = false;
      for (long seed = 1; seed <= 3 && !noticed; seed++) {
        noticed = bench.failure(Step.random(seed, STEPS_PER_RUN), broken.getValue()) != null;
      }
      assertTrue(noticed, "nobody noticed a ledger that " + broken.getKey());
    }
  }

  /** The shortening itself must not lose the failure. */
  @Test
  void aFailureIsShortened() throws SQLException {
    Ledger broken = BrokenLedgers.all().values().iterator().next();
    try (Bench bench = new Bench()) {
      List<Step> steps = Step.random(1, STEPS_PER_RUN);
      ModelRun.Failed failure = bench.failure(steps, broken);
      assertTrue(failure != null, "the broken ledger did not fail");
      List<Step> shorter = Shrinker.shrink(steps, candidate -> bench.failure(candidate, broken));
      assertTrue(shorter.size() <= 12, "still " + shorter.size() + " steps");
      assertFalse(bench.failure(shorter, broken) == null, "the short list does not fail");
    }
  }

  private static void runOrExplain(Bench bench, long seed) throws SQLException {
    List<Step> steps = Step.random(seed, STEPS_PER_RUN);
    ModelRun.Failed failure = bench.failure(steps, new Ledger());
    if (failure != null) {
      List<Step> shorter =
          Shrinker.shrink(steps, candidate -> bench.failure(candidate, new Ledger()));
      ModelRun.Failed again = bench.failure(shorter, new Ledger());
      throw new AssertionError(
          "-Dledger.seed=%d -Dledger.steps=%d%n%s%nshortest:%n%s%n%s"
              .formatted(
                  seed,
                  STEPS_PER_RUN,
                  failure.getMessage(),
                  String.join("\n", shorter.stream().map(Step::toString).toList()),
                  again == null ? "" : again.getMessage()),
          failure);
    }
  }

  /** A database of its own and a new merchant for every run. */
  private static final class Bench implements AutoCloseable {
    private final TestDatabase database = TestPostgres.database();
    private final Connection app;
    private final Connection worker;
    private long merchants;

    Bench() throws SQLException {
      app = database.app().getConnection();
      worker = database.worker().getConnection();
      // Texts are always the same and go by key: planning them anew would cost more than running
      // them.
      try (var statement = app.createStatement()) {
        statement.execute("set plan_cache_mode = force_generic_plan");
        statement.execute("set jit = off");
      }
      app.setAutoCommit(false);
      worker.setAutoCommit(false);
    }

    ModelRun.@Nullable Failed failure(List<Step> steps, Ledger ledger) {
      try {
        new ModelRun(app, worker, ++merchants, ledger).run(steps);
        return null;
      } catch (ModelRun.Failed e) {
        rollback();
        return e;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private void rollback() {
      try {
        app.rollback();
        worker.rollback();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws SQLException {
      app.close();
      worker.close();
      database.close();
    }
  }
}
