package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.member.consent.Purpose;
import io.kartela.service.member.consent.SignUpWords;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.details.TextLinks;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Signing up on the shop's own site, by the script that stands there: for pages of the sites that
 * the shop has named and of no others. No cookie is read here, so nobody acts for anybody.
 */
public final class SiteRoutes implements Routes {
  private static final String PATH = "/embed/{slug}";

  private final Database database;
  private final Merchants merchants;
  private final SignUps signUps;
  private final PublicRoutes pages;
  private final URI publicUrl;
  private final InstantSource clock;

  private record Consented(LocalText terms, LocalText data, LocalText messages) {
    static final Consented NOW =
        new Consented(
            SignUpWords.of(Purpose.PROGRAM).words(),
            SignUpWords.of(Purpose.PERSONAL_DATA).words(),
            SignUpWords.of(Purpose.MARKETING).words());
  }

  /**
   * What the form says.
   *
   * @param byText whether codes come as texts, the one way that this form knows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Form(
      LocalText shop,
      boolean byText,
      Consented consents,
      @Nullable URI termsUrl,
      @Nullable URI privacyUrl) {}

  private record Typed(@Nullable String signUpId, @Nullable String code) {
    /** Not to be seen. */
    @Override
    public String toString() {
      return "code";
    }
  }

  private record From(Merchant shop, String site) {}

  public SiteRoutes(House house, Merchants merchants, SignUps signUps, PublicRoutes pages) {
    this.database = house.database();
    this.merchants = merchants;
    this.signUps = signUps;
    this.pages = pages;
    this.publicUrl = house.publicUrl();
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.post(PATH + "/sign-ups", this::start);
    routing.post(PATH + "/confirm", this::confirm);
    for (String path : new String[] {PATH, PATH + "/sign-ups", PATH + "/confirm"}) {
      routing.options(path, this::preflight);
    }
  }

  /** The shop, if the page that asks is of a site that it has named; the page may read on then. */
  private From admit(ServerRequest req, ServerResponse res) {
    Merchant shop = merchants.bySlug(Http.pathParam(req, "slug"));
    String site = Http.header(req, HeaderNames.ORIGIN).orElse("");
    res.header(HeaderNames.VARY, "Origin");
    PlaceSettings settings = database.inTenant(shop.id(), c -> PlaceSettings.of(c, shop.id()));
    if (!settings.sites().contains(site)) {
      throw new Problem(ProblemCode.SITE_UNKNOWN);
    }
    res.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, site);
    return new From(shop, site);
  }

  private void preflight(ServerRequest req, ServerResponse res) {
    From _ = admit(req, res);
    res.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
    res.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, Accept-Language");
    res.header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
    Http.noContent(res);
  }

  private void show(ServerRequest req, ServerResponse res) {
    Merchant shop = admit(req, res).shop;
    TextLinks links =
        database.inTenant(shop.id(), c -> TextLinks.of(c, shop.id(), shop.slug(), publicUrl));
    boolean byText = signUps.ways(shop.id()).contains(ProofWay.SMS);
    Http.send(
        res, 200, new Form(shop.names(), byText, Consented.NOW, links.terms(), links.privacy()));
  }

  private void start(ServerRequest req, ServerResponse res) {
    Merchant shop = admit(req, res).shop;
    PublicRoutes.SignUpRequest body = Http.json(req, PublicRoutes.SignUpRequest.class);
    Enrolment.Person person = pages.person(body, Http.lang(req));
    SignUps.Wish wish = new SignUps.Wish(person, body.invite(), ProofWay.SMS, Http.client(req));
    Http.send(res, 202, signUps.start(shop.id(), shop.name(), wish));
  }

  private void confirm(ServerRequest req, ServerResponse res) {
    From from = admit(req, res);
    Typed body = Http.json(req, Typed.class);
    Check check = new Check();
    String code = check.text("code", body.code, 20);
    check.done();
    long id = number(from.shop, body.signUpId);
    Evidence where = new Evidence.OnSite(Http.client(req), from.site, clock.instant());
    pages.known(
        req,
        () -> Http.send(res, 200, pages.done(signUps.confirm(from.shop.id(), id, code, where))));
  }

  /** A sign-up of this shop's. */
  private static long number(Merchant shop, @Nullable String signUpId) {
    String own = shop.id() + "-";
    if (signUpId == null || !signUpId.startsWith(own)) {
      throw new Problem(ProblemCode.SIGN_UP_NOT_FOUND);
    }
    return Http.id(signUpId.substring(own.length()), ProblemCode.SIGN_UP_NOT_FOUND);
  }
}
