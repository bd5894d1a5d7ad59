package io.kartela.service.privacy;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Retry;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.till.scan.Proofs;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Erases a person: name, phone, e-mail, birthday, tags, cards and messages go, of the records that
 * were merged into theirs, too; the bonuses that were left are written off. Ledger, receipts and
 * proofs of consent stay under the number. Thread-safe.
 */
final class Erasures {
  private final Database database;
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Passes passes;
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  Erasures(House house, Passes passes, Audit audit) {
    this.database = house.database();
    this.passes = passes;
    this.audit = audit;
    this.clock = house.clock();
    this.committed = house.wake();
  }

  /**
   * Who has it done.
   *
   * @param name as the member's statement names them
   * @param author as the audit does
   */
  record By(long merchantId, String name, String author, Evidence evidence) {}

  /** Who is erased already stays so. */
  void erase(StaffPrincipal staff, long memberId) {
    erase(
        new By(staff.merchantId(), staff.name(), staff.email(), new Evidence.InCabinet(staff)),
        memberId);
  }

  void erase(By by, long memberId) {
    boolean _ = Retry.transaction(() -> database.inTransaction(c -> once(c, by, memberId)));
    committed.run();
  }

  private boolean once(Connection c, By by, long memberId) throws SQLException {
    long merchantId = by.merchantId;
    Instant now = clock.instant();
    AccountId id = new AccountId(merchantId, memberId);
    // The account's lock first, as everything that books: no receipt comes in between.
    Account account = accounts.open(c, Opening.of(id, now).withEverything()).account();
    String status = status(c, merchantId, memberId);
    if (status.equals("ERASED")) {
      return false;
    }
    if (account.totals().held() > 0) {
      throw new Problem(ProblemCode.OPEN_HOLDS);
    }
    writeOff(c, by.name, account, now);
    boolean _ = Consents.change(c, merchantId, memberId, false, by.evidence, now);
    Proofs.end(c, merchantId, memberId, now);
    var ended = passes.voidPass(c, merchantId, memberId);
    if (ended.isPresent()) {
      Outbox.passVoided(c, merchantId, memberId, ended.get());
    }
    Forgetting.people(c, merchantId, withMerged(c, merchantId, memberId));
    audit.record(c, merchantId, by.author, "MEMBER_ERASED", "member:" + memberId, Map.of());
    return true;
  }

  /**
   * What could be spent goes, as by hand: grants keep their past, so that a receipt can still be
   * returned. What is not active yet stays nobody's until it burns.
   */
  private void writeOff(Connection c, String name, Account account, Instant now) {
    long left = ledger.available(account, now);
    if (left > 0) {
      Note note = Note.byHand("Удаление персональных данных", name);
      accounts.write(
          c,
          ledger
              .debit(account, left, now, note)
              .orThrow(r -> new IllegalStateException(r.code()))
              .posting());
    }
  }

  private static String status(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT status FROM kartela.member WHERE merchant_id = ? AND member_id = ? AND status"
                + " <> 'MERGED' FOR UPDATE")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
        }
        return r.getString(1);
      }
    }
  }

  /** The person's record and all that became one with it: each has had a name and a phone. */
  private static List<Long> withMerged(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE one(id) AS (
                SELECT ?::bigint
                UNION SELECT m.member_id FROM one JOIN kartela.member m ON m.merchant_id = ? AND m.merged_into = one.id)
            SELECT id FROM one
            """)) {
      s.setLong(1, memberId);
      s.setLong(2, merchantId);
      List<Long> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(r.getLong(1));
        }
      }
      return all;
    }
  }
}
