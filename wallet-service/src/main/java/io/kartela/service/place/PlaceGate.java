package io.kartela.service.place;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.session.MemberSessions;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Door;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.wallet.pass.OpenCards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Lets in whoever shows the card's address and a session of this card's member; neither is enough
 * alone. The cookie is sent back to this card's own place only, so that two cards on one device do
 * not end each other's sessions. Thread-safe.
 */
final class PlaceGate {
  static final String PATH = "/api/v1/public/cards/{token}/place";

  private static final int LONGEST = 100;

  private final OpenCards cards;
  private final InstantSource clock;
  private final boolean secure;

  /** Whatever a place is asked for; a page needs a few. */
  private final RateLimit perAddress = new RateLimit(600, Duration.ofMinutes(10));

  /** Who stands there; in the merchant's transaction. */
  record Visit(Connection c, long merchantId, long memberId) {
    /** As the audit names them. */
    String subject() {
      return "member:" + memberId;
    }
  }

  @FunctionalInterface
  interface Work<T> {
    T of(Visit visit) throws SQLException;
  }

  PlaceGate(House house, OpenCards cards) {
    this.cards = cards;
    this.clock = house.clock();
    this.secure = "https".equals(house.publicUrl().getScheme());
  }

  /** For whoever holds the card, signed in or not. */
  <T> T byCard(ServerRequest req, Work<T> work) {
    perAddress.take(Http.client(req));
    return cards.in(
        Http.pathParam(req, "token"),
        (c, merchantId, memberId) -> work.of(new Visit(c, merchantId, memberId)));
  }

  /** For the member alone. */
  <T> T signedIn(ServerRequest req, Work<T> work) {
    String secret = secret(req);
    return byCard(
        req,
        visit -> {
          if (secret.isEmpty()
              || !MemberSessions.holds(
                  visit.c, visit.merchantId, visit.memberId, secret, clock.instant())) {
            throw new Problem(ProblemCode.PLACE_CLOSED);
          }
          return work.of(visit);
        });
  }

  /** Empty when there is none, or what cannot be ours. */
  static String secret(ServerRequest req) {
    String value = req.headers().cookies().first(Door.MEMBER).map(v -> v).orElse("");
    return value.length() <= LONGEST ? value : "";
  }

  void give(ServerRequest req, ServerResponse res, String secret) {
    res.headers().addCookie(cookie(req, secret, MemberSessions.LIFE));
  }

  void take(ServerRequest req, ServerResponse res) {
    res.headers().addCookie(cookie(req, "", Duration.ZERO));
  }

  private SetCookie cookie(ServerRequest req, String value, Duration life) {
    return SetCookie.builder(Door.MEMBER, value)
        .path(PATH.replace("{token}", Http.pathParam(req, "token")))
        .httpOnly(true)
        .secure(secure)
        .sameSite(SetCookie.SameSite.STRICT)
        .maxAge(life)
        .build();
  }
}
