package io.kartela.service.program;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.rules.Evaluation;
import io.kartela.rules.InputRefusal;
import io.kartela.rules.Program;
import io.kartela.rules.Rules;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A receipt tried on a draft, or on the program in force, before anybody buys; books nothing. */
final class TryRoutes implements Routes {
  private final Sessions sessions;
  private final Drafts drafts;
  private final Programs programs;
  private final Database database;

  TryRoutes(Sessions sessions, Drafts drafts, Programs programs, Database database) {
    this.sessions = sessions;
    this.drafts = drafts;
    this.programs = programs;
    this.database = database;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/program/drafts/{draftId}/try", this::tryDraft);
    routing.post("/api/v1/program/try", this::tryInForce);
  }

  private void tryDraft(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    long draftId = Http.id(req, "draftId", ProblemCode.DRAFT_NOT_FOUND);
    TryRequest body = Http.json(req, TryRequest.class);
    Program program = Validation.demand(drafts.get(merchantId, draftId).document());
    judge(req, res, merchantId, body, program);
  }

  private void tryInForce(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROGRAM_STUDY).merchantId();
    TryRequest body = Http.json(req, TryRequest.class);
    judge(req, res, merchantId, body, programs.current(merchantId).program());
  }

  private void judge(
      ServerRequest req, ServerResponse res, long merchantId, TryRequest body, Program program) {
    Check check = new Check();
    body.check(check, program);
    check.done();
    ZoneId zone = zone(merchantId, body.storeId(), program.zone());
    Instant at = body.when(zone);
    switch (Rules.evaluate(
        program, body.basket(), body.facts(program, at), body.wish(), at, zone)) {
      case Evaluation e -> Http.send(res, 200, TryView.of(program, e));
      case InputRefusal r ->
          throw new Problem(
              ProblemCode.RECEIPT_REFUSED,
              Http.lang(req) == Lang.RU ? r.message().ru() : r.message().en());
    }
  }

  private ZoneId zone(long merchantId, @Nullable String storeId, ZoneId otherwise) {
    if (storeId == null) {
      return otherwise;
    }
    long store = Http.id(storeId, ProblemCode.STORE_NOT_FOUND);
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "SELECT zone FROM kartela.store WHERE merchant_id = ? AND store_id = ?")) {
            s.setLong(1, merchantId);
            s.setLong(2, store);
            try (ResultSet r = s.executeQuery()) {
              if (!r.next()) {
                throw new Problem(ProblemCode.STORE_NOT_FOUND);
              }
              return ZoneId.of(r.getString(1));
            }
          }
        });
  }
}
