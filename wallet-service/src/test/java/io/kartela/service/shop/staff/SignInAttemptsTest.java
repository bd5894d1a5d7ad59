package io.kartela.service.shop.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.wallet.pass.TestHouse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on one database count together, and nobody else is shut out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInAttemptsTest {
  private final TestHouse house = new TestHouse();
  private final SignInAttempts one = new SignInAttempts(house.database());
  private final SignInAttempts two = new SignInAttempts(house.database());

  @AfterAll
  void close() {
    house.close();
  }

  private static void refused(SignInAttempts node, String address, String account) {
    Problem problem = assertThrows(Problem.class, () -> node.begin(address, account));
    assertEquals(ProblemCode.TOO_MANY_REQUESTS, problem.code());
  }

  /** What was counted moves into the past. */
  private void later(Duration time) throws SQLException {
    try (var c = house.owner().getConnection();
        var s =
            c.prepareStatement(
                "UPDATE kartela.sign_in_miss SET over_at = over_at - ? * interval '1"
                    + " millisecond'")) {
      s.setLong(1, time.toMillis());
      s.executeUpdate();
    }
  }

  /** However long the machine took for what was just counted. */
  private void asIfAtOnce() throws SQLException {
    later(Duration.ofSeconds(-10));
  }

  @Test
  void whoGuessesAtAnAccountOnOneNodeWaitsOnTheOther() throws SQLException {
    for (int i = 0; i < 10; i++) {
      SignInAttempts node = i % 2 == 0 ? one : two;
      node.begin("10.0.0.1", "owner@pair.example");
      node.failed("10.0.0.1", "owner@pair.example");
    }
    asIfAtOnce();
    refused(one, "10.0.0.1", "owner@pair.example");
    refused(two, "10.0.0.1", "owner@pair.example");
    two.begin("10.0.0.1", "other@pair.example");
    two.begin("10.0.0.2", "owner@pair.example");
    later(Duration.ofSeconds(25));
    two.begin("10.0.0.1", "owner@pair.example");
  }

  @Test
  void whoTriesManyAccountsIsRefusedByBothNodes() throws SQLException {
    for (int i = 0; i < 30; i++) {
      (i % 2 == 0 ? one : two).failed("10.0.0.3", "nobody-" + i + "@many.example");
    }
    asIfAtOnce();
    refused(one, "10.0.0.3", "owner@many.example");
    refused(two, "10.0.0.3", "owner@many.example");
    two.begin("10.0.0.4", "owner@many.example");
  }

  @Test
  void anAccountGuessedAtFromManyAddressesIsSlowOnBothNodes() throws SQLException {
    for (int i = 0; i < 20; i++) {
      one.failed("10.0.1." + i, "owner@slow.example");
    }
    asIfAtOnce();
    long before = System.nanoTime();
    two.begin("10.0.2.1", "owner@slow.example");
    assertTrue(System.nanoTime() - before >= Duration.ofMillis(990).toNanos());
  }

  @Test
  void guessesAtOneMomentAreAllCounted() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Thread[] threads = new Thread[10];
    for (int i = 0; i < threads.length; i++) {
      SignInAttempts node = i % 2 == 0 ? one : two;
      threads[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      go.await();
                      node.failed("10.0.0.5", "owner@once.example");
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
    }
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    asIfAtOnce();
    refused(one, "10.0.0.5", "owner@once.example");
  }

  @Test
  void missesThatAreOverAreForgotten() throws SQLException {
    one.failed("10.0.0.6", "owner@over.example");
    later(Duration.ofHours(1));
    for (int i = 0; i < 10; i++) {
      two.failed("10.0.0.7", "owner@fresh.example");
    }
    try (var c = house.owner().getConnection();
        var s = c.createStatement();
        var r = s.executeQuery("SELECT count(*) FROM kartela.sign_in_miss")) {
      assertTrue(r.next());
      assertEquals(3, r.getInt(1));
    }
  }
}
