package io.kartela.service.message.delivery;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.List;
import java.util.function.Supplier;

/** What a merchant's cards and jobs suffer from, and the wish to try again now. */
public final class UndeliveredRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Supplier<List<Silences.Silence>> silences;
  private final Runnable wake;

  private record Attention(
      List<Ailments.Cards> undelivered,
      List<Ailments.Work> work,
      List<Ailments.Silent> silentVendors) {}

  private record Retried(int cards) {}

  /**
   * @param silences who answers nobody
   * @param wake there are letters to try again
   */
  public UndeliveredRoutes(
      Database database,
      Sessions sessions,
      Supplier<List<Silences.Silence>> silences,
      Runnable wake) {
    this.database = database;
    this.sessions = sessions;
    this.silences = silences;
    this.wake = wake;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/attention", this::attention);
    routing.post("/api/v1/attention/retry", this::retry);
  }

  private void attention(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CAMPAIGNS).merchantId();
    Ailments of = database.inTenant(merchantId, c -> Ailments.of(c, merchantId));
    Http.send(
        res, 200, new Attention(of.undelivered(), of.work(), Ailments.Silent.of(silences.get())));
  }

  private void retry(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CAMPAIGNS);
    int cards =
        database.inTenant(staff.merchantId(), c -> DeadLetters.retry(c, staff.merchantId()));
    wake.run();
    Http.send(res, 202, new Retried(cards));
  }
}
