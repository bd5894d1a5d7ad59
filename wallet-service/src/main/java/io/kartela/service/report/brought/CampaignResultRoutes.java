package io.kartela.service.report.brought;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.holdout.ResultSettings;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** What a campaign brought, and beforehand how it can be found out. */
public final class CampaignResultRoutes implements Routes {
  private static final int MOST_MEMBERS = 100_000_000;

  private final Database database;
  private final Sessions sessions;
  private final InstantSource clock;

  public CampaignResultRoutes(Database database, Sessions sessions, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/hold-out-advice", this::advise);
    routing.get("/api/v1/campaigns/{campaignId}/result", this::result);
    routing.get("/api/v1/automations/{automationId}/result", this::ofAutomation);
    routing.get("/api/v1/reports/hold-out", this::ofQuarter);
  }

  private void advise(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CAMPAIGNS).merchantId();
    int members = Http.query(req, "members", 0, 0, MOST_MEMBERS);
    int days = Http.query(req, "windowDays", 14, 1, 30);
    int percent = Http.query(req, "percent", -1, -1, 50);
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId, c -> Advice.of(c, merchantId, members, days, percent, clock.instant())));
  }

  private void result(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CAMPAIGNS).merchantId();
    long id = Http.id(req, "campaignId", ProblemCode.CAMPAIGN_NOT_FOUND);
    Http.send(res, 200, database.inTenant(merchantId, c -> result(c, merchantId, id)));
  }

  private CampaignResult result(Connection c, long merchantId, long id) throws SQLException {
    Trial trial =
        Trial.of(c, merchantId, id).orElseThrow(() -> new Problem(ProblemCode.CAMPAIGN_NOT_FOUND));
    return CampaignResult.of(
        trial,
        Arms.of(c, trial),
        ResultSettings.of(c, merchantId).marginPercent(),
        MessageCosts.of(c, merchantId, id),
        clock.instant());
  }

  private void ofAutomation(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CAMPAIGNS).merchantId();
    long id = Http.id(req, "automationId", ProblemCode.AUTOMATION_NOT_FOUND);
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId,
            c ->
                AutomationArms.result(
                    c,
                    merchantId,
                    id,
                    ResultSettings.of(c, merchantId).marginPercent(),
                    clock.instant())));
  }

  private void ofQuarter(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CAMPAIGNS).merchantId();
    int back = Http.query(req, "back", 0, 0, 3);
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId,
            c ->
                QuarterArms.result(
                    c,
                    merchantId,
                    back,
                    ResultSettings.of(c, merchantId).marginPercent(),
                    clock.instant())));
  }
}
