package io.kartela.service.report.figures;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.platform.sheet.TableFile;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a period, the buyers and the receipts behind them, and all of it as a file. */
public final class FiguresRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;
  private final Question question;

  private record BuyersView(Buyers.Count now, Buyers.Count before, Buyers.Count yearAgo) {}

  public FiguresRoutes(
      House house, Sessions sessions, Merchants merchants, Audiences audiences, Audit audit) {
    this.database = house.database();
    this.sessions = sessions;
    this.audit = audit;
    this.clock = house.clock();
    this.question = new Question(merchants, audiences, house.clock());
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/reports/figures", this::figures);
    routing.get("/api/v1/reports/figures/export", this::export);
    routing.get("/api/v1/reports/figures/choices", this::choices);
    routing.get("/api/v1/reports/buyers", this::buyers);
    routing.get("/api/v1/reports/movements", this::movements);
  }

  private void choices(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.FIGURES);
    Http.send(res, 200, database.inTenant(staff.merchantId(), c -> Choices.of(c, staff)));
  }

  private void figures(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.FIGURES);
    Http.send(res, 200, view(staff, question.read(name -> Http.query(req, name), staff)));
  }

  private Figures.View view(StaffPrincipal staff, Question.Asked asked) {
    return database.inTenant(
        staff.merchantId(),
        c -> Figures.of(c, question.scope(c, staff, asked), asked, clock.instant()));
  }

  private void export(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.FIGURES);
    Question.Asked asked = question.read(name -> Http.query(req, name), staff);
    Lang lang = Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
    Figures.View view = view(staff, asked);
    note(staff, asked);
    try (TableFile file = file(req, res, lang)) {
      FiguresFile.write(file, view, lang);
    }
  }

  /** As it is asked for: CSV, or Excel. */
  private static TableFile file(ServerRequest req, ServerResponse res, Lang lang) {
    if (Http.query(req, "format").orElse("csv").equals("xlsx")) {
      Http.download(res, Sheets.XLSX, "figures.xlsx");
      return TableFile.xlsx(res.outputStream(), FiguresFile.titles(lang));
    }
    Http.download(res, "text/csv; charset=utf-8", "figures.csv");
    return TableFile.csv(res.outputStream(), lang, FiguresFile.titles(lang));
  }

  private void note(StaffPrincipal staff, Question.Asked asked) {
    Map<String, Object> what = new LinkedHashMap<>();
    what.put("from", asked.period().from().toString());
    what.put("through", asked.period().to().toString());
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              audit.record(c, staff, "FIGURES_EXPORTED", "figures", what);
              return true;
            });
  }

  private void buyers(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.FIGURES);
    Question.Asked asked = question.read(name -> Http.query(req, name), staff);
    Http.send(res, 200, database.inTenant(staff.merchantId(), c -> buyers(c, staff, asked)));
  }

  private BuyersView buyers(Connection c, StaffPrincipal staff, Question.Asked asked)
      throws SQLException {
    Scope scope = question.scope(c, staff, asked);
    Period period = asked.period();
    ZonedDateTime local = clock.instant().atZone(scope.zone());
    boolean unfinished = period.to().equals(local.toLocalDate());
    return new BuyersView(
        buyers(c, scope, period, null),
        buyers(c, scope, period.before(), unfinished ? local : null),
        buyers(c, scope, period.yearAgo(), unfinished ? local : null));
  }

  private static Buyers.Count buyers(
      Connection c, Scope scope, Period period, @Nullable ZonedDateTime cut) throws SQLException {
    Instant to = cut == null ? scope.start(period.to().plusDays(1)) : Figures.sameTime(period, cut);
    return Buyers.of(c, scope, scope.start(period.from()), to);
  }

  private void movements(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.FIGURES);
    Question.Asked asked = question.read(name -> Http.query(req, name), staff);
    int limit = Http.limit(req);
    String cursor = Http.query(req, "cursor").orElse(null);
    Http.send(
        res,
        200,
        database.inTenant(
            staff.merchantId(),
            c -> {
              Scope scope = question.scope(c, staff, asked);
              Instant from = scope.start(asked.period().from());
              Instant to = scope.start(asked.period().to().plusDays(1));
              return MovementList.of(c, scope, from, to, limit, cursor);
            }));
  }
}
