package io.kartela.service.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopTest {
  private static final Duration NEVER = Duration.ofHours(1);

  @Test
  void stepsFollowEachOtherForAsLongAsThereIsMore() throws Exception {
    AtomicInteger left = new AtomicInteger(3);
    Semaphore looked = new Semaphore(0);
    try (Loop loop =
        Loop.ofSteps(
            "steps",
            NEVER,
            () -> {
              looked.release();
              return left.decrementAndGet() > 0;
            })) {
      loop.start();
      assertEquals(0, looked.availablePermits(), "nobody woke it");
      loop.wake();
      looked.acquire(3);
    }
    assertEquals(0, left.get());
  }

  @Test
  void whatTheWorkThrowsEndsNothing() throws Exception {
    Semaphore looked = new Semaphore(0);
    try (Loop loop =
        new Loop(
            "throws",
            NEVER,
            () -> {
              looked.release();
              throw new IllegalStateException("wrong");
            })) {
      loop.start();
      loop.wake();
      looked.acquire();
      loop.wake();
      looked.acquire();
    }
  }

  /** Work that waits for a word is not interrupted: it is told, and comes to its own end. */
  @Test
  void closingSaysAWordToTheWorkUnderWay() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch word = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    Loop[] self = new Loop[1];
    Loop loop =
        Loop.ofSteps(
            "long",
            NEVER,
            () -> {
              begun.countDown();
              assertTrue(word.await(30, TimeUnit.SECONDS));
              assertFalse(self[0].running(), "the word comes when it is closing");
              ended.incrementAndGet();
              return true;
            });
    self[0] = loop;
    loop.start();
    loop.wake();
    begun.await();
    loop.close(Duration.ofSeconds(30), word::countDown);
    assertEquals(1, ended.get(), "to its end, and not again");
  }
}
