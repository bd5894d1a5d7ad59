package io.kartela.service.shop.cashier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cashiers: the owner makes them, registers sign them in. */
public final class CashierRoutes implements Routes {
  private final Cashiers cashiers;
  private final Stores stores;
  private final Sessions sessions;
  private final InstantSource clock;

  private record NewCashier(
      @Nullable String storeId, @Nullable String name, @Nullable String pin) {}

  private record NewPin(@Nullable String pin) {}

  private record SignIn(@Nullable String cashierId, @Nullable String pin) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record CashierView(
      String id,
      String storeId,
      String name,
      @Nullable Instant lockedUntil,
      @Nullable Instant lastSeenAt,
      Instant pinChangedAt) {}

  /** What the sign-in screen shows to whoever stands there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record AtRegister(String id, String name, @Nullable Instant lockedUntil) {}

  public CashierRoutes(Cashiers cashiers, Stores stores, Sessions sessions, InstantSource clock) {
    this.cashiers = cashiers;
    this.stores = stores;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/cashiers", this::list);
    routing.post("/api/v1/cashiers", this::create);
    routing.put("/api/v1/cashiers/{cashierId}/pin", this::changePin);
    routing.delete("/api/v1/cashiers/{cashierId}", this::revoke);
    routing.get("/api/v1/register/cashiers", this::atRegister);
    routing.post("/api/v1/register/cashier-sessions", this::signIn);
    routing.delete("/api/v1/register/cashier-sessions/current", this::signOut);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CASHIERS);
    Instant now = clock.instant();
    List<CashierView> items =
        cashiers.list(staff.merchantId()).stream()
            .filter(r -> staff.reaches(r.storeId()))
            .map(
                r ->
                    new CashierView(
                        Long.toString(r.id()),
                        Long.toString(r.storeId()),
                        r.name(),
                        locked(r, now),
                        r.lastSeenAt(),
                        r.pinChangedAt()))
            .toList();
    Http.send(res, 200, Map.of("items", items));
  }

  private static @Nullable Instant locked(CashierStore.Row row, Instant now) {
    Instant until = row.lockedUntil();
    return until != null && until.isAfter(now) ? until : null;
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CASHIERS);
    NewCashier body = Http.json(req, NewCashier.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    String pin = pin(check, body.pin);
    check.done();
    long store = Http.id(body.storeId, ProblemCode.STORE_NOT_FOUND);
    String id = cashiers.create(staff, store, name, pin);
    Http.send(res, 201, Map.of("id", id, "storeId", Long.toString(store), "name", name));
  }

  private void changePin(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CASHIERS);
    long id = Http.id(req, "cashierId", ProblemCode.CASHIER_NOT_FOUND);
    Check check = new Check();
    String pin = pin(check, Http.json(req, NewPin.class).pin);
    check.done();
    cashiers.changePin(staff, id, pin);
    Http.noContent(res);
  }

  private void revoke(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.CASHIERS);
    long id = Http.id(req, "cashierId", ProblemCode.CASHIER_NOT_FOUND);
    cashiers.revoke(staff, id);
    Http.noContent(res);
  }

  private static String pin(Check check, @Nullable String given) {
    String pin = given == null ? "" : given;
    check.require(pin.matches("[0-9]{4,8}"), "pin", "INVALID", "от 4 до 8 цифр", "4 to 8 digits");
    return pin;
  }

  private void atRegister(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    Instant now = clock.instant();
    List<AtRegister> items =
        cashiers.at(register).stream()
            .map(r -> new AtRegister(Long.toString(r.id()), r.name(), locked(r, now)))
            .toList();
    Http.send(res, 200, Map.of("items", items));
  }

  private void signIn(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    SignIn body = Http.json(req, SignIn.class);
    Check check = new Check();
    String pin = pin(check, body.pin);
    check.done();
    long id = Http.id(body.cashierId, ProblemCode.CASHIER_NOT_FOUND);
    Http.send(res, 201, cashiers.signIn(register, id, pin));
  }

  private void signOut(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    Http.header(req, HeaderNames.create(Cashiers.HEADER))
        .ifPresent(token -> cashiers.signOut(register, token));
    Http.noContent(res);
  }
}
