package io.kartela.service.till.scan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.wallet.pass.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A register's guesses are counted once for all nodes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VelocityTest {
  private static final TillSettings SETTINGS = TillSettings.USUAL;
  private static final int MOST = SETTINGS.missesPerRegisterMinute();

  private final TestHouse house = new TestHouse();
  private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private final Velocity one = new Velocity(() -> now);
  private final Velocity other = new Velocity(() -> now);

  @AfterAll
  void close() {
    house.close();
  }

  private static RegisterPrincipal register(long id) {
    return new RegisterPrincipal(1, id, "Till", 1, "Store", ZoneOffset.UTC);
  }

  private void miss(Velocity node, long register) {
    RegisterPrincipal till = register(register);
    int _ =
        house
            .database()
            .inTenant(
                1,
                c -> {
                  node.lateScan(till, SETTINGS);
                  node.refused(c, till, SETTINGS, new Problem(ProblemCode.CARD_NOT_FOUND));
                  return 0;
                });
  }

  private void hit(Velocity node, long register) {
    RegisterPrincipal till = register(register);
    node.lateScan(till, SETTINGS);
    assertTrue(
        house.database().inTenant(1, c -> node.found(c, till, 7, SETTINGS)).isEmpty(),
        "the member is not scanned too often");
  }

  private long rows(long register) {
    return house
        .database()
        .inTenant(
            1,
            c -> {
              try (var s = c.createStatement();
                  var r =
                      s.executeQuery(
                          "SELECT count(*) FROM kartela.register_miss WHERE register_id = "
                              + register)) {
                r.next();
                return r.getLong(1);
              }
            });
  }

  @Test
  void twoNodesAllowNoMoreThanOne() {
    for (int i = 0; i < MOST; i++) {
      miss(i % 2 == 0 ? one : other, 11);
    }
    for (Velocity node : List.of(one, other, new Velocity(() -> now))) {
      Problem no = assertThrows(Problem.class, () -> miss(node, 11));
      assertEquals(ProblemCode.TOO_MANY_REQUESTS, no.code());
      assertEquals(2, no.retryAfterSeconds(), "a guess a second comes back, and the one begun");
      assertThrows(Problem.class, () -> hit(node, 11), "a hit is not told either");
    }
    assertDoesNotThrow(() -> hit(one, 12), "another register");
    now = now.plus(Duration.ofSeconds(1));
    miss(other, 11);
    assertThrows(Problem.class, () -> miss(one, 11));
    now = now.plus(Duration.ofMinutes(1));
    for (int i = 0; i < MOST; i++) {
      miss(one, 11);
    }
    assertThrows(Problem.class, () -> miss(other, 11));
  }

  @Test
  void guessesOfOneMomentAreCountedToo() throws Exception {
    List<Callable<Boolean>> guesses =
        IntStream.range(0, MOST + 20)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () -> {
                      try {
                        miss(i % 2 == 0 ? one : other, 13);
                        return true;
                      } catch (Problem e) {
                        return false;
                      }
                    })
            .toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      long looked = threads.invokeAll(guesses).stream().filter(VelocityTest::answer).count();
      assertEquals(MOST, looked);
    }
  }

  private static boolean answer(Future<Boolean> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aHitAndWhatIsNoGuessLeaveNothing() {
    hit(one, 14);
    RegisterPrincipal till = register(14);
    int _ =
        house
            .database()
            .inTenant(
                1,
                c -> {
                  one.refused(c, till, SETTINGS, new Problem(ProblemCode.PRODUCT_CODE));
                  return 0;
                });
    assertEquals(0, rows(14));
  }
}
