package io.kartela.service.shop.view;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Kept views of the cabinet's lists, for whoever may see the list. */
public final class ViewRoutes implements Routes {
  private static final int LONGEST_NAME = 60;

  /** As JSON; a condition over members has 2,000 characters at most. */
  private static final int LONGEST_STATE = 4_000;

  private final Sessions sessions;
  private final SavedViews views;

  private record ViewRequest(
      @Nullable String list,
      @Nullable String name,
      @Nullable Boolean shared,
      @Nullable JsonNode state) {}

  private record View(
      String id,
      String name,
      boolean shared,
      boolean own,
      boolean changeable,
      String author,
      JsonNode state,
      int revision) {
    static View of(SavedView view, StaffPrincipal staff) {
      return new View(
          Long.toString(view.id()),
          view.name(),
          view.shared(),
          view.isOf(staff),
          view.changedBy(staff),
          view.author(),
          view.state(),
          view.revision());
    }
  }

  public ViewRoutes(House house, Sessions sessions, Audit audit) {
    this.sessions = sessions;
    this.views = new SavedViews(house, audit);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/views";
    String one = all + "/{viewId}";
    routing.get(all, this::list);
    routing.post(all, this::create);
    routing.put(one, this::change);
    routing.delete(one, this::delete);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    ListName list =
        Arrays.stream(ListName.values())
            .filter(l -> l.name().equals(Http.query(req, "list").orElse("")))
            .findFirst()
            .orElseThrow(() -> new Problem(ProblemCode.INVALID_PARAMETER, "list", names()));
    staff.require(list.seen);
    List<View> items = views.of(staff, list).stream().map(v -> View.of(v, staff)).toList();
    Http.send(res, 200, Map.of("items", items));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    ViewRequest body = Http.json(req, ViewRequest.class);
    Check check = new Check();
    check.require(body.list != null, "list", "REQUIRED", "не заполнено", "is required");
    check.oneOf(
        "list",
        body.list,
        Arrays.stream(ListName.values()).map(ListName::name).toArray(String[]::new));
    SavedViews.Wanted wanted = wanted(check, body);
    check.done();
    ListName list = ListName.valueOf(String.valueOf(body.list));
    staff.require(list.seen);
    SavedView made = views.create(staff, list, wanted);
    res.header(HeaderNames.LOCATION, "/api/v1/views/" + made.id());
    Http.send(res, 201, View.of(made, staff));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    ViewRequest body = Http.json(req, ViewRequest.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    SavedViews.Wanted wanted = wanted(check, body);
    check.done();
    Http.send(res, 200, View.of(views.change(staff, id(req), revision, wanted), staff));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.OWN_ACCESS);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    check.done();
    views.delete(staff, id(req), revision);
    Http.noContent(res);
  }

  private static SavedViews.Wanted wanted(Check check, ViewRequest body) {
    String name = check.line("name", body.name, LONGEST_NAME);
    JsonNode state = body.state == null ? Http.JSON.createObjectNode() : body.state;
    check.require(
        state.isObject(), "state", "INVALID", "нужен объект JSON", "a JSON object is wanted");
    String text = state.toString();
    check.require(
        text.length() <= LONGEST_STATE,
        "state",
        "TOO_LONG",
        "фильтр слишком велик: сохраните его условия сегментом",
        "the filter is too large: keep its conditions as a segment");
    return new SavedViews.Wanted(name, Boolean.TRUE.equals(body.shared), state);
  }

  private static String names() {
    return String.join(", ", Arrays.stream(ListName.values()).map(ListName::name).toList());
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "viewId", ProblemCode.VIEW_NOT_FOUND);
  }
}
