package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.certificate.Origin;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificates of a member, on the card's own page. */
public final class CardCertificateRoutes implements Routes {
  private final House house;
  private final Passes passes;
  private final Certificates certificates;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(
      LocalText kind,
      Origin origin,
      long rest,
      String tail,
      @Nullable Instant endsAt,
      String link) {}

  private record Views(List<View> items) {}

  public CardCertificateRoutes(House house, Passes passes, Certificates certificates) {
    this.house = house;
    this.passes = passes;
    this.certificates = certificates;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/public/cards/{token}/certificates", this::list);
  }

  private void list(ServerRequest req, ServerResponse res) {
    String token = Http.pathParam(req, "token");
    long merchantId =
        Passes.merchantOf(token).orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
    Instant now = house.clock().instant();
    List<Certificates.Held> held =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  PassRef pass =
                      passes
                          .byToken(c, merchantId, token)
                          .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
                  if (pass.voided()) {
                    throw new Problem(ProblemCode.CARD_REPLACED);
                  }
                  return certificates.of(c, merchantId, pass.memberId(), now);
                });
    Http.send(
        res,
        200,
        new Views(
            held.stream()
                .map(
                    h ->
                        new View(
                            h.name(), h.origin(), h.rest(), h.tail(), h.endsAt(), "/g/" + h.link()))
                .toList()));
  }
}
