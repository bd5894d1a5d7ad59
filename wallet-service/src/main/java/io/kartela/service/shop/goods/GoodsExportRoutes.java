package io.kartela.service.shop.goods;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.platform.sheet.TableFile;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cabinet's list of goods as a file: the same search, filter and order, all of it, in the words
 * that {@link GoodsImport} knows, which takes it back without a change. What it would read as
 * something else is left out; what is left out stays there.
 */
final class GoodsExportRoutes implements Routes {
  /** Read at once: no transaction is as long as a slow reader. */
  private static final int PART = 1_000;

  private final GoodsDesk desk;
  private final Categories categories;
  private final Sessions sessions;
  private final Database database;
  private final Audit audit;

  /** What a column is called; the order of the file. */
  private enum Column {
    NAME("Название", "Name"),
    CODE("Код", "Code"),
    CATEGORY("Категория", "Category"),
    /** The import knows one; what it does not name stays. */
    OTHERS("Ещё входит в", "Also in"),
    PRICE("Цена", "Price"),
    COST("Себестоимость", "Cost"),
    FLAGS("Пометки", "Marks"),
    SOLD("Когда продавался", "Sold on");

    private final String ru;
    private final String en;

    Column(String ru, String en) {
      this.ru = ru;
      this.en = en;
    }

    String title(Lang lang) {
      return lang == Lang.RU ? ru : en;
    }
  }

  GoodsExportRoutes(
      GoodsDesk desk, Categories categories, Sessions sessions, Database database, Audit audit) {
    this.desk = desk;
    this.categories = categories;
    this.sessions = sessions;
    this.database = database;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/goods/export", this::export);
  }

  private void export(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.GOODS_READ);
    long merchantId = staff.merchantId();
    GoodsList.Query query = ItemRoutes.query(req, PART, null);
    List<Column> columns = columns(Http.query(req, "columns").orElse(""), staff);
    Lang lang = Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
    GoodsList.Page page = desk.page(merchantId, query);
    note(query, staff);
    CategoryTree tree = categories.tree(merchantId);
    Map<String, Category> byPath = tree.byPath();
    List<String> titles = columns.stream().map(column -> column.title(lang)).toList();
    try (TableFile file = file(req, res, lang, titles)) {
      while (true) {
        for (Good.Kept one : page.goods()) {
          file.row(columns.stream().map(column -> cell(column, one, tree, byPath)).toList());
        }
        String next = page.nextCursor();
        if (next == null) {
          return;
        }
        page = desk.page(merchantId, ItemRoutes.query(req, PART, next));
      }
    }
  }

  /** As it is asked for: CSV, or Excel. */
  private static TableFile file(
      ServerRequest req, ServerResponse res, Lang lang, List<String> titles) {
    if (Http.query(req, "format").orElse("csv").equals("xlsx")) {
      Http.download(res, Sheets.XLSX, "goods.xlsx");
      return TableFile.xlsx(res.outputStream(), titles);
    }
    Http.download(res, "text/csv; charset=utf-8", "goods.csv");
    return TableFile.csv(res.outputStream(), lang, titles);
  }

  /** As they are named in the address; none: all that this person sees. */
  private static List<Column> columns(String names, StaffPrincipal staff) {
    List<Column> columns;
    try {
      columns =
          names.isBlank()
              ? List.of(Column.values())
              : Arrays.stream(names.split(",", -1))
                  .map(name -> Column.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                  .distinct()
                  .toList();
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "columns", "name,code,…");
    }
    boolean withCost = staff.may(Action.GOODS_CHANGE);
    return columns.stream().filter(column -> withCost || column != Column.COST).toList();
  }

  private static Object cell(
      Column column, Good.Kept kept, CategoryTree tree, Map<String, Category> byPath) {
    Good good = kept.good();
    return switch (column) {
      case NAME -> good.name();
      case CODE -> good.codes().stream().filter(GoodsRow::isCode).collect(Collectors.joining(", "));
      case CATEGORY -> {
        List<String> paths = paths(good, tree, byPath);
        yield paths.isEmpty() ? "" : paths.getFirst();
      }
      case OTHERS -> others(good, tree, byPath);
      case PRICE -> money(good.price());
      case COST -> money(good.cost());
      case FLAGS ->
          good.flags().stream().allMatch(GoodsRow::isFlag)
              ? String.join(", ", new TreeSet<>(good.flags()))
              : "";
      case SOLD -> kept.soldOn() == null ? "" : kept.soldOn();
    };
  }

  /** Of those that the import finds again. */
  private static List<String> paths(Good good, CategoryTree tree, Map<String, Category> byPath) {
    List<String> paths = new ArrayList<>();
    for (String key : new TreeSet<>(good.categories())) {
      Category category = tree.said(key);
      String path = category == null ? "" : tree.path(category);
      Category found = byPath.get(CategoryTree.fold(path));
      if (found != null && found.key().equals(key)) {
        paths.add(path);
      }
    }
    return paths;
  }

  /** All but the one that has a column of its own. */
  private static String others(Good good, CategoryTree tree, Map<String, Category> byPath) {
    List<String> paths = paths(good, tree, byPath);
    String first = paths.isEmpty() ? "" : paths.getFirst();
    return new TreeSet<>(good.categories())
        .stream()
            .map(
                key -> {
                  Category category = tree.said(key);
                  return category == null ? key : tree.path(category);
                })
            .filter(path -> !path.equals(first))
            .collect(Collectors.joining("; "));
  }

  private static Object money(@Nullable Long minor) {
    return minor == null ? "" : BigDecimal.valueOf(minor, 2);
  }

  /** Who takes the list away stands in the audit, with what was asked for. */
  private void note(GoodsList.Query query, StaffPrincipal staff) {
    Map<String, Object> asked = new LinkedHashMap<>();
    if (query.search() != null) {
      asked.put("searched", true);
    }
    if (query.category() != null) {
      asked.put("filtered", true);
    }
    if (query.archived()) {
      asked.put("archived", true);
    }
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              audit.record(c, staff, "GOODS_EXPORTED", "goods", asked);
              return true;
            });
  }
}
