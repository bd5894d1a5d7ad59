package io.kartela.service.simulator;

import io.kartela.certs.DevelopmentCa;
import io.kartela.push.apns.ApnsSettings;
import io.kartela.push.apns.ApplePassPush;
import io.kartela.push.apns.FakeApns;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.delivery.DeliverySettings;
import io.kartela.service.message.delivery.DeliveryWorker;
import io.kartela.service.platform.http.HttpServer;
import io.kartela.service.wallet.apple.ApplePasses;
import io.kartela.service.wallet.apple.AppleRoutes;
import io.kartela.service.wallet.apple.PassFileRoutes;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import io.kartela.service.wallet.preview.PhoneHttp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * The service's cards and deliveries with everything real but the purchases, and phones around it.
 */
final class Story implements AutoCloseable {
  static final long SHOP = 1_000;

  final InstantSource clock = InstantSource.system();
  final DevelopmentCa ca = DevelopmentCa.inMemory(clock.instant());
  final TestHouse house = new TestHouse();
  final TestCards cards = new TestCards();
  final Passes passes = new Passes(clock);
  final PhoneHttp http = new PhoneHttp();
  final Map<String, ApplePhone> phones = new ConcurrentHashMap<>();
  final FakeApns apns;
  final ApplePassPush push;
  final HttpServer server;
  final DeliveryWorker delivery;
  private final AtomicLong members = new AtomicLong();

  Story(DeliveryListener listener) {
    apns =
        new FakeApns(
            new FakeApns.Settings(
                0,
                ca.serverIdentity().key(),
                ca.serverIdentity().chain(),
                List.of(ca.root(), ca.intermediate())),
            clock,
            (token, topic, at) -> {
              ApplePhone phone = phones.get(token);
              if (phone != null) {
                Thread.ofVirtual().start(phone::pushed);
              }
            });
    push =
        new ApplePassPush(
            ApnsSettings.of(
                    apns.host(),
                    apns.port(),
                    ca.passIdentity().passTypeIdentifier(),
                    ca.passIdentity().privateKey(),
                    ca.passIdentity().certificate())
                .trusting(ca.root(), ca.intermediate()));
    ApplePasses apple = new ApplePasses(ca.passIdentity(), this::url, clock);
    PassReader reader = new PassReader(passes, cards);
    server =
        new HttpServer(
            InetAddress.getLoopbackAddress(),
            0,
            new SimpleMeterRegistry(),
            List.of(
                new AppleRoutes(house.database(), passes, reader, apple, clock, () -> {}),
                new PassFileRoutes(house.database(), reader, apple)));
    delivery =
        new DeliveryWorker(
            house.at(clock),
            passes,
            push::pushAsync,
            listener,
            new SimpleMeterRegistry(),
            DeliverySettings.usual());
    delivery.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  ApplePhone phone(String name) {
    ApplePhone phone =
        new ApplePhone(
            name, name, new ApplePhone.World(http, this::url, ca.root(), clock, (p, serial) -> {}));
    phones.put(phone.pushToken(), phone);
    return phone;
  }

  PassRef member(long available) {
    long member = members.incrementAndGet();
    cards.put(TestCards.card(SHOP, member, available));
    return house.database().inTenant(SHOP, c -> passes.create(c, SHOP, member));
  }

  /** What a purchase does: the content changes and the outbox gets a row, in one commit. */
  void change(
      PassRef pass,
      UnaryOperator<io.kartela.service.wallet.content.CardContent> how,
      String payload) {
    int rows =
        house
            .database()
            .inTenant(
                SHOP,
                c -> {
                  cards.change(pass.memberId(), how);
                  try (PreparedStatement s =
                      c.prepareStatement(
                          "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload)"
                              + " VALUES (?, 'PASS_CHANGED', ?, ?::jsonb)")) {
                    s.setLong(1, SHOP);
                    s.setLong(2, pass.memberId());
                    s.setString(3, payload.isEmpty() ? null : payload);
                    return s.executeUpdate();
                  }
                });
    if (rows != 1) {
      throw new IllegalStateException();
    }
    delivery.wake();
  }

  @Override
  public void close() {
    delivery.close();
    push.close();
    apns.close();
    server.close();
    http.close();
    house.close();
  }
}
