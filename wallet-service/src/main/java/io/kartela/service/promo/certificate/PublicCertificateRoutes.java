package io.kartela.service.promo.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.promo.code.CodeKey;
import io.kartela.service.promo.code.CodeSecrets;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The certificate's own page, for whoever has its link: what is left now, and the code as QR. */
final class PublicCertificateRoutes implements Routes {
  private static final int MOST_WRONG = 30;

  private final House house;
  private final Merchants merchants;
  private final CodeSecrets secrets;
  private final RateLimit wrong;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Page(
      LocalText shop,
      String color,
      String zone,
      LocalText kind,
      Origin origin,
      Certificate.State state,
      long rest,
      @Nullable Instant endsAt,
      String code,
      String barcode) {}

  PublicCertificateRoutes(House house, Merchants merchants, CodeSecrets secrets) {
    this.house = house;
    this.merchants = merchants;
    this.secrets = secrets;
    this.wrong = new RateLimit(MOST_WRONG, Duration.ofHours(1), house.clock());
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/public/certificates/{link}", this::show);
  }

  private void show(ServerRequest req, ServerResponse res) {
    String client = Http.client(req);
    wrong.requireLeft(client);
    String link = Http.pathParam(req, "link");
    try {
      long merchantId =
          CertificateCode.merchantOf(link)
              .orElseThrow(() -> new Problem(ProblemCode.CERTIFICATE_NOT_FOUND));
      Http.send(res, 200, page(merchantId, link));
    } catch (Problem e) {
      if (e.code() == ProblemCode.CERTIFICATE_NOT_FOUND || e.code() == ProblemCode.SHOP_NOT_FOUND) {
        wrong.count(client);
        throw new Problem(ProblemCode.CERTIFICATE_NOT_FOUND);
      }
      throw e;
    }
  }

  private Page page(long merchantId, String link) {
    CodeKey key =
        secrets.of(merchantId).orElseThrow(() -> new Problem(ProblemCode.CERTIFICATE_NOT_FOUND));
    Merchant shop = merchants.get(merchantId);
    Instant now = house.clock().instant();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              long id =
                  CertificateStore.byLink(c, key, merchantId, link)
                      .orElseThrow(() -> new Problem(ProblemCode.CERTIFICATE_NOT_FOUND));
              Certificate one = CertificateStore.find(c, merchantId, id, false);
              CertificateCode code = CertificateStore.code(c, key, merchantId, id);
              return new Page(
                  shop.names(),
                  shop.color(),
                  shop.zone().getId(),
                  one.kind(),
                  one.origin(),
                  one.state(now),
                  one.rest(),
                  one.endsAt(),
                  code.code(),
                  code.barcode());
            });
  }
}
