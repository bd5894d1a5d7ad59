package io.kartela.service.place;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.LotView;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.purchase.OwnReceipts;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/** What a member has, what burns when, and what was bought. */
final class HistoryRoutes implements Routes {
  /** More grants at once than anybody reads. */
  private static final int MOST_LOTS = 200;

  private final PlaceGate gate;
  private final OwnReceipts receipts;
  private final Accounts accounts = new Accounts(new PostgresLedger());
  private final InstantSource clock;

  private record Bonuses(BalanceView balance, List<LotView> lots) {}

  HistoryRoutes(House house, PlaceGate gate, OwnReceipts receipts) {
    this.gate = gate;
    this.receipts = receipts;
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PlaceGate.PATH + "/bonuses", this::bonuses);
    routing.get(PlaceGate.PATH + "/receipts", this::receipts);
  }

  private void bonuses(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, gate.signedIn(req, this::bonuses));
  }

  private Bonuses bonuses(PlaceGate.Visit v) throws SQLException {
    var now = clock.instant();
    return new Bonuses(
        accounts.balance(v.c(), v.merchantId(), v.memberId(), now),
        accounts.lots(v.c(), v.merchantId(), v.memberId(), now, MOST_LOTS).stream()
            .map(LotView::forMember)
            .toList());
  }

  private void receipts(ServerRequest req, ServerResponse res) {
    int limit = Http.query(req, "limit", 20, 1, 50);
    Long before =
        Http.query(req, "cursor").map(c -> Http.id(c, ProblemCode.RECEIPT_NOT_FOUND)).orElse(null);
    Http.send(
        res,
        200,
        gate.signedIn(req, v -> receipts.page(v.c(), v.merchantId(), v.memberId(), limit, before)));
  }
}
