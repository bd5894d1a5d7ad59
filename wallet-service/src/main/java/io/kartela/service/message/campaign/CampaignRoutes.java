package io.kartela.service.message.campaign;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.WantedWays;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The marketer's way to write to card holders. */
public final class CampaignRoutes implements Routes {
  /** Parts of one text message, as in the contract. */
  private static final int MOST_PARTS = 10;

  private final Sessions sessions;
  private final Campaigns campaigns;
  private final CampaignSender sender;
  private final Database database;
  private final Audiences audiences;
  private final WantedReader reader;

  private record AudienceRequest(
      @Nullable String tier,
      @Nullable String segmentId,
      @Nullable JsonNode condition,
      @Nullable List<String> ways,
      @Nullable Integer parts) {}

  private record StateRequest(@Nullable String state) {}

  CampaignRoutes(
      Sessions sessions,
      Campaigns campaigns,
      CampaignSender sender,
      Database database,
      Audiences audiences,
      WantedReader reader) {
    this.sessions = sessions;
    this.campaigns = campaigns;
    this.sender = sender;
    this.database = database;
    this.audiences = audiences;
    this.reader = reader;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/campaigns", this::list);
    routing.post("/api/v1/campaigns", this::start);
    routing.get("/api/v1/campaigns/audience", this::audienceOfTier);
    routing.post("/api/v1/campaigns/audience", this::audience);
    routing.get("/api/v1/campaigns/{campaignId}", this::get);
    routing.put("/api/v1/campaigns/{campaignId}/state", this::setState);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    Long before = Http.cursor(req).orElse(null);
    Http.send(res, 200, campaigns.page(staff.merchantId(), Http.limit(req), before));
  }

  private void start(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    String key = Http.idempotencyKey(req);
    CampaignRequest body = Http.json(req, CampaignRequest.class);
    Campaigns.Wanted wanted = reader.read(staff.merchantId(), new Check(), body);
    Campaigns.CampaignView started = campaigns.start(staff, wanted, key);
    sender.wake();
    Http.send(res, 201, started);
  }

  private void audienceOfTier(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    String tier = Http.query(req, "tier").orElse(null);
    sendReach(res, staff.merchantId(), new AudienceRequest(tier, null, null, null, null));
  }

  private void audience(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    sendReach(res, staff.merchantId(), Http.json(req, AudienceRequest.class));
  }

  private void sendReach(ServerResponse res, long merchantId, AudienceRequest whom) {
    Check check = new Check();
    int parts = whom.parts == null ? 1 : whom.parts;
    check.require(
        parts >= 1 && parts <= MOST_PARTS,
        "parts",
        "OUT_OF_RANGE",
        "от 1 до " + MOST_PARTS,
        "from 1 to " + MOST_PARTS);
    Choice choice =
        reader.choice(
            merchantId, check, new WantedReader.Whom(whom.tier, whom.segmentId, whom.condition));
    List<Channel> by = WantedWays.known(reader.channels(merchantId), whom.ways, true);
    LocalDate bornAfter = audiences.childrenBornAfter(merchantId);
    Reach reach =
        database.inTenant(
            merchantId,
            c -> {
              Audience whole = audiences.of(merchantId, choice.in(c, merchantId));
              return Reach.of(c, merchantId, whole, bornAfter)
                  .with(ReachBeside.of(c, merchantId, whole, by, parts, bornAfter));
            });
    Http.send(res, 200, reach);
  }

  private void get(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    long id = Http.id(req, "campaignId", ProblemCode.CAMPAIGN_NOT_FOUND);
    Http.send(res, 200, campaigns.get(staff.merchantId(), id));
  }

  private void setState(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
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
