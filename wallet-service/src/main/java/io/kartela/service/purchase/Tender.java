package io.kartela.service.purchase;

import io.kartela.service.promo.certificate.Certificates.Shown;
import io.kartela.service.promo.certificate.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * How certificates pay a receipt: after the discounts and before bonuses (C2), those that were
 * given first, since they may end. Pure.
 *
 * @param parts in the order in which they were shown
 * @param due what the goods cost after discounts
 */
record Tender(List<Part> parts, long due) {
  static final Tender NONE = new Tender(List.of(), Long.MAX_VALUE);

  /** What one of them pays. */
  record Part(Shown shown, long amount) {}

  /**
   * Works it out.
   *
   * @param taken money that was taken already: certificates are not asked to pay that too
   */
  static Tender of(List<Shown> shown, long due, long taken) {
    long[] pays = new long[shown.size()];
    long left = Math.max(0, due - taken);
    for (Origin origin : List.of(Origin.GIFTED, Origin.BOUGHT)) {
      for (int i = 0; i < pays.length; i++) {
        Shown one = shown.get(i);
        if (one.no() == null && one.origin() == origin) {
          Long wanted = one.wanted().amount();
          long most = Math.min(one.rest(), wanted == null ? Long.MAX_VALUE : wanted);
          pays[i] = Math.min(most, left);
          left -= pays[i];
        }
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < pays.length; i++) {
      parts.add(new Part(shown.get(i), pays[i]));
    }
    return new Tender(List.copyOf(parts), due);
  }

  /** Paid by certificates of one origin. */
  long paid(Origin origin) {
    return parts.stream().filter(p -> p.shown.origin() == origin).mapToLong(Part::amount).sum();
  }

  long paid() {
    return parts.stream().mapToLong(Part::amount).sum();
  }

  /** What they leave for bonuses and money. */
  long room() {
    return due - paid();
  }
}
