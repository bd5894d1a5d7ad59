package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Delivery;
import io.kartela.service.job.WorkHealth;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.platform.work.Silences.Vendor;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.pass.PassRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A vendor that answers nobody is told of within minutes, long before a change is given up. */
class SilentVendorTest extends DeliveryScene {
  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

  private Instant now() {
    return Instant.now().plus(later.get());
  }

  private void after(Duration time) {
    later.updateAndGet(before -> before.plus(time));
  }

  private static List<Vendor> silent(DeliveryWorker worker) {
    return worker.silences().all().stream().map(Silences.Silence::vendor).toList();
  }

  @Test
  void aPushThatReachesNobodyIsToldAndIsOverWithTheFirstThatDoes() throws Exception {
    AtomicBoolean away = new AtomicBoolean(true);
    ApplePush moody =
        token ->
            CompletableFuture.completedFuture(
                away.get()
                    ? new Delivery.Retry("no route to host", Duration.ofMillis(20))
                    : new Delivery.Delivered("x"));
    DeliveryWorker worker =
        new DeliveryWorker(
            house.at(this::now), passes, moody, (c, result) -> results.add(result), meters, QUICK);
    started.add(worker);
    WorkHealth health =
        new WorkHealth(house.database(), worker.letters()::all, worker.silences()::all);
    PassRef pass = holder(SHOP, token(30_001));
    changed(pass, "");
    worker.start();
    emptied();
    assertEquals(1, letters(), "given up after four attempts, at this pace");
    assertEquals(List.of(), silent(worker), "a moment's silence is everyday");
    after(Duration.ofMinutes(3));
    assertEquals(List.of(Vendor.APPLE), silent(worker));
    String told = String.valueOf(health.report().get("silentVendors"));
    assertTrue(told.contains("APPLE") && told.contains("no route to host"), told);
    after(Duration.ofMinutes(20));
    assertEquals(List.of(), silent(worker), "nobody has tried for long: nothing waits");
    for (int i = 0; i < 3; i++) {
      changed(holder(SHOP, token(30_010 + i)), "");
    }
    worker.wake();
    emptied();
    after(Duration.ofMinutes(3));
    assertEquals(List.of(Vendor.APPLE), silent(worker));
    away.set(false);
    changed(holder(SHOP + 1, token(30_002)), "");
    worker.wake();
    until("somebody is told", () -> silent(worker).isEmpty());
    assertEquals(List.of(), health.report().get("silentVendors"));
  }

  @Test
  void aRefusalIsAnAnswer() throws Exception {
    Silences silences = new Silences(this::now);
    for (int i = 0; i < 5; i++) {
      silences.unanswered(Vendor.GOOGLE, "503");
    }
    silences.unanswered(Vendor.SMS, "503");
    after(Duration.ofMinutes(2));
    assertEquals(1, silences.all().size(), "one attempt in vain says little");
    assertEquals(5, silences.all().getFirst().attempts());
    silences.answered(Vendor.GOOGLE);
    assertEquals(List.of(), silences.all());
  }
}
