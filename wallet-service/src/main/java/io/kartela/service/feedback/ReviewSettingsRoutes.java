package io.kartela.service.feedback;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether and how members are asked: the owner's. */
final class ReviewSettingsRoutes implements Routes {
  private static final String PATH = "/api/v1/review-settings";

  /** What a shop begins with. */
  private static final ReviewPlan READY =
      new ReviewPlan(
          3,
          0,
          30,
          new LocalText(
              "Как вам покупка? Оцените одним нажатием:",
              "How was your purchase? Rate it with one tap:"),
          Set.of(),
          "",
          ReviewPlan.Reward.NONE,
          6,
          3,
          List.of());

  private final House house;
  private final Sessions sessions;
  private final Audit audit;

  private record View(boolean active, ReviewPlan plan, int revision) {}

  ReviewSettingsRoutes(House house, Sessions sessions, Audit audit) {
    this.house = house;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::get);
    routing.put(PATH, this::change);
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.REVIEWS_SET).merchantId();
    send(res, house.database().inTenant(merchantId, c -> view(c, merchantId)));
  }

  private static View view(Connection c, long merchantId) throws SQLException {
    return ReviewSettings.of(c, merchantId, "")
        .map(s -> new View(s.active(), s.plan(), s.revision()))
        .orElseGet(() -> new View(false, READY, 0));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REVIEWS_SET);
    long merchantId = staff.merchantId();
    ReviewPlanRequest body = Http.json(req, ReviewPlanRequest.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    List<Channel> channels =
        house.database().inTenant(merchantId, c -> ChannelStore.all(c, merchantId));
    ReviewPlan plan = body.plan(check, channels);
    boolean active = Boolean.TRUE.equals(body.active());
    Instant now = house.clock().instant();
    send(
        res,
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  Optional<ReviewSettings> was = ReviewSettings.of(c, merchantId, "FOR UPDATE");
                  int seen = was.map(ReviewSettings::revision).orElse(0);
                  if (seen != revision) {
                    String by = was.map(ReviewSettings::updatedBy).orElse("");
                    throw new Problem(ProblemCode.REVIEW_SETTINGS_CHANGED, seen, by);
                  }
                  ReviewSettings.keep(c, merchantId, active, plan, staff.name(), now);
                  audit.record(
                      c,
                      staff,
                      "REVIEWS_SET",
                      "reviews",
                      Map.of("active", active, "reward", plan.reward().amount()));
                  return view(c, merchantId);
                }));
  }

  private static void send(ServerResponse res, View view) {
    res.header(HeaderNames.ETAG, "\"" + view.revision + "\"");
    Http.send(res, 200, view);
  }
}
