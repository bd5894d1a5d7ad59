package io.kartela.service.message.campaign;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.WalletHolders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marketer's way to write to card holders. */
public final class CampaignRoutes implements Routes {
  private final Sessions sessions;
  private final Campaigns campaigns;
  private final CampaignSender sender;
  private final Programs programs;
  private final Database database;
  private final Members members;
  private final WalletHolders holders = new WalletHolders();

  private record CampaignRequest(
      @Nullable String name, @Nullable String text, @Nullable String tier) {}

  private record StateRequest(@Nullable String state) {}

  CampaignRoutes(
      Sessions sessions,
      Campaigns campaigns,
      CampaignSender sender,
      Programs programs,
      Database database,
      Members members) {
    this.sessions = sessions;
    this.campaigns = campaigns;
    this.sender = sender;
    this.programs = programs;
    this.database = database;
    this.members = members;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/campaigns", this::list);
    routing.post("/api/v1/campaigns", this::start);
    routing.get("/api/v1/campaigns/audience", this::audience);
    routing.get("/api/v1/campaigns/{campaignId}", this::get);
    routing.put("/api/v1/campaigns/{campaignId}/state", this::setState);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    Long before = Http.cursor(req).orElse(null);
    Http.send(res, 200, campaigns.page(staff.merchantId(), Http.limit(req), before));
  }

  private void start(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    String key = Http.idempotencyKey(req);
    CampaignRequest body = Http.json(req, CampaignRequest.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    String text = check.text("text", body.text, 500);
    String tier = tier(staff.merchantId(), check, body.tier);
    check.done();
    Campaigns.CampaignView started = campaigns.start(staff, name, text, tier, key);
    sender.wake();
    Http.send(res, 201, started);
  }

  private @Nullable String tier(long merchantId, Check check, @Nullable String tier) {
    if (tier == null || tier.isBlank()) {
      return null;
    }
    check.require(
        programs.current(merchantId).tiers().stream().anyMatch(t -> t.id().equals(tier)),
        "tier",
        "UNKNOWN_TIER",
        "такого уровня нет",
        "there is no such tier");
    return tier;
  }

  private void audience(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    Check check = new Check();
    String tier = tier(staff.merchantId(), check, Http.query(req, "tier").orElse(null));
    check.done();
    Http.send(
        res,
        200,
        database.inTenant(
            staff.merchantId(), c -> Reach.of(c, members, holders, staff.merchantId(), tier)));
  }

  private void get(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    long id = Http.id(req, "campaignId", ProblemCode.CAMPAIGN_NOT_FOUND);
    Http.send(res, 200, campaigns.get(staff.merchantId(), id));
  }

  private void setState(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    long id = Http.id(req, "campaignId", ProblemCode.CAMPAIGN_NOT_FOUND);
    StateRequest body = Http.json(req, StateRequest.class);
    String state = body.state == null ? "" : body.state;
    if (!state.equals("RUNNING") && !state.equals("PAUSED") && !state.equals("CANCELLED")) {
      throw Problem.fields(
          List.of(
              new Problem.FieldError(
                  "state",
                  "INVALID",
                  "RUNNING, PAUSED или CANCELLED",
                  "RUNNING, PAUSED or CANCELLED")));
    }
    Campaigns.CampaignView view = campaigns.setState(staff, id, state);
    sender.wake();
    Http.send(res, 200, view);
  }
}
