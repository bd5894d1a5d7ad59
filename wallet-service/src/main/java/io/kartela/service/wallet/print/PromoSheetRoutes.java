package io.kartela.service.wallet.print;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.promo.code.CodeSheets;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;

/** Promo codes to print, for those who may have them. */
public final class PromoSheetRoutes implements Routes {
  private static final int MOST_SKIPPED = 1_000_000;

  private final Sessions sessions;
  private final Merchants merchants;
  private final CodeSheets sheets;

  public PromoSheetRoutes(Sessions sessions, Merchants merchants, CodeSheets sheets) {
    this.sessions = sessions;
    this.merchants = merchants;
    this.sheets = sheets;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/print/promo-codes/{setId}", this::print);
  }

  private void print(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.PROMO_CODES_CHANGE).merchantId();
    long id = Http.id(req, "setId", ProblemCode.PROMO_SET_NOT_FOUND);
    int skip = Http.query(req, "skip", 0, 0, MOST_SKIPPED);
    int count = Http.query(req, "count", 240, 1, PromoSheet.MOST);
    Merchant shop = merchants.get(merchantId);
    Lang lang = Http.query(req, "lang").map(Lang::of).orElse(shop.locale());
    CodeSheets.Part part = sheets.of(merchantId, id, skip, count);
    if (part.codes().isEmpty()) {
      throw new Problem(ProblemCode.NO_CODES_TO_PRINT);
    }
    Http.download(res, "application/pdf", "promo-codes.pdf");
    Http.send(req, res, PromoSheet.pdf(shop.names().in(lang), part, lang));
  }
}
