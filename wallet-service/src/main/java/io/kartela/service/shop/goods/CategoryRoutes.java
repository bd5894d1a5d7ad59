package io.kartela.service.shop.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The categories of goods in the cabinet. */
final class CategoryRoutes implements Routes {
  private static final String PATH = "/api/v1/goods/categories";

  private final Categories categories;
  private final Sessions sessions;

  private record Request(@Nullable String name, @Nullable String parentId) {
    String checkedName() {
      Check check = new Check();
      String text = check.line("name", name, 100);
      check.done();
      return text;
    }

    long parent() {
      return parentId == null ? 0 : Http.id(parentId, ProblemCode.CATEGORY_NOT_FOUND);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      String id, String key, String name, @Nullable String parentId, @Nullable Integer goods) {
    static View of(Category c, @Nullable Integer goods) {
      return new View(
          Long.toString(c.id()),
          c.key(),
          c.name(),
          c.parent() == 0 ? null : Long.toString(c.parent()),
          goods);
    }
  }

  CategoryRoutes(Categories categories, Sessions sessions) {
    this.categories = categories;
    this.sessions = sessions;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::list);
    routing.post(PATH, this::create);
    routing.put(PATH + "/{categoryId}", this::change);
    routing.delete(PATH + "/{categoryId}", this::remove);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_READ);
    Categories.Counted counted = categories.counted(staff.merchantId());
    List<View> items =
        counted.tree().all().stream()
            .sorted(
                Comparator.comparing((Category c) -> CategoryTree.fold(c.name()))
                    .thenComparingLong(Category::id))
            .map(c -> View.of(c, counted.counts().getOrDefault(c.key(), 0)))
            .toList();
    Http.send(
        res,
        200,
        Map.of(
            "items",
            items,
            "goods",
            counted.goods(),
            "uncategorised",
            counted.counts().getOrDefault("", 0)));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    Request body = Http.json(req, Request.class);
    String name = body.checkedName();
    Http.send(res, 201, View.of(categories.create(staff, name, body.parent()), 0));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    long id = Http.id(req, "categoryId", ProblemCode.CATEGORY_NOT_FOUND);
    Request body = Http.json(req, Request.class);
    String name = body.checkedName();
    categories.change(staff, id, name, body.parent());
    Http.noContent(res);
  }

  private void remove(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_CHANGE);
    long id = Http.id(req, "categoryId", ProblemCode.CATEGORY_NOT_FOUND);
    long to =
        Http.query(req, "moveTo").map(t -> Http.id(t, ProblemCode.CATEGORY_NOT_FOUND)).orElse(0L);
    categories.remove(staff, id, to);
    Http.noContent(res);
  }
}
