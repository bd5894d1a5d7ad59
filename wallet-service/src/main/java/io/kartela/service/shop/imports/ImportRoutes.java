package io.kartela.service.shop.imports;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Csv;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lists from files, for whoever may change what they are lists of. */
final class ImportRoutes implements Routes {
  private static final int MOST_BYTES = 32 * 1024 * 1024;
  private static final int PART = 2_000;

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Sessions sessions;
  private final Map<String, ImportKind<?>> kinds;
  private final Runnable wake;
  private final ImportStore store = new ImportStore();

  private record Page(List<ImportView> items) {}

  ImportRoutes(House house, Sessions sessions, Map<String, ImportKind<?>> kinds, Runnable wake) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.sessions = sessions;
    this.kinds = kinds;
    this.wake = wake;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    String one = "/api/v1/imports/{importId}";
    routing.post("/api/v1/imports", this::create);
    routing.get("/api/v1/imports", this::list);
    routing.get(one, (req, res) -> answer(req, res, 200, require(req)));
    routing.delete(one, this::remove);
    routing.post(one + "/check", this::check);
    routing.post(one + "/run", this::run);
    routing.post(one + "/stop", this::stop);
    routing.post(one + "/undo", this::undo);
    routing.get(one + "/remarks", this::remarks);
  }

  private StaffPrincipal require(ServerRequest req) {
    return sessions.require(req, Action.IMPORTS);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "importId", ProblemCode.IMPORT_NOT_FOUND);
  }

  private ImportKind<?> kind(ServerRequest req) {
    ImportKind<?> kind = kinds.get(Http.query(req, "kind").orElse(""));
    if (kind == null) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "kind", String.join(", ", kinds.keySet()));
    }
    return kind;
  }

  private void create(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = require(req);
    ImportKind<?> kind = kind(req);
    Check check = new Check();
    String name = check.line("name", Http.query(req, "name").orElse("?"), 200);
    check.done();
    byte[] file = Http.body(req, MOST_BYTES);
    FileReader reader = new FileReader(kind.fields());
    Head head = reader.read(file);
    long id = ids.next();
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              store.insert(
                  c,
                  new Order(staff.merchantId(), id, staff.email(), staff.name()),
                  new ImportStore.Fresh(id, kind.name(), name, file, reader.rows()),
                  head,
                  reader.guess().stream()
                      .map(key -> isForbidden(staff, kind, key) ? "" : key)
                      .toList(),
                  clock.instant());
              return true;
            });
    answer(res, 201, staff, id);
  }

  private static boolean isForbidden(StaffPrincipal staff, ImportKind<?> kind, String key) {
    return !staff.may(Action.BALANCE_ADJUST)
        && kind.fields().stream().anyMatch(f -> f.ownersOnly() && f.key().equals(key));
  }

  private static void allow(StaffPrincipal staff, ImportKind<?> kind, List<String> columns) {
    if (columns.stream().anyMatch(key -> isForbidden(staff, kind, key))) {
      staff.require(Action.BALANCE_ADJUST);
    }
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = require(req).merchantId();
    String kind = kind(req).name();
    List<ImportView> items =
        database.inTenant(
            merchantId,
            c -> store.list(c, merchantId, kind).stream().map(ImportStore.Kept::view).toList());
    Http.send(res, 200, new Page(items));
  }

  private void answer(ServerRequest req, ServerResponse res, int status, StaffPrincipal staff) {
    answer(res, status, staff, id(req));
  }

  private void answer(ServerResponse res, int status, StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    ImportView view =
        database.inTenant(
            merchantId,
            c -> {
              ImportStore.Kept kept = store.find(c, merchantId, id);
              return kept.shown(of(kept), store.remarks(c, merchantId, id));
            });
    Http.send(res, status, view);
  }

  private ImportKind<?> of(ImportStore.Kept kept) {
    ImportKind<?> kind = kinds.get(kept.kind());
    if (kind == null) {
      throw new Problem(ProblemCode.IMPORT_NOT_FOUND);
    }
    return kind;
  }

  /** Goes through all rows and says what would become of them. */
  private void check(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = require(req);
    Mapping mapping = Http.json(req, Mapping.Said.class).mapping();
    change(
        req,
        staff,
        Set.of("NEW", "CHECKED", "STOPPED", "FAILED"),
        (c, kept) -> {
          if (!kept.hasFile()) {
            throw new Problem(ProblemCode.IMPORT_STATE);
          }
          List<String> columns = mapping.columns(kept.columns().size(), of(kept));
          allow(staff, of(kept), columns);
          store.begin(c, staff.merchantId(), id(req), "CHECKING", columns);
        });
    answer(req, res, 202, staff);
  }

  private void run(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = require(req);
    change(
        req,
        staff,
        Set.of("CHECKED", "STOPPED"),
        (c, kept) -> {
          allow(staff, of(kept), kept.columns());
          store.begin(c, staff.merchantId(), id(req), "RUNNING", null);
        });
    answer(req, res, 202, staff);
  }

  /** What is done stays done. */
  private void stop(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = require(req);
    long merchantId = staff.merchantId();
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              ImportStore.Kept kept = store.find(c, merchantId, id(req));
              switch (kept.view().state()) {
                case "CHECKING" -> store.set(c, merchantId, id(req), "NEW");
                case "RUNNING" -> {
                  store.set(c, merchantId, id(req), "STOPPED");
                  Order order = new Order(merchantId, id(req), staff.email(), staff.name());
                  ImportView view = kept.view();
                  of(kept).audit(c, order, view.about().file(), view.result().counts());
                }
                default -> throw new Problem(ProblemCode.IMPORT_STATE);
              }
              return true;
            });
    answer(req, res, 200, staff);
  }

  /** It erases people. */
  private void undo(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PERSONAL_DATA);
    change(
        req,
        staff,
        Set.of("DONE", "STOPPED", "FAILED"),
        (c, kept) -> {
          if (!of(kept).canBeTakenBack()) {
            throw new Problem(ProblemCode.IMPORT_STATE);
          }
          store.set(c, staff.merchantId(), id(req), "UNDOING");
        });
    answer(req, res, 202, staff);
  }

  private interface Change {
    void of(Connection c, ImportStore.Kept kept) throws SQLException;
  }

  /** One at a time of a shop: two lists would judge each other's rows. */
  private void change(ServerRequest req, StaffPrincipal staff, Set<String> from, Change change) {
    long merchantId = staff.merchantId();
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              NamedLock.alone(c, "imports:" + merchantId);
              ImportStore.Kept kept = store.find(c, merchantId, id(req));
              if (store.isBusy(c, merchantId)) {
                throw new Problem(ProblemCode.IMPORT_BUSY);
              }
              if (!from.contains(kept.view().state())) {
                throw new Problem(ProblemCode.IMPORT_STATE);
              }
              change.of(c, kept);
              return true;
            });
    wake.run();
  }

  private void remove(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = require(req);
    change(
        req,
        staff,
        Set.of("NEW", "CHECKED", "STOPPED", "DONE", "UNDONE", "FAILED"),
        (c, kept) -> store.delete(c, staff.merchantId(), id(req)));
    Http.noContent(res);
  }

  /** The rows of which something is said, with it, as a table that can be mended and sent again. */
  private void remarks(ServerRequest req, ServerResponse res) {
    long merchantId = require(req).merchantId();
    long id = id(req);
    Lang lang = Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
    ImportStore.Kept kept = database.inTenant(merchantId, c -> store.find(c, merchantId, id));
    Http.download(res, "text/csv; charset=utf-8", "remarks.csv");
    int columns = kept.head().titles().size();
    try (Csv csv = new Csv(res.outputStream(), lang)) {
      Stream<String> own =
          Stream.of(lang == Lang.RU ? "Строка" : "Row", lang == Lang.RU ? "Причина" : "Reason");
      csv.row(Stream.concat(kept.head().titles().stream(), own).toArray(String[]::new));
      List<ImportStore.Told> part;
      int after = 0;
      do {
        int from = after;
        part = database.inTenant(merchantId, c -> store.told(c, merchantId, id, from, PART));
        for (ImportStore.Told told : part) {
          List<String> cells = new ArrayList<>(told.cells());
          while (cells.size() < columns) {
            cells.add("");
          }
          cells.add(Integer.toString(told.remark().row()));
          cells.add(told.remark().text().in(lang));
          csv.row(cells.toArray(String[]::new));
          after = told.remark().row();
        }
      } while (part.size() == PART);
    }
  }
}
