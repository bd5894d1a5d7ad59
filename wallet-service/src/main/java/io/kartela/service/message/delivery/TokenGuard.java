package io.kartela.service.message.delivery;

import java.util.Map;

/**
 * Tells a few bad tokens from a bad certificate. APNs answers a push of the wrong certificate or
 * environment as if each token were bad; quarantining on that would cut a merchant off from every
 * card holder. Each certificate is judged by its own answers, so that neither a busy neighbour
 * hides a bad one nor a bad one spoils the neighbours; a new certificate begins anew. Thread-safe;
 * each node judges by its own pushes.
 */
final class TokenGuard {
  private static final int WINDOW = 200;
  private static final int CERTIFICATES = 1_000;
  private static final int FEW = 3;
  private static final double SHARE = 0.05;

  private final Map<String, Map<Integer, Boolean>> byCertificate = new Lately<>(CERTIFICATES);

  /**
   * Notes one answer.
   *
   * @return false when tokens are not to blame: so many were doubtful lately, or none was good yet
   */
  synchronized boolean tokensAreToBlame(String certificate, String pushToken, boolean isDoubtful) {
    // By token: one that is tried again and again is still one.
    Map<Integer, Boolean> tokens =
        byCertificate.computeIfAbsent(certificate, c -> new Lately<>(WINDOW));
    tokens.put(pushToken.hashCode(), isDoubtful);
    long doubtful = tokens.values().stream().filter(d -> d).count();
    long good = tokens.size() - doubtful;
    return doubtful < good && doubtful <= Math.max(FEW, tokens.size() * SHARE);
  }
}
