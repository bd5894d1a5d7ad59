package io.kartela.service.account;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
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
 * Bonuses that a person hands from one member to another, with a reason; audited. Every lot keeps
 * its expiry. Thread-safe.
 */
public final class Transfers {
  private final Database database;
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * What is to be booked, and the key and hash that make it happen once.
   *
   * @param amount minor units, above zero
   */
  public record Wanted(
      long from, long to, long amount, String reason, String key, String bodyHash) {}

  private record Done(BalanceView from, BalanceView to) {}

  public Transfers(House house, Audit audit) {
    this.database = house.database();
    this.audit = audit;
    this.clock = house.clock();
    this.committed = house.wake();
  }

  /**
   * Books once, however often it is sent.
   *
   * @return both balances afterwards as JSON
   */
  public byte[] book(StaffPrincipal staff, Wanted wanted) {
    String body = Retry.transaction(() -> database.inTransaction(c -> once(c, staff, wanted)));
    committed.run();
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** What was answered under this key; asked before anything that may have changed since. */
  public Optional<byte[]> earlier(StaffPrincipal staff, String key, String bodyHash) {
    return Earlier.answer(database, staff.merchantId(), operation(staff, key), bodyHash);
  }

  private static String operation(StaffPrincipal staff, String key) {
    return "transfer:" + staff.staffId() + ":" + key;
  }

  private String once(Connection c, StaffPrincipal staff, Wanted wanted) throws SQLException {
    Instant now = clock.instant();
    long merchantId = staff.merchantId();
    String operation = operation(staff, wanted.key);
    AccountId from = new AccountId(merchantId, wanted.from);
    AccountId to = new AccountId(merchantId, wanted.to);
    Map<AccountId, Opened> opened =
        accounts.openAll(
            c,
            List.of(
                Opening.of(from, now).covering(wanted.amount).withOperation(operation),
                Opening.of(to, now)));
    Opened source = Opened.of(opened, from);
    Optional<String> before = Earlier.answer(source.replay(wanted.bodyHash));
    if (before.isPresent()) {
      return before.get();
    }
    var done =
        ledger
            .transfer(
                source.account(),
                Opened.of(opened, to).account(),
                wanted.amount,
                now,
                Between.transfer(from, to).note(wanted.reason, staff.name()))
            .orThrow(Adjustments::problem);
    String response =
        Http.JSON.writeValueAsString(
            new Done(
                BalanceView.after(c, done.posting().after()),
                BalanceView.after(c, done.value().to().after())));
    RoundTrip trip = new RoundTrip();
    accounts.write(
        trip,
        List.of(done.posting(), done.value().to()),
        new Operation(operation, wanted.bodyHash, response));
    Outbox.passChanged(trip, merchantId, wanted.from);
    Outbox.passChanged(trip, merchantId, wanted.to);
    trip.run(c);
    audit.record(
        c,
        staff,
        "BONUSES_TRANSFERRED",
        "member:" + wanted.from,
        Map.of("to", Long.toString(wanted.to), "amount", wanted.amount, "reason", wanted.reason));
    return response;
  }
}
