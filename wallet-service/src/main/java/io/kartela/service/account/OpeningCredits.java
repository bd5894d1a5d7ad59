package io.kartela.service.account;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.outbox.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bonuses that members bring along from another system: credited once to each, whatever is imported
 * again. Many at once; in the caller's transaction. Thread-safe.
 */
public final class OpeningCredits {
  private static final String REASON = "Перенос из другой системы";

  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();

  /** Through which import, by whom, when. */
  public record Source(long merchantId, long importId, String person, Instant now) {}

  /** What these have brought along already, minor units; who has not is left out. */
  public Map<Long, Long> of(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    Map<Long, Long> found = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id, amount FROM kartela.opening_credit WHERE merchant_id = ? AND"
                + " member_id = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", memberIds.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.put(r.getLong(1), r.getLong(2));
        }
      }
    }
    return found;
  }

  /** Credits those who have brought nothing along yet, by member. They never burn. */
  public void book(Connection c, Source source, Map<Long, Long> amounts) throws SQLException {
    if (amounts.isEmpty()) {
      return;
    }
    long merchantId = source.merchantId;
    Map<AccountId, Account> open = new TreeMap<>(accounts.create(c, merchantId, amounts.keySet()));
    List<Opening> others =
        amounts.keySet().stream()
            .map(member -> new AccountId(merchantId, member))
            .filter(id -> !open.containsKey(id))
            .map(id -> Opening.of(id, source.now))
            .toList();
    if (!others.isEmpty()) {
      accounts.openAll(c, others).forEach((id, opened) -> open.put(id, opened.account()));
    }
    Note note = new Note("import:" + source.importId, REASON, source.person);
    List<Posting> postings = new ArrayList<>();
    Map<Long, Lot> lots = new LinkedHashMap<>();
    for (Map.Entry<AccountId, Account> one : open.entrySet()) {
      long member = one.getKey().accountId();
      long amount = amounts.getOrDefault(member, 0L);
      var done =
          ledger
              .credit(one.getValue(), amount, source.now, Times.NEVER, source.now, note)
              .orThrow(Adjustments::problem);
      postings.add(done.posting());
      lots.put(member, done.value());
    }
    RoundTrip trip = new RoundTrip();
    accounts.write(trip, postings, null);
    trip.run(c);
    note(c, source, lots);
  }

  private static void note(Connection c, Source source, Map<Long, Lot> lots) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.opening_credit (merchant_id, member_id, amount, lot_id, import_id)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (Map.Entry<Long, Lot> one : lots.entrySet()) {
        s.setLong(1, source.merchantId);
        s.setLong(2, one.getKey());
        s.setLong(3, one.getValue().amount());
        s.setLong(4, one.getValue().id());
        s.setLong(5, source.importId);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /**
   * What became of credits that were to be taken back.
   *
   * @param taken wholly
   * @param kept because some of it was spent, or is held; what was left of it is gone
   */
  public record Back(int taken, int kept) {}

  private record Credit(long lotId, long amount) {}

  /** Takes back what is left of some credits of an import; both 0: that was all. */
  public Back takeBack(Connection c, Source source, int most) throws SQLException {
    Map<Long, Credit> credits = credits(c, source, most);
    if (credits.isEmpty()) {
      return new Back(0, 0);
    }
    List<Opening> openings = new ArrayList<>();
    credits.forEach(
        (member, credit) ->
            openings.add(
                Opening.of(new AccountId(source.merchantId, member), source.now)
                    .covering(1)
                    .withLot(credit.lotId)));
    Map<AccountId, Opened> opened = accounts.openAll(c, openings);
    Note note = new Note("import:" + source.importId, REASON, source.person);
    RoundTrip trip = new RoundTrip();
    List<Posting> postings = new ArrayList<>();
    Map<Long, Long> spent = new LinkedHashMap<>();
    for (Map.Entry<Long, Credit> one : credits.entrySet()) {
      AccountId id = new AccountId(source.merchantId, one.getKey());
      Account account = ledger.mature(Opened.of(opened, id).account(), source.now).after();
      long left = left(account, one.getValue().lotId);
      spent.put(one.getKey(), one.getValue().amount - left);
      if (left > 0) {
        postings.add(
            ledger
                .reverse(
                    Opened.of(opened, id).account(),
                    one.getValue().lotId,
                    left,
                    ReversalPolicy.WITHIN_BALANCE,
                    source.now,
                    note)
                .orThrow(Adjustments::problem)
                .posting());
        Outbox.passChangedByTheClock(trip, source.merchantId, one.getKey());
      }
    }
    accounts.write(trip, postings, null);
    trip.run(c);
    return forget(c, source, spent);
  }

  private static long left(Account account, long lotId) {
    return account.contents().lots().stream()
        .filter(lot -> lot.id() == lotId)
        .mapToLong(Lot::free)
        .findFirst()
        .orElse(0);
  }

  private static Map<Long, Credit> credits(Connection c, Source source, int most)
      throws SQLException {
    Map<Long, Credit> found = new TreeMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT o.member_id, o.lot_id, o.amount FROM kartela.opening_credit o
            WHERE o.merchant_id = ? AND o.import_id = ? ORDER BY o.member_id LIMIT ?
            """)) {
      s.setLong(1, source.merchantId);
      s.setLong(2, source.importId);
      s.setInt(3, most);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.put(r.getLong(1), new Credit(r.getLong(2), r.getLong(3)));
        }
      }
    }
    return found;
  }

  /** What was spent stays brought along: another import does not credit it again. */
  private static Back forget(Connection c, Source source, Map<Long, Long> spent)
      throws SQLException {
    int taken = 0;
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.opening_credit SET amount = ?, import_id = NULL WHERE merchant_id = ?"
                + " AND member_id = ?")) {
      for (Map.Entry<Long, Long> one : spent.entrySet()) {
        taken += one.getValue() == 0 ? 1 : 0;
        s.setLong(1, one.getValue());
        s.setLong(2, source.merchantId);
        s.setLong(3, one.getKey());
        s.addBatch();
      }
      s.executeBatch();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.opening_credit WHERE merchant_id = ? AND amount = 0 AND member_id"
                + " = ANY (?)")) {
      s.setLong(1, source.merchantId);
      s.setArray(2, c.createArrayOf("bigint", spent.keySet().toArray()));
      s.executeUpdate();
    }
    return new Back(taken, spent.size() - taken);
  }

  /** Two records of one person: what either brought along counts for the one that stays. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        """
        INSERT INTO kartela.opening_credit AS o (merchant_id, member_id, amount, lot_id)
        SELECT merchant_id, ?, amount, lot_id FROM kartela.opening_credit WHERE merchant_id = ? AND member_id = ?
        ON CONFLICT (merchant_id, member_id) DO UPDATE SET amount = o.amount + excluded.amount, import_id = NULL
        """,
        p -> p.set(into).set(merchantId).set(from));
    trip.update(
        "DELETE FROM kartela.opening_credit WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(from));
  }
}
