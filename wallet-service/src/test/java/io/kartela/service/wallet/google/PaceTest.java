package io.kartela.service.wallet.google;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.wallet.pass.TestHouse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaceTest {
  private final TestHouse house = new TestHouse();

  @AfterAll
  void close() {
    house.close();
  }

  private Duration spent(String issuerId, int calls, Pace... nodes) {
    long from = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < calls; i++) {
        Pace node = nodes[i % nodes.length];
        threads.execute(() -> node.await(issuerId));
      }
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Test
  void nodesShareOnePace() {
    Pace one = new Pace(house.database(), 50);
    Pace two = new Pace(house.database(), 50);
    one.await("shared");
    Duration spent = spent("shared", 100, one, two);
    // A hundred at fifty a second are two seconds.
    assertTrue(spent.toMillis() >= 1_900, spent.toString());
    assertTrue(spent.toMillis() < 6_000, spent.toString());
  }

  @Test
  void issuersDoNotWaitForEachOther() {
    Pace pace = new Pace(house.database(), 2);
    pace.await("busy");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> pace.await("busy"));
      assertTrue(spent("idle", 1, pace).toMillis() < 450);
    }
  }

  @Test
  void aQuietTimeGivesABurstOfASecondsWorth() throws InterruptedException {
    Pace pace = new Pace(house.database(), 20);
    pace.await("quiet");
    Thread.sleep(2_500);
    assertTrue(spent("quiet", 15, pace).toMillis() < 600, "a burst");
    assertTrue(spent("quiet", 40, pace).toMillis() > 1_200, "and no more than a second's worth");
  }
}
