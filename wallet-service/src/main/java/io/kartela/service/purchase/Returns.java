package io.kartela.service.purchase;

import io.kartela.ledger.Ledger;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.InputRefusal;
import io.kartela.rules.Line;
import io.kartela.rules.ReturnEffects;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.Earlier;
import io.kartela.service.account.Retry;
import io.kartela.service.member.referral.RewardBook;
import io.kartela.service.member.referral.Rewards;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Returns: they undo exactly what the receipt did, under the program version that judged it, and
 * give bonuses back to the lots they came from. Thread-safe.
 */
final class Returns {
  private final Database database;
  private final Ids ids;
  private final Programs programs;
  private final Members members = new Members();
  private final Standings standings = new Standings();
  private final Merchants merchants;
  private final ReceiptStore receipts = new ReceiptStore();
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Rewards rewards;
  private final InstantSource clock;
  private final Runnable committed;

  Returns(House house, Programs programs, Merchants merchants) {
    this.database = house.database();
    this.ids = house.ids();
    this.programs = programs;
    this.merchants = merchants;
    this.rewards = new Rewards(house, programs);
    this.clock = house.clock();
    this.committed = house.wake()::cardChanged;
  }

  /** A wanted part of a line; quantity 0 = all that is left of it. */
  record Wanted(int lineNo, long quantityMilli) {}

  /** What is asked for, and the key and hash that make it happen once. */
  record Asked(
      RegisterPrincipal register,
      long receiptId,
      List<Wanted> wanted,
      Instant at,
      Lang lang,
      String operation,
      String bodyHash) {
    static Asked of(
        RegisterPrincipal register,
        long receiptId,
        List<Wanted> wanted,
        Instant at,
        Lang lang,
        String key,
        String bodyHash) {
      return new Asked(
          register, receiptId, wanted, at, lang, Returns.operation(register, key), bodyHash);
    }

    long merchantId() {
      return register.merchantId();
    }
  }

  /** Under which a return is remembered. */
  static String operation(RegisterPrincipal register, String key) {
    return "return:" + register.registerId() + ":" + key;
  }

  byte[] commit(Asked asked) {
    AtomicLong rewarded = new AtomicLong();
    String response =
        Retry.transaction(
            () -> database.inTenant(asked.merchantId(), c -> once(c, asked, rewarded)));
    committed.run();
    if (rewarded.get() != 0) {
      rewards.settle(asked.merchantId(), rewarded.get());
    }
    return response.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Does it once.
   *
   * @param rewarded is set to the buyer for whose purchases inviters get something
   */
  private String once(Connection c, Asked asked, AtomicLong rewarded) throws SQLException {
    // Locked first: two returns of one receipt must see each other.
    ReceiptStore.Stored stored =
        receipts
            .find(c, asked.merchantId(), asked.receiptId, true)
            .orElseThrow(() -> new Problem(ProblemCode.RECEIPT_NOT_FOUND));
    Optional<String> before =
        Earlier.answer(c, asked.merchantId(), asked.operation, asked.bodyHash);
    if (before.isPresent()) {
      return before.get();
    }
    if (asked.at.isBefore(stored.at())) {
      throw new Problem(
          ProblemCode.RETURN_REFUSED,
          asked.lang == Lang.RU ? "возврат раньше покупки" : "it is earlier than the purchase");
    }
    Published program = programs.version(asked.merchantId(), stored.programNumber());
    ReturnEffects reversal = judge(program, stored, asked);
    rewarded.set(program.program().referral() == null ? 0 : stored.memberId());
    CertificatesBack back =
        CertificatesBack.of(
            c, asked.merchantId(), stored, stored.sofar().plus(reversal), reversal.complete());
    Judged judged = new Judged(stored, program, reversal, back);
    return stored.memberId() == 0
        ? writeAnonymous(c, asked, judged)
        : writeForMember(c, asked, judged);
  }

  /** A return that is to be booked. */
  private record Judged(
      ReceiptStore.Stored stored,
      Published program,
      ReturnEffects reversal,
      CertificatesBack certificates) {}

  private static ReturnEffects judge(Published program, ReceiptStore.Stored stored, Asked asked) {
    List<ReturnEffects.Wanted> parts = new ArrayList<>();
    if (asked.wanted.isEmpty()) {
      for (Line line : stored.receipt().basket().lines()) {
        long left = left(stored, line);
        if (left > 0) {
          parts.add(new ReturnEffects.Wanted(line.lineNo(), left));
        }
      }
    }
    for (Wanted w : asked.wanted) {
      long quantity = w.quantityMilli();
      if (quantity == 0) {
        quantity =
            stored.receipt().basket().lines().stream()
                .filter(l -> l.lineNo() == w.lineNo())
                .mapToLong(l -> left(stored, l))
                .sum();
      }
      parts.add(new ReturnEffects.Wanted(w.lineNo(), quantity));
    }
    return switch (program.prepared().refund(stored.receipt(), stored.sofar(), parts)) {
      case ReturnEffects r -> r;
      case InputRefusal r ->
          throw new Problem(
              ProblemCode.RETURN_REFUSED,
              asked.lang == Lang.RU ? r.message().ru() : r.message().en());
    };
  }

  private static long left(ReceiptStore.Stored stored, Line line) {
    ReturnEffects.LineSofar back = stored.sofar().lines().get(Integer.toString(line.lineNo()));
    return line.quantityMilli() - (back == null ? 0 : back.quantityMilli());
  }

  private String writeForMember(Connection c, Asked asked, Judged judged) {
    ReceiptStore.Stored stored = judged.stored;
    Published program = judged.program;
    ReturnEffects reversal = judged.reversal;
    ReturnBooking booking =
        ReturnBooking.of(
            c,
            new ReturnBooking.Books(accounts, ledger, clock.instant()),
            program.program(),
            stored,
            reversal,
            asked);
    Views.ReturnView view =
        ReceiptViews.returned(
            program,
            ids.next(),
            asked,
            reversal,
            judged.certificates,
            booking.shortfall(),
            BalanceView.after(c, booking.account()));
    String response = Http.JSON.writeValueAsString(view);
    RoundTrip second = new RoundTrip();
    accounts.write(
        second, booking.postings(), new Operation(asked.operation, asked.bodyHash, response));
    write(second, c, asked, judged, view, booking.recovered());
    return response;
  }

  /** The receipt, what the member's purchases add up to, budgets; then the tier that is left. */
  private void write(
      RoundTrip second,
      Connection c,
      Asked asked,
      Judged judged,
      Views.ReturnView view,
      long recovered) {
    ReceiptStore.Stored stored = judged.stored;
    Published program = judged.program;
    ReturnEffects reversal = judged.reversal;
    long merchantId = asked.merchantId();
    long memberId = stored.memberId();
    ReturnEffects.Sofar sofar = stored.sofar().plus(reversal);
    long counted = Counted.back(program.program(), stored, sofar) - stored.countedBack();
    ZoneId zone = merchants.get(merchantId).zone();
    receipts.insertReturn(second, asked, view, sofar, counted, reversal.complete(), recovered);
    standings.returned(
        second,
        new Standings.Returned(
            merchantId,
            memberId,
            stored.at(),
            counted,
            stored.counted() - stored.countedBack(),
            reversal.complete()),
        zone);
    RuleUse.undo(second, program.program(), merchantId, stored, reversal, sofar);
    RewardBook.returned(
        second,
        program.program(),
        merchantId,
        asked.receiptId,
        stored.receipt().evaluation().money() - stored.returnedMoney() - reversal.money(),
        asked.at);
    ShownCodes.returned(second, program.program(), asked, stored, sofar, reversal.complete());
    judged.certificates.book(second, asked, clock.instant());
    Outbox.passChanged(second, merchantId, memberId);
    // Read after the write, so that the tier is judged by what is left.
    TierLeft left =
        TierLeft.ask(
            second,
            members,
            standings,
            programs.current(merchantId).program(),
            new PurchaseFacts.Question(merchantId, memberId, asked.at, zone));
    second.run(c);
    RoundTrip third = new RoundTrip();
    String tier = left.tier(stored, counted);
    if (tier != null) {
      standings.setTier(third, merchantId, memberId, tier, clock.instant());
    }
    third.commit(c);
  }

  private String writeAnonymous(Connection c, Asked asked, Judged judged) {
    ReceiptStore.Stored stored = judged.stored;
    Published program = judged.program;
    ReturnEffects reversal = judged.reversal;
    Views.ReturnView view =
        ReceiptViews.returned(program, ids.next(), asked, reversal, judged.certificates, 0, null);
    String response = Http.JSON.writeValueAsString(view);
    ReturnEffects.Sofar sofar = stored.sofar().plus(reversal);
    long counted = Counted.back(program.program(), stored, sofar) - stored.countedBack();
    RoundTrip trip = new RoundTrip();
    PostgresLedger.record(
        trip, asked.merchantId(), new Operation(asked.operation, asked.bodyHash, response));
    receipts.insertReturn(trip, asked, view, sofar, counted, reversal.complete(), 0);
    RuleUse.undo(trip, program.program(), asked.merchantId(), stored, reversal, sofar);
    ShownCodes.returned(trip, program.program(), asked, stored, sofar, reversal.complete());
    judged.certificates.book(trip, asked, clock.instant());
    trip.commit(c);
    return response;
  }
}
