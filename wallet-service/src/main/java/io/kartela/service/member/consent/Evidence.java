package io.kartela.service.member.consent;

import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where somebody agreed or took it back: what the shop can show when it is asked to prove it. */
public sealed interface Evidence {
  /**
   * By themselves, on the sign-up page, having read {@link SignUpWords}.
   *
   * @param address the device's; only its network is kept
   * @param read when the page was sent: the shop's own texts of that moment were agreed to
   */
  record OnPage(String address, Instant read) implements Evidence {}

  /**
   * By themselves, signed in at their own place, having read {@link SignUpWords}.
   *
   * @param address the device's; only its network is kept
   */
  record AtPlace(String address) implements Evidence {}

  /**
   * By themselves, in the form on the shop's own site, having read {@link SignUpWords}.
   *
   * @param address the device's; only its network is kept
   * @param site whose page it was
   * @param read as on the page
   */
  record OnSite(String address, String site, Instant read) implements Evidence {}

  /** By word of mouth, to whoever stands at this register. */
  record AtTill(RegisterPrincipal register) implements Evidence {}

  /** Told to somebody of the shop, who writes it down. */
  record InCabinet(StaffPrincipal staff) implements Evidence {}

  /** By a link in a letter, which is theirs alone. */
  record ByLink(String device) implements Evidence {}

  /**
   * Told to the vendor who carries messages.
   *
   * @param word the vendor's own
   */
  record ByVendor(String word) implements Evidence {}

  /** The same word, said when the page was sent and not when it was confirmed. */
  default Evidence said(Instant when) {
    return switch (this) {
      case OnPage(String address, Instant _) -> new OnPage(address, when);
      case OnSite(String address, String site, Instant _) -> new OnSite(address, site, when);
      default -> this;
    };
  }

  /** The register, when there was one. */
  default @Nullable RegisterPrincipal till() {
    return this instanceof AtTill(RegisterPrincipal register) ? register : null;
  }
}
