package io.kartela.service.till.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Phone;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Progress;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierProgress;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.shop.store.TillSettings.PhoneSpending;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what the reader gave to a member, or a refusal that says what was wrong with it. */
public final class ScanRoutes implements Routes {
  private static final int BIRTHDAY_DAYS = 7;
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  /** Refusals that guessing would bring. */
  private static final Set<ProblemCode> MISSES =
      Set.of(
          ProblemCode.CARD_NOT_FOUND,
          ProblemCode.MEMBER_NOT_FOUND,
          ProblemCode.CARD_NOT_GIVEN_OUT,
          ProblemCode.CHECK_DIGIT_WRONG,
          ProblemCode.ROTATING_WRONG);

  private final Database database;
  private final Ids ids;
  private final Stores stores;
  private final Sessions sessions;
  private final Cashiers cashiers;
  private final TillRules rules;
  private final Resolver resolver;
  private final Cards cards;
  private final Merchants merchants;
  private final Progress progress = new Progress();
  private final Accounts accounts;
  private final Programs programs;
  private final InstantSource clock;
  private final Velocity velocity = new Velocity();
  private final ScanTraces traces = new ScanTraces();

  private record ScanRequest(
      @Nullable String text, @Nullable String symbology, @Nullable String source) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ScanResult(
      String scanId,
      String memberId,
      String memberName,
      String phoneMasked,
      TierView tier,
      @Nullable TierProgress tierProgress,
      BalanceView balance,
      String cardNumber,
      String identifiedBy,
      String medium,
      String spending,
      @Nullable Instant spendingUntil,
      List<String> repairs,
      boolean birthdaySoon,
      List<LocalText> hints) {}

  /** What the transaction that left the trace has to say. */
  private sealed interface Said {
    record Result(ScanResult result) implements Said {}

    record No(Problem problem) implements Said {}
  }

  public ScanRoutes(
      Database database,
      Ids ids,
      Stores stores,
      Sessions sessions,
      Cashiers cashiers,
      TillRules rules,
      Resolver resolver,
      Cards cards,
      Merchants merchants,
      Accounts accounts,
      Programs programs,
      InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.stores = stores;
    this.sessions = sessions;
    this.cashiers = cashiers;
    this.rules = rules;
    this.resolver = resolver;
    this.cards = cards;
    this.merchants = merchants;
    this.accounts = accounts;
    this.programs = programs;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/scans", this::scan);
    routing.get("/api/v1/scans", this::list);
  }

  private void scan(ServerRequest req, ServerResponse res) {
    RegisterPrincipal alone = stores.authenticate(req);
    TillSettings settings = rules.of(alone.merchantId());
    velocity.scan(alone, settings);
    ScanRequest body = Http.json(req, ScanRequest.class);
    Check check = new Check();
    String text = check(check, body);
    String symbology = check.optional("symbology", body.symbology, 40);
    check.oneOf("source", body.source, "WEDGE", "CAMERA", "MANUAL", "NFC", "SERIAL");
    check.done();
    Instant now = clock.instant();
    RegisterPrincipal register =
        cashiers.working(
            alone, Http.header(req, CASHIER).orElse(null), null, now, settings.cashierRequired());
    long id = ids.next();
    Resolver.Ask ask =
        new Resolver.Ask(
            register.merchantId(), text, symbology, body.source, now, settings, "scan:" + id);
    Said said = database.inTenant(register.merchantId(), c -> answer(c, register, id, ask));
    switch (said) {
      case Said.Result(ScanResult result) -> Http.send(res, 200, result);
      case Said.No(Problem problem) -> {
        if (MISSES.contains(problem.code())) {
          velocity.missed(register, settings);
        }
        throw problem;
      }
    }
  }

  private static String check(Check check, ScanRequest body) {
    String text = body.text == null ? "" : body.text;
    check.require(!text.isBlank(), "text", "REQUIRED", "не заполнено", "is required");
    check.require(
        text.length() <= 4096,
        "text",
        "TOO_LONG",
        "не длиннее 4096 знаков",
        "at most 4096 characters");
    return text;
  }

  private Said answer(Connection c, RegisterPrincipal register, long id, Resolver.Ask ask)
      throws SQLException {
    Resolution resolution = Newcomers.judge(c, register, resolver.resolve(c, ask), ask.at());
    return switch (resolution) {
      case Resolution.Refused refused -> {
        String outcome = refused.problem().code().name();
        traces.record(c, register, id, ask.at(), ask, refused, outcome);
        yield new Said.No(refused.problem());
      }
      case Resolution.Found found -> {
        var tooOften =
            velocity.tooOften(c, register.merchantId(), found.memberId(), ask.settings(), ask.at());
        traces.record(
            c, register, id, ask.at(), ask, found, tooOften.isEmpty() ? "FOUND" : "TOO_OFTEN");
        yield tooOften.isPresent()
            ? new Said.No(tooOften.get())
            : new Said.Result(result(c, register, id, found, ask));
      }
    };
  }

  private ScanResult result(
      Connection c, RegisterPrincipal register, long id, Resolution.Found found, Resolver.Ask ask)
      throws SQLException {
    long merchantId = register.merchantId();
    MemberRef member = found.member();
    Published program = programs.current(merchantId);
    Instant now = ask.at();
    MemberRef.Standing standing = member.standing();
    PhoneSpending spending = found.presence().spending(ask.settings());
    String number =
        cards
            .walletCard(c, merchantId, member.id())
            .map(card -> CardCode.humanNumber(card.code()))
            .orElse("");
    return new ScanResult(
        Long.toString(id),
        Long.toString(member.id()),
        member.name(),
        new Phone(member.phone()).masked(),
        program.tier(standing.tier()),
        progress
            .of(c, merchantId, member, program.program(), now, merchants.get(merchantId).zone())
            .orElse(null),
        accounts.balance(c, merchantId, member.id(), now),
        number,
        found.identifiedBy(),
        found.medium(),
        spending.name(),
        spending == PhoneSpending.FREE ? now.plus(SpendPermits.LIFE) : null,
        found.repairs(),
        birthdaySoon(member.birthDate(), now.atZone(register.storeZone()).toLocalDate()),
        found.hints());
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Role.MARKETER);
    ScanTraces.Query query =
        new ScanTraces.Query(
            Http.query(req, "memberId")
                .map(t -> Http.id(t, ProblemCode.MEMBER_NOT_FOUND))
                .orElse(null),
            Http.query(req, "registerId")
                .map(t -> Http.id(t, ProblemCode.REGISTER_NOT_FOUND))
                .orElse(null),
            ScanTraces.Place.of(Http.query(req, "cursor").orElse(null)),
            Http.limit(req));
    Http.send(
        res,
        200,
        database.inTenant(staff.merchantId(), c -> traces.page(c, staff.merchantId(), query)));
  }

  private static boolean birthdaySoon(@Nullable LocalDate born, LocalDate today) {
    if (born == null) {
      return false;
    }
    // atYear moves 29 February to the 28th in common years.
    MonthDay day = MonthDay.from(born);
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      if (Math.abs(ChronoUnit.DAYS.between(today, day.atYear(year))) <= BIRTHDAY_DAYS) {
        return true;
      }
    }
    return false;
  }
}
