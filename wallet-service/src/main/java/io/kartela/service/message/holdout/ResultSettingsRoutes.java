package io.kartela.service.message.holdout;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How the shop's advertising is judged: read by who writes campaigns, decided by the owner. */
public final class ResultSettingsRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;

  private record Request(@Nullable Integer globalHoldOutPercent, @Nullable Integer marginPercent) {
    ResultSettings check() {
      Check check = new Check();
      int held = globalHoldOutPercent == null ? -1 : globalHoldOutPercent;
      check.require(
          held >= 0 && held <= ResultSettings.MOST_GLOBAL,
          "globalHoldOutPercent",
          "OUT_OF_RANGE",
          "от 0 до 10",
          "from 0 to 10");
      check.require(
          marginPercent == null || (marginPercent >= 1 && marginPercent <= 100),
          "marginPercent",
          "OUT_OF_RANGE",
          "от 1 до 100",
          "from 1 to 100");
      check.done();
      return new ResultSettings(held, marginPercent);
    }
  }

  public ResultSettingsRoutes(
      Database database, Sessions sessions, Audit audit, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/result-settings", this::show);
    routing.put("/api/v1/result-settings", this::change);
  }

  private void show(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.CAMPAIGNS).merchantId();
    Http.send(res, 200, database.inTenant(merchantId, c -> ResultSettings.of(c, merchantId)));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.SHOP);
    ResultSettings wanted = Http.json(req, Request.class).check();
    long merchantId = staff.merchantId();
    ResultSettings now =
        database.inTenant(
            merchantId,
            c -> {
              Changes changes = wanted.since(ResultSettings.lock(c, merchantId));
              if (!changes.none()) {
                wanted.write(c, merchantId, clock.instant());
                audit.record(c, staff, "RESULT_SETTINGS_CHANGED", "shop", changes.detail());
              }
              return wanted;
            });
    Http.send(res, 200, now);
  }
}
