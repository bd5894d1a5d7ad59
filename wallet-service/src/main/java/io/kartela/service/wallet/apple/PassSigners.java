package io.kartela.service.wallet.apple;

import io.kartela.certs.ApplePassIdentity;
import org.jspecify.annotations.Nullable;

/** Who signs a merchant's passes. Thread-safe; asked for every pass. */
@FunctionalInterface
public interface PassSigners {
  /** The identity in use now. */
  Signing of(long merchantId);

  /**
   * An identity and what goes with it.
   *
   * @param nfcPublicKey as Apple wants it; null: cards are not tapped at readers
   */
  record Signing(ApplePassIdentity identity, @Nullable String nfcPublicKey) {}
}
