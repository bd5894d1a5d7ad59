package io.kartela.service.wallet.print;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.wallet.design.Designs;
import io.kartela.service.wallet.designer.SampleCard;
import io.kartela.service.wallet.pass.PassReader;
import java.util.List;
import java.util.Set;

/** Sheets to print, by the design in force; for everybody, as that is. */
public final class PrintRoutes implements Routes {
  private final House house;
  private final Sessions sessions;
  private final Merchants merchants;
  private final Programs programs;
  private final Designs designs;

  public PrintRoutes(
      House house, Sessions sessions, Merchants merchants, Programs programs, Designs designs) {
    this.house = house;
    this.sessions = sessions;
    this.merchants = merchants;
    this.programs = programs;
    this.designs = designs;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/print/sign-up", this::signUp);
  }

  private void signUp(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_READ).merchantId();
    Sheet sheet = choice(Sheet.class, "sheet", Http.query(req, "sheet").orElse("POSTER_A4"));
    Merchant shop = merchants.get(merchantId);
    String wanted = Http.query(req, "lang").orElseGet(() -> shop.locale().tag());
    List<Lang> languages = languages(wanted, shop.locale());
    boolean marks = Boolean.parseBoolean(Http.query(req, "marks").orElse("false"));
    String format = Http.query(req, "format").orElse("pdf");
    if (!Set.of("pdf", "png").contains(format)) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "format", "pdf, png");
    }
    Published program = programs.current(merchantId);
    byte[] pdf =
        SignUpSheet.pdf(
            new Order(
                sheet,
                languages,
                shop.names(),
                languages.stream().map(lang -> Words.of(program, lang)).toList(),
                house.publicUrl().resolve("/join/" + shop.slug()),
                card(shop, program, languages.getFirst()),
                marks));
    if (format.equals("png")) {
      res.header(HeaderNames.CONTENT_TYPE, "image/png");
      res.header(HeaderNames.CACHE_CONTROL, "private, no-store");
      Http.send(req, res, SignUpSheet.picture(pdf));
      return;
    }
    Http.download(res, "application/pdf", sheet.file(shop.slug(), wanted));
    Http.send(req, res, pdf);
  }

  private PassReader.Card card(Merchant shop, Published program, Lang lang) {
    return SampleCard.of(
        shop,
        program,
        new SampleCard.Wish(SampleCard.Customer.TOP, null, null, lang),
        designs.current(shop.id()),
        house.publicUrl(),
        house.clock().instant());
  }

  /** Both: the shop's own first. */
  private static List<Lang> languages(String wanted, Lang own) {
    return switch (wanted) {
      case "ru" -> List.of(Lang.RU);
      case "en" -> List.of(Lang.EN);
      case "both" -> own == Lang.RU ? List.of(Lang.RU, Lang.EN) : List.of(Lang.EN, Lang.RU);
      default -> throw new Problem(ProblemCode.INVALID_PARAMETER, "lang", "ru, en, both");
    };
  }

  private static <E extends Enum<E>> E choice(Class<E> of, String name, String value) {
    try {
      return Enum.valueOf(of, value);
    } catch (IllegalArgumentException e) {
      String names =
          String.join(", ", List.of(of.getEnumConstants()).stream().map(Enum::name).toList());
      throw new Problem(ProblemCode.INVALID_PARAMETER, name, names);
    }
  }
}
