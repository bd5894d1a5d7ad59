package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of certificates that a shop sells or gives.
 *
 * @param stoppedAt since when none is issued any more; those that there are stay good
 */
record CertificateKind(
    long id,
    LocalText name,
    Origin origin,
    Values values,
    @Nullable Integer days,
    @Nullable Instant stoppedAt,
    int revision) {
  /**
   * For how much one is issued.
   *
   * @param amounts fixed values; empty: any sum from least to most
   */
  record Values(List<Long> amounts, @Nullable Long least, @Nullable Long most) {
    boolean allow(long amount) {
      return amounts.contains(amount)
          || (least != null && most != null && amount >= least && amount <= most);
    }
  }

  /** Kopecks that a certificate may hold at most, whatever came onto it. */
  static final long LARGEST = 100_000_000_00L;
}
