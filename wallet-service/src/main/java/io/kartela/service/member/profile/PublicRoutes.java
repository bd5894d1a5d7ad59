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

  record SignUpRequest(
      @Nullable String phone,
      @Nullable String name,
      @Nullable LocalDate birthDate,
      @Nullable String locale,
      @Nullable Boolean consentTerms,
      @Nullable Boolean consentData,
      @Nullable Boolean consentMessages,
      @Nullable String inviteCode,
      @Nullable String proof) {

    /** Null: none was given; anything else may be typed, and is judged kindly. */
    @Nullable String invite() {
      return inviteCode == null || inviteCode.isBlank() ? null : inviteCode;
    }

    /** By a text, when nothing was chosen. */
    ProofWay way() {
      return proof == null ? ProofWay.SMS : ProofWay.valueOf(proof);
    }
  }

  private record ConfirmRequest(@Nullable String code, @Nullable String secret) {
    /** Neither is to be seen. */
    @Override
    public String toString() {
      return "confirmation";
    }
  }

  private record Checked(SignUpProofs.State state) {}

  /** A sign-up by the number that its page knows. */
  private record Named(long merchantId, long id) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SignUpDone(
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
        (req, res) -> Http.send(res, 200, shop(merchants.bySlug(Http.pathParam(req, "slug")))));
    routing.post("/api/v1/public/shops/{slug}/sign-ups", this::start);
    routing.post("/api/v1/public/sign-ups/{signUpId}/check", this::check);
    routing.post("/api/v1/public/sign-ups/{signUpId}/confirm", this::confirm);
    routing.post("/api/v1/members", this::createByCashier);
  }

  private ShopView shop(Merchant merchant) {
    return ShopView.of(merchant, programs, signUps.ways(merchant.id()));
  }

  private void start(ServerRequest req, ServerResponse res) {
    Merchant merchant = merchants.bySlug(Http.pathParam(req, "slug"));
    SignUpRequest body = Http.json(req, SignUpRequest.class);
    Enrolment.Person person = person(body, Http.lang(req));
    Http.send(
        res,
        202,
        signUps.start(
            merchant.id(),
            merchant.name(),
            new SignUps.Wish(person, body.invite(), body.way(), Http.client(req))));
  }

  Enrolment.Person person(SignUpRequest body, Lang accepted) {
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
    check.oneOf("proof", body.proof, "MAX", "TELEGRAM", "CALL", "SMS");
    LocalDate born = body.birthDate;
    if (born != null) {
      BirthDates.require(check, born, clock.instant());
    }
    check.done();
    if (phone == null) {
      throw new Problem(ProblemCode.PHONE_INVALID, typed);
    }
    Lang lang = body.locale == null ? accepted : Lang.of(body.locale);
    return new Enrolment.Person(phone, name, lang, born, Boolean.TRUE.equals(body.consentMessages));
  }

  private void confirm(ServerRequest req, ServerResponse res) {
    known(req, () -> confirmKnown(req, res));
  }

  private void check(ServerRequest req, ServerResponse res) {
    known(
        req,
        () -> {
          Named named = named(req);
          String secret = secret(Http.json(req, ConfirmRequest.class).secret);
          Http.send(res, 200, new Checked(signUps.state(named.merchantId, named.id, secret)));
        });
  }

  /** Whoever asks for many that are nobody's waits. */
  void known(ServerRequest req, Runnable work) {
    String address = Http.client(req);
    unknown.requireLeft(address);
    try {
      work.run();
    } catch (Problem e) {
      if (e.code() == ProblemCode.SIGN_UP_NOT_FOUND) {
        unknown.count(address);
      }
      throw e;
    }
  }

  private Named named(ServerRequest req) {
    String[] parts = Http.pathParam(req, "signUpId").split("-", 2);
    if (parts.length != 2) {
      throw new Problem(ProblemCode.SIGN_UP_NOT_FOUND);
    }
    long merchantId = Http.id(parts[0], ProblemCode.SIGN_UP_NOT_FOUND);
    long id = Http.id(parts[1], ProblemCode.SIGN_UP_NOT_FOUND);
    requireOpen(merchantId);
    return new Named(merchantId, id);
  }

  private static String secret(@Nullable String given) {
    Check check = new Check();
    String secret = check.text("secret", given, 100);
    check.done();
    return secret;
  }

  private void confirmKnown(ServerRequest req, ServerResponse res) {
    Named named = named(req);
    ConfirmRequest body = Http.json(req, ConfirmRequest.class);
    if (body.secret != null) {
      Enrolment.Enrolled proven =
          signUps.proven(named.merchantId, named.id, secret(body.secret), where(req, named));
      Http.send(res, 200, done(proven));
      return;
    }
    Check check = new Check();
    String code = check.text("code", body.code, 20);
    check.done();
    Http.send(res, 200, done(signUps.confirm(named.merchantId, named.id, code, where(req, named))));
  }

  private Evidence where(ServerRequest req, Named named) {
    RegisterPrincipal register =
        Http.header(req, HeaderNames.AUTHORIZATION).isPresent() ? working(req) : null;
    return register != null && register.merchantId() == named.merchantId
        ? new Evidence.AtTill(register)
        : new Evidence.OnPage(Http.client(req), clock.instant());
  }

  /** A shop that is closed takes nobody in; one that never was has no sign-ups. */
  private void requireOpen(long merchantId) {
    try {
      merchants.requireOpen(merchantId);
    } catch (Problem e) {
      throw e.code() == ProblemCode.SHOP_NOT_FOUND ? new Problem(ProblemCode.SIGN_UP_NOT_FOUND) : e;
    }
  }

  SignUpDone done(Enrolment.Enrolled enrolled) {
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
