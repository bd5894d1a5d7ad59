package io.kartela.service.simulator;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.push.apns.ApnsSettings;
import io.kartela.push.apns.ApplePassPush;
import io.kartela.push.google.GoogleCallbackVerifier;
import io.kartela.push.google.GoogleRootKeys;
import io.kartela.push.google.GoogleSettings;
import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.service.message.delivery.DeliveryResult;
import io.kartela.service.message.delivery.DeliverySettings;
import io.kartela.service.message.delivery.DeliveryWorker;
import io.kartela.service.platform.http.HttpServer;
import io.kartela.service.wallet.apple.ApplePasses;
import io.kartela.service.wallet.apple.AppleRoutes;
import io.kartela.service.wallet.apple.PassFileRoutes;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.google.GoogleAccounts;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.google.GoogleRoutes;
import io.kartela.service.wallet.google.RotatingCodes;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * The demo with everything but the shop: cards of both platforms, deliveries, the simulator with
 * its API.
 */
final class DemoStory implements AutoCloseable {
  static final long SHOP = 1_000;

  final InstantSource clock = InstantSource.system();
  final Passes passes = new Passes(clock);
  final Mailbox mailbox = new Mailbox(clock);
  final List<DeliveryResult> results = new CopyOnWriteArrayList<>();
  final URI url;
  final TestHouse house;
  final TestCards cards;
  final Simulator simulator;
  final DeliveryWorker delivery;
  private final GoogleAddresses addresses;
  private final ApplePassPush push;
  private final HttpServer server;
  private final SimulatorRoutes watching;

  DemoStory(Path folder, TestHouse house, TestCards cards, int port) {
    this.house = house;
    this.cards = cards;
    this.url = URI.create("http://127.0.0.1:" + port);
    this.addresses = new GoogleAddresses(() -> url, text -> Integer.toHexString(text.hashCode()));
    DevelopmentCa ca = DevelopmentCa.openOrCreate(folder.resolve("certs"), clock.instant());
    this.simulator = new Simulator(folder.resolve("simulator"), ca, url, clock);
    this.push =
        new ApplePassPush(
            ApnsSettings.of(
                    simulator.apnsHost(),
                    simulator.apnsPort(),
                    ca.passIdentity().passTypeIdentifier(),
                    ca.passIdentity().privateKey(),
                    ca.passIdentity().certificate())
                .trusting(ca.root(), ca.intermediate()));
    PassReader reader = new PassReader(passes, cards);
    ApplePasses apple = new ApplePasses(ca.passIdentity(), () -> url, clock);
    GoogleCards google = google(ca.googleServiceAccount(), reader);
    GoogleCallbackVerifier verifier =
        new GoogleCallbackVerifier(
            Simulator.GOOGLE_ISSUER,
            new GoogleRootKeys(simulator.google().keysUri(), Duration.ofSeconds(5), clock),
            clock);
    this.delivery =
        new DeliveryWorker(
            house.at(clock),
            passes,
            push::pushAsync,
            Optional.of(google),
            (c, result) -> results.add(result),
            new SimpleMeterRegistry(),
            DeliverySettings.usual());
    DemoInfo demo =
        new DemoInfo(
            "zerno", "a@b.c", "secret", "key", new DemoInfo.Pages("1", "2", "3", "4", "5", "6"));
    this.watching =
        new SimulatorRoutes(
            simulator,
            mailbox,
            new ChatBots(clock),
            new DemoCalls(),
            new DemoBrowsers(clock),
            () -> demo);
    this.server =
        new HttpServer(
            InetAddress.getLoopbackAddress(),
            port,
            new SimpleMeterRegistry(),
            List.of(
                new AppleRoutes(house.database(), passes, reader, apple, clock, () -> {}),
                new PassFileRoutes(house.database(), reader, apple),
                new GoogleRoutes(google, verifier, addresses),
                watching));
    delivery.start();
    simulator.start();
  }

  private GoogleCards google(GoogleServiceAccount account, PassReader reader) {
    GoogleWallet wallet =
        new GoogleWallet(
            GoogleSettings.of(
                simulator.google().rootUrl(),
                simulator.google().tokenUri(),
                account.clientEmail(),
                account.privateKey()),
            clock);
    SaveLink links =
        new SaveLink(
            simulator.google().saveBase(),
            account.clientEmail(),
            account.privateKey(),
            List.of(url.toString()),
            clock);
    return new GoogleCards(
        house.at(clock),
        reader,
        merchantId -> new GoogleAccounts.Access(wallet, links, Simulator.GOOGLE_ISSUER),
        (c, merchantId, memberId) -> new RotatingCodes.Code("x{totp_value_0}", "00", 30_000, 8),
        (c, merchantId, textId, classId) -> false,
        addresses,
        200);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  PassRef member(long memberId, long available) {
    cards.put(TestCards.card(SHOP, memberId, available));
    return house.database().inTenant(SHOP, c -> passes.create(c, SHOP, memberId));
  }

  /** What a purchase does: the content changes and the outbox gets a row, in one commit. */
  void change(PassRef pass, UnaryOperator<CardContent> how, String payload) {
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
    watching.close();
    server.close();
    delivery.close();
    push.close();
    simulator.close();
  }
}
