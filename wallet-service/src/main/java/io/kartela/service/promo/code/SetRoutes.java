package io.kartela.service.promo.code;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Promo codes in the cabinet. */
final class SetRoutes implements Routes {
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final Sessions sessions;
  private final House house;
  private final SetDesk desk;

  private record StateRequest(@Nullable Boolean stopped) {}

  private record UsePage(List<SetFigures.Use> items, @Nullable String nextCursor) {}

  SetRoutes(Sessions sessions, House house, SetDesk desk) {
    this.sessions = sessions;
    this.house = house;
    this.desk = desk;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String all = "/api/v1/promo-codes";
    String one = all + "/{setId}";
    routing.get(all, this::list);
    routing.post(all, this::create);
    routing.get(one, this::get);
    routing.put(one, this::change);
    routing.delete(one, this::delete);
    routing.put(one + "/state", this::setState);
    routing.post(one + "/codes", this::more);
    routing.post(one + "/file", this::bring);
    routing.get(one + "/uses", this::uses);
  }

  private StaffPrincipal author(ServerRequest req) {
    return sessions.require(req, Action.PROMO_CODES_CHANGE);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "setId", ProblemCode.PROMO_SET_NOT_FOUND);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROMO_CODES_READ).merchantId();
    Http.send(res, 200, Map.of("items", desk.all(merchantId, Http.query(req, "q").orElse(""))));
  }

  private void get(ServerRequest req, ServerResponse res) {
    send(res, 200, desk.get(sessions.require(req, Action.PROMO_CODES_READ).merchantId(), id(req)));
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    SetRequest body = Http.json(req, SetRequest.class);
    Check check = new Check();
    LocalText name = body.name(check);
    PromoSet.Terms terms = body.terms(check);
    SetRequest.Issue issue = body.issue(check);
    check.done();
    SetView made = desk.create(staff, name, terms, issue);
    res.header(HeaderNames.LOCATION, "/api/v1/promo-codes/" + made.id());
    send(res, 201, made);
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    SetRequest body = Http.json(req, SetRequest.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    LocalText name = body.name(check);
    PromoSet.Terms terms = body.terms(check);
    check.done();
    send(res, 200, desk.change(staff, id(req), revision, name, terms));
  }

  private void setState(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    StateRequest body = Http.json(req, StateRequest.class);
    Check check = new Check();
    check.require(body.stopped != null, "stopped", "REQUIRED", "не заполнено", "is required");
    check.done();
    send(res, 200, desk.stop(staff, id(req), Boolean.TRUE.equals(body.stopped)));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    desk.delete(author(req), id(req));
    Http.noContent(res);
  }

  private void more(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    SetMore body = Http.json(req, SetMore.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    check.done();
    send(res, 202, desk.more(staff, id(req), revision, body.count()));
  }

  private void bring(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = author(req);
    long id = id(req);
    Http.send(res, 200, desk.bring(staff, id, Http.body(req, MOST_BYTES)));
  }

  private void uses(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROMO_CODES_READ).merchantId();
    long id = id(req);
    int limit = Http.limit(req);
    Long before = Http.cursor(req).orElse(null);
    List<SetFigures.Use> uses =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  PromoSet _ = SetDesk.find(c, merchantId, id, "");
                  return SetFigures.uses(c, merchantId, id, before, limit + 1);
                });
    boolean more = uses.size() > limit;
    List<SetFigures.Use> shown = more ? uses.subList(0, limit) : uses;
    Http.send(res, 200, new UsePage(shown, more ? shown.getLast().receiptId() : null));
  }

  private static void send(ServerResponse res, int status, SetView view) {
    res.header(HeaderNames.ETAG, "\"" + view.revision() + "\"");
    Http.send(res, status, view);
  }
}
