package io.kartela.service.program;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Published versions that were read lately. A version never changes and is in the database, so the
 * ones that were not asked for longest may go. Thread-safe.
 */
final class Versions {
  record Key(long merchantId, int number) {}

  private static final class Kept {
    final Published version;
    volatile long usedNanos;

    Kept(Published version) {
      this.version = version;
      this.usedNanos = System.nanoTime();
    }
  }

  /** How long a version was not asked for, at one moment. */
  private record Idle(Key key, Kept kept, long nanos) {}

  private final long mostChars;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
  private final AtomicLong chars = new AtomicLong();

  /**
   * @param mostChars length of all documents that are kept; what is made of one takes about ten
   *     times as many bytes
   */
  Versions(long mostChars) {
    this.mostChars = mostChars;
  }

  @Nullable Published get(Key key) {
    Kept found = kept.get(key);
    if (found == null) {
      return null;
    }
    found.usedNanos = System.nanoTime();
    return found.version;
  }

  void put(Key key, Published version) {
    if (kept.putIfAbsent(key, new Kept(version)) == null
        && chars.addAndGet(version.document().length()) > mostChars) {
      makeRoom(key);
    }
  }

  /** Goes well below the limit, so that not every newcomer has to look for the oldest. */
  private synchronized void makeRoom(Key newest) {
    long now = System.nanoTime();
    List<Idle> idle =
        kept.entrySet().stream()
            .filter(e -> !e.getKey().equals(newest))
            .map(e -> new Idle(e.getKey(), e.getValue(), now - e.getValue().usedNanos))
            .sorted(Comparator.comparingLong(Idle::nanos).reversed())
            .toList();
    for (Idle one : idle) {
      if (chars.get() <= mostChars / 4 * 3) {
        return;
      }
      if (kept.remove(one.key, one.kept)) {
        chars.addAndGet(-one.kept.version.document().length());
      }
    }
  }

  int size() {
    return kept.size();
  }
}
