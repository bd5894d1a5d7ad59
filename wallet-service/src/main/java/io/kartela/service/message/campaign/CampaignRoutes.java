package io.kartela.service.message.campaign;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.words.Personal;
import io.kartela.service.message.words.Variable;
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

  private record CampaignRequest(
      @Nullable String name,
      @Nullable String text,
      @Nullable String tier,
      @Nullable String segmentId,
      @Nullable JsonNode condition,
      @Nullable List<String> ways,
      @Nullable String subject,
      @Nullable Long budget,
      @Nullable Integer holdOutPercent,
      @Nullable Integer windowDays) {}

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
      Audiences audiences) {
    this.sessions = sessions;
    this.campaigns = campaigns;
    this.sender = sender;
    this.database = database;
    this.audiences = audiences;
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
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    String text = check.text("text", body.text, 500);
    Personal.check(check, "text", text, Variable.OF_MEMBERS);
    Trial trial = Trial.check(check, body.holdOutPercent, body.windowDays);
    Ways ways =
        Ways.check(check, channels(staff.merchantId()), body.ways, body.subject, body.budget);
    AudienceRequest whom =
        new AudienceRequest(body.tier, body.segmentId, body.condition, null, null);
    Choice choice = choice(staff.merchantId(), check, whom);
    Campaigns.CampaignView started =
        campaigns.start(staff, new Campaigns.Wanted(name, text, choice, ways, trial), key);
    sender.wake();
    Http.send(res, 201, started);
  }

  private List<Channel> channels(long merchantId) {
    return database.inTenant(merchantId, c -> ChannelStore.all(c, merchantId));
  }

  /** Who is to be written to; ends the check, because a condition's mistakes are told apart. */
  private Choice choice(long merchantId, Check check, AudienceRequest body) {
    JsonNode own = body.condition == null || body.condition.isNull() ? null : body.condition;
    String tier = body.tier == null || body.tier.isBlank() ? null : body.tier;
    check.require(
        (own == null ? 0 : 1) + (tier == null ? 0 : 1) + (body.segmentId == null ? 0 : 1) <= 1,
        "condition",
        "EITHER_OR",
        "либо condition, либо segmentId, либо tier",
        "either condition, or segmentId, or tier");
    if (tier != null) {
      requireTier(merchantId, check, tier);
    }
    check.done();
    if (tier != null) {
      return Choice.tier(tier);
    }
    return body.segmentId != null
        ? Choice.segment(Http.id(body.segmentId, ProblemCode.SEGMENT_NOT_FOUND))
        : Choice.own(
            own == null ? new MemberCondition.Always() : audiences.demand(merchantId, own));
  }

  private void requireTier(long merchantId, Check check, String tier) {
    check.require(
        audiences.hasTier(merchantId, tier),
        "tier",
        "UNKNOWN_TIER",
        "такого уровня нет",
        "there is no such tier");
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
    Choice choice = choice(merchantId, check, whom);
    List<Channel> by = Ways.known(channels(merchantId), whom.ways);
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
