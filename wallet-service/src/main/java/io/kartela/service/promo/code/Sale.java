package io.kartela.service.promo.code;

import io.kartela.service.shop.store.RegisterPrincipal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt for which codes are presented.
 *
 * @param address from where the register speaks; null = not known
 * @param memberId 0 = nobody shows a card
 * @param at when the receipt is made; {@code now} is later when it comes late
 */
public record Sale(
    RegisterPrincipal register,
    List<String> texts,
    @Nullable String address,
    long memberId,
    Instant at,
    Instant now) {
  long merchantId() {
    return register.merchantId();
  }

  String byRegister() {
    return "register:" + register.registerId();
  }

  String byAddress() {
    return address == null ? "" : "address:" + address;
  }
}
