package io.kartela.service.purchase;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import java.util.Optional;

/** Receipts as they were booked, for registers and the cabinet. */
public final class ReceiptRoutes implements Routes {
  private final Stores stores;
  private final Sessions sessions;
  private final Receipts receipts;

  public ReceiptRoutes(House house, Stores stores, Sessions sessions, Programs programs) {
    this.stores = stores;
    this.sessions = sessions;
    this.receipts = new Receipts(house, programs);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/receipts", this::list);
    routing.get("/api/v1/receipts/{receiptId}", this::get);
    routing.get("/api/v1/members/{memberId}/receipts", this::ofMember);
  }

  private void list(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    Long before =
        Http.query(req, "cursor").map(c -> Http.id(c, ProblemCode.RECEIPT_NOT_FOUND)).orElse(null);
    Optional<String> search = Http.query(req, "search");
    Optional<Long> member =
        Http.query(req, "memberId").map(id -> Http.id(id, ProblemCode.MEMBER_NOT_FOUND));
    if (search.isEmpty() && member.isEmpty()) {
      Http.send(res, 200, receipts.page(register, Http.limit(req), before));
      return;
    }
    ReceiptSearch wanted =
        new ReceiptSearch(search.map(ReceiptRoutes::bounded).orElse(null), member.orElse(null));
    Http.send(res, 200, receipts.found(register.merchantId(), wanted, Http.limit(req), before));
  }

  /** All that a member bought, also what brought no bonuses, for the member's page. */
  private void ofMember(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.RECEIPTS_READ).merchantId();
    long member = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    receipts.requireMember(merchantId, member);
    Long before =
        Http.query(req, "cursor").map(c -> Http.id(c, ProblemCode.RECEIPT_NOT_FOUND)).orElse(null);
    ReceiptSearch wanted = new ReceiptSearch(null, member);
    Http.send(res, 200, receipts.found(merchantId, wanted, Http.limit(req), before));
  }

  private static String bounded(String search) {
    if (search.length() > ReceiptSearch.LONGEST) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "search", "1…" + ReceiptSearch.LONGEST);
    }
    return search;
  }

  private void get(ServerRequest req, ServerResponse res) {
    long merchantId =
        sessions.present(req)
            ? sessions.require(req, Action.RECEIPTS_READ).merchantId()
            : stores.authenticate(req).merchantId();
    long id = Http.id(req, "receiptId", ProblemCode.RECEIPT_NOT_FOUND);
    Http.send(res, 200, receipts.get(merchantId, id));
  }
}
