package io.kartela.service.place;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.session.MemberSessions;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Coming in and going out. */
final class PlaceRoutes implements Routes {
  private final PlaceGate gate;
  private final PlaceCodes codes;
  private final Audit audit;

  /** Codes that one address asked for and tried. */
  private final RateLimit perAddress;

  private record Typed(@Nullable String codeId, @Nullable String code) {
    /** Not to be seen. */
    @Override
    public String toString() {
      return "code";
    }
  }

  PlaceRoutes(PlaceGate gate, PlaceCodes codes, Audit audit, InstantSource clock) {
    this.perAddress = new RateLimit(120, Duration.ofMinutes(10), clock);
    this.gate = gate;
    this.codes = codes;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post(PlaceGate.PATH + "/codes", this::ask);
    routing.post(PlaceGate.PATH + "/session", this::open);
    routing.delete(PlaceGate.PATH + "/session", this::close);
    routing.delete(PlaceGate.PATH + "/sessions", this::closeAll);
  }

  private void ask(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    Http.send(res, 202, codes.send(gate.byCard(req, codes::make)));
  }

  private void open(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    Typed body = Http.json(req, Typed.class);
    Check check = new Check();
    String code = check.text("code", body.code, 20);
    check.done();
    PlaceCodes.Tried tried =
        gate.byCard(
            req, visit -> codes.open(visit, Http.id(body.codeId, ProblemCode.CODE_EXPIRED), code));
    switch (tried) {
      case PlaceCodes.Tried.Wrong(int left) -> throw new Problem(ProblemCode.CODE_WRONG, left);
      case PlaceCodes.Tried.Right(String secret) -> {
        gate.give(req, res, secret);
        Http.noContent(res);
      }
    }
  }

  private void close(ServerRequest req, ServerResponse res) {
    String secret = PlaceGate.secret(req);
    boolean _ =
        gate.byCard(
            req,
            visit -> {
              MemberSessions.end(visit.c(), visit.merchantId(), secret);
              return true;
            });
    gate.take(req, res);
    Http.noContent(res);
  }

  private void closeAll(ServerRequest req, ServerResponse res) {
    boolean _ =
        gate.signedIn(
            req,
            visit -> {
              MemberSessions.endAll(visit.c(), visit.merchantId(), visit.memberId());
              audit.record(
                  visit.c(),
                  visit.merchantId(),
                  Audit.MEMBER,
                  "PLACE_CLOSED_EVERYWHERE",
                  visit.subject(),
                  Map.of());
              return true;
            });
    gate.take(req, res);
    Http.noContent(res);
  }
}
