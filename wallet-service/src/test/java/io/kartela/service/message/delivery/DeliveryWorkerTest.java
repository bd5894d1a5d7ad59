package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Delivery;
import io.kartela.push.apns.FakeApns;
import io.kartela.service.message.delivery.DeliveryResult.Outcome;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.TestDevices;
import io.kartela.service.wallet.pass.PassRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliveryWorkerTest extends DeliveryScene {
  @Test
  void aChangeReachesEveryDeviceWithANewVersion() throws Exception {
    DeliveryWorker worker = worker(push::pushAsync, QUICK);
    PassRef pass = holder(SHOP, token(1), token(2));
    changed(pass, "");
    worker.wake();
    assertEquals(Set.of(token(1), token(2)), new HashSet<>(List.of(nextPush(), nextPush())));
    emptied();
    assertEquals(pass.version() + 1, now(pass).version());
    assertEquals(
        List.of(Outcome.DELIVERED), results.stream().map(DeliveryResult::outcome).toList());
    assertEquals(
        2, meters.counter("kartela_pushes", "channel", "apple", "result", "delivered").count());
    assertEquals(1, meters.timer("kartela_delivery_delay", "channel", "apple").count());
  }

  @Test
  void noticesWorkWithoutBeingWoken() throws Exception {
    worker(push::pushAsync, QUICK);
    PassRef pass = holder(SHOP, token(3));
    Thread.sleep(200);
    changed(pass, "");
    assertEquals(token(3), nextPush());
  }

  @Test
  void changesOfOneCardAreCoalesced() throws Exception {
    PassRef pass = holder(SHOP, token(4));
    for (int i = 0; i < 30; i++) {
      changed(pass, "");
    }
    worker(push::pushAsync, QUICK);
    assertEquals(token(4), nextPush());
    emptied();
    assertEquals(30, results.size());
    assertEquals(null, pushed.poll(300, TimeUnit.MILLISECONDS), "one push tells it all");
    assertEquals(pass.version() + 1, now(pass).version());
  }

  @Test
  void onePhoneWithManyCardsHearsOnePush() throws Exception {
    PassRef a = holder(SHOP, token(5));
    PassRef b = holder(SHOP, token(5));
    changed(a, "");
    changed(b, "");
    worker(push::pushAsync, QUICK);
    assertEquals(token(5), nextPush());
    emptied();
    assertEquals(null, pushed.poll(300, TimeUnit.MILLISECONDS));
    assertEquals(2, results.size());
  }

  @Test
  void merchantsAreServedTogetherButKeptApart() throws Exception {
    PassRef here = holder(SHOP, token(6));
    PassRef there = holder(SHOP + 1, token(7));
    changed(here, "{\"campaign\": 1}");
    changed(there, "{\"campaign\": 2}");
    worker(push::pushAsync, QUICK);
    assertEquals(Set.of(token(6), token(7)), new HashSet<>(List.of(nextPush(), nextPush())));
    emptied();
    for (DeliveryResult result : results) {
      assertEquals(result.merchantId() == SHOP ? 1 : 2, result.payload().path("campaign").asInt());
    }
  }

  /**
   * Found from outside: four unanswered pushes of one shop kept another's phone waiting for 44 s.
   */
  @Test
  void pushesThatAreNotAnsweredHoldNobodyElseBack() throws Exception {
    CompletableFuture<Delivery> silent = new CompletableFuture<>();
    String healthy = token(350);
    DeliveryWorker worker = worker(silentBut(healthy, silent), QUICK);
    // One after the other, so that each is a batch of its own and takes a hand.
    for (int i = 0; i < 3 * QUICK.parallelBatches(); i++) {
      changed(holder(SHOP, token(300 + i)), "");
      worker.wake();
      assertEquals(token(300 + i), nextPush());
    }
    changed(holder(SHOP + 1, healthy), "");
    worker.wake();
    assertEquals(healthy, nextPush());
    silent.complete(new Delivery.Delivered(""));
    emptied();
  }

  @Test
  void inOneBatchNobodyWaitsForAnothersAnswer() throws Exception {
    CompletableFuture<Delivery> silent = new CompletableFuture<>();
    String healthy = token(361);
    changed(holder(SHOP, token(360)), "");
    changed(holder(SHOP + 1, healthy), "");
    worker(silentBut(healthy, silent), QUICK);
    assertEquals(Set.of(token(360), healthy), new HashSet<>(List.of(nextPush(), nextPush())));
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (results.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(10);
    }
    assertEquals(List.of(SHOP + 1), results.stream().map(DeliveryResult::merchantId).toList());
    silent.complete(new Delivery.Delivered(""));
    emptied();
  }

  private ApplePush silentBut(String healthy, CompletableFuture<Delivery> silent) {
    return token -> {
      pushed.add(token);
      return token.equals(healthy)
          ? CompletableFuture.completedFuture(new Delivery.Delivered(""))
          : silent;
    };
  }

  @Test
  void newsIsShownOnTheCard() throws Exception {
    PassRef pass = holder(SHOP, token(8));
    changed(pass, "{\"notify\":true,\"news\":\"Кофе за наш счёт\",\"campaign\":5,\"seq\":9}");
    worker(push::pushAsync, QUICK);
    nextPush();
    emptied();
    assertEquals("Кофе за наш счёт", now(pass).news());
    assertEquals(9, results.getFirst().payload().path("seq").asInt());
  }

  @Test
  void aCardThatNobodyHoldsIsSkippedAndStillGetsItsVersion() throws Exception {
    PassRef pass = holder(SHOP);
    changed(pass, "");
    worker(push::pushAsync, QUICK);
    emptied();
    assertEquals(List.of("NO_WALLET"), results.stream().map(DeliveryResult::reason).toList());
    assertEquals(pass.version() + 1, now(pass).version());
  }

  @Test
  void aDeadTokenIsForgotten() throws Exception {
    PassRef pass = holder(SHOP, token(9));
    apns.answer(token(9), new FakeApns.Answer.Unregistered(clock.instant().plusSeconds(1)));
    changed(pass, "");
    worker(push::pushAsync, QUICK);
    emptied();
    assertEquals(List.of("DEAD_TOKEN"), results.stream().map(DeliveryResult::reason).toList());
    assertEquals(0, TestDevices.count(house.database(), pass));
  }

  @Test
  void aTokenThatCameBackAfterItsDeathIsKept() throws Exception {
    PassRef pass = holder(SHOP, token(10));
    apns.answer(token(10), new FakeApns.Answer.Unregistered(clock.instant().minusSeconds(60)));
    changed(pass, "");
    worker(push::pushAsync, QUICK);
    emptied();
    assertEquals(1, TestDevices.count(house.database(), pass));
  }

  @Test
  void aDoubtfulTokenIsSetAside() throws Exception {
    PassRef pass = holder(SHOP, token(11));
    PassRef good = holder(SHOP, token(111));
    PassRef another = holder(SHOP, token(112));
    apns.answer(token(11), new FakeApns.Answer.BadToken());
    worker(push::pushAsync, QUICK);
    changed(good, "");
    changed(another, "");
    emptied();
    results.clear();
    changed(pass, "");
    emptied();
    assertEquals(List.of("QUARANTINED"), results.stream().map(DeliveryResult::reason).toList());
    assertEquals(1, TestDevices.count(house.database(), pass), "not deleted");
    changed(pass, "");
    emptied();
    assertEquals("NO_WALLET", results.getLast().reason(), "and not pushed to again");
  }

  @Test
  void aWrongCertificateDoesNotWipeTheMerchant() throws Exception {
    List<PassRef> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(holder(SHOP + 2, token(1000 + i)));
      changed(all.getLast(), "");
    }
    ApplePush refusing =
        token ->
            CompletableFuture.completedFuture(
                new Delivery.Rejected(
                    "DeviceTokenNotForTopic", Delivery.AddressFate.QUARANTINE, null));
    worker(refusing, QUICK);
    until(
        "everybody was asked",
        () ->
            meters.counter("kartela_pushes", "channel", "apple", "result", "rejected").count()
                >= 100);
    assertEquals(
        0,
        sql(
            "SELECT count(*) FROM kartela.apple_device WHERE quarantined IS NOT NULL AND"
                + " merchant_id = 12"));
    assertEquals(100, outboxRows() + letters(), "all wait for a better certificate");
  }

  @Test
  void aBusyVendorIsTriedAgainAndTheVersionCountsOnce() throws Exception {
    PassRef pass = holder(SHOP, token(12));
    AtomicInteger calls = new AtomicInteger();
    ApplePush flaky =
        token ->
            CompletableFuture.completedFuture(
                calls.incrementAndGet() < 3
                    ? new Delivery.Retry("busy", Duration.ofMillis(10))
                    : new Delivery.Delivered("x"));
    changed(pass, "{\"news\":\"Раз\"}");
    worker(flaky, QUICK);
    emptied();
    assertEquals(3, calls.get());
    assertEquals(
        List.of(Outcome.DELIVERED), results.stream().map(DeliveryResult::outcome).toList());
    assertEquals(pass.version() + 1, now(pass).version());
    assertEquals("Раз", now(pass).news());
  }

  @Test
  void givesUpInTheEnd() throws Exception {
    PassRef pass = holder(SHOP, token(13));
    ApplePush down =
        token ->
            CompletableFuture.completedFuture(new Delivery.Retry("down", Duration.ofMillis(1)));
    changed(pass, "");
    worker(down, QUICK);
    emptied();
    assertEquals(List.of("UNREACHABLE"), results.stream().map(DeliveryResult::reason).toList());
    assertEquals(1, letters(), "and keeps it");
    assertEquals(
        4, meters.counter("kartela_pushes", "channel", "apple", "result", "retry").count());
  }

  /**
   * The worker dies after it claimed: nothing is told until its lease ends, then another finishes.
   */
  @Test
  void anotherWorkerFinishesWhatADeadOneClaimed() throws Exception {
    PassRef pass = holder(SHOP, token(14));
    changed(pass, "{\"news\":\"Два\",\"campaign\":7}");
    OutboxClaims dead = new OutboxClaims(house.database());
    assertEquals(1, dead.claim(OutboxClaims.PASS_CHANGED, 10, Duration.ofMillis(700)).size());
    worker(push::pushAsync, QUICK);
    assertEquals(null, pushed.poll(300, TimeUnit.MILLISECONDS), "still leased");
    assertEquals(token(14), nextPush());
    emptied();
    assertEquals("Два", now(pass).news());
  }

  /** Killed together with the database it brought along: its successor need not wait. */
  @Test
  void whatWasClaimedBeforeTheDatabaseStartedIsDueAtOnce() throws Exception {
    PassRef lost = holder(SHOP, token(117));
    PassRef alive = holder(SHOP, token(118));
    changed(lost, "");
    changed(alive, "");
    OutboxClaims others = new OutboxClaims(house.database());
    assertEquals(2, others.claim(OutboxClaims.PASS_CHANGED, 10, Duration.ofHours(1)).size());
    sql(
        "UPDATE kartela.outbox SET claimed_at = pg_postmaster_start_time() - interval '1 second'"
            + " WHERE member_id = "
            + lost.memberId());
    worker(push::pushAsync, QUICK);
    assertEquals(token(117), nextPush());
    assertEquals(null, pushed.poll(300, TimeUnit.MILLISECONDS), "a living node's");
  }

  /** The worker pushed, set the news, and died before it could say so. */
  @Test
  void deliveringTwiceShowsTheNewsOnce() throws Exception {
    PassRef pass = holder(SHOP, token(15));
    changed(pass, "{\"news\":\"Три\",\"campaign\":8}");
    CountDownLatch pushedOnce = new CountDownLatch(1);
    CompletableFuture<Delivery> neverInTime = new CompletableFuture<>();
    ApplePush hanging =
        token -> {
          pushedOnce.countDown();
          return neverInTime;
        };
    DeliverySettings shortLease =
        new DeliverySettings(
            50, 4, Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofMillis(100), 4);
    DeliveryWorker dying = worker(hanging, shortLease);
    assertTrue(pushedOnce.await(10, TimeUnit.SECONDS));
    PassRef after = now(pass);
    Thread closing = Thread.ofVirtual().start(dying::close);
    worker(push::pushAsync, QUICK);
    assertEquals(token(15), nextPush());
    emptied();
    assertEquals("Три", after.news());
    assertEquals("Три", now(pass).news());
    assertEquals(after.version(), now(pass).version());
    assertEquals(1, results.size());
    neverInTime.complete(new Delivery.Delivered("too late"));
    closing.join();
    assertEquals(1, results.size(), "what another worker finished is not reported again");
  }

  /** A worker that comes back after its lease must not remove, or report, what is another's now. */
  @Test
  void aLateWorkerIsFencedOff() {
    PassRef pass = holder(SHOP, token(16));
    changed(pass, "");
    OutboxClaims outbox = new OutboxClaims(house.database());
    List<OutboxRow> first = outbox.claim(OutboxClaims.PASS_CHANGED, 10, Duration.ofMillis(1));
    List<OutboxRow> second = List.of();
    while (second.isEmpty()) {
      second = outbox.claim(OutboxClaims.PASS_CHANGED, 10, Duration.ofSeconds(30));
    }
    assertEquals(1, first.size());
    assertTrue(house.database().inTenant(SHOP, c -> OutboxClaims.remove(c, SHOP, first)).isEmpty());
    List<OutboxRow> owned = second;
    assertEquals(
        1, house.database().inTenant(SHOP, c -> OutboxClaims.remove(c, SHOP, owned)).size());
  }

  @Test
  void aListenerThatFailsUndoesTheRemoval() throws Exception {
    PassRef pass = holder(SHOP);
    AtomicInteger calls = new AtomicInteger();
    DeliverySettings shortLease =
        new DeliverySettings(
            50, 4, Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofMillis(100), 4);
    DeliveryWorker worker =
        new DeliveryWorker(
            house.at(clock),
            passes,
            push::pushAsync,
            (c, result) -> {
              if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("counted wrong");
              }
            },
            meters,
            shortLease);
    started.add(worker);
    worker.start();
    changed(pass, "");
    emptied();
    assertEquals(2, calls.get());
  }

  @Test
  void theAgeOfTheOutboxIsMeasured() {
    PassRef pass = holder(SHOP);
    changed(pass, "");
    sql(
        "UPDATE kartela.outbox SET created_at = now() - interval '1 hour', not_before ="
            + " 'infinity'");
    worker(push::pushAsync, QUICK);
    double age =
        meters.get("kartela_outbox_age_seconds").tag("kind", "PASS_CHANGED").gauge().value();
    assertTrue(age > 3_500 && age < 3_700, "age " + age);
    assertEquals(1, meters.get("kartela_outbox_rows").tag("kind", "PASS_CHANGED").gauge().value());
  }

  @Test
  void closingWaitsForWhatIsUnderWay() throws Exception {
    PassRef pass = holder(SHOP, token(17));
    CountDownLatch began = new CountDownLatch(1);
    ApplePush slow =
        token -> {
          began.countDown();
          CompletableFuture<Delivery> answer = new CompletableFuture<>();
          return answer.completeOnTimeout(
              new Delivery.Delivered("late"), 600, TimeUnit.MILLISECONDS);
        };
    DeliveryWorker worker = worker(slow, QUICK);
    changed(pass, "");
    assertTrue(began.await(10, TimeUnit.SECONDS));
    worker.close();
    assertEquals(0, outboxRows());
    assertFalse(results.isEmpty());
    changed(pass, "");
    worker.wake();
    Thread.sleep(300);
    assertEquals(1, outboxRows(), "and starts nothing more");
  }

  @Test
  void aPurchaseOvertakesEveryCardThatIsRestyled() throws Exception {
    int many = 600;
    PassRef buyer = holder(SHOP, token(9_000));
    for (int i = 0; i < many; i++) {
      PassRef restyled = holder(SHOP, token(10_000 + i));
      long _ =
          sql(
              "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload) VALUES (%d,"
                      .formatted(SHOP)
                  + " 'CARD_RESTYLED', %d, '{\"design\": 2}')".formatted(restyled.memberId()));
    }
    List<String> order = new CopyOnWriteArrayList<>();
    CountDownLatch first = new CountDownLatch(50);
    DeliveryWorker worker =
        worker(
            pushToken -> {
              order.add(pushToken);
              first.countDown();
              return CompletableFuture.supplyAsync(
                  () -> new Delivery.Delivered("ok"),
                  CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
            },
            QUICK);
    assertTrue(first.await(20, TimeUnit.SECONDS));
    int before = order.size();
    changed(buyer, "");
    worker.wake();
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!order.contains(token(9_000)) && System.nanoTime() < until) {
      Thread.sleep(5);
    }
    int place = order.indexOf(token(9_000));
    assertTrue(
        place >= 0 && place < many, "after all the others: " + place + " of " + order.size());
    assertTrue(place - before < 400, place + " after " + before);
    emptied();
    assertEquals(many + 1, new HashSet<>(order).size(), "everybody hears of it");
  }
}
