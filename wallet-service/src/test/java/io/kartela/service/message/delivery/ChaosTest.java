package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Delivery;
import io.kartela.service.message.delivery.DeliveryResult.Outcome;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.pass.PassRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A poisoned row, a vendor that is away, a wrong certificate, two nodes: nothing is lost, nobody
 * waits.
 */
class ChaosTest extends DeliveryScene {
  private static CompletableFuture<Delivery> said(Delivery delivery) {
    return CompletableFuture.completedFuture(delivery);
  }

  private static Delivery taken() {
    return new Delivery.Delivered("x");
  }

  private static Delivery doubted() {
    return new Delivery.Rejected("BadDeviceToken", Delivery.AddressFate.QUARANTINE, null);
  }

  private static int times(Map<String, AtomicInteger> asked, String token) {
    return asked.getOrDefault(token, new AtomicInteger()).get();
  }

  private long aside(long merchantId) {
    return sql(
        "SELECT count(*) FROM kartela.apple_device WHERE quarantined IS NOT NULL AND merchant_id = "
            + merchantId);
  }

  @Test
  void everyPhoneHasItsOwnFate() throws Exception {
    PassRef pass = holder(SHOP, token(20_001), token(20_002), token(20_003));
    Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    ApplePush moody =
        token -> {
          int times = asked.computeIfAbsent(token, t -> new AtomicInteger()).incrementAndGet();
          if (token.equals(token(20_002)) && times < 3) {
            return said(new Delivery.Retry("503", Duration.ofMillis(20)));
          }
          return token.equals(token(20_003)) && times < 2
              ? said(new Delivery.Throttled("429", Duration.ofMillis(900)))
              : said(taken());
        };
    changed(pass, "{\"news\":\"Раз\",\"campaign\":41,\"seq\":1}");
    worker(moody, QUICK);
    emptied();
    assertEquals(1, times(asked, token(20_001)), "a phone that was told is not told again");
    assertEquals(3, times(asked, token(20_002)));
    assertEquals(2, times(asked, token(20_003)));
    assertEquals(
        List.of(Outcome.DELIVERED), results.stream().map(DeliveryResult::outcome).toList());
    assertEquals(pass.version() + 1, now(pass).version());
    assertEquals(0, letters());
  }

  @Test
  void aPhoneThatIsRefusedForeverIsKeptAlone() throws Exception {
    PassRef pass = holder(SHOP, token(20_011), token(20_012));
    List<String> pushes = new CopyOnWriteArrayList<>();
    ApplePush oneDown =
        token -> {
          pushes.add(token);
          return said(
              token.equals(token(20_012))
                  ? new Delivery.Retry("503", Duration.ofMillis(1))
                  : taken());
        };
    changed(pass, "");
    worker(oneDown, QUICK);
    emptied();
    assertEquals(1, Collections.frequency(pushes, token(20_011)));
    assertEquals(1, letters());
    assertEquals(List.of(""), results.stream().map(DeliveryResult::reason).toList());
  }

  @Test
  void aPoisonedRowDelaysNobody() throws Exception {
    List<PassRef> others = new ArrayList<>();
    PassRef poisoned = holder(SHOP, token(21_000));
    changed(poisoned, "{\"campaign\":9}");
    for (int i = 1; i <= 20; i++) {
      PassRef other = holder(SHOP + i % 3, token(21_000 + i));
      others.add(other);
      changed(other, "");
    }
    DeliveryListener breaking =
        (c, result) -> {
          if (result.memberId() == poisoned.memberId()) {
            throw new IllegalStateException("counted wrong");
          }
          results.add(result);
        };
    worker(token -> said(taken()), QUICK, breaking);
    // The lease is 30 s: nobody may need it.
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (heard() < others.size() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(others.size(), heard());
    emptied();
    assertEquals(1, letters());
    assertEquals(
        1,
        sql(
            "SELECT count(*) FROM kartela.dead_letter WHERE reason = 'FAULT' AND member_id = "
                + poisoned.memberId()));
  }

  /** The column was a smallint: its overflow made every claim of the lane fail. */
  @Test
  void aRowThatWasTriedForEverStopsNoLane() throws Exception {
    PassRef old = holder(SHOP, token(22_000));
    PassRef other = holder(SHOP + 1, token(22_001));
    changed(old, "");
    sql("UPDATE kartela.outbox SET attempts = 32767");
    changed(other, "");
    worker(token -> said(taken()), QUICK);
    emptied();
    assertEquals(2, results.size());
  }

  @Test
  void aMerchantWhoseIdentityIsBrokenDelaysNobody() throws Exception {
    changed(holder(SHOP, token(22_101)), "");
    changed(holder(SHOP + 1, token(22_102)), "");
    List<String> pushes = new CopyOnWriteArrayList<>();
    worker(
        new ApplePush() {
          @Override
          public CompletableFuture<Delivery> push(String token) {
            pushes.add(token);
            return said(taken());
          }

          @Override
          public String certificate(long merchantId) {
            if (merchantId == SHOP) {
              throw new IllegalStateException("cannot be opened");
            }
            return "good";
          }
        },
        QUICK);
    until("the other's push", () -> pushes.contains(token(22_102)));
    emptied();
    assertEquals(1, letters());
  }

  @Test
  void anHourWithoutAppleLosesNothing() throws Exception {
    int many = 30;
    List<PassRef> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(holder(SHOP + i % 2, token(23_000 + i)));
      changed(all.get(i), "");
    }
    AtomicBoolean well = new AtomicBoolean();
    Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
    ApplePush away =
        token -> {
          if (!well.get()) {
            return said(new Delivery.Retry("out of reach", Duration.ofMillis(1)));
          }
          told.computeIfAbsent(token, t -> new AtomicInteger()).incrementAndGet();
          return said(taken());
        };
    DeliveryWorker worker = worker(away, QUICK);
    for (int minutes = 0; minutes < 60 && letters() < many; minutes += 10) {
      emptiedOr(Duration.ofMillis(300));
      pass(Duration.ofMinutes(10));
    }
    emptied();
    assertEquals(many, letters(), "kept");
    until(
        "told of",
        () -> worker.letters().all().stream().mapToLong(Undelivered::cards).sum() == many);
    assertEquals(Undelivered.Reason.UNREACHABLE, worker.letters().all().getFirst().reason());
    pass(Duration.ofMinutes(10));
    until(
        "probed",
        () ->
            sql(
                    "SELECT count(*) FROM kartela.dead_letter WHERE tried_at > clock_timestamp() -"
                        + " interval '9 minutes'")
                > 0);
    emptied();
    assertEquals(many, letters(), "still away: nothing lost, and not all tried");
    well.set(true);
    pass(Duration.ofMinutes(2));
    until("everybody is told", () -> letters() == 0);
    emptied();
    assertEquals(many, told.size());
    assertTrue(told.values().stream().allMatch(times -> times.get() == 1), told::toString);
  }

  /** Of how many cards; what was undone with the poisoned row is told again. */
  private long heard() {
    return results.stream().map(DeliveryResult::memberId).distinct().count();
  }

  private void emptiedOr(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (outboxRows() > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }

  @Test
  void aSmallShopWithAWrongCertificateIsNotSetAside() throws Exception {
    for (int i = 0; i < 15; i++) {
      changed(holder(SHOP + 5, token(24_000 + i)), "");
    }
    AtomicInteger asked = new AtomicInteger();
    worker(
        token -> {
          asked.incrementAndGet();
          return said(doubted());
        },
        QUICK);
    until("all were asked", () -> asked.get() >= 15);
    until(
        "all wait",
        () ->
            sql(
                    "SELECT count(*) FROM kartela.outbox WHERE not_before > now() + interval '10"
                        + " seconds' AND claimed_at IS NULL")
                == 15);
    assertEquals(0, aside(SHOP + 5));
  }

  @Test
  void aBusyNeighbourHidesNoWrongCertificateAndAnotherOneLiftsTheQuarantine() throws Exception {
    long bad = SHOP + 6;
    long busy = SHOP + 7;
    for (int i = 0; i < 400; i++) {
      changed(holder(busy, token(25_000 + i)), "");
    }
    for (int i = 0; i < 120; i++) {
      changed(holder(bad, token(26_000 + i)), "");
    }
    PassRef doubtful = holder(busy, token(25_900));
    AtomicInteger asked = new AtomicInteger();
    Map<Long, String> certificates = new ConcurrentHashMap<>(Map.of(bad, "bad", busy, "good"));
    worker(
        new ApplePush() {
          @Override
          public CompletableFuture<Delivery> push(String token) {
            throw new IllegalStateException("by whose certificate?");
          }

          @Override
          public CompletableFuture<Delivery> push(long merchantId, String token) {
            if (merchantId == bad) {
              asked.incrementAndGet();
            }
            boolean well =
                certificates.getOrDefault(merchantId, "").equals("new")
                    || (merchantId == busy && !token.equals(token(25_900)));
            return said(well ? taken() : doubted());
          }

          @Override
          public String certificate(long merchantId) {
            return certificates.getOrDefault(merchantId, "");
          }
        },
        QUICK);
    until("all were asked", () -> asked.get() >= 120 && results.size() >= 400);
    assertEquals(0, aside(bad));
    changed(doubtful, "");
    until("one bad token of a good certificate is set aside", () -> aside(busy) == 1);
    certificates.put(busy, "new");
    results.clear();
    changed(doubtful, "");
    until("another certificate may be believed", () -> !results.isEmpty());
    assertEquals(Outcome.DELIVERED, results.getFirst().outcome());
  }

  @Test
  void tenReceiptsAtOnceMakeTwoPushes() throws Exception {
    PassRef pass = holder(SHOP, token(27_000));
    List<Long> at = new CopyOnWriteArrayList<>();
    List<Long> versions = new CopyOnWriteArrayList<>();
    DeliveryWorker worker =
        worker(
            token -> {
              at.add(System.nanoTime());
              versions.add(now(pass).version());
              return said(taken());
            },
            QUICK);
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      changed(pass, "");
      worker.wake();
      Thread.sleep(5);
    }
    boolean quick = System.nanoTime() - start < PushPace.TOGETHER.toNanos();
    emptied();
    assertEquals(10, results.size());
    assertEquals(now(pass).version(), versions.getLast(), "the last is never lost");
    if (quick) {
      // On a machine too busy for ten receipts in a quarter of a second there may be more.
      assertEquals(2, at.size(), "the first at once, and one for all the others");
    }
  }

  @Test
  void aLongQueueAtGoogleHoldsNoLetterOfAppleBack() throws Exception {
    PassRef pass = holder(SHOP, token(28_500));
    sql(
        """
        INSERT INTO kartela.outbox (merchant_id, kind, member_id, not_before)
        SELECT %d, 'GOOGLE_RESTYLED', 1, now() + interval '1 hour' FROM generate_series(1, 600)
        """
            .formatted(SHOP + 8));
    sql(
        """
        INSERT INTO kartela.dead_letter (merchant_id, channel, member_id, target, reason, detail, created_at, next_try)
        VALUES (%d, 'APPLE', %d, '', 'FAULT', 'Broken', now(), now())
        """
            .formatted(SHOP, pass.memberId()));
    worker(token -> said(taken()), QUICK);
    until("the letter goes out", () -> letters() == 0);
  }

  @Test
  void twoNodesTellEveryPhoneOnce() throws Exception {
    int many = 200;
    Map<String, AtomicInteger> told = new ConcurrentHashMap<>();
    ApplePush counting =
        token -> {
          told.computeIfAbsent(token, t -> new AtomicInteger()).incrementAndGet();
          return said(taken());
        };
    for (int i = 0; i < many; i++) {
      changed(holder(SHOP + i % 4, token(28_000 + i)), "");
    }
    worker(counting, QUICK);
    worker(counting, QUICK);
    emptied();
    assertEquals(many, told.size());
    assertTrue(told.values().stream().allMatch(times -> times.get() == 1), told::toString);
    assertEquals(many, results.size());
  }

  @Test
  void aClaimIsHeldForAsLongAsItsBatchTakes() throws Exception {
    PassRef pass = holder(SHOP, token(28_900));
    changed(pass, "");
    AtomicInteger asked = new AtomicInteger();
    ApplePush slow =
        token -> {
          asked.incrementAndGet();
          return new CompletableFuture<Delivery>().completeOnTimeout(taken(), 4, TimeUnit.SECONDS);
        };
    DeliverySettings shortLease =
        new DeliverySettings(
            50, 4, Duration.ofMillis(2_500), Duration.ofMillis(50), Duration.ofMillis(100), 4);
    worker(slow, shortLease);
    worker(slow, shortLease);
    emptied();
    assertEquals(1, asked.get(), "another node sends nothing that is under way");
  }

  private void news(PassRef pass, int campaign) {
    long _ =
        sql(
            "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload) VALUES (%d, 'PASS_NEWS', %d,"
                    .formatted(pass.merchantId(), pass.memberId())
                + " '{\"news\": \"x\", \"campaign\": %d, \"seq\": 1}')".formatted(campaign));
  }

  @Test
  void aPurchaseOvertakesCampaigns() throws Exception {
    PassRef buyer = holder(SHOP, token(29_000));
    int many = 400;
    for (int i = 1; i <= many; i++) {
      news(holder(SHOP, token(29_000 + i)), 77);
    }
    List<String> order = new CopyOnWriteArrayList<>();
    CountDownLatch some = new CountDownLatch(100);
    DeliveryWorker worker =
        worker(
            token -> {
              order.add(token);
              some.countDown();
              return CompletableFuture.supplyAsync(
                  ChaosTest::taken, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
            },
            QUICK);
    assertTrue(some.await(20, TimeUnit.SECONDS));
    int before = order.size();
    changed(buyer, "");
    worker.wake();
    until("the purchase's push", () -> order.contains(token(29_000)));
    int behind = order.indexOf(token(29_000)) - before;
    assertTrue(behind <= 2 * 50, behind + " of the campaign went first");
    emptied();
    assertEquals(many + 1, order.size());
  }

  @Test
  void aPausedCampaignStandsStillAndLosesNobody() throws Exception {
    PassRef pass = holder(SHOP, token(29_901));
    AtomicBoolean paused = new AtomicBoolean(true);
    DeliveryListener owner =
        new DeliveryListener() {
          @Override
          public void finished(java.sql.Connection c, DeliveryResult result) {
            results.add(result);
          }

          @Override
          public Wish wish(
              java.sql.Connection c, long merchantId, tools.jackson.databind.JsonNode payload) {
            return paused.get() ? Wish.HOLD : Wish.SEND;
          }
        };
    news(pass, 78);
    DeliveryWorker worker = worker(push::pushAsync, QUICK, owner);
    until(
        "held",
        () -> sql("SELECT count(*) FROM kartela.outbox WHERE not_before = 'infinity'") == 1);
    assertNull(pushed.poll());
    assertNull(now(pass).news());
    paused.set(false);
    int released =
        house
            .database()
            .inTenant(
                SHOP, c -> io.kartela.service.platform.outbox.Outbox.releaseNews(c, SHOP, 78));
    assertEquals(1, released);
    worker.wake();
    assertEquals(token(29_901), nextPush());
    emptied();
    assertEquals(
        List.of(Outcome.DELIVERED), results.stream().map(DeliveryResult::outcome).toList());
  }

  /** However much waits in other lanes and for later, a claim reads what it takes. */
  @Test
  void aClaimIsFlat() {
    sql(
        "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload) SELECT 10 + g % 5,"
            + " 'PASS_NEWS', g, '{\"campaign\": 1}' FROM generate_series(1, 100000) g");
    sql(
        "INSERT INTO kartela.outbox (merchant_id, kind, member_id) SELECT 10 + g % 5,"
            + " 'PASS_CHANGED', g FROM generate_series(1, 20) g");
    sql("ANALYZE kartela.outbox");
    long rows =
        sql(
            "WITH before AS MATERIALIZED (SELECT seq_tup_read AS n FROM pg_stat_user_tables WHERE"
                + " relname = 'outbox') SELECT n FROM before");
    OutboxClaims outbox = new OutboxClaims(house.database());
    long start = System.nanoTime();
    assertEquals(20, outbox.claim(OutboxClaims.PASS_CHANGED, 200, Duration.ofSeconds(30)).size());
    long urgent = System.nanoTime() - start;
    assertEquals(200, outbox.claim(OutboxClaims.PASS_NEWS, 200, Duration.ofSeconds(30)).size());
    int waiting =
        house
            .database()
            .inTenant(
                SHOP,
                c -> io.kartela.service.platform.outbox.Outbox.newsWaiting(c, SHOP, 1, 1_000));
    assertEquals(1_000, waiting);
    long read = sql("SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'outbox'") - rows;
    assertTrue(read < 1_000, "not row by row: " + read);
    assertTrue(urgent < Duration.ofSeconds(1).toNanos(), urgent / 1_000_000 + " ms");
  }
}
