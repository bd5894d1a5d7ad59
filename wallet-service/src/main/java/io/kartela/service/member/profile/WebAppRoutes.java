package io.kartela.service.member.profile;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.content.CardArt;
import io.kartela.service.wallet.pass.OpenCards;
import java.util.List;
import java.util.Map;

/** The card's page as a program on the home screen: its name and icon are the shop's. */
public final class WebAppRoutes implements Routes {
  private static final String PATH = "/api/v1/public/cards/{token}/app";
  private static final List<Integer> SIZES = List.of(180, 192, 512);

  private final Merchants merchants;
  private final Programs programs;
  private final OpenCards cards;
  private final Members members = new Members();

  private record Look(Merchant shop, String color) {}

  public WebAppRoutes(Merchants merchants, Programs programs, OpenCards cards) {
    this.merchants = merchants;
    this.programs = programs;
    this.cards = cards;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::manifest);
    routing.get(PATH + "/icons/{size}", this::icon);
  }

  private Look look(String token) {
    return cards.in(
        token,
        (c, merchantId, memberId) -> {
          Merchant shop = merchants.get(merchantId);
          String tier =
              members
                  .find(c, merchantId, memberId)
                  .map(m -> programs.current(merchantId).tier(m.standing().tier()).color())
                  .orElse(null);
          return new Look(shop, tier == null ? shop.color() : tier);
        });
  }

  private void manifest(ServerRequest req, ServerResponse res) {
    String token = Http.pathParam(req, "token");
    Look look = look(token);
    String name = look.shop.names().in(Http.lang(req));
    byte[] body =
        Http.JSON.writeValueAsBytes(
            Map.of(
                "id",
                "/c/" + token,
                "start_url",
                "/c/" + token,
                "scope",
                "/c/",
                "name",
                name,
                "short_name",
                name.length() > 12 ? name.substring(0, 12).strip() : name,
                "display",
                "standalone",
                "orientation",
                "portrait",
                "background_color",
                "#f4f6f4",
                "theme_color",
                look.color,
                "icons",
                List.of(icon(token, 192, "any"), icon(token, 512, "any maskable"))));
    res.header(HeaderNames.CONTENT_TYPE, "application/manifest+json");
    res.header(HeaderNames.CACHE_CONTROL, "private, max-age=3600");
    res.send(body);
  }

  private static Map<String, String> icon(String token, int size, String purpose) {
    return Map.of(
        "src",
        PATH.replace("{token}", token) + "/icons/" + size,
        "sizes",
        size + "x" + size,
        "type",
        "image/png",
        "purpose",
        purpose);
  }

  private void icon(ServerRequest req, ServerResponse res) {
    int size =
        SIZES.stream()
            .filter(one -> Integer.toString(one).equals(Http.pathParam(req, "size")))
            .findFirst()
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    byte[] png = CardArt.app(look(Http.pathParam(req, "token")).color, size);
    res.header(HeaderNames.CONTENT_TYPE, "image/png");
    res.header(HeaderNames.CACHE_CONTROL, "private, max-age=86400");
    res.send(png);
  }
}
