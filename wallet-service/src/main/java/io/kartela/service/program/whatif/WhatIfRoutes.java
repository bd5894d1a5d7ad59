package io.kartela.service.program.whatif;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Drafts;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Validation;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.InstantSource;
import java.util.Objects;

/** Asking "what if" in the cabinet. It changes nothing, so the marketer may. */
final class WhatIfRoutes implements Routes {
  private final Sessions sessions;
  private final Programs programs;
  private final Drafts drafts;
  private final WhatIfs whatIfs;
  private final Ids ids;
  private final InstantSource clock;
  private final Runnable wake;

  private record Source(
      @org.jspecify.annotations.Nullable Long draftId, String name, String document) {}

  WhatIfRoutes(
      Sessions sessions,
      Programs programs,
      Drafts drafts,
      WhatIfs whatIfs,
      Ids ids,
      InstantSource clock,
      Runnable wake) {
    this.sessions = sessions;
    this.programs = programs;
    this.drafts = drafts;
    this.whatIfs = whatIfs;
    this.ids = ids;
    this.clock = clock;
    this.wake = wake;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/program/what-if";
    routing.post(all, this::start);
    routing.get(all, this::list);
    routing.get(all + "/{whatIfId}", this::get);
    routing.delete(all + "/{whatIfId}", this::remove);
  }

  private void start(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PROGRAM_STUDY);
    WhatIfRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), WhatIfRequest.class);
    WhatIfRequest.Checked checked =
        body.check(programs.current(staff.merchantId()).program().zone());
    Source source = source(staff.merchantId(), body);
    Validation.demand(source.document);
    long id = ids.next();
    whatIfs.create(
        new WhatIfJob(
            staff.merchantId(),
            id,
            source.draftId,
            source.name,
            source.document,
            checked.from(),
            checked.to(),
            checked.sample(),
            checked.spending(),
            checked.bonusValueBp(),
            staff.name(),
            clock.instant()));
    wake.run();
    res.header(HeaderNames.LOCATION, "/api/v1/program/what-if/" + id);
    Http.send(res, 202, whatIfs.get(staff.merchantId(), id));
  }

  private Source source(long merchantId, WhatIfRequest body) {
    String draft = body.draftId();
    if (draft != null) {
      long id = Http.id(draft, ProblemCode.DRAFT_NOT_FOUND);
      Drafts.Text text = drafts.text(merchantId, id);
      return new Source(id, text.name(), text.document());
    }
    Integer version = body.version();
    if (version != null) {
      return new Source(null, "№ " + version, programs.version(merchantId, version).document());
    }
    String document = Objects.requireNonNull(body.program()).toString();
    return new Source(null, Validation.demand(document).name().ru(), document);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    Long before =
        Http.query(req, "cursor").map(c -> Http.id(c, ProblemCode.WHAT_IF_NOT_FOUND)).orElse(null);
    Http.send(res, 200, whatIfs.page(merchantId, Http.limit(req), before));
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    Http.send(res, 200, whatIfs.get(merchantId, id(req)));
  }

  private void remove(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    whatIfs.remove(merchantId, id(req));
    Http.noContent(res);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "whatIfId", ProblemCode.WHAT_IF_NOT_FOUND);
  }
}
