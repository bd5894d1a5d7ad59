package io.kartela.service.wallet.content;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn, bounded by its bytes: the longest unasked goes first. Those who ask for one thing
 * at one moment wait for one drawing of it. Thread-safe.
 */
public final class PictureCache<K, V> {
  private final long mostBytes;
  private final ToLongFunction<V> weigh;
  private final LinkedHashMap<K, Drawing<V>> drawings = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  private static final class Drawing<V> {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable V made;
    private long weight; // of those that count; guarded by the cache
  }

  /**
   * @param weigh how many bytes a drawing takes
   */
  public PictureCache(long mostBytes, ToLongFunction<V> weigh) {
    this.mostBytes = mostBytes;
    this.weigh = weigh;
  }

  /** The drawing of this name, drawn now when it is not there. One that fails is not kept. */
  public V get(K name, Supplier<V> draw) {
    return find(name, () -> Optional.of(draw.get())).orElseThrow();
  }

  /** The same where there may be nothing of this name, which is not kept. */
  public Optional<V> find(K name, Supplier<Optional<V>> draw) {
    Drawing<V> drawing;
    synchronized (this) {
      drawing = drawings.computeIfAbsent(name, any -> new Drawing<>());
    }
    V known = drawing.made;
    return known == null ? make(name, drawing, draw) : Optional.of(known);
  }

  private Optional<V> make(K name, Drawing<V> drawing, Supplier<Optional<V>> draw) {
    drawing.lock.lock();
    try {
      V known = drawing.made;
      if (known != null) {
        return Optional.of(known);
      }
      Optional<V> made = draw.get();
      if (made.isPresent()) {
        drawing.made = made.get();
        keep(name, drawing, weigh.applyAsLong(made.get()));
      }
      return made;
    } finally {
      drawing.lock.unlock();
      if (drawing.made == null) {
        forget(name, drawing);
      }
    }
  }

  private synchronized void keep(K name, Drawing<V> drawing, long weight) {
    if (drawings.get(name) != drawing) {
      return; // forgotten while it was drawn
    }
    drawing.weight = weight;
    bytes += weight;
    Iterator<Map.Entry<K, Drawing<V>>> eldest = drawings.entrySet().iterator();
    while (bytes > mostBytes && eldest.hasNext()) {
      Drawing<V> one = eldest.next().getValue();
      if (one.weight > 0) {
        bytes -= one.weight;
        eldest.remove();
      }
    }
  }

  private synchronized void forget(K name, Drawing<V> drawing) {
    boolean _ = drawings.remove(name, drawing);
  }

  /** How many bytes are kept now. */
  public synchronized long bytes() {
    return bytes;
  }
}
