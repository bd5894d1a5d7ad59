package io.kartela.service.simulator;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.push.webpush.Subscription;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do with the notices of the demo's browsers. */
final class BrowserRoutes implements Routes {
  private static final String PATH = "/simulator/browsers";

  private final DemoBrowsers browsers;

  private record Allowing(@Nullable String key) {}

  BrowserRoutes(DemoBrowsers browsers) {
    this.browsers = browsers;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, (req, res) -> Http.send(res, 200, Map.of("items", browsers.all())));
    routing.post(PATH, this::allow);
    routing.post(PATH + "/{browser}/block", this::block);
  }

  private void allow(ServerRequest req, ServerResponse res) {
    Check check = new Check();
    String key = check.line("key", Http.json(req, Allowing.class).key, 100);
    check.done();
    DemoBrowsers.Given given =
        browsers.allow(key).orElseThrow(() -> new Problem(ProblemCode.TOO_MANY_REQUESTS));
    Subscription at = given.subscription();
    Http.send(
        res,
        201,
        Map.of(
            "id",
            given.id(),
            "endpoint",
            at.endpoint().toString(),
            "p256dh",
            at.p256dh(),
            "auth",
            at.auth()));
  }

  private void block(ServerRequest req, ServerResponse res) {
    Http.send(
        res,
        200,
        browsers
            .block(Http.pathParam(req, "browser"))
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
  }
}
