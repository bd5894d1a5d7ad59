package io.kartela.service.shop.team;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.AccessRules;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the owner allows and demands of the shop's people. */
final class AccessRulesRoutes implements Routes {
  private static final String PATH = "/api/v1/access-rules";
  private static final long MOST = 100_000_000_000L;

  private final Database database;
  private final Sessions sessions;
  private final Audit audit;

  private record Request(@Nullable Long supportDailyMost, @Nullable Boolean secondFactorRequired) {}

  AccessRulesRoutes(Database database, Sessions sessions, Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.put(PATH, this::change);
  }

  private void show(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.STAFF).merchantId();
    Http.send(res, 200, database.inTenant(merchantId, c -> AccessRules.of(c, merchantId)));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.STAFF);
    Request body = Http.json(req, Request.class);
    Check check = new Check();
    Long most = body.supportDailyMost;
    check.require(
        most != null && most >= 0 && most <= MOST,
        "supportDailyMost",
        "INVALID",
        "от нуля до миллиарда",
        "zero to a billion");
    check.done();
    boolean _ =
        database.inTenant(
            owner.merchantId(),
            c -> {
              AccessRules before = AccessRules.of(c, owner.merchantId());
              Boolean required = body.secondFactorRequired;
              AccessRules wanted =
                  new AccessRules(
                      Objects.requireNonNull(most),
                      required == null ? before.secondFactorRequired() : required);
              Changes changes =
                  new Changes()
                      .of("supportDailyMost", before.supportDailyMost(), wanted.supportDailyMost())
                      .of(
                          "secondFactorRequired",
                          before.secondFactorRequired(),
                          wanted.secondFactorRequired());
              if (!changes.none()) {
                wanted.keep(c, owner.merchantId());
                audit.record(c, owner, "ACCESS_RULES_CHANGED", "staff", changes.detail());
              }
              return true;
            });
    Http.noContent(res);
  }
}
