package io.kartela.service.message.campaign;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A campaign as one member would get it, looked at or sent to oneself. */
final class PreviewRoutes implements Routes {
  private final Sessions sessions;
  private final Previews previews;

  private record PreviewRequest(@Nullable String memberId, @Nullable CampaignRequest campaign) {}

  private record TestRequest(
      @Nullable String memberId,
      @Nullable CampaignRequest campaign,
      @Nullable String kind,
      @Nullable String phone) {}

  PreviewRoutes(Sessions sessions, Previews previews) {
    this.sessions = sessions;
    this.previews = previews;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/campaigns/preview", this::preview);
    routing.post("/api/v1/campaigns/test", this::test);
  }

  private void preview(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    PreviewRequest body = Http.json(req, PreviewRequest.class);
    Check check = new Check();
    CampaignRequest campaign = campaign(check, body.campaign);
    check.done();
    Http.send(res, 200, previews.of(staff.merchantId(), member(body.memberId), campaign));
  }

  private void test(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    TestRequest body = Http.json(req, TestRequest.class);
    Check check = new Check();
    CampaignRequest campaign = campaign(check, body.campaign);
    ChannelKind kind =
        Stream.of(ChannelKind.values())
            .filter(one -> one.name().equals(body.kind))
            .findFirst()
            .orElse(null);
    check.require(kind != null, "kind", "INVALID", "нет такого канала", "no such channel");
    check.done();
    Http.send(
        res,
        200,
        previews.test(
            staff, member(body.memberId), campaign, Objects.requireNonNull(kind), body.phone));
  }

  private static long member(@Nullable String id) {
    return Http.id(id == null ? "" : id, ProblemCode.MEMBER_NOT_FOUND);
  }

  private static CampaignRequest campaign(Check check, @Nullable CampaignRequest campaign) {
    check.require(campaign != null, "campaign", "REQUIRED", "не заполнено", "is required");
    return campaign == null ? CampaignRequest.EMPTY : campaign;
  }
}
