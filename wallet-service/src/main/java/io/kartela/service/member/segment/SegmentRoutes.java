package io.kartela.service.member.segment;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Segments in the cabinet. */
final class SegmentRoutes implements Routes {
  /** How many members show what a condition means. */
  private static final int SAMPLE = 10;

  private final Sessions sessions;
  private final Segments segments;
  private final Audiences audiences;
  private final Database database;

  private record SegmentRequest(@Nullable String name, @Nullable JsonNode condition) {}

  private record AskRequest(
      @Nullable String segmentId, @Nullable JsonNode condition, @Nullable String memberId) {}

  private record View(
      String id,
      String name,
      JsonNode condition,
      int revision,
      String updatedBy,
      Instant updatedAt) {
    static View of(Segment s) {
      return new View(
          Long.toString(s.id()),
          s.name(),
          ConditionJson.tree(s.condition()),
          s.revision(),
          s.updatedBy(),
          s.updatedAt());
    }
  }

  SegmentRoutes(Sessions sessions, Segments segments, Audiences audiences, Database database) {
    this.sessions = sessions;
    this.segments = segments;
    this.audiences = audiences;
    this.database = database;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/segments";
    String one = all + "/{segmentId}";
    routing.get(all, this::list);
    routing.post(all, this::create);
    routing.post(all + "/count", this::count);
    routing.post(all + "/sample", this::sample);
    routing.post(all + "/explain", this::explain);
    routing.get(one, this::get);
    routing.put(one, this::change);
    routing.delete(one, this::delete);
  }

  private StaffPrincipal marketer(ServerRequest req) {
    return sessions.require(req, Action.SEGMENTS);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = marketer(req).merchantId();
    List<View> items = segments.all(merchantId).stream().map(View::of).toList();
    Http.send(res, 200, Map.of("items", items));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    SegmentRequest body = Http.json(req, SegmentRequest.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    JsonNode condition = condition(check, body.condition);
    check.done();
    Segment made = segments.create(staff, name, audiences.demand(staff.merchantId(), condition));
    res.header(HeaderNames.LOCATION, "/api/v1/segments/" + made.id());
    send(res, 201, made);
  }

  private void get(ServerRequest req, ServerResponse res) {
    send(res, 200, segments.get(marketer(req).merchantId(), id(req)));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    SegmentRequest body = Http.json(req, SegmentRequest.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    JsonNode condition = condition(check, body.condition);
    int revision = IfMatch.demand(req, check);
    check.done();
    MemberCondition wanted = audiences.demand(staff.merchantId(), condition);
    send(res, 200, segments.change(staff, id(req), revision, name, wanted));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = marketer(req);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    check.done();
    segments.delete(staff, id(req), revision);
    Http.noContent(res);
  }

  private void count(ServerRequest req, ServerResponse res) {
    long merchantId = marketer(req).merchantId();
    MemberCondition condition = asked(merchantId, Http.json(req, AskRequest.class));
    Http.send(
        res, 200, database.inTenant(merchantId, c -> audiences.count(c, merchantId, condition)));
  }

  private void sample(ServerRequest req, ServerResponse res) {
    long merchantId = marketer(req).merchantId();
    MemberCondition condition = asked(merchantId, Http.json(req, AskRequest.class));
    List<Audiences.Why> items =
        database.inTenant(merchantId, c -> audiences.sample(c, merchantId, condition, SAMPLE));
    Http.send(res, 200, Map.of("items", items));
  }

  private void explain(ServerRequest req, ServerResponse res) {
    long merchantId = marketer(req).merchantId();
    AskRequest body = Http.json(req, AskRequest.class);
    MemberCondition condition = asked(merchantId, body);
    long memberId = Http.id(body.memberId, ProblemCode.MEMBER_NOT_FOUND);
    List<Audiences.Why> why =
        database.inTenant(
            merchantId, c -> audiences.explain(c, merchantId, condition, List.of(memberId)));
    if (why.isEmpty()) {
      throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
    }
    Http.send(res, 200, why.getFirst());
  }

  /** The condition of a request, its own or a segment's. */
  private MemberCondition asked(long merchantId, AskRequest body) {
    Check check = new Check();
    check.require(
        body.segmentId == null || body.condition == null,
        "condition",
        "EITHER_OR",
        "либо segmentId, либо condition",
        "either segmentId or condition");
    JsonNode own = body.segmentId == null ? condition(check, body.condition) : null;
    check.done();
    return own == null
        ? segments
            .get(merchantId, Http.id(body.segmentId, ProblemCode.SEGMENT_NOT_FOUND))
            .condition()
        : audiences.demand(merchantId, own);
  }

  private static JsonNode condition(Check check, @Nullable JsonNode condition) {
    if (condition == null || condition.isNull()) {
      check.add("condition", "REQUIRED", "не заполнено", "is required");
      return Http.JSON.nullNode();
    }
    return condition;
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "segmentId", ProblemCode.SEGMENT_NOT_FOUND);
  }

  private static void send(ServerResponse res, int status, Segment segment) {
    res.header(HeaderNames.ETAG, "\"" + segment.revision() + "\"");
    Http.send(res, status, View.of(segment));
  }
}
