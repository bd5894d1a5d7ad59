package io.kartela.service.account;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Refusal;
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

/** Bonuses that a person gives or takes by hand, with a reason; audited. Thread-safe. */
public final class Adjustments {
  private final Database database;
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  public Adjustments(House house, Audit audit) {
    this.database = house.database();
    this.audit = audit;
    this.clock = house.clock();
    this.committed = house.wake();
  }

  /**
   * Books once, however often it is sent.
   *
   * @param amount minor units; negative takes away, at most what is available
   * @return the balance afterwards as JSON
   */
  public byte[] book(
      StaffPrincipal staff,
      long memberId,
      long amount,
      Instant expires,
      String reason,
      String key,
      String bodyHash) {
    String operation = operation(staff, key);
    String body =
        Retry.transaction(
            () ->
                database.inTransaction(
                    c -> once(c, staff, memberId, amount, expires, reason, operation, bodyHash)));
    committed.run();
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** What was answered under this key; asked before anything that may have changed since. */
  public Optional<byte[]> earlier(StaffPrincipal staff, String key, String bodyHash) {
    return Earlier.answer(database, staff.merchantId(), operation(staff, key), bodyHash);
  }

  private static String operation(StaffPrincipal staff, String key) {
    return "adjustment:" + staff.staffId() + ":" + key;
  }

  private String once(
      Connection c,
      StaffPrincipal staff,
      long memberId,
      long amount,
      Instant expires,
      String reason,
      String operation,
      String bodyHash)
      throws SQLException {
    Instant now = clock.instant();
    AccountId id = new AccountId(staff.merchantId(), memberId);
    Opened opened =
        accounts.open(
            c, Opening.of(id, now).covering(Math.max(1, -amount)).withOperation(operation));
    Optional<String> before = Earlier.answer(opened.replay(bodyHash));
    if (before.isPresent()) {
      return before.get();
    }
    Allowance.require(c, staff, amount, now);
    Note note = Note.byHand(reason, staff.name());
    Posting posting =
        amount > 0
            ? ledger
                .credit(opened.account(), amount, now, expires, now, note)
                .orThrow(Adjustments::problem)
                .posting()
            : ledger
                .debit(opened.account(), -amount, now, note)
                .orThrow(Adjustments::problem)
                .posting();
    String response = Http.JSON.writeValueAsString(BalanceView.after(c, posting.after()));
    RoundTrip trip = new RoundTrip();
    accounts.write(trip, List.of(posting), new Operation(operation, bodyHash, response));
    Outbox.passChanged(trip, staff.merchantId(), memberId);
    trip.run(c);
    audit.record(
        c,
        staff,
        "BALANCE_ADJUSTED",
        "member:" + memberId,
        Map.of("amount", amount, "reason", reason));
    return response;
  }

  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Insufficient(long requested, long available) ->
          new Problem(ProblemCode.INSUFFICIENT_BONUSES, Amounts.text(available));
      default -> new Problem(ProblemCode.AMOUNT_TOO_LARGE);
    };
  }
}
