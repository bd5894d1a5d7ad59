package io.kartela.service.member.referral;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Times;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Program;
import io.kartela.rules.ReferralPolicy;
import io.kartela.service.account.Accounts;
import io.kartela.service.program.Programs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rewards that are due, booked in one transaction: all accounts locked in the order of their
 * numbers, then each reward by the program of its receipt. Used once.
 */
final class RewardBooking {
  private final Connection connection;
  private final long merchantId;
  private final Programs programs;
  private final Instant now;
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();
  private final Map<Long, Posting> postings = new TreeMap<>();
  private final Map<Reward, Long> inherited = new HashMap<>();

  RewardBooking(Connection connection, long merchantId, Programs programs, Instant now) {
    this.connection = connection;
    this.merchantId = merchantId;
    this.programs = programs;
    this.now = now;
  }

  /** Adds the writing of the accounts to the trip; the rewards' own rows are written at once. */
  void book(RoundTrip trip, List<Reward> rewards) throws SQLException {
    open(rewards);
    Map<Long, String> statuses = statuses(rewards);
    for (Reward reward : rewards) {
      if (reward.amounts().settled()) {
        takeBack(reward);
      } else {
        give(reward, statuses.getOrDefault(reward.inviterId(), "ERASED"));
      }
    }
    postings.replaceAll((id, posting) -> posting.then(ledger.mature(posting.after(), now)));
    accounts.write(
        trip, postings.values().stream().filter(posting -> !posting.empty()).toList(), null);
  }

  private void open(List<Reward> rewards) {
    Map<Long, Opening> openings = new TreeMap<>();
    for (Reward reward : rewards) {
      Opening opening =
          openings.getOrDefault(
              reward.inviterId(),
              Opening.of(new AccountId(merchantId, reward.inviterId()), earliest(reward, rewards))
                  .until(now));
      if (reward.amounts().excess() > 0 && reward.lotId() != 0) {
        long excess = Math.addExact(opening.covering(), reward.amounts().excess());
        opening = opening.withLot(lot(reward)).covering(excess);
      }
      openings.put(reward.inviterId(), opening);
    }
    accounts
        .openAll(connection, openings.values())
        .forEach((id, opened) -> postings.put(id.accountId(), begun(opened)));
  }

  private static Posting begun(Opened opened) {
    return Posting.none(opened.account());
  }

  /** When the first of this inviter's rewards happened. */
  private static Instant earliest(Reward of, List<Reward> rewards) {
    return rewards.stream()
        .filter(reward -> reward.inviterId() == of.inviterId())
        .map(Reward::earnedAt)
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** The number of its lot in the inviter's account, who may have been another record then. */
  private long lot(Reward reward) {
    if (reward.accountId() == reward.inviterId()) {
      return reward.lotId();
    }
    return inherited.computeIfAbsent(
        reward,
        r ->
            accounts
                    .heir(connection, new AccountId(merchantId, r.accountId()), r.inviterId())
                    .map(Account.Heir::lotOffset)
                    .orElseThrow()
                + r.lotId());
  }

  private void give(Reward reward, String status) throws SQLException {
    if (!status.equals("ACTIVE")) {
      refuse(reward, status.equals("BLOCKED") ? "BLOCKED" : "ERASED");
      return;
    }
    Program program = programs.version(merchantId, reward.program()).program();
    ReferralPolicy policy = program.referral();
    long kept = reward.amounts().kept();
    long amount = policy == null ? 0 : Math.min(kept, room(reward, program, policy));
    Instant from = active(reward, policy);
    if (amount == 0) {
      settled(reward, 0, null, from, kept > 0);
      return;
    }
    Instant ends = program.earning().life().expiresAt(from, program.zone());
    Posting before = posting(reward);
    var done =
        ledger
            .reward(
                before.after(),
                amount,
                from,
                ends == null ? Times.NEVER : ends,
                reward.earnedAt(),
                note(reward))
            .orThrow(RewardBooking::failed);
    postings.put(reward.inviterId(), before.then(done.posting()));
    settled(reward, amount, done.value(), from, amount < kept);
  }

  private static Instant active(Reward reward, @Nullable ReferralPolicy policy) {
    Instant waited = reward.at().plus(policy == null ? 0 : policy.pendingDays(), ChronoUnit.DAYS);
    return waited.isAfter(reward.earnedAt()) ? waited : reward.earnedAt();
  }

  private void takeBack(Reward reward) throws SQLException {
    long excess = reward.amounts().excess();
    if (excess > 0) {
      Program program = programs.version(merchantId, reward.program()).program();
      Instant returned = reward.returnedAt();
      Posting before = posting(reward);
      var done =
          ledger
              .reverse(
                  before.after(),
                  lot(reward),
                  excess,
                  Accounts.debtPolicy(program.returns().debt()),
                  returned == null ? now : returned,
                  note(reward))
              .orThrow(RewardBooking::failed);
      postings.put(reward.inviterId(), before.then(done.posting()));
    }
    update(reward, "taken = taken + " + excess, s -> {});
  }

  private Posting posting(Reward reward) {
    Posting posting = postings.get(reward.inviterId());
    if (posting == null) {
      throw new IllegalStateException("no account of " + reward.inviterId());
    }
    return posting;
  }

  private static Note note(Reward reward) {
    return Note.ref(Accounts.FRIEND + reward.receiptId());
  }

  private static IllegalStateException failed(Refusal refusal) {
    return new IllegalStateException("a reward is not booked: " + refusal.code());
  }

  /** What the program's limits leave for this inviter, by the day and month of the purchase. */
  private long room(Reward reward, Program program, ReferralPolicy policy) throws SQLException {
    LocalDate day = reward.at().atZone(program.zone()).toLocalDate();
    LocalDate month = day.withDayOfMonth(1);
    long room = Long.MAX_VALUE;
    if (policy.perDay() > 0) {
      room = policy.perDay() - given(reward, program, day, day.plusDays(1));
    }
    if (policy.perMonth() > 0) {
      long left = policy.perMonth() - given(reward, program, month, month.plusMonths(1));
      room = Math.min(room, left);
    }
    long unit = program.earning().roundTo();
    return Math.max(0, room == Long.MAX_VALUE ? room : room - Math.floorMod(room, unit));
  }

  private long given(Reward reward, Program program, LocalDate from, LocalDate until)
      throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT coalesce(sum(given - taken), 0) FROM kartela.referral_reward WHERE merchant_id"
                + " = ? AND inviter_id = ? AND at >= ? AND at < ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, reward.inviterId());
      s.setTimestamp(3, Timestamp.from(from.atStartOfDay(program.zone()).toInstant()));
      s.setTimestamp(4, Timestamp.from(until.atStartOfDay(program.zone()).toInstant()));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  private Map<Long, String> statuses(List<Reward> rewards) throws SQLException {
    Map<Long, String> statuses = new HashMap<>();
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT member_id, status FROM kartela.member WHERE merchant_id = ? AND member_id = ANY"
                + " (?)")) {
      s.setLong(1, merchantId);
      s.setArray(
          2,
          connection.createArrayOf(
              "bigint",
              new ArrayList<Object>(rewards.stream().map(Reward::inviterId).toList()).toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          statuses.put(r.getLong(1), r.getString(2));
        }
      }
    }
    return statuses;
  }

  private void settled(Reward reward, long amount, @Nullable Lot lot, Instant from, boolean capped)
      throws SQLException {
    update(
        reward,
        "given = ?, lot_id = ?, account_id = ?, active_from = ?, settled_at = ?, capped = ?",
        s -> {
          s.setLong(1, amount);
          s.setObject(2, lot == null ? null : lot.id());
          s.setObject(3, lot == null ? null : reward.inviterId());
          s.setTimestamp(4, Timestamp.from(from));
          s.setTimestamp(5, Timestamp.from(now));
          s.setBoolean(6, capped);
        });
  }

  private void refuse(Reward reward, String why) throws SQLException {
    update(
        reward,
        "refused = ?, settled_at = ?",
        s -> {
          s.setString(1, why);
          s.setTimestamp(2, Timestamp.from(now));
        });
  }

  /** Sets placeholders from the first on. */
  @FunctionalInterface
  private interface Fill {
    void fill(PreparedStatement s) throws SQLException;
  }

  private void update(Reward reward, String what, Fill fill) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "UPDATE kartela.referral_reward SET "
                + what
                + ", due = false WHERE merchant_id = "
                + merchantId
                + " AND receipt_id = "
                + reward.receiptId()
                + " AND level = "
                + reward.level())) {
      fill.fill(s);
      if (s.executeUpdate() != 1) {
        throw new IllegalStateException("no reward of receipt " + reward.receiptId());
      }
    }
  }
}
