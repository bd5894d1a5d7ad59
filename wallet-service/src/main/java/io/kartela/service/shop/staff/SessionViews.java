package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.net.URI;
import java.util.List;
import java.util.function.LongFunction;

/** Who is signed in, as pages are told. Thread-safe. */
public final class SessionViews {
  private final Merchants merchants;
  private final LongFunction<List<?>> tiers;
  private final URI publicUrl;

  /**
   * A session.
   *
   * @param setUpSecondFactor whether that has to be done before anything else
   */
  public record View(
      String staffId,
      String name,
      String email,
      Role role,
      List<Action> may,
      boolean setUpSecondFactor,
      String merchantName,
      LocalText merchantNames,
      String merchantSlug,
      String zone,
      String locale,
      List<?> tiers,
      String joinUrl) {}

  /**
   * @param tiers the tiers of a merchant's program as screens show them
   */
  public SessionViews(Merchants merchants, LongFunction<List<?>> tiers, URI publicUrl) {
    this.merchants = merchants;
    this.tiers = tiers;
    this.publicUrl = publicUrl;
  }

  public View of(StaffPrincipal staff, boolean settingUp) {
    Merchant merchant = merchants.get(staff.merchantId());
    return new View(
        Long.toString(staff.staffId()),
        staff.name(),
        staff.email(),
        staff.role(),
        settingUp ? List.of(Action.OWN_ACCESS) : Action.of(staff.role()),
        settingUp,
        merchant.name(),
        merchant.names(),
        merchant.slug(),
        merchant.zone().getId(),
        staff.locale().tag(),
        tiers.apply(staff.merchantId()),
        publicUrl.resolve("/join/" + merchant.slug()).toString());
  }

  /** Where somebody works, in their language. */
  public String shop(StaffPrincipal staff) {
    return merchants.get(staff.merchantId()).names().in(staff.locale());
  }
}
