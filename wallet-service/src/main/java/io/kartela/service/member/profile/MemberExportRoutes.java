package io.kartela.service.member.profile;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.Amounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.platform.sheet.TableFile;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.WalletCounts;
import io.kartela.service.wallet.pass.WalletHolders;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cabinet's list of members as a file: the same search, order and columns, all of it. */
public final class MemberExportRoutes implements Routes {
  /** Read at once: no transaction is as long as a slow reader. */
  private static final int PART = 2_000;

  private final Database database;
  private final Sessions sessions;
  private final Merchants merchants;
  private final Programs programs;
  private final MemberList list = new MemberList();
  private final Accounts accounts = new Accounts(new PostgresLedger());
  private final WalletHolders holders = new WalletHolders();
  private final Audit audit;
  private final InstantSource clock;
  private final MemberFilter filter;

  /** What a column is called; the order of the file. */
  private enum Column {
    NAME("Имя", "Name"),
    PHONE("Телефон", "Phone"),
    TIER("Уровень", "Tier"),
    BALANCE("Баланс", "Balance"),
    SPENT("Сумма покупок", "Total spent"),
    PURCHASES("Покупок", "Purchases"),
    LASTPURCHASE("Последняя покупка", "Last purchase"),
    WALLETS("Кошельки", "Wallets"),
    CREATED("Дата вступления", "Joined"),
    STATUS("Статус", "Status");

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

  /** One member with all that a row may tell. */
  private record Row(MemberRef member, BalanceView balance, WalletCounts wallets) {}

  private record Part(List<Row> rows, @Nullable String next) {}

  public MemberExportRoutes(
      House house,
      Sessions sessions,
      Merchants merchants,
      Programs programs,
      Audit audit,
      Audiences audiences) {
    this.database = house.database();
    this.sessions = sessions;
    this.merchants = merchants;
    this.programs = programs;
    this.audit = audit;
    this.clock = house.clock();
    this.filter = new MemberFilter(audiences);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/members/export", this::export);
  }

  private void export(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_EXPORT);
    long merchantId = staff.merchantId();
    MemberList.Query query = filter.of(name -> Http.query(req, name), staff, PART, null);
    List<Column> columns = columns(Http.query(req, "columns").orElse(""));
    Lang lang = Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
    note(req, staff);
    ZoneId zone = merchants.get(merchantId).zone();
    Published program = programs.current(merchantId);
    List<String> titles = columns.stream().map(c -> c.title(lang)).toList();
    try (TableFile file = file(req, res, lang, titles)) {
      MemberList.Query from = query;
      while (from != null) {
        MemberList.Query asked = from;
        Part part = database.inTenant(merchantId, c -> part(c, merchantId, asked));
        for (Row row : part.rows) {
          file.row(columns.stream().map(column -> cell(column, row, program, zone, lang)).toList());
        }
        from = part.next == null ? null : query.from(part.next);
      }
    }
  }

  /** As it is asked for: CSV, or Excel. */
  private static TableFile file(
      ServerRequest req, ServerResponse res, Lang lang, List<String> titles) {
    if (Http.query(req, "format").orElse("csv").equals("xlsx")) {
      Http.download(res, Sheets.XLSX, "members.xlsx");
      return TableFile.xlsx(res.outputStream(), titles);
    }
    Http.download(res, "text/csv; charset=utf-8", "members.csv");
    return TableFile.csv(res.outputStream(), lang, titles);
  }

  private Part part(Connection c, long merchantId, MemberList.Query query) throws SQLException {
    MemberList.Page page = list.page(c, merchantId, query);
    List<Long> ids = page.members().stream().map(MemberRef::id).toList();
    Map<Long, BalanceView> balances = accounts.balances(c, merchantId, ids, clock.instant());
    Map<Long, WalletCounts> wallets = holders.walletCounts(c, merchantId, ids);
    List<Row> rows =
        page.members().stream()
            .map(
                m ->
                    new Row(
                        m,
                        balances.getOrDefault(m.id(), BalanceView.ZERO),
                        wallets.getOrDefault(m.id(), WalletCounts.NONE)))
            .toList();
    return new Part(rows, page.nextCursor());
  }

  /** As they are named in the address; none: all. */
  private static List<Column> columns(String names) {
    if (names.isBlank()) {
      return List.of(Column.values());
    }
    try {
      return Arrays.stream(names.split(",", -1))
          .map(name -> Column.valueOf(name.strip().toUpperCase(Locale.ROOT)))
          .distinct()
          .toList();
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "columns", "name,phone,…");
    }
  }

  private static Object cell(Column column, Row row, Published program, ZoneId zone, Lang lang) {
    MemberRef m = row.member;
    MemberRef.Standing s = m.standing();
    return switch (column) {
      case NAME -> m.name();
      case PHONE -> m.phone();
      case TIER -> program.tier(s.tier()).name().in(lang);
      case BALANCE -> amount(row.balance.available());
      case SPENT -> amount(s.spentTotal());
      case PURCHASES -> s.purchases();
      case LASTPURCHASE -> day(s.lastPurchaseAt(), zone);
      case WALLETS -> wallets(row.wallets);
      case CREATED -> day(m.createdAt(), zone);
      case STATUS ->
          (m.blocked()
                  ? new LocalText("заблокирован", "blocked")
                  : new LocalText("действует", "active"))
              .in(lang);
    };
  }

  private static BigDecimal amount(long minor) {
    return new BigDecimal(Amounts.text(minor));
  }

  private static String wallets(WalletCounts counts) {
    if (counts.apple() > 0 && counts.google() > 0) {
      return "Apple, Google";
    }
    return counts.apple() > 0 ? "Apple" : counts.google() > 0 ? "Google" : "";
  }

  private static Object day(@Nullable Instant at, ZoneId zone) {
    return at == null ? "" : at.atZone(zone).toLocalDate();
  }

  /** Who takes the list away stands in the audit, with what was asked for. */
  private void note(ServerRequest req, StaffPrincipal staff) {
    Map<String, Object> asked = new LinkedHashMap<>();
    // Not what was typed: it may be somebody's phone.
    Http.query(req, "q").ifPresent(v -> asked.put("searched", true));
    Http.query(req, "tier").ifPresent(v -> asked.put("tier", v));
    Http.query(req, "condition")
        .ifPresent(
            v -> {
              asked.put("filtered", true);
              asked.put("condition", Http.JSON.readTree(v));
            });
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              audit.record(c, staff, "MEMBERS_EXPORTED", "members", asked);
              return true;
            });
  }
}
