package io.kartela.service.message.channel;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.message.channel.UnsubscribeLinks.Of;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where members refuse further offers. To open a link changes nothing, since programs that look for
 * viruses open it, too; mail programs send a form to it without asking (RFC 8058).
 */
public final class UnsubscribeRoutes implements Routes {
  private static final String PATH = "/api/v1/public/unsubscribing/{name}";

  private final House house;
  private final Merchants merchants;

  private record Link(LocalText shop, ChannelKind kind, boolean refused) {}

  private record Request(@Nullable Boolean all) {}

  public UnsubscribeRoutes(House house, Merchants merchants) {
    this.house = house;
    this.merchants = merchants;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.post(PATH, this::refuse);
    routing.post("/u/{name}", this::byMailProgram);
  }

  private void show(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, linked(req, this::link));
  }

  private void refuse(ServerRequest req, ServerResponse res) {
    boolean all = Boolean.TRUE.equals(Http.json(req, Request.class).all);
    Http.send(res, 200, linked(req, (c, of) -> refused(c, of, all, req)));
  }

  private void byMailProgram(ServerRequest req, ServerResponse res) {
    Link _ = linked(req, (c, of) -> refused(c, of, false, req));
    Http.noContent(res);
  }

  @FunctionalInterface
  private interface Work {
    Link on(Connection c, Of of) throws SQLException;
  }

  private Link linked(ServerRequest req, Work work) {
    String name = Http.pathParam(req, "name");
    long merchantId =
        UnsubscribeLinks.merchant(name).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    return house
        .database()
        .inTenant(
            merchantId,
            c ->
                work.on(
                    c,
                    UnsubscribeLinks.find(c, merchantId, name)
                        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND))));
  }

  private Link refused(Connection c, Of of, boolean all, ServerRequest req) throws SQLException {
    Instant now = house.clock().instant();
    Evidence by = new Evidence.ByLink(Http.client(req));
    if (!Addresses.isClosed(c, of.merchantId(), of.memberId(), of.kind())) {
      Addresses.Reach reach = new Addresses.Reach(of.memberId(), of.kind(), "");
      Addresses.closed(c, of.merchantId(), reach, "LINK", now);
      Consents.closed(c, of.merchantId(), of.memberId(), of.kind().name(), by, now);
    }
    if (all) {
      boolean _ = Consents.change(c, of.merchantId(), of.memberId(), false, by, now);
    }
    return link(c, of);
  }

  private Link link(Connection c, Of of) throws SQLException {
    return new Link(
        merchants.get(of.merchantId()).names(),
        of.kind(),
        Addresses.isClosed(c, of.merchantId(), of.memberId(), of.kind()));
  }
}
