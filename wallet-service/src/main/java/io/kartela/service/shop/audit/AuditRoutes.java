package io.kartela.service.shop.audit;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Csv;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Pages;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The owner's page of who changed what. */
public final class AuditRoutes implements Routes {
  private static final int AT_ONCE = 500;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Database database;
  private final Sessions sessions;
  private final Merchants merchants;
  private final Audit audit;

  private record KindView(String kind, LocalText what) {}

  private record Filters(List<AuditLog.Person> people, List<KindView> kinds) {}

  public AuditRoutes(Database database, Sessions sessions, Merchants merchants, Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.merchants = merchants;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/audit", this::list);
    routing.get("/api/v1/audit/filters", this::filters);
    routing.get("/api/v1/audit/export", this::export);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.AUDIT).merchantId();
    AuditLog.Wanted wanted = wanted(req, merchants.get(merchantId).zone());
    int limit = Http.limit(req);
    Long before = Http.cursor(req).orElse(null);
    Pages.send(
        res,
        database.inTenant(merchantId, c -> AuditLog.page(c, merchantId, wanted, before, limit + 1)),
        limit,
        AuditLog.Entry::id);
  }

  private static AuditLog.Wanted wanted(ServerRequest req, ZoneId zone) {
    LocalDate from = day(req, "from").orElse(null);
    LocalDate to = day(req, "to").orElse(null);
    return new AuditLog.Wanted(
        Http.query(req, "author").orElse(null),
        Http.query(req, "kind").orElse(null),
        begin(from, zone),
        begin(to == null ? null : to.plusDays(1), zone));
  }

  private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static Optional<LocalDate> day(ServerRequest req, String name) {
    try {
      return Http.query(req, name).map(LocalDate::parse).filter(d -> d.getYear() < 10_000);
    } catch (DateTimeParseException e) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, name, "2026-11-28");
    }
  }

  private void filters(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.AUDIT).merchantId();
    List<KindView> kinds =
        Arrays.stream(AuditKind.values()).map(k -> new KindView(k.name(), k.words())).toList();
    Http.send(
        res,
        200,
        new Filters(database.inTenant(merchantId, c -> AuditLog.people(c, merchantId)), kinds));
  }

  /** Everything at once, read in parts: no transaction is as long as a slow reader. */
  private void export(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.AUDIT);
    ZoneId zone = merchants.get(staff.merchantId()).zone();
    AuditLog.Wanted wanted = wanted(req, zone);
    Lang lang = Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
    note(req, staff);
    Http.download(res, "text/csv; charset=utf-8", "changes.csv");
    try (Csv csv = new Csv(res.outputStream(), lang)) {
      head(csv, lang);
      Long before = null;
      List<AuditLog.Entry> part;
      do {
        Long after = before;
        part =
            database.inTenant(
                staff.merchantId(),
                c -> AuditLog.page(c, staff.merchantId(), wanted, after, AT_ONCE));
        part.forEach(entry -> row(csv, entry, zone, lang));
        before = part.isEmpty() ? null : Long.valueOf(part.getLast().id());
      } while (part.size() == AT_ONCE);
    }
  }

  /** Who takes the log away stands in it, too. */
  private void note(ServerRequest req, StaffPrincipal staff) {
    Map<String, String> asked = new LinkedHashMap<>();
    Http.query(req, "author").ifPresent(v -> asked.put("person", v));
    Http.query(req, "kind").ifPresent(v -> asked.put("kind", v));
    Http.query(req, "from").ifPresent(v -> asked.put("since", v));
    Http.query(req, "to").ifPresent(v -> asked.put("until", v));
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              audit.record(c, staff, "AUDIT_EXPORTED", "audit", asked);
              return true;
            });
  }

  private static void head(Csv csv, Lang lang) {
    if (lang == Lang.RU) {
      csv.row("Когда", "Кто", "Учётная запись", "Что", "Объект", "Подробности");
    } else {
      csv.row("When", "Who", "Account", "What", "Subject", "Details");
    }
  }

  private static void row(Csv csv, AuditLog.Entry entry, ZoneId zone, Lang lang) {
    csv.row(
        TIME.format(entry.at().atZone(zone)),
        entry.by().name().in(lang),
        entry.by().author(),
        entry.what().in(lang),
        entry.subject(),
        entry.changes().stream().map(c -> c.in(lang)).collect(Collectors.joining("; ")));
  }
}
