package io.kartela.service.wallet.pass;

/** How many devices hold a card, by platform. */
public record WalletCounts(int apple, int google) {
  public static final WalletCounts NONE = new WalletCounts(0, 0);

  public boolean any() {
    return apple + google > 0;
  }
}
