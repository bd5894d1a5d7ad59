package io.kartela.service.feedback;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a link leads. To open it changes nothing, since programs that look for viruses open it,
 * too.
 */
final class PublicReviewRoutes implements Routes {
  private static final String PATH = "/api/v1/public/reviews/{name}";

  /** A shop's customers may share one address, its own network. */
  private static final int MOST_SAID = 300;

  private static final int MOST_WRONG = 30;

  private final Rating rating;
  private final RateLimit said;
  private final RateLimit wrong;

  private record Request(@Nullable Integer score, @Nullable String comment) {}

  PublicReviewRoutes(Rating rating, InstantSource clock) {
    this.rating = rating;
    this.said = new RateLimit(MOST_SAID, Duration.ofHours(1), clock);
    this.wrong = new RateLimit(MOST_WRONG, Duration.ofHours(1), clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.post(PATH, this::say);
  }

  private void show(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, known(req, () -> rating.show(name(req))));
  }

  private void say(ServerRequest req, ServerResponse res) {
    Request body = Http.json(req, Request.class);
    Check check = new Check();
    check.require(
        body.score == null || (body.score >= 0 && body.score <= 10),
        "score",
        "OUT_OF_RANGE",
        "от 0 до 10",
        "0 to 10");
    String comment = check.optional("comment", body.comment, 1_000);
    check.done();
    said.take(Http.client(req));
    Http.send(
        res,
        200,
        known(req, () -> rating.say(name(req), body.score, comment == null ? "" : comment)));
  }

  private static ReviewLinks.Name name(ServerRequest req) {
    return ReviewLinks.read(Http.pathParam(req, "name"))
        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  /** Who guesses is not answered for long. */
  private Rating.Page known(ServerRequest req, Supplier<Rating.Page> work) {
    String client = Http.client(req);
    wrong.requireLeft(client);
    try {
      return work.get();
    } catch (Problem e) {
      if (e.code() == ProblemCode.NOT_FOUND || e.code() == ProblemCode.SHOP_NOT_FOUND) {
        wrong.count(client);
        throw new Problem(ProblemCode.NOT_FOUND);
      }
      throw e;
    }
  }
}
