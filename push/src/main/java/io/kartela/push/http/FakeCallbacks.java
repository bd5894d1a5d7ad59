package io.kartela.push.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Posts what a stand-in has to tell, as vendors do: late, in any order, sometimes twice, and again
 * when nobody listened. Only to loopback. Thread-safe.
 */
public final class FakeCallbacks implements AutoCloseable {
  private final Habits habits;
  private final Random dice;
  private final ReentrantLock lock = new ReentrantLock();
  private final HttpCalls calls = new HttpCalls(Duration.ofSeconds(5));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * How it posts.
   *
   * @param within everything waits for a while of its own, up to this: order is lost
   * @param twice so many of a hundred come twice
   * @param again when nobody said 200, after this long
   * @param times how often at most
   */
  public record Habits(long seed, Duration within, int twice, Duration again, int times) {
    /** At once, once, and not again. */
    public static final Habits GOOD = new Habits(0, Duration.ZERO, 0, Duration.ofSeconds(1), 1);
  }

  public FakeCallbacks(Habits habits) {
    this.habits = habits;
    this.dice = new Random(habits.seed);
  }

  public void post(URI to, Map<String, String> headers, String body) {
    if (!"127.0.0.1".equals(to.getHost())) {
      throw new IllegalArgumentException("a stand-in posts to this machine only");
    }
    lock.lock();
    try {
      int copies = dice.nextInt(100) < habits.twice ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        Duration wait = habits.within.multipliedBy(dice.nextInt(1_000)).dividedBy(1_000);
        threads.execute(() -> deliver(to, headers, body, wait));
      }
    } finally {
      lock.unlock();
    }
  }

  private void deliver(URI to, Map<String, String> headers, String body, Duration wait) {
    try {
      Thread.sleep(wait);
      for (int i = 0; i < habits.times; i++) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (calls.call(request) instanceof HttpCalls.Result.Answered answered
            && answered.status() == 200) {
          return;
        }
        Thread.sleep(habits.again);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
