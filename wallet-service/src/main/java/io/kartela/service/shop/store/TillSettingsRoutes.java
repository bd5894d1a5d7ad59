package io.kartela.service.shop.store;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.TillSettings.PhoneSpending;
import org.jspecify.annotations.Nullable;

/** The owner's settings of the tills. */
public final class TillSettingsRoutes implements Routes {
  private final TillRules rules;
  private final Sessions sessions;

  /** Every field may be left out and stays as it is then. */
  private record Change(
      @Nullable String phoneSpending,
      @Nullable Boolean scanRequired,
      @Nullable Integer scansPerRegisterMinute,
      @Nullable Integer missesPerRegisterMinute,
      @Nullable Integer scansPerCardHour,
      @Nullable Long nfcWindowSeconds,
      @Nullable Integer offlineDays,
      @Nullable Boolean cashierRequired,
      @Nullable Integer lockAfterMinutes) {}

  public TillSettingsRoutes(TillRules rules, Sessions sessions) {
    this.rules = rules;
    this.sessions = sessions;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(
        "/api/v1/till-settings",
        (req, res) ->
            Http.send(res, 200, rules.of(sessions.require(req, Action.STORES_READ).merchantId())));
    routing.put("/api/v1/till-settings", this::change);
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.TILL_RULES);
    Change wanted = Http.json(req, Change.class);
    TillSettings was = rules.of(staff.merchantId());
    Check check = new Check();
    check.oneOf("phoneSpending", wanted.phoneSpending, "FREE", "CODE", "NEVER");
    int max = TillSettings.MAX_PER_MINUTE;
    long scans =
        within(
            check,
            "scansPerRegisterMinute",
            wanted.scansPerRegisterMinute,
            was.scansPerRegisterMinute(),
            1,
            max);
    long misses =
        within(
            check,
            "missesPerRegisterMinute",
            wanted.missesPerRegisterMinute,
            was.missesPerRegisterMinute(),
            1,
            max);
    long perCard =
        within(
            check, "scansPerCardHour", wanted.scansPerCardHour, was.scansPerCardHour(), 1, 10_000);
    long window =
        within(
            check,
            "nfcWindowSeconds",
            wanted.nfcWindowSeconds,
            was.nfcWindowSeconds(),
            1,
            TillSettings.MAX_WINDOW);
    long days =
        within(
            check,
            "offlineDays",
            wanted.offlineDays,
            was.offlineDays(),
            0,
            TillSettings.MAX_OFFLINE_DAYS);
    long lock =
        within(
            check,
            "lockAfterMinutes",
            wanted.lockAfterMinutes,
            was.lockAfterMinutes(),
            1,
            TillSettings.MAX_LOCK_MINUTES);
    check.done();
    TillSettings now =
        new TillSettings(
            wanted.phoneSpending == null
                ? was.phoneSpending()
                : PhoneSpending.valueOf(wanted.phoneSpending),
            wanted.scanRequired == null ? was.scanRequired() : wanted.scanRequired,
            (int) scans,
            (int) misses,
            (int) perCard,
            window,
            (int) days,
            wanted.cashierRequired == null ? was.cashierRequired() : wanted.cashierRequired,
            (int) lock);
    rules.set(staff.merchantId(), now, staff.email());
    Http.send(res, 200, now);
  }

  private static long within(
      Check check, String field, @Nullable Number given, long was, long min, long max) {
    if (given == null) {
      return was;
    }
    long value = given.longValue();
    String range = min + "…" + max;
    check.require(value >= min && value <= max, field, "OUT_OF_RANGE", range, range);
    return value;
  }
}
