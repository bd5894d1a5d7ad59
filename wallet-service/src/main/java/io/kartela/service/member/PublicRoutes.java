package io.kartela.service.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.OperationView;
import io.kartela.service.card.CardCode;
import io.kartela.service.card.Cards;
import io.kartela.service.card.Phone;
import io.kartela.service.cashier.Cashiers;
import io.kartela.service.db.Database;
import io.kartela.service.http.Check;
import io.kartela.service.http.Http;
import io.kartela.service.http.Lang;
import io.kartela.service.http.LocalText;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.http.Routes;
import io.kartela.service.merchant.Merchant;
import io.kartela.service.merchant.Merchants;
import io.kartela.service.pass.CardTerms;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.Passes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierProgress;
import io.kartela.service.program.TierView;
import io.kartela.service.store.RegisterPrincipal;
import io.kartela.service.store.Stores;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer meets: the sign-up page and the card's own page. The cashier's sign-up stands
 * here too.
 */
public final class PublicRoutes implements Routes {
  private static final int SHOWN_OPERATIONS = 20;

  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Database database;
  private final Merchants merchants;
  private final Programs programs;
  private final SignUps signUps;
  private final Enrolment enrolment;
  private final Members members;
  private final Progress progress = new Progress();
  private final Cards cards;
  private final Passes passes;
  private final CardTerms terms;
  private final Accounts accounts;
  private final Stores stores;
  private final Cashiers cashiers;
  private final InstantSource clock;
  private final URI publicUrl;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ShopView(
      String slug,
      String name,
      LocalText programName,
      LocalText description,
      String color,
      String defaultLocale,
      @Nullable Long welcomeBonus,
      List<TierView> tiers) {}

  private record SignUpRequest(
      @Nullable String phone,
      @Nullable String name,
      @Nullable LocalDate birthDate,
      @Nullable String locale,
      @Nullable Boolean consentTerms,
      @Nullable Boolean consentMessages) {}

  private record ConfirmRequest(@Nullable String code) {}

  private record SignUpDone(String memberId, String cardToken, String cardUrl, boolean created) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record CardView(
      String token,
      ShopView shop,
      String memberName,
      String number,
      String code,
      WebBarcode barcode,
      String locale,
      TierView tier,
      @Nullable TierProgress tierProgress,
      BalanceView balance,
      String status,
      String appleUrl,
      String googleUrl,
      @Nullable String news,
      @Nullable Instant validUntil,
      List<OperationView> operations) {}

  PublicRoutes(
      Database database,
      Merchants merchants,
      Programs programs,
      SignUps signUps,
      Enrolment enrolment,
      Members members,
      Cards cards,
      Passes passes,
      CardTerms terms,
      Accounts accounts,
      Stores stores,
      Cashiers cashiers,
      InstantSource clock,
      URI publicUrl) {
    this.database = database;
    this.merchants = merchants;
    this.programs = programs;
    this.signUps = signUps;
    this.enrolment = enrolment;
    this.members = members;
    this.cards = cards;
    this.passes = passes;
    this.terms = terms;
    this.accounts = accounts;
    this.stores = stores;
    this.cashiers = cashiers;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(
        "/api/v1/public/shops/{slug}",
        (req, res) -> Http.send(res, 200, shop(merchants.bySlug(Http.pathParam(req, "slug")))));
    routing.post("/api/v1/public/shops/{slug}/sign-ups", this::start);
    routing.post("/api/v1/public/sign-ups/{signUpId}/confirm", this::confirm);
    routing.get("/api/v1/public/cards/{token}", this::card);
    routing.post("/api/v1/members", this::createByCashier);
  }

  private ShopView shop(Merchant m) {
    Published program = programs.current(m.id());
    var name = program.program().name();
    return new ShopView(
        m.slug(),
        m.name(),
        new LocalText(name.ru(), name.en()),
        new LocalText(m.descriptionRu(), m.descriptionEn()),
        m.color(),
        m.locale().tag(),
        programs.welcomeAmount(m.id()),
        program.tiers());
  }

  private void start(ServerRequest req, ServerResponse res) {
    Merchant merchant = merchants.bySlug(Http.pathParam(req, "slug"));
    Enrolment.Person person = person(Http.json(req, SignUpRequest.class), Http.lang(req));
    Http.send(
        res, 202, signUps.start(merchant.id(), merchant.name(), person, req.remotePeer().host()));
  }

  private Enrolment.Person person(SignUpRequest body, Lang accepted) {
    Check check = new Check();
    String name = check.text("name", body.name, 100);
    String typed = check.text("phone", body.phone, 40);
    Phone phone = Phone.parse(typed).orElse(null);
    check.require(
        typed.isEmpty() || phone != null,
        "phone",
        "PHONE_INVALID",
        "номер не распознан",
        "is not a phone number");
    check.require(
        Boolean.TRUE.equals(body.consentTerms),
        "consentTerms",
        "REQUIRED",
        "нужно согласие с условиями программы",
        "the terms must be accepted");
    check.oneOf("locale", body.locale, "ru", "en");
    LocalDate born = body.birthDate;
    LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    check.require(
        born == null || (born.isBefore(today) && born.isAfter(today.minusYears(130))),
        "birthDate",
        "INVALID",
        "проверьте дату рождения",
        "please check the date of birth");
    check.done();
    if (phone == null) {
      throw new Problem(ProblemCode.PHONE_INVALID, typed);
    }
    Lang lang = body.locale == null ? accepted : Lang.of(body.locale);
    return new Enrolment.Person(phone, name, lang, born, Boolean.TRUE.equals(body.consentMessages));
  }

  private void confirm(ServerRequest req, ServerResponse res) {
    String[] parts = Http.pathParam(req, "signUpId").split("-", 2);
    if (parts.length != 2) {
      throw new Problem(ProblemCode.SIGN_UP_NOT_FOUND);
    }
    long merchantId = Http.id(parts[0], ProblemCode.SIGN_UP_NOT_FOUND);
    long id = Http.id(parts[1], ProblemCode.SIGN_UP_NOT_FOUND);
    ConfirmRequest body = Http.json(req, ConfirmRequest.class);
    Check check = new Check();
    String code = check.text("code", body.code, 20);
    check.done();
    RegisterPrincipal register =
        Http.header(req, HeaderNames.AUTHORIZATION).isPresent() ? working(req) : null;
    boolean theirs = register != null && register.merchantId() == merchantId;
    Http.send(res, 200, done(signUps.confirm(merchantId, id, code, theirs ? register : null)));
  }

  private SignUpDone done(Enrolment.Enrolled enrolled) {
    String token = enrolled.pass().token();
    return new SignUpDone(
        Long.toString(enrolled.memberId()),
        token,
        publicUrl.resolve("/c/" + token).toString(),
        enrolled.created());
  }

  /** The register and, when one is signed in, its cashier; nobody is asked for a PIN here. */
  private RegisterPrincipal working(ServerRequest req) {
    String session = Http.header(req, CASHIER).orElse(null);
    return cashiers.working(stores.authenticate(req), session, null, clock.instant(), false);
  }

  private void createByCashier(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = working(req);
    Http.idempotencyKey(
        req); // the phone makes it idempotent; the key keeps all writes of a register alike
    Enrolment.Person person = person(Http.json(req, SignUpRequest.class), Http.lang(req));
    Enrolment.Enrolled enrolled = enrolment.enrol(register.merchantId(), person, register);
    Http.send(res, 201, done(enrolled));
  }

  private void card(ServerRequest req, ServerResponse res) {
    String token = Http.pathParam(req, "token");
    long merchantId =
        Passes.merchantOf(token).orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Http.send(res, 200, database.inTenant(merchantId, c -> card(c, merchantId, token)));
  }

  private CardView card(Connection c, long merchantId, String token) throws SQLException {
    PassRef pass =
        passes
            .byToken(c, merchantId, token)
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    if (pass.voided()) {
      throw new Problem(ProblemCode.CARD_REPLACED);
    }
    MemberRef m =
        members
            .find(c, merchantId, pass.memberId())
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Cards.WalletCodes codes =
        cards
            .walletCodes(c, merchantId, m.id())
            .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Published program = programs.current(merchantId);
    MemberRef.Standing s = m.standing();
    return new CardView(
        token,
        shop(merchants.get(merchantId)),
        m.name(),
        CardCode.humanNumber(codes.code()),
        codes.code(),
        WebBarcode.of(terms.design(merchantId), codes),
        m.locale().tag(),
        program.tier(s.tier()),
        progress
            .of(
                c,
                merchantId,
                m,
                program.program(),
                clock.instant(),
                merchants.get(merchantId).zone())
            .orElse(null),
        accounts.balance(c, merchantId, m.id(), clock.instant()),
        m.blocked() ? "BLOCKED" : "ACTIVE",
        "/c/" + token + ".pkpass",
        "/c/" + token + "/google",
        pass.news(),
        terms.of(pass).map(CardTerms.Term::end).orElse(null),
        accounts
            .statement(
                c,
                merchantId,
                m.id(),
                io.kartela.ledger.postgres.AccountStatement.NEWEST,
                SHOWN_OPERATIONS)
            .lines()
            .stream()
            .map(OperationView::of)
            .toList());
  }
}
