package io.kartela.service.shop.details;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The owner's page of the shop's details, and what customers may read of them. */
public final class DetailsRoutes implements Routes {
  private static final String TEXTS = "/api/v1/shop/texts/{kind}";

  private final Database database;
  private final Merchants merchants;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(Details details, @Nullable Text terms, @Nullable Text privacy) {}

  /** A text as the sign-up page links to it: elsewhere, or on a page of ours. */
  private record Link(int version, String url) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ForCustomers(
      Details.Contacts contacts,
      List<Whereabouts> stores,
      @Nullable Link terms,
      @Nullable Link privacy) {}

  public DetailsRoutes(
      Database database, Merchants merchants, Sessions sessions, Audit audit, InstantSource clock) {
    this.database = database;
    this.merchants = merchants;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/shop", this::show);
    routing.put("/api/v1/shop", this::change);
    routing.get(TEXTS, this::versions);
    routing.post(TEXTS, this::publish);
    routing.get("/api/v1/public/shops/{slug}/details", this::forCustomers);
    routing.get("/api/v1/public/shops/{slug}/texts/{kind}", this::read);
  }

  private void show(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.SHOP).merchantId();
    Http.send(res, 200, database.inTenant(merchantId, c -> view(c, merchantId)));
  }

  private static View view(Connection c, long merchantId) throws SQLException {
    return new View(
        DetailsStore.read(c, merchantId),
        DetailsStore.current(c, merchantId, Text.Kind.TERMS).orElse(null),
        DetailsStore.current(c, merchantId, Text.Kind.PRIVACY).orElse(null));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.SHOP);
    Details wanted = Http.json(req, Details.Request.class).check();
    long merchantId = staff.merchantId();
    View view =
        database.inTenant(
            merchantId,
            c -> {
              Changes changes = wanted.since(DetailsStore.lock(c, merchantId));
              if (!changes.none()) {
                DetailsStore.write(c, merchantId, wanted);
                audit.record(c, staff, "SHOP_CHANGED", "shop", changes.detail());
              }
              return view(c, merchantId);
            });
    merchants.forget(merchantId);
    Http.send(res, 200, view);
  }

  private void versions(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.SHOP).merchantId();
    Text.Kind kind = Text.Kind.of(Http.pathParam(req, "kind"));
    int limit = Http.limit(req);
    long before = Http.cursor(req).orElse(Long.valueOf(Integer.MAX_VALUE));
    Pages.send(
        res,
        database.inTenant(
            merchantId, c -> DetailsStore.versions(c, merchantId, kind, before, limit + 1)),
        limit,
        text -> Integer.toString(text.version()));
  }

  /** The same words again are no new version. */
  private void publish(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.SHOP);
    Text.Kind kind = Text.Kind.of(Http.pathParam(req, "kind"));
    Text.Body body = Http.parse(Http.body(req, Http.LARGE_BODY), Text.Request.class).check();
    long merchantId = staff.merchantId();
    Text now =
        database.inTenant(
            merchantId,
            c -> {
              Details _ = DetailsStore.lock(c, merchantId); // versions follow each other
              Text old = DetailsStore.current(c, merchantId, kind).orElse(null);
              if (old == null || !body.is(old)) {
                int version = old == null ? 1 : old.version() + 1;
                DetailsStore.By by = new DetailsStore.By(staff.email(), clock.instant());
                DetailsStore.add(c, merchantId, kind, version, body, by);
                audit.record(c, staff, "SHOP_TEXT_PUBLISHED", "shop", told(kind, version, body));
              }
              return DetailsStore.current(c, merchantId, kind).orElseThrow();
            });
    Http.send(res, 201, now);
  }

  private static Map<String, Object> told(Text.Kind kind, int version, Text.Body body) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("text", kind.name());
    told.put("version", version);
    if (!body.url().isEmpty()) {
      told.put("url", body.url());
    }
    return told;
  }

  private void forCustomers(ServerRequest req, ServerResponse res) {
    String slug = Http.pathParam(req, "slug");
    long merchantId = merchants.bySlug(slug).id();
    View view = database.inTenant(merchantId, c -> view(c, merchantId));
    List<Whereabouts> stores = database.inTenant(merchantId, c -> Whereabouts.of(c, merchantId));
    Http.send(
        res,
        200,
        new ForCustomers(
            view.details.contacts(),
            stores,
            link(slug, Text.Kind.TERMS, view.terms),
            link(slug, Text.Kind.PRIVACY, view.privacy)));
  }

  private static @Nullable Link link(String slug, Text.Kind kind, @Nullable Text text) {
    if (text == null) {
      return null;
    }
    String elsewhere = text.url();
    return new Link(
        text.version(), elsewhere == null ? "/join/" + slug + "/" + kind.address() : elsewhere);
  }

  private void read(ServerRequest req, ServerResponse res) {
    Text.Kind kind = Text.Kind.of(Http.pathParam(req, "kind"));
    long merchantId = merchants.bySlug(Http.pathParam(req, "slug")).id();
    Text text =
        database
            .inTenant(merchantId, c -> DetailsStore.current(c, merchantId, kind))
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    Http.send(res, 200, text.forCustomers());
  }
}
