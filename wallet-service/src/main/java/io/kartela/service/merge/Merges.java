package io.kartela.service.merge;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Program;
import io.kartela.rules.Tier;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.Between;
import io.kartela.service.account.Earlier;
import io.kartela.service.account.OpeningCredits;
import io.kartela.service.account.Retry;
import io.kartela.service.code.Cards;
import io.kartela.service.feedback.FeedbackFeature;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.referral.InviteMerge;
import io.kartela.service.member.referral.RewardBook;
import io.kartela.service.member.session.MemberSessions;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.web.Browsers;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.code.CodeUse;
import io.kartela.service.purchase.Handover;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.Passes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two records of one person become one: bonuses with their terms, debts, receipts, what they add up
 * to, stamps and cards go over to the one that stays; its tier is the better of the two. The other
 * leaves a sign-post behind, so that its phone still leads to the person. Thread-safe.
 */
final class Merges {
  private final Database database;
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Members members = new Members();
  private final Standings standings = new Standings();
  private final Cards cards;
  private final Passes passes;
  private final Programs programs;
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  /** Who stays, who goes, and the key and hash that make it happen once. */
  record Wanted(long into, long from, String reason, String key, String bodyHash) {}

  private record Done(String memberId, BalanceView balance, String tierId) {}

  Merges(House house, Cards cards, Passes passes, Programs programs, Audit audit) {
    this.database = house.database();
    this.cards = cards;
    this.passes = passes;
    this.programs = programs;
    this.audit = audit;
    this.clock = house.clock();
    this.committed = house.wake();
  }

  byte[] book(StaffPrincipal staff, Wanted wanted) {
    String body = Retry.transaction(() -> database.inTransaction(c -> once(c, staff, wanted)));
    committed.run();
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private String once(Connection c, StaffPrincipal staff, Wanted wanted) throws SQLException {
    Instant now = clock.instant();
    long merchantId = staff.merchantId();
    String operation = "merge:" + staff.staffId() + ":" + wanted.key;
    AccountId from = new AccountId(merchantId, wanted.from);
    AccountId into = new AccountId(merchantId, wanted.into);
    InviteMerge.alone(c, merchantId);
    Map<AccountId, Opened> opened =
        accounts.openAll(
            c,
            List.of(
                Opening.of(from, now).withEverything().withOperation(operation),
                Opening.of(into, now).withEverything()));
    Optional<String> before = Earlier.answer(Opened.of(opened, from).replay(wanted.bodyHash));
    if (before.isPresent()) {
      return before.get();
    }
    MemberRef stays = member(c, merchantId, wanted.into);
    MemberRef goes = member(c, merchantId, wanted.from);
    var done =
        ledger
            .merge(
                Opened.of(opened, from).account(),
                Opened.of(opened, into).account(),
                now,
                Between.merge(from, into).note(wanted.reason, staff.name()))
            .orThrow(Merges::problem);
    boolean better = better(programs.current(merchantId).program(), goes, stays);
    String tier = (better ? goes : stays).standing().tier();
    String response =
        Http.JSON.writeValueAsString(
            new Done(
                Long.toString(wanted.into), BalanceView.after(c, done.value().to().after()), tier));
    RoundTrip trip = new RoundTrip();
    accounts.write(
        trip,
        List.of(done.posting(), done.value().to()),
        new Operation(operation, wanted.bodyHash, response));
    standings.merge(trip, merchantId, wanted.from, wanted.into, better);
    Handover.receipts(trip, merchantId, wanted.from, wanted.into);
    Handover.ruleUse(trip, merchantId, wanted.from, wanted.into);
    Certificates.handOver(trip, merchantId, wanted.from, wanted.into);
    CodeUse.handOver(trip, merchantId, wanted.from, wanted.into);
    MemberTags.handOver(trip, merchantId, wanted.from, wanted.into);
    OpeningCredits.handOver(trip, merchantId, wanted.from, wanted.into);
    RewardBook.handOver(trip, merchantId, wanted.from, wanted.into);
    Consents.handOver(trip, merchantId, wanted.from, wanted.into);
    FeedbackFeature.handOver(trip, merchantId, wanted.from, wanted.into);
    Addresses.handOver(trip, merchantId, wanted.from, wanted.into);
    Browsers.handOver(trip, merchantId, wanted.from, wanted.into);
    Members.merged(trip, merchantId, wanted.from, wanted.into);
    Outbox.passChanged(trip, merchantId, wanted.into);
    trip.run(c);
    cards.handOver(c, merchantId, wanted.from, wanted.into);
    InviteMerge.run(c, merchantId, wanted.from, wanted.into);
    MemberSessions.endAll(c, merchantId, wanted.from);
    MemberSessions.endAll(c, merchantId, wanted.into);
    Optional<String> ended = passes.handOver(c, merchantId, wanted.from, wanted.into);
    if (ended.isPresent()) {
      Outbox.passVoided(c, merchantId, wanted.from, ended.get());
    }
    audit.record(
        c,
        staff,
        "MEMBERS_MERGED",
        "member:" + wanted.into,
        Map.of("from", Long.toString(wanted.from), "reason", wanted.reason));
    return response;
  }

  private MemberRef member(Connection c, long merchantId, long id) throws SQLException {
    return members
        .find(c, merchantId, id)
        .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
  }

  private static boolean better(Program program, MemberRef a, MemberRef b) {
    Tier first = program.tier(a.standing().tier());
    Tier second = program.tier(b.standing().tier());
    return first != null && (second == null || first.rank() > second.rank());
  }

  private static Problem problem(Refusal refusal) {
    return new Problem(
        refusal instanceof Refusal.HasOpenHolds
            ? ProblemCode.OPEN_HOLDS
            : ProblemCode.AMOUNT_TOO_LARGE);
  }
}
