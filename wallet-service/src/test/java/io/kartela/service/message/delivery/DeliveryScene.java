package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.push.apns.ApnsSettings;
import io.kartela.push.apns.ApplePassPush;
import io.kartela.push.apns.FakeApns;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.TestDevices;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Cards on phones, an APNs, an outbox, and workers on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeliveryScene {
  static final long SHOP = 10;
  static final DeliverySettings QUICK =
      new DeliverySettings(
          50, 4, Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofMillis(100), 4);

  final InstantSource clock = InstantSource.system();
  final TestHouse house = new TestHouse();
  final DevelopmentCa ca = DevelopmentCa.inMemory(clock.instant());
  final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
  final FakeApns apns =
      new FakeApns(
          new FakeApns.Settings(
              0,
              ca.serverIdentity().key(),
              ca.serverIdentity().chain(),
              List.of(ca.root(), ca.intermediate())),
          clock,
          (token, topic, at) -> pushed.add(token));
  final ApplePassPush push =
      new ApplePassPush(
          ApnsSettings.of(
                  apns.host(),
                  apns.port(),
                  ca.passIdentity().passTypeIdentifier(),
                  ca.passIdentity().privateKey(),
                  ca.passIdentity().certificate())
              .trusting(ca.root(), ca.intermediate()));
  final Passes passes = new Passes(clock);
  final AtomicLong members = new AtomicLong();
  final List<DeliveryResult> results = new CopyOnWriteArrayList<>();
  final List<AutoCloseable> started = new ArrayList<>();
  SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void fresh() {
    pushed.clear();
    results.clear();
    apns.forgetAnswers();
    meters = new SimpleMeterRegistry();
  }

  @AfterEach
  void stopWorkers() throws Exception {
    for (AutoCloseable one : started) {
      one.close();
    }
    started.clear();
    sql("DELETE FROM kartela.outbox");
    sql("DELETE FROM kartela.dead_letter");
  }

  @AfterAll
  void stop() {
    push.close();
    apns.close();
    house.close();
  }

  DeliveryWorker worker(ApplePush by, DeliverySettings settings) {
    return worker(by, settings, (c, result) -> results.add(result));
  }

  DeliveryWorker worker(ApplePush by, DeliverySettings settings, DeliveryListener listener) {
    DeliveryWorker worker =
        new DeliveryWorker(house.at(clock), passes, by, listener, meters, settings);
    started.add(worker);
    worker.start();
    return worker;
  }

  PassRef holder(long merchantId, String... tokens) {
    long member = members.incrementAndGet();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              PassRef pass = passes.create(c, merchantId, member);
              for (String token : tokens) {
                TestDevices.register(c, pass, "device-" + token.hashCode(), token);
              }
              return pass;
            });
  }

  static String token(int seed) {
    return String.format("%064x", 0xabcdef00L + seed);
  }

  void changed(PassRef pass, String payload) {
    house
        .database()
        .inTenant(
            pass.merchantId(),
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload)"
                          + " VALUES (?, 'PASS_CHANGED', ?, ?::jsonb)")) {
                s.setLong(1, pass.merchantId());
                s.setLong(2, pass.memberId());
                s.setString(3, payload.isEmpty() ? null : payload);
                return s.executeUpdate();
              }
            });
  }

  PassRef now(PassRef pass) {
    return house
        .database()
        .inTenant(pass.merchantId(), c -> passes.bySerial(c, pass.merchantId(), pass.serial()))
        .orElseThrow();
  }

  /** What happened so far happened so much longer ago: the database's clock went on. */
  void pass(Duration time) {
    String by = "interval '%d milliseconds'".formatted(time.toMillis());
    sql("UPDATE kartela.outbox SET not_before = not_before - " + by);
    sql(
        "UPDATE kartela.dead_letter SET tried_at = tried_at - %1$s, next_try = next_try - %1$s"
            .formatted(by));
  }

  long letters() {
    return sql("SELECT count(*) FROM kartela.dead_letter");
  }

  static void until(String what, BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain: " + what);
      Thread.sleep(10);
    }
  }

  long sql(String text) {
    try (var c = house.owner().getConnection();
        var s = c.createStatement()) {
      if (!s.execute(text)) {
        return s.getUpdateCount();
      }
      try (ResultSet r = s.getResultSet()) {
        r.next();
        return r.getLong(1);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long outboxRows() {
    return sql("SELECT count(*) FROM kartela.outbox");
  }

  void emptied() throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (outboxRows() > 0 && System.nanoTime() < until) {
      Thread.sleep(10);
    }
    assertEquals(0, outboxRows());
  }

  String nextPush() throws InterruptedException {
    return Objects.requireNonNull(pushed.poll(10, TimeUnit.SECONDS), "no push within 10 s");
  }
}
