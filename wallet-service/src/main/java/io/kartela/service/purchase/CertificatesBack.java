package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.ReturnEffects;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.certificate.Certificates.Spent;
import io.kartela.service.promo.certificate.Origin;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a return puts back onto the certificates that paid its receipt. By cumulative floors of what
 * came back so far, so that returns in any parts add up to the whole; those spent last get theirs
 * first.
 *
 * @param parts what each gets now; those that get nothing are left out
 */
record CertificatesBack(List<Part> parts) {
  /** What one of them gets. */
  record Part(Spent spent, long amount) {}

  /** Behind the receipt's lock: two returns of one receipt see each other. */
  static CertificatesBack of(
      Connection c,
      long merchantId,
      ReceiptStore.Stored stored,
      ReturnEffects.Sofar sofar,
      boolean complete)
      throws SQLException {
    List<Spent> spent = Certificates.spent(c, merchantId, stored.id());
    Evaluation was = stored.receipt().evaluation();
    List<Part> parts = new ArrayList<>();
    if (!spent.isEmpty()) {
      long money = sofar.lines().values().stream().mapToLong(l -> l.money()).sum();
      add(parts, of(spent, Origin.BOUGHT), complete ? 1 : money, complete ? 1 : was.money());
      Share unpaid = unpaid(stored, sofar);
      add(parts, of(spent, Origin.GIFTED), complete ? 1 : unpaid.back, complete ? 1 : unpaid.whole);
    }
    return new CertificatesBack(List.copyOf(parts));
  }

  private static List<Spent> of(List<Spent> spent, Origin origin) {
    return spent.reversed().stream().filter(s -> s.origin() == origin).toList();
  }

  private static void add(List<Part> parts, List<Spent> spent, long back, long whole) {
    long all = spent.stream().mapToLong(Spent::amount).sum();
    long left = whole == 0 ? 0 : part(all, back, whole);
    for (Spent one : spent) {
      long whatIsIts = Math.min(left, one.amount());
      left -= whatIsIts;
      if (whatIsIts > one.back()) {
        parts.add(new Part(one, whatIsIts - one.back()));
      }
    }
  }

  /** What money did not pay, of the whole receipt and of the goods that came back. */
  private record Share(long back, long whole) {}

  private static Share unpaid(ReceiptStore.Stored stored, ReturnEffects.Sofar sofar) {
    long whole = 0;
    long back = 0;
    for (var line : stored.receipt().basket().lines()) {
      long unpaid = Math.max(0, stored.receipt().evaluation().line(line.lineNo()).unpaid());
      ReturnEffects.LineSofar came = sofar.lines().get(Integer.toString(line.lineNo()));
      whole += unpaid;
      back += came == null ? 0 : part(unpaid, came.quantityMilli(), line.quantityMilli());
    }
    return new Share(back, whole);
  }

  private static long part(long amount, long by, long of) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(by))
        .divide(BigInteger.valueOf(of))
        .longValueExact();
  }

  /** Of the money that the return gives back, what goes onto certificates instead. */
  long bought() {
    return parts.stream()
        .filter(p -> p.spent.origin() == Origin.BOUGHT)
        .mapToLong(Part::amount)
        .sum();
  }

  void book(RoundTrip trip, Returns.Asked asked, Instant now) {
    for (Part part : parts) {
      Certificates.back(
          trip, asked.register(), asked.receiptId(), part.spent, part.amount, asked.at(), now);
    }
  }
}
