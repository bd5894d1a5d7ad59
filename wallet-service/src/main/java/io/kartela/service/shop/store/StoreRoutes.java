package io.kartela.service.shop.store;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores and registers in the cabinet, and the register that asks who it is. */
public final class StoreRoutes implements Routes {
  private static final int MAX_KEEP_HOURS = 720;

  private final Stores stores;
  private final Sessions sessions;
  private final Merchants merchants;
  private final TillRules rules;
  private final Registers registers;
  private final Places places;
  private final InstantSource clock;

  private record NewRegisterRequest(@Nullable String storeId, @Nullable String name) {}

  private record RegisterInfo(
      String registerId,
      String registerName,
      String storeId,
      String storeName,
      String shopName,
      LocalText shopNames,
      String shopSlug,
      String zone,
      Instant serverTime,
      boolean cashierRequired,
      int lockAfterMinutes,
      boolean memberSearch,
      boolean lateCards) {}

  private record RenameRequest(@Nullable String name) {}

  private record CloseRequest(@Nullable Boolean closeRegisters) {}

  private record RotateRequest(@Nullable Integer keepOldHours) {}

  public StoreRoutes(
      Stores stores,
      Sessions sessions,
      Merchants merchants,
      TillRules rules,
      Audit audit,
      InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
    this.stores = stores;
    this.sessions = sessions;
    this.merchants = merchants;
    this.registers = new Registers(stores, audit, clock);
    this.places = new Places(stores, audit, clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/register", this::whoAmI);
    routing.get(
        "/api/v1/stores",
        (req, res) -> {
          StaffPrincipal staff = sessions.require(req, Action.STORES_READ);
          List<Stores.StoreView> his =
              stores.list(staff.merchantId()).stream()
                  .filter(s -> staff.reaches(Long.parseLong(s.id())))
                  .toList();
          Http.send(res, 200, Map.of("items", his));
        });
    routing.post("/api/v1/stores", this::createStore);
    routing.put("/api/v1/stores/{storeId}", this::changeStore);
    routing.post("/api/v1/stores/{storeId}/close", this::closeStore);
    routing.post("/api/v1/stores/{storeId}/reopen", this::reopenStore);
    routing.post("/api/v1/registers", this::create);
    routing.put("/api/v1/registers/{registerId}", this::rename);
    routing.delete("/api/v1/registers/{registerId}", this::revoke);
    routing.post("/api/v1/registers/{registerId}/keys", this::rotate);
    routing.delete("/api/v1/registers/{registerId}/keys/old", this::endOldKey);
  }

  private void whoAmI(ServerRequest req, ServerResponse res) {
    RegisterPrincipal r = stores.authenticate(req);
    Merchant m = merchants.get(r.merchantId());
    TillSettings settings = rules.of(r.merchantId());
    Http.send(
        res,
        200,
        new RegisterInfo(
            Long.toString(r.registerId()),
            r.registerName(),
            Long.toString(r.storeId()),
            r.storeName(),
            m.name(),
            m.names(),
            m.slug(),
            r.storeZone().getId(),
            clock.instant(),
            settings.cashierRequired(),
            settings.lockAfterMinutes(),
            settings.memberSearch(),
            settings.lateCards()));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REGISTERS);
    NewRegisterRequest body = Http.json(req, NewRegisterRequest.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    check.done();
    long storeId = his(staff, Http.id(body.storeId, ProblemCode.STORE_NOT_FOUND));
    Stores.NewRegister created = registers.create(staff, storeId, name);
    Http.send(res, 201, created);
  }

  private void createStore(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.STORES_OPEN);
    Places.Place place = Http.json(req, Places.Request.class).check();
    Http.send(res, 201, Map.of("id", places.create(staff, place)));
  }

  private void changeStore(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.STORES_CHANGE);
    long id = his(staff, Http.id(req, "storeId", ProblemCode.STORE_NOT_FOUND));
    places.change(staff, id, Http.json(req, Places.Request.class).check());
    Http.noContent(res);
  }

  private static long his(StaffPrincipal staff, long storeId) {
    if (!staff.reaches(storeId)) {
      throw new Problem(ProblemCode.STORE_NOT_FOUND);
    }
    return storeId;
  }

  private void closeStore(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.STORES_OPEN);
    long id = Http.id(req, "storeId", ProblemCode.STORE_NOT_FOUND);
    CloseRequest body = Http.json(req, CloseRequest.class);
    places.close(staff, id, Boolean.TRUE.equals(body.closeRegisters));
    Http.noContent(res);
  }

  private void reopenStore(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.STORES_OPEN);
    places.reopen(staff, Http.id(req, "storeId", ProblemCode.STORE_NOT_FOUND));
    Http.noContent(res);
  }

  private void rename(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REGISTERS);
    long id = Http.id(req, "registerId", ProblemCode.REGISTER_NOT_FOUND);
    Check check = new Check();
    String name = check.line("name", Http.json(req, RenameRequest.class).name, 100);
    check.done();
    registers.rename(staff, id, name);
    Http.noContent(res);
  }

  private void revoke(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REGISTERS);
    long id = Http.id(req, "registerId", ProblemCode.REGISTER_NOT_FOUND);
    registers.revoke(staff, id);
    Http.noContent(res);
  }

  private void rotate(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REGISTERS);
    long id = Http.id(req, "registerId", ProblemCode.REGISTER_NOT_FOUND);
    byte[] bytes = Http.body(req, Http.SMALL_BODY);
    RotateRequest body =
        bytes.length == 0 ? new RotateRequest(null) : Http.parse(bytes, RotateRequest.class);
    int hours = body.keepOldHours == null ? 24 : body.keepOldHours;
    Check check = new Check();
    check.require(
        hours >= 0 && hours <= MAX_KEEP_HOURS,
        "keepOldHours",
        "OUT_OF_RANGE",
        "от 0 до " + MAX_KEEP_HOURS,
        "0 to " + MAX_KEEP_HOURS);
    check.done();
    Http.send(res, 201, registers.rotate(staff, id, hours));
  }

  private void endOldKey(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REGISTERS);
    long id = Http.id(req, "registerId", ProblemCode.REGISTER_NOT_FOUND);
    registers.endOldKey(staff, id);
    Http.noContent(res);
  }
}
