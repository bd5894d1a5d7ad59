package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.Replay;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Condition;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Refusal;
import io.kartela.rules.ReturnPolicy;
import io.kartela.rules.Reversal;
import io.kartela.rules.Tiers;
import io.kartela.service.account.BalanceView;
import io.kartela.service.db.Database;
import io.kartela.service.db.Ids;
import io.kartela.service.http.Http;
import io.kartela.service.http.Lang;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.member.MemberRef;
import io.kartela.service.member.Members;
import io.kartela.service.member.Standings;
import io.kartela.service.merchant.Merchants;
import io.kartela.service.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.store.RegisterPrincipal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Returns: they undo exactly what the receipt did, under the program version that judged it, and
 * give bonuses back to the lots they came from. Thread-safe.
 */
final class Returns {
  private final Database database;
  private final Ids ids;
  private final Programs programs;
  private final Members members;
  private final Standings standings;
  private final Merchants merchants;
  private final ReceiptStore receipts;
  private final PostgresLedger accounts;
  private final Ledger ledger = new Ledger();
  private final InstantSource clock;
  private final Runnable committed;

  Returns(
      Database database,
      Ids ids,
      Programs programs,
      Members members,
      Standings standings,
      Merchants merchants,
      ReceiptStore receipts,
      PostgresLedger accounts,
      InstantSource clock,
      Runnable committed) {
    this.database = database;
    this.ids = ids;
    this.programs = programs;
    this.members = members;
    this.standings = standings;
    this.merchants = merchants;
    this.receipts = receipts;
    this.accounts = accounts;
    this.clock = clock;
    this.committed = committed;
  }

  /** A wanted part of a line; quantity 0 = all that is left of it. */
  record Wanted(int lineNo, long quantityMilli) {}

  /** What a return did to the account. */
  private record Undone(Posting posting, long shortfall) {}

  byte[] commit(
      RegisterPrincipal register,
      long receiptId,
      List<Wanted> wanted,
      Instant at,
      Lang lang,
      String key,
      String bodyHash) {
    String operation = "return:" + register.registerId() + ":" + key;
    String response =
        Retry.transaction(
            () ->
                database.inTenant(
                    register.merchantId(),
                    c ->
                        once(
                            c,
                            register.merchantId(),
                            receiptId,
                            wanted,
                            at,
                            lang,
                            operation,
                            bodyHash)));
    committed.run();
    return response.getBytes(StandardCharsets.UTF_8);
  }

  private String once(
      Connection c,
      long merchantId,
      long receiptId,
      List<Wanted> wanted,
      Instant at,
      Lang lang,
      String operation,
      String bodyHash)
      throws SQLException {
    // Locked first: two returns of one receipt must see each other.
    ReceiptStore.Stored stored =
        receipts
            .find(c, merchantId, receiptId, true)
            .orElseThrow(() -> new Problem(ProblemCode.RECEIPT_NOT_FOUND));
    RoundTrip first = new RoundTrip();
    Answer<Optional<Operation>> known = PostgresLedger.operation(first, merchantId, operation);
    first.run(c);
    Replay replay =
        new Opened(Account.fresh(new AccountId(merchantId, 1)), known.get().orElse(null))
            .replay(bodyHash);
    if (replay instanceof Replay.Same(String response)) {
      return response;
    }
    if (replay instanceof Replay.Other) {
      throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
    if (at.isBefore(stored.at())) {
      throw new Problem(
          ProblemCode.RETURN_REFUSED,
          lang == Lang.RU ? "возврат раньше покупки" : "it is earlier than the purchase");
    }
    Published program = programs.version(merchantId, stored.programNumber());
    Reversal reversal = judge(program, stored, wanted, lang);
    return stored.memberId() == 0
        ? writeAnonymous(c, merchantId, stored, reversal, at, operation, bodyHash)
        : writeForMember(c, merchantId, stored, program, reversal, at, operation, bodyHash);
  }

  private static Reversal judge(
      Published program, ReceiptStore.Stored stored, List<Wanted> wanted, Lang lang) {
    List<Reversal.Wanted> parts = new ArrayList<>();
    if (wanted.isEmpty()) {
      for (Line line : stored.receipt().basket().lines()) {
        long left = left(stored, line);
        if (left > 0) {
          parts.add(new Reversal.Wanted(line.lineNo(), left));
        }
      }
    }
    for (Wanted w : wanted) {
      long quantity = w.quantityMilli();
      if (quantity == 0) {
        quantity =
            stored.receipt().basket().lines().stream()
                .filter(l -> l.lineNo() == w.lineNo())
                .mapToLong(l -> left(stored, l))
                .sum();
      }
      parts.add(new Reversal.Wanted(w.lineNo(), quantity));
    }
    return switch (program.prepared().refund(stored.receipt(), stored.sofar(), parts)) {
      case Reversal r -> r;
      case Refusal r ->
          throw new Problem(
              ProblemCode.RETURN_REFUSED, lang == Lang.RU ? r.message().ru() : r.message().en());
    };
  }

  private static long left(ReceiptStore.Stored stored, Line line) {
    Reversal.LineSofar back = stored.sofar().lines().get(Integer.toString(line.lineNo()));
    return line.quantityMilli() - (back == null ? 0 : back.quantityMilli());
  }

  private String writeForMember(
      Connection c,
      long merchantId,
      ReceiptStore.Stored stored,
      Published program,
      Reversal reversal,
      Instant at,
      String operation,
      String bodyHash) {
    AccountId id = new AccountId(merchantId, stored.memberId());
    long reversed =
        reversal.earn() + reversal.grants().values().stream().mapToLong(Long::longValue).sum();
    Opening opening = Opening.of(id, at);
    opening = reversed > 0 ? opening.covering(reversed) : opening;
    Long redemption = stored.redemptionSeq();
    opening = redemption == null ? opening : opening.withRedemption(redemption);
    Long accrual = stored.accrualLot();
    opening = accrual == null ? opening : opening.withLot(accrual);
    for (long lot : stored.grantLots().values()) {
      opening = opening.withLot(lot);
    }
    Opened opened = accounts.open(c, opening);
    Undone undone = undo(program, stored, reversal, opened.account(), at);
    long returnId = ids.next();
    BalanceView balance = BalanceView.of(undone.posting().after().totals());
    Views.ReturnView view =
        ReceiptViews.returned(returnId, at, reversal, undone.shortfall(), balance);
    String response = Http.JSON.writeValueAsString(view);
    Reversal.Sofar sofar = stored.sofar().plus(reversal);
    long counted = countedBack(program, stored, sofar) - stored.countedBack();
    ZoneId zone = merchants.get(merchantId).zone();
    RoundTrip second = new RoundTrip();
    accounts.write(second, List.of(undone.posting()), new Operation(operation, bodyHash, response));
    receipts.insertReturn(second, merchantId, stored.id(), view, sofar, counted);
    standings.returned(
        second, merchantId, stored.memberId(), counted, reversal.complete(), stored.at(), zone);
    RuleUse.undo(second, program.program(), merchantId, stored.memberId(), stored, reversal);
    Outbox.passChanged(second, merchantId, stored.memberId());
    // Read after the write, so that the tier is judged by what is left.
    Published today = programs.current(merchantId);
    PurchaseFacts.Question question =
        new PurchaseFacts.Question(merchantId, stored.memberId(), at, zone);
    PurchaseFacts left = PurchaseFacts.ask(second, members, standings, today, question, false);
    Answer<Standings.Recomputed> state =
        standings.recomputed(second, merchantId, stored.memberId());
    second.run(c);
    MemberRef member = left.member().orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    RoundTrip third = new RoundTrip();
    String tier =
        tierLeft(
            today.program(), left.facts(today.program(), member, 0), member, state.get().floor());
    standings.setTier(third, merchantId, stored.memberId(), tier, clock.instant());
    third.commit(c);
    return response;
  }

  /** What of everything returned so far counted towards tiers, minor units. */
  private static long countedBack(
      Published program, ReceiptStore.Stored stored, Reversal.Sofar sofar) {
    if (program.program().tierPolicy().measure() != Condition.Basis.GROSS) {
      return sofar.lines().values().stream().mapToLong(Reversal.LineSofar::money).sum();
    }
    long back = 0;
    for (Line line : stored.receipt().basket().lines()) {
      Reversal.LineSofar of = sofar.lines().get(Integer.toString(line.lineNo()));
      if (of != null) {
        back +=
            BigInteger.valueOf(line.total())
                .multiply(BigInteger.valueOf(of.quantityMilli()))
                .divide(BigInteger.valueOf(line.quantityMilli()))
                .longValueExact();
      }
    }
    return back;
  }

  private Undone undo(
      Published program,
      ReceiptStore.Stored stored,
      Reversal reversal,
      Account account,
      Instant at) {
    ReturnPolicy policy = program.program().returns();
    Note note = Note.ref(Long.toString(stored.id()));
    Posting posting = Posting.none(account);
    long shortfall = 0;
    if (reversal.bonus() > 0) {
      ExpiredLots expired =
          policy.expiredGraceDays() == 0
              ? new ExpiredLots.Strict()
              : new ExpiredLots.Grace(
                  Times.endOfDayAfter(at, policy.expiredGraceDays(), program.program().zone()));
      Long seq = stored.redemptionSeq();
      if (seq == null) {
        throw new IllegalStateException(
            "receipt " + stored.id() + " was paid with bonuses but has no redemption");
      }
      posting =
          posting.then(
              ledger
                  .refund(posting.after(), seq, reversal.bonus(), expired, at, note)
                  .orThrow(Booking::problem)
                  .posting());
    }
    ReversalPolicy debt =
        switch (policy.debt()) {
          case DEBT -> ReversalPolicy.DEBT;
          case WITHIN_BALANCE -> ReversalPolicy.WITHIN_BALANCE;
          case ONLY_PENDING -> ReversalPolicy.ONLY_PENDING;
        };
    Long accrual = stored.accrualLot();
    if (reversal.earn() > 0 && accrual != null) {
      var done =
          ledger
              .reverse(posting.after(), accrual, reversal.earn(), debt, at, note)
              .orThrow(Booking::problem);
      posting = posting.then(done.posting());
      shortfall += done.value().shortfall();
    }
    for (var grant : reversal.grants().entrySet()) {
      Long lot = stored.grantLots().get(grant.getKey());
      if (lot != null && grant.getValue() > 0) {
        var done =
            ledger
                .reverse(posting.after(), lot, grant.getValue(), debt, at, note)
                .orThrow(Booking::problem);
        posting = posting.then(done.posting());
        shortfall += done.value().shortfall();
      }
    }
    return new Undone(posting, shortfall);
  }

  /**
   * The tier that the remaining purchases carry; one that was set by hand or by the monthly
   * recomputation stays.
   */
  private static String tierLeft(
      Program today, Facts facts, MemberRef member, @Nullable String floor) {
    Facts.Purchases window =
        facts
            .purchases()
            .getOrDefault(today.tierPolicy().window().key(), new Facts.Purchases(0, 0, 0));
    Facts.Purchases all =
        facts.purchases().getOrDefault(PurchaseWindow.ALL_TIME.key(), new Facts.Purchases(0, 0, 0));
    Tiers.Change fall =
        Tiers.afterReturn(
            today,
            member.standing().tier(),
            floor,
            new Tiers.History(window.amount(), all.amount(), window.largest()));
    return fall == null ? member.standing().tier() : fall.to();
  }

  private String writeAnonymous(
      Connection c,
      long merchantId,
      ReceiptStore.Stored stored,
      Reversal reversal,
      Instant at,
      String operation,
      String bodyHash) {
    Views.ReturnView view = ReceiptViews.returned(ids.next(), at, reversal, 0, null);
    String response = Http.JSON.writeValueAsString(view);
    RoundTrip trip = new RoundTrip();
    PostgresLedger.record(trip, merchantId, new Operation(operation, bodyHash, response));
    receipts.insertReturn(
        trip, merchantId, stored.id(), view, stored.sofar().plus(reversal), reversal.money());
    trip.commit(c);
    return response;
  }

  Instant now() {
    return clock.instant();
  }
}
