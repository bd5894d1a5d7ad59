package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Receipt;
import io.kartela.service.account.Earlier;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.program.Published;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** Receipts of buyers without a card: discounts for everybody, no account. Thread-safe. */
final class AnonymousPurchases {
  private final Ids ids;
  private final ReceiptStore receipts;
  private final InstantSource clock;
  private final Vouchers vouchers;

  AnonymousPurchases(Ids ids, ReceiptStore receipts, InstantSource clock, Vouchers vouchers) {
    this.vouchers = vouchers;
    this.ids = ids;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** As {@link Purchases#commit}, in the caller's transaction, which it ends. */
  Purchases.Committed commit(
      Connection c,
      RegisterPrincipal register,
      ReceiptRequest.Checked sent,
      Published program,
      String operation,
      String bodyHash)
      throws SQLException {
    RoundTrip first = new RoundTrip();
    PostgresLedger.setMerchant(first, register.merchantId());
    Answer<Optional<Operation>> known =
        PostgresLedger.operation(first, register.merchantId(), operation);
    RuleUse use = RuleUse.askAnonymous(first, program, register.merchantId(), true);
    Presented shown = Presented.ask(vouchers, first, register, sent, clock.instant(), true);
    first.run(c);
    Optional<String> before =
        Earlier.answer(
            new Opened(
                    Account.fresh(new AccountId(register.merchantId(), 1)),
                    known.get().orElse(null))
                .replay(bodyHash));
    if (before.isPresent()) {
      return new Purchases.Committed(before.get(), true, false);
    }
    Facts facts = use.anonymous();
    ReceiptRequest.Checked request = shown.on(c, sent, program.program().zone(), facts);
    Evaluation evaluation = shown.commit(c, program, register, request, facts);
    Judging.refuseOverspending(request, evaluation, shown.certificates().room());
    long receiptId = ids.next();
    Receipt receipt =
        new Receipt(request.basket(), facts, request.at(), register.storeZone(), evaluation);
    String response =
        Http.JSON.writeValueAsString(
            ReceiptViews.committed(
                program,
                receiptId,
                register.cashier(),
                request,
                null,
                evaluation,
                null,
                null,
                shown.told(program.program(), evaluation)));
    RoundTrip second = new RoundTrip();
    PostgresLedger.record(
        second, register.merchantId(), new Operation(operation, bodyHash, response));
    receipts.insert(second, register, receiptId, request, program, receipt, null, clock.instant());
    RuleUse.book(
        second, program.program(), register.merchantId(), 0, receiptId, evaluation, request.at());
    shown.book(second, receiptId, program.program(), evaluation);
    second.commit(c);
    return new Purchases.Committed(response, false, false);
  }
}
