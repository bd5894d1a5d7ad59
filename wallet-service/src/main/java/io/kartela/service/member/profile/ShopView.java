package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop as its customers see it.
 *
 * @param proofs by which ways newcomers may prove the phone, in the shop's order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShopView(
    String slug,
    String name,
    LocalText names,
    LocalText programName,
    LocalText description,
    String color,
    String defaultLocale,
    @Nullable Long welcomeBonus,
    List<TierView> tiers,
    @Nullable List<ProofWay> proofs) {

  /** For who is a member already. */
  static ShopView of(Merchant m, Programs programs) {
    return of(m, programs, null);
  }

  static ShopView of(Merchant m, Programs programs, @Nullable List<ProofWay> proofs) {
    Published program = programs.current(m.id());
    var name = program.program().name();
    return new ShopView(
        m.slug(),
        m.name(),
        m.names(),
        new LocalText(name.ru(), name.en()),
        m.description(),
        m.color(),
        m.locale().tag(),
        programs.welcomeAmount(m.id()),
        program.tiers(),
        proofs);
  }
}
