package io.kartela.service.member.bulk;

import io.kartela.service.member.bulk.BulkJob.Outcome;
import io.kartela.service.member.bulk.BulkJob.State;
import io.kartela.service.member.bulk.BulkStore.Request;
import io.kartela.service.member.profile.MemberChoice;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Begins jobs, shows and undoes them. Thread-safe. */
final class Bulks {
  private static final int SHOWN = 20;
  private static final int SICK_SHOWN = 100;

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;

  /** A job and the members that were not changed, or not back. */
  record Seen(BulkJob job, List<BulkStore.Sick> sick) {}

  Bulks(House house, Audit audit) {
    this.database = house.database();
    this.ids = house.ids();
    this.audit = audit;
    this.clock = house.clock();
  }

  long count(StaffPrincipal staff, MemberChoice.Chosen chosen) {
    return database.inTenant(staff.merchantId(), c -> (long) chosen.ids(c).length);
  }

  /** Fixes whom it is done to, and lets the workers begin. */
  BulkJob begin(
      StaffPrincipal staff, BulkAction action, MemberChoice.Chosen chosen, Request request) {
    long merchantId = staff.merchantId();
    long id = ids.next();
    return database.inTenant(
        merchantId,
        c -> {
          // The same request sent twice at once waits here and finds the first one's job.
          NamedLock.alone(c, "bulk:" + merchantId);
          Optional<Map.Entry<Long, String>> before =
              BulkStore.earlier(c, merchantId, request.key());
          if (before.isPresent()) {
            if (!before.get().getValue().equals(request.hash())) {
              throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            }
            return find(c, merchantId, before.get().getKey());
          }
          long[] members = chosen.ids(c);
          if (members.length == 0) {
            throw new Problem(ProblemCode.NOBODY_CHOSEN);
          }
          BulkJob job =
              new BulkJob(
                  id,
                  spelled(c, merchantId, action),
                  State.RUNNING,
                  Map.of(),
                  staff.name(),
                  clock.instant(),
                  null);
          BulkStore.insert(c, merchantId, job, request, members);
          note(c, staff, "MEMBERS_CHANGED_AT_ONCE", job, members.length);
          return find(c, merchantId, id);
        });
  }

  private static BulkAction spelled(Connection c, long merchantId, BulkAction a)
      throws SQLException {
    String tag = a.tag();
    return tag == null
        ? a
        : new BulkAction(
            a.kind(), MemberTags.forMany(c, merchantId, tag), a.amount(), a.expires(), a.reason());
  }

  private void note(Connection c, StaffPrincipal staff, String what, BulkJob job, long members)
      throws SQLException {
    Map<String, Object> detail = new LinkedHashMap<>();
    BulkAction action = job.action();
    detail.put("done", action.kind().name());
    detail.put("members", members);
    if (action.tag() != null) {
      detail.put("tag", action.tag());
    }
    if (action.amount() > 0) {
      detail.put("amount", action.amount());
    }
    if (!action.reason().isEmpty()) {
      detail.put("reason", action.reason());
    }
    audit.record(c, staff, what, "bulk-job:" + job.id(), detail);
  }

  List<BulkJob> newest(long merchantId) {
    return database.inTenant(merchantId, c -> BulkStore.newest(c, merchantId, SHOWN));
  }

  Seen see(long merchantId, long jobId) {
    return database.inTenant(
        merchantId,
        c ->
            new Seen(find(c, merchantId, jobId), BulkStore.sick(c, merchantId, jobId, SICK_SHOWN)));
  }

  /** Gives back what is changed still; who may do it may undo it. */
  BulkJob undo(StaffPrincipal staff, long jobId) {
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          BulkJob job =
              BulkStore.find(c, merchantId, jobId, true)
                  .orElseThrow(() -> new Problem(ProblemCode.BULK_JOB_NOT_FOUND));
          staff.require(job.action().kind().one);
          if (job.state() != State.DONE) {
            throw new Problem(ProblemCode.BULK_JOB_STATE);
          }
          BulkStore.move(c, merchantId, jobId, State.UNDOING, null);
          note(c, staff, "MEMBERS_CHANGE_UNDONE", job, job.count(Outcome.CHANGED));
          return find(c, merchantId, jobId);
        });
  }

  private static BulkJob find(Connection c, long merchantId, long jobId) throws SQLException {
    return BulkStore.find(c, merchantId, jobId, false)
        .orElseThrow(() -> new Problem(ProblemCode.BULK_JOB_NOT_FOUND));
  }
}
