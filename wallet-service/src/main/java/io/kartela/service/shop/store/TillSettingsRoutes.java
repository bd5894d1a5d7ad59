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
import java.util.Arrays;
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
      @Nullable Integer lockAfterMinutes,
      @Nullable Boolean memberSearch,
      @Nullable Integer searchesPerTenMinutes,
      @Nullable Boolean lateCards,
      @Nullable Integer lateCardsPerDay) {}

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
    Check check = new Check();
    TillSettings now = changed(check, wanted, rules.of(staff.merchantId()));
    check.done();
    rules.set(staff.merchantId(), now, staff.email());
    Http.send(res, 200, now);
  }

  private static TillSettings changed(Check check, Change wanted, TillSettings was) {
    check.oneOf("phoneSpending", wanted.phoneSpending, "FREE", "CODE", "NEVER");
    int most = TillSettings.MAX_PER_MINUTE;
    return new TillSettings(
        Arrays.stream(PhoneSpending.values())
            .filter(one -> one.name().equals(wanted.phoneSpending))
            .findFirst()
            .orElse(was.phoneSpending()),
        or(wanted.scanRequired, was.scanRequired()),
        within(
            check,
            "scansPerRegisterMinute",
            wanted.scansPerRegisterMinute,
            was.scansPerRegisterMinute(),
            1,
            most),
        within(
            check,
            "missesPerRegisterMinute",
            wanted.missesPerRegisterMinute,
            was.missesPerRegisterMinute(),
            1,
            most),
        within(
            check, "scansPerCardHour", wanted.scansPerCardHour, was.scansPerCardHour(), 1, 10_000),
        within(
            check,
            "nfcWindowSeconds",
            wanted.nfcWindowSeconds,
            (int) was.nfcWindowSeconds(),
            1,
            (int) TillSettings.MAX_WINDOW),
        within(
            check,
            "offlineDays",
            wanted.offlineDays,
            was.offlineDays(),
            0,
            TillSettings.MAX_OFFLINE_DAYS),
        or(wanted.cashierRequired, was.cashierRequired()),
        within(
            check,
            "lockAfterMinutes",
            wanted.lockAfterMinutes,
            was.lockAfterMinutes(),
            1,
            TillSettings.MAX_LOCK_MINUTES),
        or(wanted.memberSearch, was.memberSearch()),
        within(
            check,
            "searchesPerTenMinutes",
            wanted.searchesPerTenMinutes,
            was.searchesPerTenMinutes(),
            1,
            TillSettings.MAX_SEARCHES),
        or(wanted.lateCards, was.lateCards()),
        within(
            check,
            "lateCardsPerDay",
            wanted.lateCardsPerDay,
            was.lateCardsPerDay(),
            1,
            TillSettings.MAX_LATE_CARDS));
  }

  private static boolean or(@Nullable Boolean given, boolean was) {
    return given == null ? was : given;
  }

  /** What was given if it is right; what was, so that the others can be looked at, too. */
  private static int within(
      Check check, String field, @Nullable Number given, int was, int min, int max) {
    if (given == null) {
      return was;
    }
    long value = given.longValue();
    boolean right = value >= min && value <= max;
    String range = min + "…" + max;
    check.require(right, field, "OUT_OF_RANGE", range, range);
    return right ? (int) value : was;
  }
}
