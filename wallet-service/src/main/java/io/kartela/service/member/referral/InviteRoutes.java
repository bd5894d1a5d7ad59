package io.kartela.service.member.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who invites, for the sign-up page; whom a member invited, for the cabinet. */
public final class InviteRoutes implements Routes {
  private final Database database;
  private final Merchants merchants;
  private final Sessions sessions;
  private final Invites invites;
  private final InstantSource clock;
  private final RateLimit perAddress = new RateLimit(60, Duration.ofMinutes(10));

  /** Codes that are nobody's, of one address at one shop: whoever guesses, guesses one shop's. */
  private final RateLimit wrong = new RateLimit(30, Duration.ofMinutes(10));

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record InviterView(String code, @Nullable String inviterName) {}

  public InviteRoutes(House house, Merchants merchants, Sessions sessions, Invites invites) {
    this.database = house.database();
    this.clock = house.clock();
    this.merchants = merchants;
    this.sessions = sessions;
    this.invites = invites;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/public/shops/{slug}/inviter", this::inviter);
    routing.get("/api/v1/members/{memberId}/invited", this::invited);
  }

  private void inviter(ServerRequest req, ServerResponse res) {
    perAddress.take(Http.client(req));
    Merchant merchant = merchants.bySlug(Http.pathParam(req, "slug"));
    String guesser = merchant.id() + " " + Http.client(req);
    wrong.requireLeft(guesser);
    String typed = Http.query(req, "code").orElse("");
    Invites.Inviter found =
        database.inTenant(merchant.id(), c -> invites.find(c, merchant.id(), typed)).orElse(null);
    if (found == null) {
      wrong.count(guesser);
      throw new Problem(ProblemCode.INVITE_UNKNOWN);
    }
    Http.send(res, 200, new InviterView(Invite.shown(found.code()), found.firstName()));
  }

  private void invited(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_READ);
    long memberId = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    Optional<Long> before = Http.cursor(req);
    int limit = Http.limit(req);
    Http.send(
        res,
        200,
        database.inTenant(
            staff.merchantId(),
            c -> {
              require(c, staff.merchantId(), memberId);
              return Invites.page(c, staff.merchantId(), memberId, before, limit, clock.instant());
            }));
  }

  private static void require(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.member WHERE merchant_id = ? AND member_id = ? AND status <>"
                + " 'MERGED'")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
        }
      }
    }
  }
}
