package io.kartela.service.shop.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The catalogue in the cabinet: owners and marketers change it, cashiers read. */
final class ItemRoutes implements Routes {
  private static final String PATH = "/api/v1/goods/items";
  private static final int MOST_AT_ONCE = 500;

  private final GoodsDesk desk;
  private final Sessions sessions;

  private record Move(@Nullable List<@Nullable String> itemIds, @Nullable String category) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      String id,
      String name,
      List<String> codes,
      List<String> categories,
      List<String> flags,
      @Nullable Long price,
      @Nullable Long cost,
      boolean archived,
      @Nullable LocalDate soldOn) {
    static View of(Good.Kept kept, boolean withCost) {
      Good good = kept.good();
      return new View(
          Long.toString(kept.id()),
          good.name(),
          good.codes(),
          List.copyOf(new TreeSet<>(good.categories())),
          List.copyOf(new TreeSet<>(good.flags())),
          good.price(),
          withCost ? good.cost() : null,
          good.archived(),
          kept.soldOn());
    }
  }

  ItemRoutes(GoodsDesk desk, Sessions sessions) {
    this.desk = desk;
    this.sessions = sessions;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::list);
    routing.post(PATH, this::create);
    routing.get(
        PATH + "/{itemId}",
        (req, res) -> {
          StaffPrincipal staff = sessions.require(req, Action.GOODS_READ);
          send(res, 200, staff, desk.get(staff.merchantId(), id(req)));
        });
    routing.put(PATH + "/{itemId}", this::change);
    routing.delete(
        PATH + "/{itemId}",
        (req, res) -> {
          StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
          desk.remove(staff, id(req));
          Http.noContent(res);
        });
    routing.post(PATH + ":categorise", this::categorise);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "itemId", ProblemCode.GOODS_NOT_FOUND);
  }

  private static void send(ServerResponse res, int status, StaffPrincipal staff, Good.Kept kept) {
    Http.send(res, status, View.of(kept, staff.may(Action.GOODS_CHANGE)));
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_READ);
    GoodsList.Page page =
        desk.page(
            staff.merchantId(),
            query(req, Http.limit(req), Http.query(req, "cursor").orElse(null)));
    boolean withCost = staff.may(Action.GOODS_CHANGE);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("items", page.goods().stream().map(one -> View.of(one, withCost)).toList());
    if (page.nextCursor() != null) {
      body.put("nextCursor", page.nextCursor());
    }
    Http.send(res, 200, body);
  }

  /** What the address asks of the list. */
  static GoodsList.Query query(ServerRequest req, int limit, @Nullable String cursor) {
    return new GoodsList.Query(
        search(req),
        category(req),
        Http.query(req, "archived").map("true"::equals).orElse(false),
        sort(req),
        limit,
        cursor);
  }

  private static @Nullable String search(ServerRequest req) {
    String text = Http.query(req, "q").orElse(null);
    if (text != null && text.length() > 100) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "q", "1…100");
    }
    return text;
  }

  private static @Nullable Long category(ServerRequest req) {
    String text = Http.query(req, "category").orElse(null);
    if (text == null) {
      return null;
    }
    return text.equals("none") ? 0L : Http.id(text, ProblemCode.CATEGORY_NOT_FOUND);
  }

  private static GoodsList.Sort sort(ServerRequest req) {
    String text = Http.query(req, "sort").orElse("name");
    if (!Set.of("name", "price", "sold").contains(text)) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "sort", "name, price, sold");
    }
    return GoodsList.Sort.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    send(res, 201, staff, desk.create(staff, Http.json(req, GoodRequest.class).check()));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    long id = id(req);
    send(res, 200, staff, desk.change(staff, id, Http.json(req, GoodRequest.class).check()));
  }

  private void categorise(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    Move body = Http.json(req, Move.class);
    Check check = new Check();
    List<@Nullable String> given = body.itemIds == null ? List.of() : body.itemIds;
    check.require(
        !given.isEmpty() && given.size() <= MOST_AT_ONCE,
        "itemIds",
        "OUT_OF_RANGE",
        "от 1 до " + MOST_AT_ONCE,
        "1 to " + MOST_AT_ONCE);
    String category = check.optional("category", body.category, 100);
    check.done();
    Set<Long> ids = new LinkedHashSet<>();
    given.forEach(id -> ids.add(Http.id(id, ProblemCode.GOODS_NOT_FOUND)));
    Http.send(res, 200, Map.of("changed", desk.categorise(staff, ids, category)));
  }
}
