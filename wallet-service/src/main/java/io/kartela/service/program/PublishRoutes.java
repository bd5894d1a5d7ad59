package io.kartela.service.program;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Publishing, at once or from a moment on: the marketer sees what waits, the owner decides. */
final class PublishRoutes implements Routes {
  private final Sessions sessions;
  private final Publishing publishing;
  private final Programs programs;

  PublishRoutes(Sessions sessions, Publishing publishing, Programs programs) {
    this.sessions = sessions;
    this.publishing = publishing;
    this.programs = programs;
  }

  /** {@code at} by the shop's clock; null = now. */
  private record PublishRequest(
      @Nullable Integer revision, @Nullable Boolean force, @Nullable LocalDateTime at) {}

  private record WaitingView(
      Instant at,
      String name,
      String plannedBy,
      Instant plannedAt,
      List<Change> changes,
      boolean truncated) {}

  private record WaitingAnswer(@Nullable WaitingView waiting) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/program/drafts/{draftId}/publish", this::publish);
    routing.get("/api/v1/program/waiting", this::waiting);
    routing.post("/api/v1/program/waiting/publish", this::publishWaiting);
    routing.post("/api/v1/program/waiting/take-back", this::takeBack);
  }

  private void publish(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PROGRAM_CHANGE);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    PublishRequest body =
        bytes.length == 0
            ? new PublishRequest(null, null, null)
            : Http.parse(bytes, PublishRequest.class);
    Check check = new Check();
    Integer revision = DraftRoutes.revision(req, check, body.revision());
    check.done();
    Publishing.Wanted wanted =
        new Publishing.Wanted(
            Http.id(req, "draftId", ProblemCode.DRAFT_NOT_FOUND),
            revision,
            Boolean.TRUE.equals(body.force));
    if (body.at == null) {
      Published published = publishing.publish(staff, wanted);
      Http.send(res, 201, ProgramRoutes.view(published, published.number()));
    } else {
      Waiting planned = publishing.schedule(staff, wanted, body.at);
      Http.send(res, 202, view(staff.merchantId(), planned));
    }
  }

  private void waiting(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    WaitingView waiting =
        publishing.waiting(merchantId).map(one -> view(merchantId, one)).orElse(null);
    Http.send(res, 200, new WaitingAnswer(waiting));
  }

  private void publishWaiting(ServerRequest req, ServerResponse res) {
    Published published = publishing.publishWaiting(sessions.require(req, Action.PROGRAM_CHANGE));
    Http.send(res, 201, ProgramRoutes.view(published, published.number()));
  }

  private void takeBack(ServerRequest req, ServerResponse res) {
    Draft back = publishing.takeBack(sessions.require(req, Action.PROGRAM_CHANGE));
    Http.send(res, 201, Map.of("draftId", Long.toString(back.id())));
  }

  /** With what it changes in what is in force. */
  private WaitingView view(long merchantId, Waiting waiting) {
    DocumentDiff.Result diff =
        DocumentDiff.of(programs.current(merchantId).document(), waiting.document());
    return new WaitingView(
        waiting.at(),
        waiting.name(),
        waiting.author(),
        waiting.plannedAt(),
        diff == null ? List.of() : diff.changes(),
        diff != null && diff.truncated());
  }
}
