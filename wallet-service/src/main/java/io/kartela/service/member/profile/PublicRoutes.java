package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.code.Phone;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.member.referral.InviteReply;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Becoming a member: the sign-up page's routes and the cashier's. */
public final class PublicRoutes implements Routes {
  private static final HeaderName CASHIER = HeaderNames.create(Cashiers.HEADER);

  private final Merchants merchants;
  private final Programs programs;
  private final SignUps signUps;
  private final Enrolment enrolment;
  private final Stores stores;
  private final Cashiers cashiers;
  private final InstantSource clock;
  private final URI publicUrl;

  /** Sign-ups that one address asked for and that are nobody's. */
  private final RateLimit unknown = new RateLimit(30, Duration.ofMinutes(10));

  private record SignUpRequest(
      @Nullable String phone,
      @Nullable String name,
      @Nullable LocalDate birthDate,
      @Nullable String locale,
      @Nullable Boolean consentTerms,
      @Nullable Boolean consentData,
      @Nullable Boolean consentMessages,
      @Nullable String inviteCode) {

    /** Null: none was given; anything else may be typed, and is judged kindly. */
    @Nullable String invite() {
      return inviteCode == null || inviteCode.isBlank() ? null : inviteCode;
    }
  }

  private record ConfirmRequest(@Nullable String code) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record SignUpDone(
      String memberId,
      @Nullable String cardToken,
      @Nullable String cardUrl,
      boolean created,
      @Nullable InviteReply invite) {}

  public PublicRoutes(
      House house,
      Merchants merchants,
      Programs programs,
      SignUps signUps,
      Enrolment enrolment,
      Stores stores,
      Cashiers cashiers) {
    this.merchants = merchants;
    this.programs = programs;
    this.signUps = signUps;
    this.enrolment = enrolment;
    this.stores = stores;
    this.cashiers = cashiers;
    this.clock = house.clock();
    this.publicUrl = house.publicUrl();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(
        "/api/v1/public/shops/{slug}",
        (req, res) ->
            Http.send(
                res, 200, ShopView.of(merchants.bySlug(Http.pathParam(req, "slug")), programs)));
    routing.post("/api/v1/public/shops/{slug}/sign-ups", this::start);
    routing.post("/api/v1/public/sign-ups/{signUpId}/confirm", this::confirm);
    routing.post("/api/v1/members", this::createByCashier);
  }

  private void start(ServerRequest req, ServerResponse res) {
    Merchant merchant = merchants.bySlug(Http.pathParam(req, "slug"));
    SignUpRequest body = Http.json(req, SignUpRequest.class);
    Enrolment.Person person = person(body, Http.lang(req));
    Http.send(
        res,
        202,
        signUps.start(merchant.id(), merchant.name(), person, body.invite(), Http.client(req)));
  }

  private Enrolment.Person person(SignUpRequest body, Lang accepted) {
    Check check = new Check();
    String name = check.line("name", body.name, 100);
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
        "нужно согласие с правилами программы",
        "the terms must be accepted");
    check.require(
        Boolean.TRUE.equals(body.consentData),
        "consentData",
        "REQUIRED",
        "нужно согласие на обработку персональных данных",
        "consent to the processing of personal data is needed");
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
    String address = Http.client(req);
    unknown.requireLeft(address);
    try {
      confirmKnown(req, res);
    } catch (Problem e) {
      if (e.code() == ProblemCode.SIGN_UP_NOT_FOUND) {
        unknown.count(address);
      }
      throw e;
    }
  }

  private void confirmKnown(ServerRequest req, ServerResponse res) {
    String[] parts = Http.pathParam(req, "signUpId").split("-", 2);
    if (parts.length != 2) {
      throw new Problem(ProblemCode.SIGN_UP_NOT_FOUND);
    }
    long merchantId = Http.id(parts[0], ProblemCode.SIGN_UP_NOT_FOUND);
    long id = Http.id(parts[1], ProblemCode.SIGN_UP_NOT_FOUND);
    requireOpen(merchantId);
    ConfirmRequest body = Http.json(req, ConfirmRequest.class);
    Check check = new Check();
    String code = check.text("code", body.code, 20);
    check.done();
    RegisterPrincipal register =
        Http.header(req, HeaderNames.AUTHORIZATION).isPresent() ? working(req) : null;
    Evidence where =
        register != null && register.merchantId() == merchantId
            ? new Evidence.AtTill(register)
            : new Evidence.OnPage(Http.client(req));
    Http.send(res, 200, done(signUps.confirm(merchantId, id, code, where)));
  }

  /** A shop that is closed takes nobody in; one that never was has no sign-ups. */
  private void requireOpen(long merchantId) {
    try {
      merchants.requireOpen(merchantId);
    } catch (Problem e) {
      throw e.code() == ProblemCode.SHOP_NOT_FOUND ? new Problem(ProblemCode.SIGN_UP_NOT_FOUND) : e;
    }
  }

  private SignUpDone done(Enrolment.Enrolled enrolled) {
    String token = enrolled.here() ? enrolled.pass().token() : null;
    return new SignUpDone(
        Long.toString(enrolled.memberId()),
        token,
        token == null ? null : publicUrl.resolve("/c/" + token).toString(),
        enrolled.created(),
        enrolled.invite());
  }

  /** The register and, when one is signed in, its cashier; nobody is asked for a PIN here. */
  private RegisterPrincipal working(ServerRequest req) {
    String session = Http.header(req, CASHIER).orElse(null);
    return cashiers.working(stores.authenticate(req), session, null, clock.instant(), false);
  }

  private void createByCashier(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = working(req);
    String key = Http.idempotencyKey(req);
    SignUpRequest body = Http.json(req, SignUpRequest.class);
    Enrolment.Person person = person(body, Http.lang(req));
    Http.send(res, 201, done(enrolment.vouched(register, key, person, body.invite())));
  }
}
