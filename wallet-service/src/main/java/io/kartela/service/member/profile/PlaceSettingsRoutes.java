package io.kartela.service.member.profile;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The owner says what members do by themselves, and on which sites people sign up. */
public final class PlaceSettingsRoutes implements Routes {
  private static final String PATH = "/api/v1/place-settings";
  private static final int MOST_SITES = 10;

  private final Database database;
  private final Sessions sessions;
  private final Audit audit;

  private record Request(@Nullable Boolean ownBirthday, @Nullable List<String> sites) {}

  public PlaceSettingsRoutes(Database database, Sessions sessions, Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.put(PATH, this::change);
  }

  private void show(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.SHOP).merchantId();
    Http.send(res, 200, database.inTenant(merchantId, c -> PlaceSettings.of(c, merchantId)));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.SHOP);
    PlaceSettings wanted = read(Http.json(req, Request.class));
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              if (!PlaceSettings.of(c, staff.merchantId()).equals(wanted)) {
                wanted.keep(c, staff.merchantId());
                audit.record(c, staff, "PLACE_SETTINGS_CHANGED", "shop", Map.of());
              }
              return true;
            });
    Http.send(res, 200, wanted);
  }

  private static PlaceSettings read(Request body) {
    Check check = new Check();
    check.require(
        body.ownBirthday != null, "ownBirthday", "REQUIRED", "не заполнено", "is required");
    List<String> typed = body.sites == null ? List.of() : body.sites;
    check.require(
        typed.size() <= MOST_SITES, "sites", "TOO_MANY", "не больше десяти", "at most ten");
    Set<String> sites = new LinkedHashSet<>();
    for (String one : typed.stream().limit(MOST_SITES).toList()) {
      String origin = one == null ? "" : Site.origin(one).orElse("");
      check.require(
          !origin.isEmpty(),
          "sites",
          "INVALID",
          "адрес сайта пишется так: https://my-shop.ru",
          "a site's address looks like https://my-shop.com");
      sites.add(origin);
    }
    check.done();
    return new PlaceSettings(Boolean.TRUE.equals(body.ownBirthday), List.copyOf(sites));
  }
}
