package io.kartela.service.shop.goods;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goods by their codes, as registers and programs of the shop's own read and write them. */
final class GoodsRoutes implements Routes {
  private static final int MOST_AT_ONCE = 500;

  private final GoodsDesk goods;
  private final Sessions sessions;

  private record GoodsRequest(@Nullable List<@Nullable ItemRequest> items) {}

  private record ItemRequest(
      @Nullable String code, @Nullable String name, @Nullable List<@Nullable String> categories) {}

  private record View(String code, String name, List<String> categories) {
    static View of(Item item) {
      return new View(item.code(), item.name(), List.copyOf(new TreeSet<>(item.categories())));
    }
  }

  GoodsRoutes(GoodsDesk goods, Sessions sessions) {
    this.goods = goods;
    this.sessions = sessions;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/goods", this::list);
    routing.put("/api/v1/goods", this::set);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_READ);
    int limit = Http.limit(req);
    List<Item> found =
        goods.codes(staff.merchantId(), limit + 1, Http.query(req, "cursor").orElse(null));
    Pages.send(res, found.stream().map(View::of).toList(), limit, View::code);
  }

  private void set(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    GoodsRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), GoodsRequest.class);
    Check check = new Check();
    List<Item> items = items(check, body.items);
    check.done();
    goods.set(staff.merchantId(), staff.email(), items);
    Http.noContent(res);
  }

  private static List<Item> items(Check check, @Nullable List<@Nullable ItemRequest> given) {
    List<Item> items = new ArrayList<>();
    if (given == null || given.isEmpty() || given.size() > MOST_AT_ONCE) {
      check.add("items", "OUT_OF_RANGE", "от 1 до " + MOST_AT_ONCE, "1 to " + MOST_AT_ONCE);
      return items;
    }
    Set<String> codes = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String at = "items[" + i + "].";
      ItemRequest one = given.get(i);
      if (one == null) {
        check.add("items[" + i + "]", "REQUIRED", "пусто", "is null");
        continue;
      }
      String code = check.text(at + "code", one.code, 100);
      check.require(
          code.isEmpty() || codes.add(GoodsStore.codeKey(code)),
          at + "code",
          "DUPLICATE",
          "код повторяется",
          "is given twice");
      String name = check.optional(at + "name", one.name, 300);
      items.add(
          new Item(
              code,
              name == null ? "" : name,
              GoodRequest.texts(check, at + "categories", one.categories)));
    }
    return items;
  }
}
