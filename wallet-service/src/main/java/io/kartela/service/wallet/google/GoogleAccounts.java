package io.kartela.service.wallet.google;

import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import java.util.Objects;

/** By which service account a merchant's cards are written. Asked for every call. Thread-safe. */
@FunctionalInterface
public interface GoogleAccounts {
  /** Who makes new cards, and for which issuer. */
  Access of(long merchantId);

  /**
   * Who writes what was made for this issuer: cards keep theirs for life, whoever makes new ones.
   */
  default Access of(long merchantId, String issuerId) {
    return of(merchantId);
  }

  /**
   * One account's ways to Google: its calls, and the links it signs.
   *
   * @param issuerId for whom it acts
   */
  record Access(GoogleWallet wallet, SaveLink links, String issuerId) {
    public Access {
      Objects.requireNonNull(wallet);
      Objects.requireNonNull(links);
      Objects.requireNonNull(issuerId);
    }
  }
}
