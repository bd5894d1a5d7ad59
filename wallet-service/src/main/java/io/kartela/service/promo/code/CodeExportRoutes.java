package io.kartela.service.promo.code;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.platform.sheet.TableFile;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The codes of a set as a file, all of them; who takes them away stands in the audit. */
final class CodeExportRoutes implements Routes {
  private static final int PART = 5_000;

  private final Sessions sessions;
  private final House house;
  private final CodeSecrets secrets;
  private final Audit audit;

  CodeExportRoutes(Sessions sessions, House house, CodeSecrets secrets, Audit audit) {
    this.sessions = sessions;
    this.house = house;
    this.secrets = secrets;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/promo-codes/{setId}/export", this::export);
  }

  private void export(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PROMO_CODES_CHANGE);
    long merchantId = staff.merchantId();
    long id = Http.id(req, "setId", ProblemCode.PROMO_SET_NOT_FOUND);
    Lang lang = Http.query(req, "lang").map(Lang::of).orElseGet(() -> Http.lang(req));
    PromoSet set =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  PromoSet found = SetDesk.find(c, merchantId, id, "");
                  audit.record(
                      c,
                      staff,
                      "PROMO_CODES_EXPORTED",
                      "promo-set:" + id,
                      Map.of("name", found.name().ru()));
                  return found;
                });
    CodeKey key = secrets.of(merchantId).orElseThrow();
    List<String> titles =
        lang == Lang.RU ? List.of("Промокод", "Использован, раз") : List.of("Promo code", "Used");
    try (TableFile file = file(req, res, lang, titles)) {
      Long after = null;
      List<CodeStock.Shown> part;
      do {
        Long from = after;
        part =
            house
                .database()
                .inTenant(merchantId, c -> CodeStock.part(c, key, set, merchantId, from, PART));
        part.forEach(code -> file.row(List.of(code.text(), BigDecimal.valueOf(code.used()))));
        after = part.isEmpty() ? null : part.getLast().place();
      } while (part.size() == PART);
    }
  }

  private static TableFile file(
      ServerRequest req, ServerResponse res, Lang lang, List<String> titles) {
    if (Http.query(req, "format").orElse("csv").equals("xlsx")) {
      Http.download(res, Sheets.XLSX, "promo-codes.xlsx");
      return TableFile.xlsx(res.outputStream(), titles);
    }
    Http.download(res, "text/csv; charset=utf-8", "promo-codes.csv");
    return TableFile.csv(res.outputStream(), lang, titles);
  }
}
