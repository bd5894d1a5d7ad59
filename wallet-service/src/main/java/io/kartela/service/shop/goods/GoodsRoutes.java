package io.kartela.service.shop.goods;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The goods in the cabinet. */
public final class GoodsRoutes implements Routes {
  private static final int MOST_AT_ONCE = 500;

  private final Goods goods;
  private final Sessions sessions;

  private record GoodsRequest(@Nullable List<@Nullable ItemRequest> items) {}

  private record ItemRequest(
      @Nullable String code, @Nullable String name, @Nullable List<@Nullable String> categories) {}

  private record View(String code, String name, List<String> categories) {
    static View of(Item item) {
      return new View(item.code(), item.name(), List.copyOf(new TreeSet<>(item.categories())));
    }
  }

  public GoodsRoutes(Goods goods, Sessions sessions) {
    this.goods = goods;
    this.sessions = sessions;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/goods", this::list);
    routing.put("/api/v1/goods", this::set);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.CASHIER);
    int limit = Http.limit(req);
    List<Item> found =
        goods.page(staff.merchantId(), limit + 1, Http.query(req, "cursor").orElse(null));
    Pages.send(res, found.stream().map(View::of).toList(), limit, View::code);
  }

  private void set(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
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
          code.isEmpty() || codes.add(code),
          at + "code",
          "DUPLICATE",
          "код повторяется",
          "is given twice");
      String name = check.optional(at + "name", one.name, 300);
      items.add(new Item(code, name == null ? "" : name, categories(check, at, one.categories)));
    }
    return items;
  }

  private static Set<String> categories(
      Check check, String at, @Nullable List<@Nullable String> given) {
    Set<String> categories = new LinkedHashSet<>();
    if (given == null) {
      return categories;
    }
    check.require(given.size() <= 20, at + "categories", "TOO_MANY", "не больше 20", "at most 20");
    for (String one : given.subList(0, Math.min(20, given.size()))) {
      categories.add(check.text(at + "categories", one, 100));
    }
    return categories;
  }
}
