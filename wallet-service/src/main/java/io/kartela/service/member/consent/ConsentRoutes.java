package io.kartela.service.member.consent;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * What a member agreed to, and taking it back on their behalf. Whoever stands with the member may:
 * who wants no messages must not be sent to somebody else. Agreeing is the member's own: no click
 * of the shop's people would prove it.
 */
public final class ConsentRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;

  private record ConsentList(List<ConsentView> items) {}

  public ConsentRoutes(Database database, Sessions sessions, Audit audit, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/{memberId}/consents", this::list);
    routing.post("/api/v1/members/{memberId}/consents/withdrawals", this::withdraw);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_READ);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    Http.send(
        res,
        200,
        database.inTenant(
            staff.merchantId(),
            c -> {
              require(c, staff.merchantId(), id);
              return new ConsentList(ConsentView.of(c, staff.merchantId(), id));
            }));
  }

  private void withdraw(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CONSENTS_WITHDRAW);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    Http.send(
        res,
        200,
        database.inTenant(
            staff.merchantId(),
            c -> {
              require(c, staff.merchantId(), id);
              Evidence told = new Evidence.InCabinet(staff);
              if (Consents.change(c, staff.merchantId(), id, false, told, clock.instant())) {
                audit.record(
                    c,
                    staff,
                    "CONSENT_WITHDRAWN",
                    "member:" + id,
                    Map.of("purpose", Purpose.MARKETING.name()));
              }
              return new ConsentList(ConsentView.of(c, staff.merchantId(), id));
            }));
  }

  private static void require(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.member WHERE merchant_id = ? AND member_id = ?")) {
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
