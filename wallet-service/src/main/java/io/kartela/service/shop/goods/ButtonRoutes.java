package io.kartela.service.shop.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quick buttons, in the cabinet and at the till itself. */
final class ButtonRoutes implements Routes {
  private static final String CABINET = "/api/v1/till-buttons";
  private static final String TILL = "/api/v1/register/buttons";
  private static final int FOUND = 20;

  private final TillButtons buttons;
  private final GoodsCatalogue catalogue;
  private final Sessions sessions;
  private final Stores stores;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record CategoryName(String key, String name) {}

  ButtonRoutes(TillButtons buttons, GoodsCatalogue catalogue, Sessions sessions, Stores stores) {
    this.buttons = buttons;
    this.catalogue = catalogue;
    this.sessions = sessions;
    this.stores = stores;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(
        CABINET,
        (req, res) ->
            Http.send(
                res,
                200,
                buttons.of(sessions.require(req, Action.GOODS_READ).merchantId(), register(req))));
    routing.put(CABINET, this::set);
    routing.get(TILL, this::shown);
    routing.put(TILL, this::setAtTill);
    routing.get("/api/v1/register/goods", this::find);
  }

  /** None is named: the whole shop's. */
  private static long register(ServerRequest req) {
    return Http.query(req, "registerId")
        .map(text -> Http.id(text, ProblemCode.REGISTER_NOT_FOUND))
        .orElse(TillButtons.SHOP);
  }

  private void set(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    List<Button> wanted = Http.json(req, Button.Request.class).check();
    Http.send(res, 200, buttons.set(staff.merchantId(), register(req), staff.email(), wanted));
  }

  private void shown(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    send(res, register, buttons.of(register.merchantId(), register.registerId()));
  }

  private void send(ServerResponse res, RegisterPrincipal register, TillButtons.Shown shown) {
    List<CategoryName> categories =
        catalogue.categories().tree(register.merchantId()).all().stream()
            .sorted(Comparator.comparing(c -> CategoryTree.fold(c.name())))
            .map(c -> new CategoryName(c.key(), c.name()))
            .toList();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("own", shown.own());
    body.put("items", shown.items());
    body.put("categories", categories);
    Http.send(res, 200, body);
  }

  private void setAtTill(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    List<Button> wanted = Http.json(req, Button.Request.class).check();
    CashierRef cashier = register.cashier();
    String author = cashier == null ? register.registerName() : cashier.name();
    send(res, register, buttons.set(register.merchantId(), register.registerId(), author, wanted));
  }

  /** What buttons can be made of: the goods that were sold last, or those that are looked for. */
  private void find(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    @Nullable String search =
        Http.query(req, "q").map(t -> t.substring(0, Math.min(100, t.length()))).orElse(null);
    GoodsList.Page page =
        catalogue
            .desk()
            .page(
                register.merchantId(),
                new GoodsList.Query(search, null, false, GoodsList.Sort.SOLD, FOUND, null));
    Http.send(
        res,
        200,
        Map.of(
            "items",
            page.goods().stream()
                .filter(kept -> !kept.good().codes().isEmpty())
                .map(Button::of)
                .toList()));
  }
}
