package io.kartela.service.message.automation;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Automations in the cabinet. */
final class AutomationRoutes implements Routes {
  private final Sessions sessions;
  private final Database database;
  private final AutomationDesk desk;
  private final DryRun dryRun;
  private final Replay replay;

  private record StateRequest(@Nullable Boolean on) {}

  AutomationRoutes(
      Sessions sessions, Database database, AutomationDesk desk, DryRun dryRun, Replay replay) {
    this.sessions = sessions;
    this.database = database;
    this.desk = desk;
    this.dryRun = dryRun;
    this.replay = replay;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/automations";
    String one = all + "/{automationId}";
    routing.get(all, this::list);
    routing.post(all, this::create);
    routing.post(all + "/dry-run", this::today);
    routing.post(all + "/what-if", this::lastYear);
    routing.get(one, this::get);
    routing.put(one, this::change);
    routing.put(one + "/state", this::setState);
    routing.delete(one, this::delete);
  }

  private StaffPrincipal marketer(ServerRequest req) {
    return sessions.require(req, Action.CAMPAIGNS);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "automationId", ProblemCode.AUTOMATION_NOT_FOUND);
  }

  private void list(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, Map.of("items", desk.all(marketer(req).merchantId())));
  }

  private void get(ServerRequest req, ServerResponse res) {
    send(res, 200, desk.get(marketer(req).merchantId(), id(req)));
  }

  private Plan plan(long merchantId, Check check, PlanRequest body) {
    List<Channel> channels = database.inTenant(merchantId, c -> ChannelStore.all(c, merchantId));
    return body.plan(check, channels);
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    Check check = new Check();
    Plan plan = plan(staff.merchantId(), check, Http.json(req, PlanRequest.class));
    AutomationDesk.View made = desk.create(staff, plan);
    res.header(HeaderNames.LOCATION, "/api/v1/automations/" + made.id());
    send(res, 201, made);
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    PlanRequest body = Http.json(req, PlanRequest.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    Plan plan = plan(staff.merchantId(), check, body);
    send(res, 200, desk.change(staff, id(req), revision, plan));
  }

  private void setState(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    StateRequest body = Http.json(req, StateRequest.class);
    Check check = new Check();
    check.require(body.on != null, "on", "REQUIRED", "не заполнено", "is required");
    check.done();
    send(res, 200, desk.set(staff, id(req), Boolean.TRUE.equals(body.on)));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    desk.delete(marketer(req), id(req));
    Http.noContent(res);
  }

  private void today(ServerRequest req, ServerResponse res) {
    long merchantId = marketer(req).merchantId();
    Plan plan = plan(merchantId, new Check(), Http.json(req, PlanRequest.class));
    Http.send(res, 200, database.inTenant(merchantId, c -> dryRun.of(c, merchantId, plan)));
  }

  private void lastYear(ServerRequest req, ServerResponse res) {
    long merchantId = marketer(req).merchantId();
    Plan plan = plan(merchantId, new Check(), Http.json(req, PlanRequest.class));
    Http.send(res, 200, database.inTenant(merchantId, c -> replay.of(c, merchantId, plan)));
  }

  private static void send(ServerResponse res, int status, AutomationDesk.View view) {
    res.header(HeaderNames.ETAG, "\"" + view.revision() + "\"");
    Http.send(res, status, view);
  }
}
