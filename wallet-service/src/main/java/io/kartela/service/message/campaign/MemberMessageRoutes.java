package io.kartela.service.message.campaign;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import java.time.InstantSource;
import java.util.List;

/** What was said to a member, for the member's page. */
public final class MemberMessageRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final InstantSource clock;
  private final Members members = new Members();

  private record MessageList(
      List<MemberMessages.MessageView> items, List<MemberMessages.WayView> ways) {}

  public MemberMessageRoutes(Database database, Sessions sessions, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/{memberId}/messages", this::list);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_READ).merchantId();
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId,
            c -> {
              if (members.find(c, merchantId, id).isEmpty()) {
                throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
              }
              return new MessageList(
                  MemberMessages.of(c, merchantId, id),
                  MemberMessages.ways(c, merchantId, id, clock.instant()));
            }));
  }
}
