package io.kartela.service.pass.google;

import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import java.util.Objects;

/** By which service account a merchant's cards are written. Asked for every call. Thread-safe. */
@FunctionalInterface
public interface GoogleAccounts {
  Access of(long merchantId);

  /** One account's ways to Google: its calls, and the links it signs. */
  record Access(GoogleWallet wallet, SaveLink links) {
    public Access {
      Objects.requireNonNull(wallet);
      Objects.requireNonNull(links);
    }
  }
}
