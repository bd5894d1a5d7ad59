package io.kartela.service.guide;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.NamedCategories;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The owner's first steps on the overview. */
public final class FirstStepsRoutes implements Routes {
  private static final String PATH = "/api/v1/first-steps";
  private static final FirstSteps.View NONE = new FirstSteps.View(true, true, List.of());

  private final Sessions sessions;
  private final Database database;
  private final Programs programs;

  private record Request(@Nullable Boolean hidden) {}

  public FirstStepsRoutes(Sessions sessions, Database database, Programs programs) {
    this.programs = programs;
    this.sessions = sessions;
    this.database = database;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::get);
    routing.put(PATH, this::hide);
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.SHOP).merchantId();
    Set<String> named = named(merchantId);
    Http.send(
        res,
        200,
        database.inTenant(merchantId, c -> FirstSteps.of(c, merchantId, named)).orElse(NONE));
  }

  /** The categories of goods that the program in force gives something for. */
  private Set<String> named(long merchantId) {
    return NamedCategories.chosen(programs.current(merchantId).document());
  }

  private void hide(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.SHOP).merchantId();
    Boolean hidden = Http.json(req, Request.class).hidden;
    Check check = new Check();
    check.require(hidden != null, "hidden", "REQUIRED", "не заполнено", "is required");
    check.done();
    Set<String> named = named(merchantId);
    Http.send(
        res,
        200,
        database
            .inTenant(
                merchantId,
                c -> {
                  FirstSteps.hide(c, merchantId, Boolean.TRUE.equals(hidden));
                  return FirstSteps.of(c, merchantId, named);
                })
            .orElse(NONE));
  }
}
