package io.kartela.service.shop.store;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The cash register that speaks: who it is and where it stands.
 *
 * @param cashier who works at it; null when nobody said so
 */
public record RegisterPrincipal(
    long merchantId,
    long registerId,
    String registerName,
    long storeId,
    String storeName,
    ZoneId storeZone,
    @Nullable CashierRef cashier) {

  public RegisterPrincipal(
      long merchantId,
      long registerId,
      String registerName,
      long storeId,
      String storeName,
      ZoneId storeZone) {
    this(merchantId, registerId, registerName, storeId, storeName, storeZone, null);
  }

  /** The same register with somebody at work. */
  public RegisterPrincipal by(CashierRef worker) {
    return new RegisterPrincipal(
        merchantId, registerId, registerName, storeId, storeName, storeZone, worker);
  }

  /** The cashier's number for a nullable column. */
  public @Nullable Long cashierId() {
    CashierRef worker = cashier;
    return worker == null ? null : worker.id();
  }
}
