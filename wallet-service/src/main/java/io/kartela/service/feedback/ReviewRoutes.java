package io.kartela.service.feedback;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reviews in the cabinet: read by many, worked on by those who speak with customers. */
final class ReviewRoutes implements Routes {
  private static final List<String> STATUSES = List.of("NEW", "IN_WORK", "DONE");
  private static final List<String> SCORES = List.of("BAD", "PROMOTERS", "PASSIVES", "DETRACTORS");

  private final House house;
  private final Sessions sessions;
  private final ReviewDesk desk;

  private record StatusRequest(@Nullable String status, @Nullable String assigneeId) {}

  private record AnswerRequest(@Nullable String text) {}

  private record RemovalRequest(@Nullable String reason) {}

  ReviewRoutes(House house, Sessions sessions, ReviewDesk desk) {
    this.house = house;
    this.sessions = sessions;
    this.desk = desk;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/reviews";
    String one = all + "/{reviewId}";
    routing.get(all, this::list);
    routing.get(all + "/filters", this::filters);
    routing.get(all + "/attention", this::attention);
    routing.get(one, this::get);
    routing.put(one + "/status", this::setStatus);
    routing.post(one + "/answers", this::answer);
    routing.post(one + "/removal", this::remove);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "reviewId", ProblemCode.REVIEW_NOT_FOUND);
  }

  private StaffPrincipal reader(ServerRequest req) {
    return sessions.require(req, Action.REVIEWS_READ);
  }

  private StaffPrincipal worker(ServerRequest req) {
    return sessions.require(req, Action.REVIEWS_WORK);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = reader(req);
    Instant now = house.clock().instant();
    ReviewList.Wanted wanted =
        new ReviewList.Wanted(
            word(req, "status", STATUSES),
            word(req, "score", SCORES),
            number(req, "storeId"),
            number(req, "cashierId"),
            number(req, "assigneeId"),
            Http.query(req, "late").filter("true"::equals).isPresent(),
            search(req));
    int limit = Http.limit(req);
    Long before = Http.cursor(req).orElse(null);
    Pages.send(
        res,
        house
            .database()
            .inTenant(
                staff.merchantId(), c -> ReviewList.page(c, staff, wanted, before, limit + 1, now)),
        limit,
        ReviewList.View::id);
  }

  private static @Nullable String word(ServerRequest req, String name, List<String> known) {
    String value = Http.query(req, name).orElse(null);
    if (value != null && !known.contains(value)) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, name, String.join(", ", known));
    }
    return value;
  }

  private static @Nullable Long number(ServerRequest req, String name) {
    String value = Http.query(req, name).orElse(null);
    if (value != null && !value.matches("[0-9]{1,18}")) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, name, "id");
    }
    return value == null ? null : Long.valueOf(value);
  }

  private static @Nullable String search(ServerRequest req) {
    String search = Http.query(req, "search").orElse(null);
    if (search != null && search.length() > 100) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "search", "1…100");
    }
    return search;
  }

  private void filters(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = reader(req);
    Http.send(
        res, 200, house.database().inTenant(staff.merchantId(), c -> ReviewList.filters(c, staff)));
  }

  private void attention(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = reader(req);
    Instant now = house.clock().instant();
    Http.send(
        res,
        200,
        house.database().inTenant(staff.merchantId(), c -> ReviewList.attention(c, staff, now)));
  }

  private void get(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, desk.get(reader(req), id(req)));
  }

  private void setStatus(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = worker(req);
    StatusRequest body = Http.json(req, StatusRequest.class);
    Check check = new Check();
    String list = String.join(", ", STATUSES);
    boolean good = body.status != null && STATUSES.contains(body.status);
    check.require(good, "status", "INVALID", list, list);
    boolean named = body.assigneeId == null || body.assigneeId.matches("[0-9]{1,18}");
    check.require(named, "assigneeId", "INVALID", "такого сотрудника нет", "nobody has it");
    check.done();
    Long assignee = body.assigneeId == null ? null : Long.valueOf(body.assigneeId);
    String status = body.status == null ? "" : body.status;
    Http.send(res, 200, desk.set(staff, id(req), status, assignee));
  }

  private void answer(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = worker(req);
    Check check = new Check();
    String text = check.text("text", Http.json(req, AnswerRequest.class).text, 1_000);
    check.done();
    Http.send(res, 200, desk.answer(staff, id(req), text));
  }

  private void remove(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = worker(req);
    Check check = new Check();
    String reason = check.text("reason", Http.json(req, RemovalRequest.class).reason, 300);
    check.done();
    Http.send(res, 200, desk.remove(staff, id(req), reason));
  }
}
