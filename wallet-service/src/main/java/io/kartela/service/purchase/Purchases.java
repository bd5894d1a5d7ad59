package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Balances;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReferralPolicy;
import io.kartela.rules.Wish;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.Earlier;
import io.kartela.service.account.Retry;
import io.kartela.service.member.referral.RewardBook;
import io.kartela.service.member.referral.Rewards;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.shop.goods.GoodsCatalogue;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: card → rules → ledger → outbox in one transaction of two round trips. The first
 * locks the account and reads all there is to know; the rules and the ledger work in memory; the
 * second writes everything and commits. Thread-safe.
 */
public final class Purchases {
  private final Database database;
  private final Ids ids;
  private final Programs programs;
  private final Members members = new Members();
  private final Standings standings = new Standings();
  private final TierRecompute tiers;
  private final Merchants merchants;
  private final ReceiptStore receipts = new ReceiptStore();
  private final AnonymousPurchases anonymous;
  private final Heirs heirs;
  private final PostgresLedger accounts = new PostgresLedger();
  private final SpendGuard guard;
  private final Balances balances = new Balances();
  private final Ledger ledger = new Ledger();
  private final SoldGoods goods;
  private final Rewards rewards;
  private final InstantSource clock;
  private final Runnable committed;

  private final Vouchers vouchers;

  public Purchases(
      House house,
      Programs programs,
      Merchants merchants,
      TillRules rules,
      GoodsCatalogue goods,
      Vouchers vouchers) {
    this.vouchers = vouchers;
    this.guard = new SpendGuard(rules);
    this.database = house.database();
    this.ids = house.ids();
    this.programs = programs;
    this.tiers = new TierRecompute(house.database(), programs, merchants);
    this.merchants = merchants;
    this.anonymous = new AnonymousPurchases(house.ids(), receipts, house.clock(), vouchers);
    this.heirs = new Heirs(house.database());
    this.goods = new SoldGoods(goods);
    this.rewards = new Rewards(house, programs);
    this.clock = house.clock();
    this.committed = house.wake()::cardChanged;
  }

  /**
   * Judges a receipt without booking anything.
   *
   * @param everything whether every rule is explained, whatever their number
   */
  Views.QuoteView quote(
      RegisterPrincipal register, ReceiptRequest.Checked sent, boolean everything) {
    ReceiptRequest.Checked request = goods.fill(register.merchantId(), sent);
    return heirs.owned(register, request, owned -> quoteOf(register, owned, everything));
  }

  private Views.QuoteView quoteOf(
      RegisterPrincipal register, ReceiptRequest.Checked request, boolean everything) {
    Published program = programs.asOf(register.merchantId(), request.at());
    tierNight(register, request);
    boolean nothingToAsk =
        request.memberId() == 0
            && program.needs().sharedBudgets().isEmpty()
            && request.brought().nothing();
    Known known =
        nothingToAsk
            ? new Known(Facts.anonymous(), request, null)
            : database.inTransaction(c -> quoteFacts(c, register, request, program));
    Presented shown = known.shown;
    Evaluation evaluation =
        shown == null
            ? Judging.of(program, register, known.request, known.facts, null)
            : shown.certificates().judge(program, register, known.request, known.facts);
    Explanations explained =
        everything
            ? Explanations.all(program, evaluation)
            : Explanations.brief(program, evaluation);
    return ReceiptViews.quote(
        program,
        request,
        evaluation,
        explained,
        shown == null ? Vouched.NOTHING : shown.told(program.program(), evaluation));
  }

  private void tierNight(RegisterPrincipal register, ReceiptRequest.Checked request) {
    if (request.memberId() != 0) {
      tiers.runFor(register.merchantId(), request.memberId(), clock.instant());
    }
  }

  /** What a quote is judged by: the facts, and the receipt bound by its hold. */
  private record Known(Facts facts, ReceiptRequest.Checked request, @Nullable Presented shown) {}

  private Known known(
      Connection c, Presented shown, Published program, Facts facts, ReceiptRequest.Checked request)
      throws SQLException {
    ReceiptRequest.Checked presented = shown.on(c, request, program.program().zone(), facts);
    shown.quoted(c, request);
    return new Known(facts, presented, shown);
  }

  private Known quoteFacts(
      Connection c, RegisterPrincipal register, ReceiptRequest.Checked request, Published program)
      throws SQLException {
    RoundTrip trip = new RoundTrip();
    PostgresLedger.setMerchant(trip, register.merchantId());
    if (request.memberId() == 0) {
      RuleUse use = RuleUse.askAnonymous(trip, program, register.merchantId(), false);
      Presented shown = Presented.ask(vouchers, trip, register, request, clock.instant(), false);
      trip.run(c);
      return known(c, shown, program, use.anonymous(), request);
    }
    PurchaseFacts asked = ask(trip, register, request, program, false);
    AccountId id = new AccountId(register.merchantId(), request.memberId());
    Answer<Optional<Long>> held =
        request.holdId() == 0
            ? trip.known(Optional.of(0L))
            : balances.held(trip, id, request.holdId(), request.at());
    Answer<Boolean> here = HoldPlaces.isHere(trip, register, request.memberId(), request.holdId());
    boolean late = question(register, request).late(clock.instant());
    Answer<Long> then = late ? balances.payable(trip, id, request.at()) : trip.known(0L);
    Presented shown = Presented.ask(vouchers, trip, register, request, clock.instant(), false);
    trip.run(c);
    MemberRef member = active(asked.member());
    long available =
        late
            ? then.get()
            : balances
                .at(c, register.merchantId(), List.of(request.memberId()), request.at())
                .getFirst()
                .available();
    long own =
        held.get()
            .filter(kept -> here.get())
            .orElseThrow(() -> new Problem(ProblemCode.HOLD_NOT_FOUND));
    return known(
        c,
        shown,
        program,
        asked.facts(program.program(), member, available + own),
        request.holdId() == 0 ? request : request.within(own));
  }

  /**
   * What became of a commit.
   *
   * @param answer its JSON
   * @param repeated the key came before, and this is what was answered then
   * @param rewards whether inviters may be owed something for it
   */
  record Committed(String answer, boolean repeated, boolean rewards) {
    byte[] bytes() {
      return answer.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Under which a receipt is remembered. */
  static String operation(RegisterPrincipal register, String key) {
    return "receipt:" + register.registerId() + ":" + key;
  }

  /**
   * Commits a receipt once, however often it is sent.
   *
   * @param consent what it rests on when it spends
   */
  Committed commit(
      RegisterPrincipal register,
      ReceiptRequest.Checked request,
      SpendGuard.Consent consent,
      String key,
      String bodyHash) {
    return heirs.owned(
        register, request, owned -> commitOnce(register, owned, consent, key, bodyHash));
  }

  private Committed commitOnce(
      RegisterPrincipal register,
      ReceiptRequest.Checked sent,
      SpendGuard.Consent consent,
      String key,
      String bodyHash) {
    ReceiptRequest.Checked request = goods.fill(register.merchantId(), sent);
    Published program = programs.asOf(register.merchantId(), request.at());
    tierNight(register, request);
    String operation = operation(register, key);
    Wanted wanted = new Wanted(register, request, consent, program, operation, bodyHash);
    Committed done;
    try {
      done =
          Retry.transaction(
              () ->
                  database.inTransaction(
                      c ->
                          request.memberId() == 0
                              ? anonymous.commit(c, register, request, program, operation, bodyHash)
                              : commitForMember(c, wanted)));
    } catch (Presented.Refused e) {
      throw e.counted();
    }
    committed.run();
    if (done.rewards) {
      rewards.settle(register.merchantId(), request.memberId());
    }
    goods.learn(register, sent);
    return done;
  }

  /** A member's receipt that is to be booked: judged by this program, remembered as this. */
  private record Wanted(
      RegisterPrincipal register,
      ReceiptRequest.Checked sent,
      SpendGuard.Consent consent,
      Published program,
      String operation,
      String bodyHash) {
    long merchantId() {
      return register.merchantId();
    }
  }

  /** What the first round trip told, and when. */
  private record Read(
      Opened opened,
      boolean here,
      SpendGuard.Proof proof,
      PurchaseFacts asked,
      LateReceipt late,
      Presented shown,
      Instant now) {}

  /** Locks the account and reads all there is to know. */
  private Read read(Connection c, Wanted wanted) {
    RegisterPrincipal register = wanted.register;
    ReceiptRequest.Checked sent = wanted.sent;
    RoundTrip first = new RoundTrip();
    Instant now = clock.instant();
    AccountId id = new AccountId(wanted.merchantId(), sent.memberId());
    Opening opening = Opening.of(id, sent.at()).until(now).withOperation(wanted.operation);
    // At least the lots that burn first: the answer says what burns next.
    opening = opening.covering(sent.wish() instanceof Wish.None ? 1 : Math.max(1, sent.gross()));
    opening = sent.holdId() == 0 ? opening : opening.withHold(sent.holdId());
    Answer<Opened> opened = accounts.open(first, opening);
    Answer<Boolean> here = HoldPlaces.isHere(first, register, sent.memberId(), sent.holdId());
    SpendGuard.Proof proof = guard.ask(first, register, sent, wanted.consent);
    PurchaseFacts asked = ask(first, register, sent, wanted.program, true);
    LateReceipt late =
        LateReceipt.ask(
            first, standings, programs.current(wanted.merchantId()), question(register, sent), now);
    Presented shown = Presented.ask(vouchers, first, register, sent, now, true);
    first.run(c);
    return new Read(opened.get(), here.get(), proof, asked, late, shown, now);
  }

  private Committed commitForMember(Connection c, Wanted wanted) throws SQLException {
    Read read = read(c, wanted);
    Optional<String> before = Earlier.answer(read.opened.replay(wanted.bodyHash));
    if (before.isPresent()) {
      return new Committed(before.get(), true, wanted.program.program().referral() != null);
    }
    RegisterPrincipal register = wanted.register;
    Published program = wanted.program;
    Account account = read.opened.account();
    MemberRef member = active(read.asked.member());
    Reserve reserve = Reserve.of(account, wanted.sent, read.here);
    boolean held = reserve.request().holdId() != 0;
    if (!held) {
      read.proof.require();
    }
    Facts facts =
        read.asked.facts(
            program.program(),
            member,
            ledger.payable(account, reserve.request().at()) + reserve.held());
    ReceiptRequest.Checked request =
        read.shown.on(c, reserve.request(), program.program().zone(), facts);
    Evaluation evaluation = read.shown.commit(c, program, register, request, facts);
    Judging.refuseOverspending(wanted.sent, evaluation, read.shown.certificates().room());
    long receiptId = ids.next();
    Booking booking =
        Booking.of(
            ledger,
            account,
            evaluation,
            reserve.holdFor(evaluation),
            request.at(),
            read.now,
            Long.toString(receiptId));
    Receipt receipt =
        new Receipt(request.basket(), facts, request.at(), register.storeZone(), evaluation);
    BalanceView balance = BalanceView.after(c, booking.posting().after());
    long counted = Counted.of(program.program(), evaluation);
    String tier = read.late.restored(member, evaluation, counted);
    String response =
        Http.JSON.writeValueAsString(
            ReceiptViews.committed(
                program,
                receiptId,
                register.cashier(),
                request,
                member,
                evaluation,
                balance,
                tier,
                read.shown.told(program.program(), evaluation)));
    RoundTrip second = new RoundTrip();
    accounts.write(
        second,
        List.of(booking.posting()),
        new Operation(wanted.operation, wanted.bodyHash, response));
    receipts.insert(
        second, register, receiptId, request, program, receipt, booking, clock.instant());
    count(second, wanted, member, receiptId, evaluation, tier);
    Answer<Long> rewarded = reward(second, wanted, receiptId, receipt);
    read.shown.book(second, receiptId, program.program(), evaluation);
    if (!held && evaluation.bonusPaid() > 0) {
      read.proof.use(second);
    }
    Outbox.passChanged(second, wanted.merchantId(), member.id());
    second.commit(c);
    return new Committed(response, false, rewarded.get() > 0 || waits(program, facts));
  }

  private static Answer<Long> reward(
      RoundTrip second, Wanted wanted, long receiptId, Receipt receipt) {
    return RewardBook.earned(
        second,
        wanted.program.program(),
        new RewardBook.Bought(
            wanted.merchantId(),
            receiptId,
            wanted.sent.memberId(),
            wanted.program.number(),
            receipt.at(),
            receipt.evaluation().money(),
            before(receipt.facts())));
  }

  /** Purchases of the member before this one. */
  static long before(Facts facts) {
    Facts.Purchases all = facts.purchases().get(PurchaseWindow.ALL_TIME.key());
    return all == null ? 0 : all.count();
  }

  /** Whether the inviters may have waited for just this purchase. */
  private static boolean waits(Published program, Facts facts) {
    ReferralPolicy policy = program.program().referral();
    return policy != null && policy.untilSecondPurchase() && before(facts) > 0;
  }

  /** What the receipt counts for from now on: the member's standing and what rules have given. */
  private void count(
      RoundTrip second,
      Wanted wanted,
      MemberRef member,
      long receiptId,
      Evaluation evaluation,
      String tier) {
    Program program = wanted.program.program();
    Instant at = wanted.sent.at();
    standings.purchased(
        second,
        wanted.merchantId(),
        member.id(),
        Counted.of(program, evaluation),
        at,
        merchants.get(wanted.merchantId()).zone(),
        tier,
        clock.instant());
    RuleUse.book(second, program, wanted.merchantId(), member.id(), receiptId, evaluation, at);
  }

  private PurchaseFacts ask(
      RoundTrip trip,
      RegisterPrincipal register,
      ReceiptRequest.Checked request,
      Published program,
      boolean lock) {
    PurchaseFacts.Question question = question(register, request);
    RuleUse use = RuleUse.ask(trip, program, question, register.storeZone(), lock);
    return PurchaseFacts.ask(
        trip,
        members,
        standings,
        program,
        programs.current(register.merchantId()),
        question,
        use,
        clock.instant());
  }

  private PurchaseFacts.Question question(
      RegisterPrincipal register, ReceiptRequest.Checked request) {
    return new PurchaseFacts.Question(
        register.merchantId(),
        request.memberId(),
        request.at(),
        merchants.get(register.merchantId()).zone());
  }

  private static MemberRef active(Optional<MemberRef> found) {
    MemberRef member = found.orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    if (member.blocked()) {
      throw new Problem(ProblemCode.CARD_BLOCKED);
    }
    return member;
  }
}
