package io.kartela.service.wallet.preview;

/**
 * A wallet does not take a card; the message says why, in a few English words for whoever built the
 * card.
 */
public final class WalletRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WalletRefused(String reason) {
    super(reason);
  }

  public WalletRefused(String reason, Throwable cause) {
    super(reason, cause);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
