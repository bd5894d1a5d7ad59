package io.kartela.service.program;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The program in the cabinet: the version in force, the history, the schema. */
public final class ProgramRoutes implements Routes {
  private final Sessions sessions;
  private final Programs programs;

  record PublishedView(
      String version,
      int number,
      boolean current,
      Instant publishedAt,
      String publishedBy,
      LocalText name,
      List<TierView> tiers,
      JsonNode program) {}

  private record VersionHead(
      int number,
      String version,
      boolean current,
      Instant publishedAt,
      String publishedBy,
      LocalText name) {}

  private record VersionPage(List<VersionHead> items, @Nullable String nextCursor) {}

  public ProgramRoutes(Sessions sessions, Programs programs) {
    this.sessions = sessions;
    this.programs = programs;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/program", this::current);
    routing.get("/api/v1/program/schema", this::schema);
    routing.get("/api/v1/program/templates", this::templates);
    routing.get("/api/v1/program/versions", this::versions);
    routing.get("/api/v1/program/versions/{number}", this::version);
    routing.get("/api/v1/program/versions/{number}/diff", this::diff);
  }

  static PublishedView view(Published p, int newest) {
    return new PublishedView(
        p.contentId(),
        p.number(),
        p.number() == newest,
        p.publishedAt(),
        p.publishedBy(),
        name(p),
        p.tiers(),
        Http.JSON.readTree(p.document()));
  }

  private static LocalText name(Published p) {
    return new LocalText(p.program().name().ru(), p.program().name().en());
  }

  private void current(ServerRequest req, ServerResponse res) {
    Published p = programs.current(sessions.require(req, Action.PROGRAM_READ).merchantId());
    Http.send(res, 200, view(p, p.number()));
  }

  private void schema(ServerRequest req, ServerResponse res) {
    sessions.require(req, Action.PROGRAM_READ);
    Http.sendJson(res, 200, ProgramJson.schema().getBytes(StandardCharsets.UTF_8));
  }

  private void templates(ServerRequest req, ServerResponse res) {
    StaffPrincipal _ = sessions.require(req, Action.PROGRAM_STUDY);
    Http.send(res, 200, Map.of("items", Templates.views()));
  }

  private void versions(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    int limit = Http.limit(req);
    int before = Http.query(req, "cursor", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    int newest = newest(merchantId);
    List<Integer> numbers = programs.page(merchantId, limit + 1, before);
    boolean more = numbers.size() > limit;
    List<Integer> shown = more ? numbers.subList(0, limit) : numbers;
    List<VersionHead> items =
        shown.stream()
            .map(n -> programs.version(merchantId, n))
            .map(
                p ->
                    new VersionHead(
                        p.number(),
                        p.contentId(),
                        p.number() == newest,
                        p.publishedAt(),
                        p.publishedBy(),
                        name(p)))
            .toList();
    Http.send(res, 200, new VersionPage(items, more ? Integer.toString(shown.getLast()) : null));
  }

  private int newest(long merchantId) {
    List<Integer> newest = programs.page(merchantId, 1, Integer.MAX_VALUE);
    return newest.isEmpty() ? 0 : newest.getFirst();
  }

  private static int number(ServerRequest req) {
    long number = Http.id(req, "number", ProblemCode.PROGRAM_NOT_FOUND);
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
    }
    return (int) number;
  }

  private void version(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    Http.send(res, 200, view(programs.version(merchantId, number(req)), newest(merchantId)));
  }

  private void diff(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    Published after = programs.version(merchantId, number(req));
    int against = Http.query(req, "against", after.number() - 1, 0, Integer.MAX_VALUE);
    String before = against == 0 ? "{}" : programs.version(merchantId, against).document();
    DocumentDiff.Result result = DocumentDiff.of(before, after.document());
    if (result == null) {
      throw new IllegalStateException("a published program is not JSON");
    }
    Http.send(
        res,
        200,
        new DraftRoutes.DiffView(
            against, after.number(), null, result.changes(), result.truncated()));
  }
}
