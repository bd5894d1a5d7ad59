package io.kartela.service.message.delivery;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Troubles;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.util.List;

/** What a merchant's cards and jobs suffer from, and the wish to try again now. */
public final class UndeliveredRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Runnable wake;

  private record Cards(
      Undelivered.Channel channel,
      Undelivered.Reason reason,
      long cards,
      Instant since,
      String detail) {}

  private record Work(String work, int cases, Instant since) {}

  private record Attention(List<Cards> undelivered, List<Work> work) {}

  private record Retried(int cards) {}

  /**
   * @param wake there are letters to try again
   */
  public UndeliveredRoutes(Database database, Sessions sessions, Runnable wake) {
    this.database = database;
    this.sessions = sessions;
    this.wake = wake;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/attention", this::attention);
    routing.post("/api/v1/attention/retry", this::retry);
  }

  private void attention(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    long merchantId = staff.merchantId();
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId,
            c ->
                new Attention(
                    LetterKinds.of(c, merchantId).stream()
                        .map(
                            u ->
                                new Cards(
                                    u.channel(), u.reason(), u.cards(), u.since(), u.detail()))
                        .toList(),
                    Troubles.of(c, merchantId).stream()
                        .map(t -> new Work(t.work(), t.cases(), t.since()))
                        .toList())));
  }

  private void retry(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    int cards =
        database.inTenant(staff.merchantId(), c -> DeadLetters.retry(c, staff.merchantId()));
    wake.run();
    Http.send(res, 202, new Retried(cards));
  }
}
