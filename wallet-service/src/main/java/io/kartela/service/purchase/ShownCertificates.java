package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Wish;
import io.kartela.service.account.Amounts;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Published;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.certificate.Origin;
import io.kartela.service.promo.code.Sale;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Certificates on their way through a receipt: asked with its facts, set against what it costs,
 * spent by its commit. What was bought is the buyer's money; what was given pays like nobody's
 * (docs/adr/0021). A receipt without any asks nothing.
 */
final class ShownCertificates {
  private final Certificates certificates;
  private final Sale sale;
  private final Certificates.@Nullable Asked asked;
  private List<Certificates.Shown> shown = List.of();
  private Tender tender = Tender.NONE;

  private ShownCertificates(
      Certificates certificates, Sale sale, Certificates.@Nullable Asked asked) {
    this.certificates = certificates;
    this.sale = sale;
    this.asked = asked;
  }

  static ShownCertificates ask(
      Certificates certificates,
      RoundTrip trip,
      Sale sale,
      ReceiptRequest.Checked request,
      boolean lock) {
    List<Certificates.Wanted> wanted = request.brought().certificates();
    return new ShownCertificates(
        certificates, sale, wanted.isEmpty() ? null : certificates.ask(trip, sale, wanted, lock));
  }

  /** Once the round trip has run. */
  void look() {
    shown = asked == null ? List.of() : asked.judge();
  }

  /** A quote counts guesses; in the caller's transaction. */
  void quoted(Connection c) throws SQLException {
    certificates.countGuesses(c, sale, shown);
  }

  /** The rules' word on the receipt, and what certificates pay of it. */
  Evaluation judge(
      Published program, RegisterPrincipal register, ReceiptRequest.Checked request, Facts facts) {
    if (shown.isEmpty()) {
      return Judging.of(program, register, request, facts, request.paid());
    }
    Evaluation bare = Judging.of(program, register, request.wishing(Wish.NONE), facts, null);
    Long paid = request.paid();
    long due = bare.gross() - bare.discount();
    tender = Tender.of(shown, due, paid == null ? 0 : paid);
    ReceiptRequest.Checked within = request.wishing(wish(program, register, request, facts));
    long gifted = tender.paid(Origin.GIFTED);
    if (paid == null && gifted == 0) {
      return Judging.of(program, register, within, facts, null);
    }
    long money =
        paid != null
            ? paid
            : Judging.of(program, register, within, facts, null).money() - tender.paid();
    return Judging.of(program, register, within, facts, money + tender.paid(Origin.BOUGHT));
  }

  /** Bonuses pay what certificates have left. */
  private Wish wish(
      Published program, RegisterPrincipal register, ReceiptRequest.Checked request, Facts facts) {
    Long paid = request.paid();
    long room = Math.max(0, tender.room() - (paid == null ? 0 : paid));
    return switch (request.wish()) {
      case Wish.None none -> none;
      case Wish.Amount(long kopecks) -> bonuses(Math.min(kopecks, tender.room()));
      case Wish.Max max ->
          Judging.of(program, register, request, facts, null).bonusPaid() <= room
              ? (paid == null ? max : bonuses(room))
              : bonuses(room);
    };
  }

  private static Wish bonuses(long kopecks) {
    return kopecks <= 0 ? Wish.NONE : Wish.amount(kopecks);
  }

  /** The most that bonuses can pay beside them. */
  long room() {
    return tender.room();
  }

  /** Whether the till has counted with something that is not so. */
  @Nullable Problem refusal() {
    for (Tender.Part part : tender.parts()) {
      Problem no = part.shown().no();
      if (no != null) {
        return no;
      }
      Long wanted = part.shown().wanted().amount();
      if (wanted != null && wanted != part.amount()) {
        return new Problem(ProblemCode.CERTIFICATE_OTHERWISE, Amounts.text(part.amount()));
      }
    }
    return null;
  }

  /** Because of one that is not good: counted when the commit is no more. */
  void countGuesses() {
    certificates.countGuesses(sale, shown);
  }

  /** The commit takes from them what they pay. */
  void book(RoundTrip trip, long receiptId) {
    for (Tender.Part part : tender.parts()) {
      if (part.amount() > 0) {
        Certificates.spend(trip, sale, receiptId, part.shown(), part.amount());
      }
    }
  }

  Vouched told(@Nullable List<Views.CodeView> codes) {
    return Vouched.of(codes, tender);
  }
}
