package io.kartela.service.purchase;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.InputRefusal;
import io.kartela.rules.Phase;
import io.kartela.rules.Prepared;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.Rules;
import io.kartela.rules.Trace;
import io.kartela.rules.Wish;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.Earlier;
import io.kartela.service.account.Retry;
import io.kartela.service.code.Cards;
import io.kartela.service.member.referral.RewardBook;
import io.kartela.service.member.referral.Rewards;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.code.CodeUse;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.till.scan.SpendPermits;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A receipt that was made without a card becomes the purchase of whoever shows the card later the
 * same day. It is judged again as a receipt that came late: by the program that judged it and by
 * what was true of the member when it was made, the money that was taken being the money. It spends
 * nothing, and what the rules gave nobody is given back first. All in one transaction behind the
 * receipt's lock, so that of two tills one is told that the other was first. Thread-safe.
 */
final class LateCards {
  private final Database database;
  private final Programs programs;
  private final Merchants merchants;
  private final TillRules rules;
  private final LateCardLog log;
  private final Heirs heirs;
  private final TierRecompute tiers;
  private final Members members = new Members();
  private final Standings standings = new Standings();
  private final ReceiptStore receipts = new ReceiptStore();
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final SpendPermits permits = new SpendPermits();
  private final Rewards rewards;
  private final InstantSource clock;
  private final Runnable committed;

  /** What is asked for, and the key and hash that make it happen once. */
  record Asked(
      RegisterPrincipal register,
      long receiptId,
      long memberId,
      Lang lang,
      String operation,
      String bodyHash) {
    long merchantId() {
      return register.merchantId();
    }

    /** The same for whoever the member has become. */
    Asked by(long member) {
      return new Asked(register, receiptId, member, lang, operation, bodyHash);
    }
  }

  LateCards(House house, Programs programs, Merchants merchants, TillRules rules, LateCardLog log) {
    this.database = house.database();
    this.programs = programs;
    this.merchants = merchants;
    this.rules = rules;
    this.log = log;
    this.heirs = new Heirs(house.database());
    this.tiers = new TierRecompute(house.database(), programs, merchants);
    this.rewards = new Rewards(house, programs);
    this.clock = house.clock();
    this.committed = house.wake();
  }

  /** Under which it is remembered. */
  static String operation(RegisterPrincipal register, String key) {
    return "late-card:" + register.registerId() + ":" + key;
  }

  byte[] commit(Asked asked) {
    return heirs.owned(asked.merchantId(), asked.memberId, member -> commitFor(asked.by(member)));
  }

  private byte[] commitFor(Asked asked) {
    tiers.runFor(asked.merchantId(), asked.memberId, clock.instant());
    String response =
        Retry.transaction(() -> database.inTenant(asked.merchantId(), c -> once(c, asked)));
    committed.run();
    if (programs.current(asked.merchantId()).program().referral() != null) {
      rewards.settle(asked.merchantId(), asked.memberId);
    }
    return response.getBytes(StandardCharsets.UTF_8);
  }

  private String once(Connection c, Asked asked) throws SQLException {
    // Locked first: two tills, and a return, must see each other.
    ReceiptStore.Stored stored =
        receipts
            .find(c, asked.merchantId(), asked.receiptId, true)
            .orElseThrow(() -> new Problem(ProblemCode.RECEIPT_NOT_FOUND));
    Optional<String> before =
        Earlier.answer(c, asked.merchantId(), asked.operation, asked.bodyHash);
    if (before.isPresent()) {
      return before.get();
    }
    Instant now = clock.instant();
    TillSettings settings = rules.of(asked.merchantId());
    require(settings.lateCards(), ProblemCode.LATE_CARD_OFF);
    require(stored.memberId() == 0, ProblemCode.RECEIPT_HAS_MEMBER);
    ZoneId zone = stored.receipt().storeZone();
    require(
        stored.at().atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate()),
        ProblemCode.RECEIPT_DAY_OVER);
    require(stored.sofar().equals(ReturnEffects.Sofar.NOTHING), ProblemCode.RECEIPT_RETURNED);
    log.requireFree(c, asked.register, settings, now);
    return write(c, asked, stored, settings, now);
  }

  private static void require(boolean right, ProblemCode otherwise) {
    if (!right) {
      throw new Problem(otherwise);
    }
  }

  /** What the first round trip told. */
  private record Read(
      Opened opened,
      SpendPermits.Verdict proof,
      boolean known,
      PurchaseFacts asked,
      LateReceipt late) {
    /**
     * A card that a till has just made proves nothing here, unlike for what was given at its
     * sign-up: these bonuses are for what others have paid.
     */
    boolean confirmed() {
      return proof.byCode() || known;
    }
  }

  /** Locks the account and reads all there is to know. */
  private Read read(
      Connection c,
      Asked asked,
      ReceiptStore.Stored stored,
      Published program,
      TillSettings settings,
      Instant now) {
    long merchantId = asked.merchantId();
    Published today = programs.current(merchantId);
    PurchaseFacts.Question question =
        new PurchaseFacts.Question(
            merchantId, asked.memberId, stored.at(), merchants.get(merchantId).zone());
    RoundTrip first = new RoundTrip();
    // At least the lots that burn first: the answer says what burns next.
    Answer<Opened> opened =
        accounts.open(
            first,
            Opening.of(new AccountId(merchantId, asked.memberId), stored.at())
                .until(now)
                .covering(1));
    Answer<SpendPermits.Verdict> proof =
        permits.ask(first, asked.register, asked.memberId, settings.strict(), now);
    Answer<Boolean> known = Cards.confirmed(first, merchantId, asked.memberId);
    RuleUse use = RuleUse.ask(first, program, question, stored.receipt().storeZone(), true);
    PurchaseFacts facts =
        PurchaseFacts.ask(first, members, standings, program, today, question, use, now);
    LateReceipt late = LateReceipt.ask(first, standings, today, question, now);
    first.run(c);
    return new Read(opened.get(), proof.get(), known.get(), facts, late);
  }

  private String write(
      Connection c, Asked asked, ReceiptStore.Stored stored, TillSettings settings, Instant now)
      throws SQLException {
    Published program = programs.version(asked.merchantId(), stored.programNumber());
    Read read = read(c, asked, stored, program, settings, now);
    MemberRef member =
        read.asked.member().orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    require(!member.blocked(), ProblemCode.CARD_BLOCKED);
    require(read.proof.refusal().isEmpty(), ProblemCode.CARD_NOT_SHOWN);
    require(read.confirmed(), ProblemCode.CARD_UNCONFIRMED);
    Facts facts =
        RuleUse.before(
            read.asked.facts(
                program.program(), member, ledger.payable(read.opened.account(), stored.at())),
            program.program(),
            stored.receipt().evaluation());
    Evaluation evaluation = judge(program, stored, facts, asked.lang);
    Booking booking =
        Booking.of(
            ledger,
            read.opened.account(),
            evaluation,
            0,
            stored.at(),
            now,
            Long.toString(stored.id()));
    String tier = read.late.restored(member, evaluation, Counted.of(program.program(), evaluation));
    Receipt receipt =
        new Receipt(
            stored.receipt().basket(),
            facts,
            stored.at(),
            stored.receipt().storeZone(),
            evaluation);
    ReceiptRequest.Checked request = request(stored, asked);
    String response =
        Http.JSON.writeValueAsString(
            ReceiptViews.committed(
                program,
                stored.id(),
                stored.cashier(),
                request,
                member,
                evaluation,
                BalanceView.after(c, booking.posting().after()),
                tier,
                Vouched.of(Certificates.spent(c, asked.merchantId(), stored.id()))));
    RoundTrip second = new RoundTrip();
    accounts.write(
        second,
        List.of(booking.posting()),
        new Operation(asked.operation, asked.bodyHash, response));
    log.record(second, asked, stored, evaluation, now);
    CodeUse.given(second, asked.merchantId(), stored.id(), member.id());
    receipts.give(second, asked.merchantId(), stored.id(), request, program, receipt, booking);
    count(second, asked, stored, program, evaluation, tier);
    owe(second, asked, stored, program, facts, evaluation, member);
    if (read.proof.byCode()) {
      permits.use(second, asked.register, member.id());
    }
    Outbox.passChanged(second, asked.merchantId(), member.id());
    second.commit(c);
    return response;
  }

  /** What its inviters are owed: what was bought, less what has come back. */
  private static void owe(
      RoundTrip second,
      Asked asked,
      ReceiptStore.Stored stored,
      Published program,
      Facts facts,
      Evaluation evaluation,
      MemberRef member) {
    RewardBook.earned(
        second,
        program.program(),
        new RewardBook.Bought(
            asked.merchantId(),
            stored.id(),
            member.id(),
            program.number(),
            stored.at(),
            evaluation.money() - stored.returnedMoney(),
            Purchases.before(facts)));
  }

  /** What the receipt counts for: no longer nobody's, but the member's from its own time on. */
  private void count(
      RoundTrip second,
      Asked asked,
      ReceiptStore.Stored stored,
      Published program,
      Evaluation evaluation,
      String tier) {
    long merchantId = asked.merchantId();
    standings.purchased(
        second,
        merchantId,
        asked.memberId,
        Counted.of(program.program(), evaluation),
        stored.at(),
        merchants.get(merchantId).zone(),
        tier,
        clock.instant());
    RuleUse.release(second, program.program(), merchantId, stored.receipt().evaluation());
    RuleUse.book(
        second,
        program.program(),
        merchantId,
        asked.memberId,
        stored.id(),
        evaluation,
        stored.at());
  }

  /**
   * The goods are gone and paid for: whatever the rules would have asked for, this is the money. A
   * rule that would have taken something off now is left out, stamps and all, so that it is not
   * used up for nothing: the seventh coffee that was paid for is no free one, the next is.
   */
  private static Evaluation judge(
      Published program, ReceiptStore.Stored stored, Facts facts, Lang lang) {
    Set<String> given = discounts(stored.receipt().evaluation());
    Set<String> late = new HashSet<>();
    Evaluation e = evaluate(program.prepared(), stored, facts, lang);
    while (true) {
      Set<String> more = discounts(e);
      more.removeAll(given);
      if (more.isEmpty()) {
        return e;
      }
      late.addAll(more);
      e = evaluate(Rules.prepare(program.program().without(late)), stored, facts, lang);
    }
  }

  /** The rules that took something off. */
  private static Set<String> discounts(Evaluation e) {
    return e.trace().stream()
        .filter(t -> t instanceof Trace.Applied a && isDiscount(a.phase()) && a.amount() != 0)
        .map(t -> ((Trace.Applied) t).rule())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isDiscount(Phase phase) {
    return phase == Phase.DISCOUNT || phase == Phase.CODE;
  }

  private static Evaluation evaluate(
      Prepared rules, ReceiptStore.Stored stored, Facts facts, Lang lang) {
    Evaluation before = stored.receipt().evaluation();
    return switch (rules.evaluate(
        stored.receipt().basket(),
        facts,
        Wish.NONE,
        stored.at(),
        stored.receipt().storeZone(),
        before.money())) {
      case Evaluation e when e.money() == before.money() -> e;
      case Evaluation e ->
          throw new IllegalStateException(
              "receipt " + stored.id() + " took " + before.money() + ", not " + e.money());
      case InputRefusal r ->
          throw new Problem(
              ProblemCode.RECEIPT_REFUSED, lang == Lang.RU ? r.message().ru() : r.message().en());
    };
  }

  private static ReceiptRequest.Checked request(ReceiptStore.Stored stored, Asked asked) {
    return new ReceiptRequest.Checked(
        asked.memberId,
        stored.number(),
        stored.at(),
        stored.receipt().basket(),
        stored.names(),
        Wish.NONE,
        0,
        asked.lang,
        null,
        new ReceiptRequest.Brought(null, List.of()),
        null);
  }
}
