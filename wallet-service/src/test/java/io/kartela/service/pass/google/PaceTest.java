package io.kartela.service.pass.google;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.pass.TestHouse;
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

  private Duration spent(int calls, Pace... nodes) {
    long from = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < calls; i++) {
        Pace node = nodes[i % nodes.length];
        threads.execute(node::await);
      }
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Test
  void nodesShareOnePace() {
    Pace one = new Pace(house.database(), "shared", 50);
    Pace two = new Pace(house.database(), "shared", 50);
    one.await();
    Duration spent = spent(100, one, two);
    // A hundred at fifty a second are two seconds.
    assertTrue(spent.toMillis() >= 1_900, spent.toString());
    assertTrue(spent.toMillis() < 6_000, spent.toString());
  }

  @Test
  void issuersDoNotWaitForEachOther() {
    Pace busy = new Pace(house.database(), "busy", 2);
    Pace idle = new Pace(house.database(), "idle", 2);
    busy.await();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(busy::await);
      assertTrue(spent(1, idle).toMillis() < 450);
    }
  }

  @Test
  void aQuietTimeGivesABurstOfASecondsWorth() throws InterruptedException {
    Pace pace = new Pace(house.database(), "quiet", 20);
    pace.await();
    Thread.sleep(2_500);
    assertTrue(spent(15, pace).toMillis() < 600, "a burst");
    assertTrue(spent(40, pace).toMillis() > 1_200, "and no more than a second's worth");
  }
}
