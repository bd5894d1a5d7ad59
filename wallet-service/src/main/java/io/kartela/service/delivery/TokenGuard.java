package io.kartela.service.delivery;

import java.util.BitSet;

/**
 * Tells a few bad tokens from a bad certificate. APNs answers a push of the wrong certificate or
 * environment as if each token were bad; quarantining on that would cut a merchant off from every
 * card holder. Thread-safe.
 */
final class TokenGuard {
  private static final int WINDOW = 400;
  private static final int AT_LEAST = 20;
  private static final double SHARE = 0.05;

  private final BitSet doubtful = new BitSet(WINDOW);
  private int seen;
  private int next;

  /** Counts one answer; false when so many were doubtful lately that tokens are not to blame. */
  synchronized boolean tokensAreToBlame(boolean isDoubtful) {
    doubtful.set(next, isDoubtful);
    next = (next + 1) % WINDOW;
    seen = Math.min(seen + 1, WINDOW);
    int count = doubtful.cardinality();
    return count < AT_LEAST || count <= seen * SHARE;
  }
}
