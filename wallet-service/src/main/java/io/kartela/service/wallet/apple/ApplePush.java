package io.kartela.service.wallet.apple;

import io.kartela.push.Delivery;
import java.util.concurrent.CompletableFuture;

/** Pushes to one Apple device; {@code ApplePassPush::pushAsync} is one. */
@FunctionalInterface
public interface ApplePush {
  /** May block while too many pushes are unanswered. The future never fails. */
  CompletableFuture<Delivery> push(String pushToken);

  /** The same by whatever certificate is the merchant's. */
  default CompletableFuture<Delivery> push(long merchantId, String pushToken) {
    return push(pushToken);
  }

  /**
   * By which certificate that would be, in a word of its own: what Apple thinks of tokens is
   * another matter by another certificate.
   */
  default String certificate(long merchantId) {
    return "";
  }
}
