package io.kartela.service.purchase;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.till.scan.LateScans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receipts that a register made without network, brought in together. */
public final class OfflineRoutes implements Routes {
  static final int MAX_RECEIPTS = 200;

  /** A clock that is wrong by more than this is not wrong but broken. */
  private static final Duration MAX_SKEW = Duration.ofDays(366);

  private final Stores stores;
  private final OfflineReceipts receipts;
  private final InstantSource clock;
  private final RateLimit perRegister;

  private record BatchRequest(
      @Nullable Instant sentAt, @Nullable List<OfflineReceipts.@Nullable Item> receipts) {}

  /**
   * @param booked by this very upload
   * @param repeated that were there already
   */
  private record BatchAnswer(
      long clockSkewSeconds,
      int booked,
      int repeated,
      int refused,
      List<OfflineReceipts.Result> results) {
    static BatchAnswer of(Duration skew, List<OfflineReceipts.Result> results) {
      int refused = (int) results.stream().filter(r -> r.receipt() == null).count();
      int repeated = (int) results.stream().filter(r -> r.status().equals("REPEATED")).count();
      int booked = results.size() - refused - repeated;
      return new BatchAnswer(skew.toSeconds(), booked, repeated, refused, results);
    }
  }

  public OfflineRoutes(
      House house,
      Stores stores,
      Cashiers cashiers,
      TillRules rules,
      Purchases purchases,
      LateScans lateScans) {
    this.stores = stores;
    this.clock = house.clock();
    Age age = new Age(house.database(), rules, clock);
    this.receipts =
        new OfflineReceipts(house.database(), purchases, age, cashiers, lateScans, rules);
    this.perRegister = new RateLimit(60, Duration.ofMinutes(1), clock);
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/receipts:batch", this::upload);
  }

  private void upload(ServerRequest req, ServerResponse res) {
    RegisterPrincipal register = stores.authenticate(req);
    perRegister.take(register.merchantId() + ":" + register.registerId());
    BatchRequest body = Http.parse(Http.body(req, Http.LARGE_BODY), BatchRequest.class);
    Instant now = clock.instant();
    Check check = new Check();
    Duration skew = skew(check, body.sentAt, now);
    List<OfflineReceipts.Item> items = items(check, body.receipts);
    check.done();
    List<OfflineReceipts.Result> results =
        receipts.book(register, items, skew, now, Http.lang(req));
    Http.send(res, 200, BatchAnswer.of(skew, results));
  }

  /** How much the register's clock is behind ours; small differences are the network's. */
  private static Duration skew(Check check, @Nullable Instant sentAt, Instant now) {
    if (sentAt == null) {
      return Duration.ZERO;
    }
    boolean sane = !sentAt.isBefore(now.minus(MAX_SKEW)) && !sentAt.isAfter(now.plus(MAX_SKEW));
    check.require(
        sane,
        "sentAt",
        "OUT_OF_RANGE",
        "часы кассы расходятся больше чем на год",
        "the register's clock is wrong by more than a year");
    Duration skew = sane ? Duration.between(sentAt, now) : Duration.ZERO;
    return skew.abs().compareTo(Duration.ofSeconds(5)) < 0 ? Duration.ZERO : skew;
  }

  private static List<OfflineReceipts.Item> items(
      Check check, @Nullable List<OfflineReceipts.@Nullable Item> given) {
    List<OfflineReceipts.Item> items = new ArrayList<>();
    if (given == null || given.isEmpty() || given.size() > MAX_RECEIPTS) {
      check.add(
          "receipts",
          "OUT_OF_RANGE",
          "от 1 до " + MAX_RECEIPTS + " чеков",
          "1 to " + MAX_RECEIPTS + " receipts");
      return items;
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      OfflineReceipts.Item item = given.get(i);
      String at = "receipts[" + i + "]";
      if (item == null) {
        check.add(at, "REQUIRED", "пустой чек", "is null");
        continue;
      }
      String key = item.key() == null ? "" : item.key();
      boolean right =
          !key.isEmpty() && key.length() <= 100 && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
      check.require(
          right,
          at + ".key",
          "INVALID",
          "от 1 до 100 печатных знаков",
          "1 to 100 printable characters");
      check.require(keys.add(key), at + ".key", "DUPLICATE", "ключ повторяется", "is given twice");
      items.add(item);
    }
    return items;
  }
}
