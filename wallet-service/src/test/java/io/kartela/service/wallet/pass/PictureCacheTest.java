package io.kartela.service.wallet.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.wallet.content.PictureCache;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureCacheTest {
  private final AtomicInteger drawn = new AtomicInteger();
  private final PictureCache<Integer, byte[]> cache = new PictureCache<>(1_000, b -> b.length);

  private byte[] draw(int name, int bytes) {
    return cache.get(
        name,
        () -> {
          drawn.incrementAndGet();
          return new byte[bytes];
        });
  }

  @Test
  void bytesAreBoundedAndTheLongestUnaskedGoes() {
    for (int name = 0; name < 1_000; name++) {
      draw(name, 100);
      draw(0, 100); // asked all the time
      assertTrue(cache.bytes() <= 1_000, () -> cache.bytes() + " bytes");
    }
    assertEquals(1_000, drawn.get(), "the one that is asked for is drawn once");
    draw(5_000, 5_000);
    assertTrue(cache.bytes() <= 1_000, "larger than all there is room for");
  }

  @Test
  void manyWhoAskAtOnceWaitForOneDrawing() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<byte[]>> all =
          IntStream.range(0, 50).<Callable<byte[]>>mapToObj(i -> () -> draw(7, 10)).toList();
      for (Future<byte[]> one : threads.invokeAll(all)) {
        assertEquals(10, one.get().length);
      }
    }
    assertEquals(1, drawn.get());
  }

  @Test
  void whatFailsIsTriedAgain() {
    assertThrows(
        IllegalStateException.class,
        () ->
            cache.get(
                1,
                () -> {
                  throw new IllegalStateException("no ink");
                }));
    assertEquals(3, draw(1, 3).length);
  }
}
