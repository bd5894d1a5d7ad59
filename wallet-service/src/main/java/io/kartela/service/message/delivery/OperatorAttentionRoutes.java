package io.kartela.service.message.delivery;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.platform.work.Troubles;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.operator.OperatorSessionRoutes;
import io.kartela.service.shop.operator.OperatorSessions;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Which shops' cards and jobs need a person, for the operator, who may have one's cards tried
 * again.
 */
public final class OperatorAttentionRoutes implements Routes {
  /** So many shops are named; when a vendor is away it is everybody's trouble, not each one's. */
  private static final int SHOPS = 100;

  private final Database database;
  private final OperatorSessions sessions;
  private final Merchants merchants;
  private final Supplier<List<Silences.Silence>> silences;
  private final Runnable wake;

  private record Shop(
      String merchantId, String name, List<Ailments.Cards> undelivered, List<Ailments.Work> work) {
    boolean isIll() {
      return !undelivered.isEmpty() || !work.isEmpty();
    }
  }

  private record Attention(List<Shop> items, boolean more, List<Ailments.Silent> silentVendors) {}

  private record Retried(int cards) {}

  /**
   * @param silences who answers nobody
   * @param wake there are letters to try again
   */
  public OperatorAttentionRoutes(
      Database database,
      OperatorSessions sessions,
      Merchants merchants,
      Supplier<List<Silences.Silence>> silences,
      Runnable wake) {
    this.database = database;
    this.sessions = sessions;
    this.merchants = merchants;
    this.silences = silences;
    this.wake = wake;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/operator/attention", this::attention);
    routing.post("/api/v1/operator/merchants/{merchantId}/retry", this::retry);
  }

  private void attention(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    SortedSet<Long> ill =
        database.asWorker(
            c -> {
              SortedSet<Long> all = new TreeSet<>(Troubles.merchants(c));
              LetterKinds.all(c).forEach(kind -> all.addAll(kind.merchants()));
              return all;
            });
    List<Shop> shops = ill.stream().limit(SHOPS).map(this::shop).filter(Shop::isIll).toList();
    Http.send(
        res, 200, new Attention(shops, ill.size() > SHOPS, Ailments.Silent.of(silences.get())));
  }

  private Shop shop(long merchantId) {
    Ailments of = database.inTenant(merchantId, c -> Ailments.of(c, merchantId));
    return new Shop(
        Long.toString(merchantId), merchants.get(merchantId).name(), of.undelivered(), of.work());
  }

  private void retry(ServerRequest req, ServerResponse res) {
    OperatorSessionRoutes.require(sessions, req);
    long merchantId =
        merchants.get(Http.id(req, "merchantId", ProblemCode.MERCHANT_NOT_FOUND)).id();
    int cards = database.inTenant(merchantId, c -> DeadLetters.retry(c, merchantId));
    wake.run();
    Http.send(res, 202, new Retried(cards));
  }
}
