package io.kartela.service.message.campaign;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.campaign.Draft.Content;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of a campaign to its beginning. */
final class DraftRoutes implements Routes {
  private final Sessions sessions;
  private final Drafts drafts;
  private final Runnable begun;

  private record DraftRequest(@Nullable CampaignRequest campaign, When.@Nullable Request when) {}

  DraftRoutes(Sessions sessions, Drafts drafts, Runnable begun) {
    this.sessions = sessions;
    this.drafts = drafts;
    this.begun = begun;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/campaign-drafts";
    String one = all + "/{campaignDraftId}";
    routing.get(all, this::list);
    routing.post(all, this::create);
    routing.get(one, this::get);
    routing.put(one, this::change);
    routing.delete(one, this::delete);
    routing.post(one + "/start", this::start);
    routing.post(one + "/call-off", this::callOff);
  }

  private StaffPrincipal marketer(ServerRequest req) {
    return sessions.require(req, Action.CAMPAIGNS);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "campaignDraftId", ProblemCode.CAMPAIGN_DRAFT_NOT_FOUND);
  }

  private void list(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, Map.of("items", drafts.all(marketer(req).merchantId())));
  }

  private void get(ServerRequest req, ServerResponse res) {
    send(res, 200, drafts.get(marketer(req).merchantId(), id(req)));
  }

  private static Content content(ServerRequest req, Check check) {
    DraftRequest body = Http.keptJson(req, DraftRequest.class);
    check.require(body.campaign != null, "campaign", "REQUIRED", "не заполнено", "is required");
    check.done();
    CampaignRequest campaign = body.campaign;
    if (campaign == null) {
      throw new IllegalStateException("checked above");
    }
    return new Content(campaign, body.when == null ? When.Request.NOW : body.when);
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    send(res, 201, drafts.create(staff, content(req, new Check())));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    send(res, 200, drafts.change(staff, id(req), revision, content(req, check)));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    drafts.delete(marketer(req), id(req));
    Http.noContent(res);
  }

  private void start(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    check.done();
    Drafts.Begun what = drafts.start(staff, id(req), revision);
    begun.run();
    Http.send(res, 200, what);
  }

  private void callOff(ServerRequest req, ServerResponse res) {
    send(res, 200, drafts.callOff(marketer(req), id(req)));
  }

  private static void send(ServerResponse res, int status, Draft.View view) {
    res.header(HeaderNames.ETAG, "\"" + view.revision() + "\"");
    Http.send(res, status, view);
  }
}
