package io.kartela.service.wallet.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.push.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PushLineTest {
  private final AtomicLong now = new AtomicLong(-5_000_000_000L); // as nanoTime may be
  private final List<CompletableFuture<Delivery>> asked = new ArrayList<>();
  private final PushLine line =
      new PushLine(
          token -> {
            CompletableFuture<Delivery> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
          },
          now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void answer(Delivery delivery) {
    asked.forEach(one -> one.complete(delivery));
    asked.clear();
  }

  private static Delivery silence() {
    return new Delivery.Retry("no answer in time", Duration.ofSeconds(5));
  }

  @Test
  void whoDoesNotAnswerIsAskedByOneUntilHeDoes() {
    CompletableFuture<Delivery> first = line.push("a");
    CompletableFuture<Delivery> second = line.push("b");
    assertEquals(2, asked.size());
    pass(Duration.ofSeconds(10));
    answer(silence());
    assertInstanceOf(Delivery.Retry.class, first.join());
    assertInstanceOf(Delivery.Retry.class, second.join());

    assertInstanceOf(Delivery.Retry.class, line.push("c").join());
    assertEquals(0, asked.size(), "answered at once, nobody is asked");

    pass(PushLine.QUIET);
    CompletableFuture<Delivery> probe = line.push("d");
    assertInstanceOf(Delivery.Retry.class, line.push("e").join(), "one is enough to find out");
    assertEquals(1, asked.size());
    answer(new Delivery.Delivered("1"));
    assertInstanceOf(Delivery.Delivered.class, probe.join());

    assertFalse(line.push("f").isDone());
    assertFalse(line.push("g").isDone());
    assertEquals(2, asked.size(), "everything as before");
  }

  @Test
  void aQuickTroubleOrARefusalSilencesNobody() {
    for (Delivery quick :
        List.of(
            silence(),
            new Delivery.Throttled("TooManyRequests", Duration.ofSeconds(60)),
            new Delivery.Delivered("1"))) {
      CompletableFuture<Delivery> one = line.push("a");
      answer(quick);
      assertEquals(quick, one.join());
    }
    CompletableFuture<Delivery> late = line.push("b");
    pass(Duration.ofSeconds(9));
    answer(new Delivery.Delivered("2"));
    assertInstanceOf(Delivery.Delivered.class, late.join());
    assertFalse(line.push("c").isDone());
  }
}
