package io.kartela.service.purchase;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.certificate.FiscalHint;
import io.kartela.service.promo.certificate.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of all that the buyer brought along.
 *
 * @param bought paid by certificates that had been bought: an advance of the buyer's money
 * @param gifted paid by the shop's presents: no money at all
 */
record Vouched(
    @Nullable List<Views.CodeView> codes,
    @Nullable List<Views.CertificateView> certificates,
    long bought,
    long gifted) {
  static final Vouched NOTHING = new Vouched(null, null, 0, 0);

  static Vouched of(@Nullable List<Views.CodeView> codes, Tender tender) {
    List<Views.CertificateView> views = new ArrayList<>();
    for (Tender.Part part : tender.parts()) {
      Certificates.Shown one = part.shown();
      Problem no = one.no();
      LocalText why = no == null ? null : new LocalText(no.text(Lang.RU), no.text(Lang.EN));
      views.add(
          new Views.CertificateView(
              one.tail(),
              no == null,
              one.kind(),
              one.id() == 0 ? null : one.origin().name(),
              part.amount(),
              one.id() == 0 ? null : one.rest() - part.amount(),
              one.endsAt(),
              no == null ? null : no.code().name(),
              why));
    }
    return new Vouched(
        codes,
        views.isEmpty() ? null : views,
        tender.paid(Origin.BOUGHT),
        tender.paid(Origin.GIFTED));
  }

  /** Of a receipt of the past: what was paid. */
  static Vouched of(List<Certificates.Spent> spent) {
    return new Vouched(
        null,
        spent.isEmpty()
            ? null
            : spent.stream()
                .map(
                    s ->
                        new Views.CertificateView(
                            s.tail(),
                            true,
                            s.kind(),
                            s.origin().name(),
                            s.amount(),
                            null,
                            null,
                            null,
                            null))
                .toList(),
        sum(spent, Origin.BOUGHT),
        sum(spent, Origin.GIFTED));
  }

  private static long sum(List<Certificates.Spent> spent, Origin origin) {
    return spent.stream()
        .filter(s -> s.origin() == origin)
        .mapToLong(Certificates.Spent::amount)
        .sum();
  }

  /** All that certificates paid; null: there was none. */
  @Nullable Long byCertificates() {
    return certificates == null ? null : Long.valueOf(bought + gifted);
  }

  @Nullable List<FiscalHint> fiscal() {
    List<FiscalHint> hints = FiscalHint.spent(bought);
    return hints.isEmpty() ? null : hints;
  }
}
