package io.kartela.service.wallet.google;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.push.google.GoogleCallbackVerifier;
import io.kartela.push.google.GoogleCallbackVerifier.Verdict;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.wallet.content.CardArt;
import io.kartela.service.wallet.content.PictureCache;
import io.kartela.service.wallet.design.Artwork;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /c/{token}/google} saves a card; Google's call-backs; the pictures that Google fetches for
 * its cards.
 */
public final class GoogleRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleRoutes.class);
  private static final int CALLBACK_LIMIT = 16 * 1024;
  private static final long PICTURE_BYTES = 32L * 1024 * 1024;

  private final GoogleCards cards;
  private final GoogleCallbackVerifier verifier;
  private final GoogleAddresses addresses;
  private final Pictures own;
  private final PictureCache<String, byte[]> pictures =
      new PictureCache<>(PICTURE_BYTES, png -> png.length);

  /** Where merchants' own pictures come from. */
  @FunctionalInterface
  public interface Pictures {
    Optional<byte[]> of(long merchantId, String id);
  }

  /** Without pictures of merchants. */
  public GoogleRoutes(
      GoogleCards cards, GoogleCallbackVerifier verifier, GoogleAddresses addresses) {
    this(cards, verifier, addresses, (merchantId, id) -> Optional.empty());
  }

  public GoogleRoutes(
      GoogleCards cards, GoogleCallbackVerifier verifier, GoogleAddresses addresses, Pictures own) {
    this.own = own;
    this.addresses = addresses;
    this.cards = cards;
    this.verifier = verifier;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing
        .get("/c/{token}/google", this::save)
        .post("/google/callbacks", this::callback)
        .get("/google/art/{color:[0-9a-f]{6}}/{kind:logo|hero}.png", this::picture)
        .get(
            "/google/art/{merchant:[0-9a-z]{1,12}}/{image:[0-9a-f]{64}}/{kind:logo|hero}.png",
            this::picture);
  }

  private void save(ServerRequest req, ServerResponse res) {
    switch (cards.offer(Http.pathParam(req, "token"))) {
      case GoogleCards.Offer.NoSuchCard() -> throw new Problem(ProblemCode.CARD_NOT_FOUND);
      case GoogleCards.Offer.Replaced() -> throw new Problem(ProblemCode.CARD_REPLACED);
      case GoogleCards.Offer.NotNow(var after) ->
          throw Problem.retryAfter(ProblemCode.BUSY, Math.min(60, Math.max(1, after.toSeconds())));
      case GoogleCards.Offer.Ready(var url) -> {
        if (Http.header(req, HeaderNames.ACCEPT).orElse("").contains("application/json")) {
          Http.send(res, 200, Map.of("saveUrl", url.toString()));
        } else {
          res.status(Status.FOUND_302)
              .header(HeaderNames.LOCATION, url.toString())
              .header(HeaderNames.CACHE_CONTROL, "no-store")
              .send();
        }
      }
    }
  }

  private void callback(ServerRequest req, ServerResponse res) {
    String body = new String(Http.body(req, CALLBACK_LIMIT), StandardCharsets.UTF_8);
    switch (verifier.verify(body)) {
      case Verdict.Genuine(var event) -> {
        cards.obey(event);
        res.status(Status.OK_200).send();
      }
      case Verdict.Refused(String reason) -> {
        LOG.warn("a call-back that claims to be Google's is refused: {}", reason);
        res.status(Status.BAD_REQUEST_400).send();
      }
      case Verdict.Undecided(String reason) -> {
        LOG.warn("a call-back cannot be judged now: {}", reason);
        res.status(Status.SERVICE_UNAVAILABLE_503).send();
      }
    }
  }

  private void picture(ServerRequest req, ServerResponse res) {
    Optional<String> color = req.path().pathParameters().first("color").asOptional();
    if (color.isPresent() && !isOurs(req, color.get())) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    boolean logo = Http.pathParam(req, "kind").equals("logo");
    byte[] png =
        pictures.get(
            req.path().path(),
            () -> color.map(c -> drawn(c, logo)).orElseGet(() -> ownOne(req, logo)));
    res.header(HeaderNames.CONTENT_TYPE, "image/png");
    res.header(HeaderNames.CACHE_CONTROL, "public, max-age=604800, immutable");
    res.send(png);
  }

  private boolean isOurs(ServerRequest req, String color) {
    return addresses.isOurs(color, Http.query(req, GoogleAddresses.MARK).orElse(""));
  }

  /** Drawing goes one at a time, so that it never takes all processors. */
  private synchronized byte[] drawn(String color, boolean logo) {
    String hex = "#" + color;
    return logo ? CardArt.squareLogo(hex) : CardArt.hero(hex);
  }

  private byte[] ownOne(ServerRequest req, boolean logo) {
    long merchantId = Long.parseLong(Http.pathParam(req, "merchant"), 36);
    byte[] png =
        own.of(merchantId, Http.pathParam(req, "image"))
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    synchronized (this) {
      return Artwork.google(png, logo);
    }
  }
}
