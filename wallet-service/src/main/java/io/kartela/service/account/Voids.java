package io.kartela.service.account;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes back what is left of bonuses that somebody credited by hand: what was spent of them stays
 * spent, other bonuses are not touched. With a reason; audited. Thread-safe.
 */
public final class Voids {
  private final Database database;
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  /** Which grant, why, and the key and hash that make it happen once. */
  public record Wanted(long memberId, long lotId, String reason, String key, String bodyHash) {}

  public Voids(House house, Audit audit) {
    this.database = house.database();
    this.audit = audit;
    this.clock = house.clock();
    this.committed = house.wake();
  }

  /**
   * Books once, however often it is sent.
   *
   * @return the balance afterwards as JSON
   */
  public byte[] book(StaffPrincipal staff, Wanted wanted) {
    String body = Retry.transaction(() -> database.inTransaction(c -> once(c, staff, wanted)));
    committed.run();
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private String once(Connection c, StaffPrincipal staff, Wanted wanted) throws SQLException {
    Instant now = clock.instant();
    String operation = "void:" + staff.staffId() + ":" + wanted.key;
    AccountId id = new AccountId(staff.merchantId(), wanted.memberId);
    Opened opened =
        accounts.open(
            c, Opening.of(id, now).covering(1).withLot(wanted.lotId).withOperation(operation));
    Optional<String> before = Earlier.answer(opened.replay(wanted.bodyHash));
    if (before.isPresent()) {
      return before.get();
    }
    Account account = ledger.mature(opened.account(), now).after();
    long left = manual(account, wanted.lotId).free();
    if (left == 0) {
      throw new Problem(ProblemCode.NOTHING_TO_VOID);
    }
    Posting posting =
        ledger
            .reverse(
                opened.account(),
                wanted.lotId,
                left,
                ReversalPolicy.WITHIN_BALANCE,
                now,
                Note.byHand(wanted.reason, staff.name()))
            .orThrow(Adjustments::problem)
            .posting();
    String response = Http.JSON.writeValueAsString(BalanceView.after(c, posting.after()));
    RoundTrip trip = new RoundTrip();
    accounts.write(trip, List.of(posting), new Operation(operation, wanted.bodyHash, response));
    Outbox.passChanged(trip, staff.merchantId(), wanted.memberId);
    trip.run(c);
    audit.record(
        c,
        staff,
        "GRANT_VOIDED",
        "member:" + wanted.memberId,
        Map.of("amount", left, "reason", wanted.reason));
    return response;
  }

  /** A grant that a person made; what rules gave is undone by returning the purchase. */
  private static Lot manual(Account account, long lotId) {
    return account.contents().lots().stream()
        .filter(lot -> lot.id() == lotId && lot.terms().kind() == Lot.Kind.MANUAL)
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.GRANT_NOT_FOUND));
  }
}
