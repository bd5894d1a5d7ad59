package io.kartela.service.program;

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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Drafts in the cabinet: the marketer reads, the owner changes and publishes. */
final class DraftRoutes implements Routes {
  private final Sessions sessions;
  private final Drafts drafts;
  private final Programs programs;
  private final Surroundings surroundings;

  DraftRoutes(Sessions sessions, Drafts drafts, Programs programs, Database database) {
    this.sessions = sessions;
    this.drafts = drafts;
    this.programs = programs;
    this.surroundings = new Surroundings(database);
  }

  private record DraftHead(
      String id,
      String name,
      int basedOn,
      boolean outdated,
      int revision,
      @Nullable Integer publishedAs,
      String createdBy,
      Instant createdAt,
      String updatedBy,
      Instant updatedAt) {}

  private record DraftList(List<DraftHead> items) {}

  private record DraftView(
      String id,
      String name,
      int basedOn,
      boolean outdated,
      int revision,
      @Nullable Integer publishedAs,
      String createdBy,
      Instant createdAt,
      String updatedBy,
      Instant updatedAt,
      boolean valid,
      @Nullable JsonNode program,
      String document) {}

  private record ValidationView(
      boolean valid, List<Validation.Remark> problems, List<Validation.Remark> notes) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/program/drafts";
    String one = all + "/{draftId}";
    routing.get(all, this::list);
    routing.post(all, this::create);
    routing.get(one, this::get);
    routing.put(one, this::change);
    routing.delete(one, this::delete);
    routing.post(one + "/validate", this::validate);
    routing.post("/api/v1/program/validate", this::validateInForce);
    routing.get(one + "/diff", this::diff);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    int newest = newest(merchantId);
    Http.send(
        res,
        200,
        new DraftList(drafts.all(merchantId).stream().map(d -> head(d, newest)).toList()));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PROGRAM_CHANGE);
    DraftRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), DraftRequest.class);
    Check check = new Check();
    String name = check.text("name", body.name(), 200);
    String given = body.document(check);
    String document =
        body.template() == null ? given : template(check, staff.merchantId(), body.template());
    body.checkBase(check);
    check.require(
        body.revision() == null,
        "revision",
        "UNKNOWN_FIELD",
        "у нового черновика её ещё нет",
        "a new draft has none yet");
    check.done();
    Draft made = drafts.create(staff, name, document, body.basedOn());
    res.header(HeaderNames.LOCATION, "/api/v1/program/drafts/" + made.id());
    send(res, 201, staff.merchantId(), made);
  }

  /** The shop keeps the time zone of the program that is in force. */
  private @Nullable String template(Check check, long merchantId, String id) {
    ZoneId zone = programs.current(merchantId).program().zone();
    Optional<String> document = Templates.document(id, zone);
    check.require(
        document.isPresent(), "template", "INVALID", "такого шаблона нет", "is no template");
    return document.orElse(null);
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    send(res, 200, merchantId, drafts.get(merchantId, id(req)));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PROGRAM_CHANGE);
    DraftRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), DraftRequest.class);
    Check check = new Check();
    String name = check.optional("name", body.name(), 200);
    String document = body.document(check);
    body.checkBase(check);
    check.require(
        body.template() == null,
        "template",
        "UNKNOWN_FIELD",
        "только у нового черновика",
        "of a new draft only");
    Integer revision = revision(req, check, body.revision());
    check.require(
        revision != null,
        "revision",
        "REQUIRED",
        "нужна редакция, которую вы видели (revision или заголовок If-Match)",
        "the revision you saw is needed (revision or the If-Match header)");
    check.done();
    Draft changed =
        drafts.change(
            staff, id(req), revision == null ? 0 : revision, name, document, body.basedOn());
    send(res, 200, staff.merchantId(), changed);
  }

  private void delete(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PROGRAM_CHANGE);
    Check check = new Check();
    Integer revision = revision(req, check, null);
    check.done();
    drafts.delete(staff, id(req), revision);
    Http.noContent(res);
  }

  private void validate(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    say(res, merchantId, drafts.get(merchantId, id(req)).document());
  }

  /** The program in force, of which no draft was begun yet. */
  private void validateInForce(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    say(res, merchantId, programs.current(merchantId).document());
  }

  private void say(ServerResponse res, long merchantId, String document) {
    Validation v = surroundings.validate(merchantId, document);
    Http.send(
        res, 200, new ValidationView(v.valid(), v.remarks(), surroundings.notes(merchantId, v)));
  }

  private void diff(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    Draft draft = drafts.get(merchantId, id(req));
    int newest = newest(merchantId);
    int against = Http.query(req, "against", newest, 0, Integer.MAX_VALUE);
    String before = against == 0 ? "{}" : programs.version(merchantId, against).document();
    DocumentDiff.Result result = DocumentDiff.of(before, draft.document());
    if (result == null) {
      // Not JSON at all: the same answer, with the same place, as a publication would give.
      Validation.demand(draft.document());
      throw new Problem(ProblemCode.PROGRAM_INVALID);
    }
    Http.send(
        res,
        200,
        new DiffView(
            against, null, Long.toString(draft.id()), result.changes(), result.truncated()));
  }

  /** A comparison; {@code number} or {@code draftId} is the newer side. */
  record DiffView(
      int against,
      @Nullable Integer number,
      @Nullable String draftId,
      List<Change> changes,
      boolean truncated) {}

  private static long id(ServerRequest req) {
    return Http.id(req, "draftId", ProblemCode.DRAFT_NOT_FOUND);
  }

  private int newest(long merchantId) {
    List<Integer> newest = programs.page(merchantId, 1, Integer.MAX_VALUE);
    return newest.isEmpty() ? 0 : newest.getFirst();
  }

  /** The revision from the body or from If-Match. */
  static @Nullable Integer revision(ServerRequest req, Check check, @Nullable Integer fromBody) {
    Integer fromHeader = IfMatch.of(req, check);
    if (fromHeader == null) {
      return fromBody;
    }
    check.require(
        fromBody == null || fromBody.equals(fromHeader),
        "revision",
        "INVALID",
        "не та, что в If-Match",
        "differs from If-Match");
    return fromHeader;
  }

  private void send(ServerResponse res, int status, long merchantId, Draft d) {
    res.header(HeaderNames.ETAG, "\"" + d.revision() + "\"");
    DraftHead h = head(d, newest(merchantId));
    Http.send(
        res,
        status,
        new DraftView(
            h.id,
            h.name,
            h.basedOn,
            h.outdated,
            h.revision,
            h.publishedAs,
            h.createdBy,
            h.createdAt,
            h.updatedBy,
            h.updatedAt,
            Validation.of(d.document(), List.of(), Map.of()).valid(),
            DocumentDiff.json(d.document()),
            d.document()));
  }

  private static DraftHead head(Draft d, int newest) {
    return new DraftHead(
        Long.toString(d.id()),
        d.name(),
        d.basedOn(),
        d.basedOn() != newest,
        d.revision(),
        d.publishedAs(),
        d.createdBy(),
        d.createdAt(),
        d.updatedBy(),
        d.updatedAt());
  }
}
