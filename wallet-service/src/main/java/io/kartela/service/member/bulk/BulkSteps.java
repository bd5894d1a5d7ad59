package io.kartela.service.member.bulk;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Times;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.Handouts;
import io.kartela.service.member.bulk.BulkJob.Outcome;
import io.kartela.service.member.bulk.BulkStore.Row;
import io.kartela.service.member.profile.MemberStatus;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What a job does to one member, and how that is undone; in the caller's transaction. */
final class BulkSteps {
  private final Members members = new Members();
  private final Handouts handouts = new Handouts();

  /**
   * What became of a row.
   *
   * @param row with the lot that was made
   */
  record Done(Row row, Outcome outcome) {}

  Done apply(Connection c, long merchantId, BulkJob job, Row row, Instant now) throws SQLException {
    BulkAction action = job.action();
    long member = row.memberId();
    require(c, merchantId, member);
    String tag = String.valueOf(action.tag());
    return switch (action.kind()) {
      case TAG_ADD -> changed(row, MemberTags.addOneMore(c, merchantId, member, tag));
      case TAG_REMOVE -> changed(row, MemberTags.remove(c, merchantId, member, tag));
      case BLOCK, UNBLOCK ->
          changed(row, status(c, merchantId, member, action.kind() == BulkAction.Kind.BLOCK));
      case CREDIT -> {
        Instant expires = action.expires();
        long lot =
            handouts.give(
                c,
                new AccountId(merchantId, member),
                new Handouts.Gift(
                    action.amount(),
                    expires == null ? Times.NEVER : expires,
                    action.reason(),
                    job.author()),
                now);
        tellPhones(c, merchantId, member);
        yield new Done(new Row(member, lot), Outcome.CHANGED);
      }
    };
  }

  Done undo(Connection c, long merchantId, BulkJob job, Row row, Instant now) throws SQLException {
    BulkAction action = job.action();
    long member = row.memberId();
    require(c, merchantId, member);
    String tag = String.valueOf(action.tag());
    boolean undone =
        switch (action.kind()) {
          case TAG_ADD -> MemberTags.remove(c, merchantId, member, tag);
          case TAG_REMOVE -> MemberTags.addOneMore(c, merchantId, member, tag);
          case BLOCK, UNBLOCK ->
              status(c, merchantId, member, action.kind() == BulkAction.Kind.UNBLOCK);
          case CREDIT -> takeBack(c, merchantId, job, row, now);
        };
    return new Done(row, undone ? Outcome.UNDONE : Outcome.KEPT);
  }

  /** Who was merged or erased meanwhile has no books of their own any more. */
  private void require(Connection c, long merchantId, long member) throws SQLException {
    if (members.find(c, merchantId, member).isEmpty()) {
      throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
    }
  }

  private boolean takeBack(Connection c, long merchantId, BulkJob job, Row row, Instant now) {
    Long lot = row.lotId();
    if (lot == null) {
      return false;
    }
    AccountId account = new AccountId(merchantId, row.memberId());
    boolean done = handouts.takeBack(c, account, lot, job.action().reason(), job.author(), now);
    if (!done) {
      throw new Problem(ProblemCode.NOTHING_TO_VOID);
    }
    tellPhones(c, merchantId, row.memberId());
    return true;
  }

  private static boolean status(Connection c, long merchantId, long member, boolean blocked)
      throws SQLException {
    boolean changed = MemberStatus.set(c, merchantId, member, blocked);
    if (changed) {
      tellPhones(c, merchantId, member);
    }
    return changed;
  }

  private static Done changed(Row row, boolean changed) {
    return new Done(row, changed ? Outcome.CHANGED : Outcome.SAME);
  }

  /** Behind the changes of which somebody stands at a till. */
  private static void tellPhones(Connection c, long merchantId, long member) {
    RoundTrip trip = new RoundTrip();
    Outbox.passChangedByTheClock(trip, merchantId, member);
    trip.run(c);
  }
}
