package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.program.Published;
import io.kartela.service.promo.code.Sale;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a buyer brings along to a receipt beside the card: promo codes, then certificates (C2). */
record Presented(ShownCodes codes, ShownCertificates certificates) {
  /**
   * Adds the questions to a round trip, behind the account's lock.
   *
   * @param lock for a commit
   */
  static Presented ask(
      Vouchers vouchers,
      RoundTrip trip,
      RegisterPrincipal register,
      ReceiptRequest.Checked request,
      Instant now,
      boolean lock) {
    List<String> texts = request.brought().codes();
    Sale sale =
        new Sale(
            register,
            texts == null ? List.of() : texts,
            request.address(),
            request.memberId(),
            request.at(),
            now);
    ShownCodes codes = ShownCodes.ask(vouchers.codes(), trip, sale);
    return new Presented(
        codes, ShownCertificates.ask(vouchers.certificates(), trip, sale, request, lock));
  }

  /** Looks at it, once the round trip has run; the request as the rules are to see it. */
  ReceiptRequest.Checked on(Connection c, ReceiptRequest.Checked request, ZoneId zone, Facts facts)
      throws SQLException {
    certificates.look();
    return codes.on(c, request, zone, facts);
  }

  /** A quote keeps codes for its till, and counts guesses; in the caller's transaction. */
  void quoted(Connection c, ReceiptRequest.Checked request) throws SQLException {
    codes.quoted(c, request);
    certificates.quoted(c);
  }

  /**
   * The rules' word on the receipt. A commit has counted with what it shows: it must hear of what
   * is not honoured, unless all is sold.
   */
  Evaluation commit(
      Connection c,
      Published program,
      RegisterPrincipal register,
      ReceiptRequest.Checked request,
      Facts facts)
      throws SQLException {
    Problem no = codes.refusal();
    refuse(request, no);
    Evaluation evaluation = certificates.judge(program, register, request, facts);
    refuse(request, certificates.refusal());
    if (request.sold() != null) {
      codes.countGuesses(c);
      certificates.quoted(c);
    }
    return evaluation;
  }

  private void refuse(ReceiptRequest.Checked request, @Nullable Problem no) {
    if (no != null && request.sold() == null) {
      throw new Refused(no, this);
    }
  }

  /** The commit uses up what brought something. */
  void book(RoundTrip trip, long receiptId, Program program, Evaluation evaluation) {
    codes.book(trip, receiptId, program, evaluation);
    certificates.book(trip, receiptId);
  }

  /** What to tell of it. */
  Vouched told(Program program, Evaluation evaluation) {
    return certificates.told(codes.views(program, evaluation));
  }

  /** A commit that ends because of it: who catches it counts the guesses, then tells why. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem why;
    private final transient Presented shown;

    private Refused(Problem why, Presented shown) {
      super(why.code().name(), null, false, false);
      this.why = why;
      this.shown = shown;
    }

    Problem counted() {
      shown.codes.countGuesses();
      shown.certificates.countGuesses();
      return why;
    }
  }
}
