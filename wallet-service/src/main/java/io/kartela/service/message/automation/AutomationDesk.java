package io.kartela.service.message.automation;

import io.kartela.service.member.segment.Segments;
import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.automation.Automation.Step;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people of a shop do with its automations; audited. Thread-safe. */
final class AutomationDesk {
  /** Most automations of one merchant. */
  static final int MOST = 50;

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;

  AutomationDesk(Database database, Ids ids, Audit audit, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** As the shop sees it. */
  record View(
      String id,
      Kind kind,
      boolean on,
      @Nullable String segmentId,
      Set<ChannelKind> ways,
      String subject,
      List<Step> steps,
      boolean offer,
      int holdOutPercent,
      @Nullable Long budget,
      int revision,
      String updatedBy,
      Instant updatedAt,
      Results results) {
    static View of(Automation a, Results results) {
      Plan plan = a.plan();
      Long segment = plan.segmentId();
      return new View(
          Long.toString(a.id()),
          plan.kind(),
          a.on(),
          segment == null ? null : Long.toString(segment),
          plan.ways(),
          plan.subject(),
          plan.steps(),
          plan.offers(),
          plan.limits().holdOutPercent(),
          plan.limits().budget(),
          a.changed().revision(),
          a.changed().by(),
          a.changed().at(),
          results);
    }
  }

  List<View> all(long merchantId) {
    return database.inTenant(
        merchantId,
        c -> {
          Map<Long, Results> results = Results.lately(c, merchantId, clock.instant());
          return AutomationStore.all(c, merchantId).stream()
              .map(a -> View.of(a, results.getOrDefault(a.id(), Results.NONE)))
              .toList();
        });
  }

  View get(long merchantId, long id) {
    return database.inTenant(merchantId, c -> view(c, merchantId, id));
  }

  private View view(Connection c, long merchantId, long id) throws SQLException {
    Map<Long, Results> results = Results.lately(c, merchantId, clock.instant());
    return View.of(find(c, merchantId, id, ""), results.getOrDefault(id, Results.NONE));
  }

  private static Automation find(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    return AutomationStore.one(c, merchantId, id, lock)
        .orElseThrow(() -> new Problem(ProblemCode.AUTOMATION_NOT_FOUND));
  }

  View create(StaffPrincipal staff, Plan plan) {
    long merchantId = staff.merchantId();
    long id = ids.next();
    return database.inTenant(
        merchantId,
        c -> {
          NamedLock.alone(c, "automations:" + merchantId);
          if (AutomationStore.all(c, merchantId).size() >= MOST) {
            throw new Problem(ProblemCode.TOO_MANY_AUTOMATIONS, MOST);
          }
          holdSegment(c, merchantId, plan);
          AutomationStore.add(c, merchantId, id, plan, staff.name(), clock.instant());
          record(c, staff, "AUTOMATION_CREATED", id, plan);
          return view(c, merchantId, id);
        });
  }

  View change(StaffPrincipal staff, long id, int revision, Plan plan) {
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          Automation was = find(c, merchantId, id, "FOR UPDATE");
          if (was.changed().revision() != revision) {
            throw new Problem(
                ProblemCode.AUTOMATION_CHANGED, was.changed().revision(), was.changed().by());
          }
          if (was.plan().kind() != plan.kind()) {
            throw Problem.fields(
                List.of(
                    new Problem.FieldError(
                        "kind", "INVALID", "повод не меняется", "the occasion stays")));
          }
          holdSegment(c, merchantId, plan);
          AutomationStore.change(c, merchantId, id, plan, staff.name(), clock.instant());
          record(c, staff, "AUTOMATION_CHANGED", id, plan);
          return view(c, merchantId, id);
        });
  }

  private static void holdSegment(Connection c, long merchantId, Plan plan) throws SQLException {
    if (plan.segmentId() != null) {
      var _ = Segments.held(c, merchantId, plan.segmentId());
    }
  }

  View set(StaffPrincipal staff, long id, boolean on) {
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          Automation was = find(c, merchantId, id, "FOR UPDATE");
          if (was.on() != on) {
            AutomationStore.set(c, merchantId, id, on, staff.name(), clock.instant());
            record(c, staff, on ? "AUTOMATION_ON" : "AUTOMATION_OFF", id, was.plan());
          }
          return view(c, merchantId, id);
        });
  }

  void delete(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    database.inTenant(
        merchantId,
        c -> {
          Automation gone = find(c, merchantId, id, "FOR UPDATE");
          AutomationStore.delete(c, merchantId, id);
          record(c, staff, "AUTOMATION_DELETED", id, gone.plan());
          return gone;
        });
  }

  private void record(Connection c, StaffPrincipal staff, String action, long id, Plan plan)
      throws SQLException {
    audit.record(c, staff, action, "automation:" + id, detail(plan));
  }

  private static Map<String, Object> detail(Plan plan) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("kind", plan.kind().name());
    detail.put("steps", plan.steps());
    if (plan.limits().holdOutPercent() > 0) {
      detail.put("holdOutPercent", plan.limits().holdOutPercent());
    }
    if (plan.limits().budget() != null) {
      detail.put("budget", plan.limits().budget());
    }
    return detail;
  }
}
