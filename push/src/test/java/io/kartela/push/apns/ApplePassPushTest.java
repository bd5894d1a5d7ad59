package io.kartela.push.apns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.DevelopmentCa;
import io.kartela.push.Delivery;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.PushException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplePassPushTest {
  private static final String TOPIC = DevelopmentCa.PASS_TYPE_IDENTIFIER;
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final DevelopmentCa ca = DevelopmentCa.inMemory(Instant.now());
  private final List<String> heard = new ArrayList<>();
  private FakeApns apns = start(0);
  private ApplePassPush push = client(ca.passIdentity(), 500, Duration.ofSeconds(10));

  @BeforeEach
  void fresh() {
    apns.forgetAnswers();
    synchronized (heard) {
      heard.clear();
    }
  }

  @AfterAll
  void stop() {
    push.close();
    apns.close();
  }

  @Test
  void deliversAnEmptyPushWithThePassTypeAsTopic() {
    String token = token(1);
    Delivery delivery = push.push(token);
    Delivery.Delivered delivered = assertInstanceOf(Delivery.Delivered.class, delivery);
    assertFalse(delivered.vendorId().isEmpty());
    List<FakeApns.Push> pushes = apns.pushes();
    FakeApns.Push last = pushes.getLast();
    assertEquals(new FakeApns.Push(token, TOPIC, "{}", NOON, last.expires()), last);
    synchronized (heard) {
      assertEquals(List.of(token), heard, "the listener heard it too");
    }
  }

  @Test
  void aPhoneThatIsOffForAMonthStillHears() {
    var _ = push.push(token(30));
    Duration kept = Duration.between(Instant.now(), apns.pushes().getLast().expires());
    assertTrue(kept.toDays() >= 29 && kept.toDays() <= 30, "kept for " + kept);
  }

  @Test
  void aGoneTokenIsDeadSinceApplesInstant() {
    Instant since = Instant.parse("2026-10-01T08:30:00Z");
    apns.answer(token(2), new FakeApns.Answer.Unregistered(since));
    assertEquals(
        new Delivery.Rejected("Unregistered", AddressFate.DEAD, since), push.push(token(2)));
  }

  @Test
  void aBadTokenIsQuarantinedNotDeleted() {
    apns.answer(token(3), new FakeApns.Answer.BadToken());
    assertEquals(
        new Delivery.Rejected("BadDeviceToken", AddressFate.QUARANTINE, null), push.push(token(3)));
    apns.answer(token(4), new FakeApns.Answer.NotForTopic());
    assertEquals(
        new Delivery.Rejected("DeviceTokenNotForTopic", AddressFate.QUARANTINE, null),
        push.push(token(4)));
    assertEquals(
        new Delivery.Rejected("BadDeviceToken", AddressFate.QUARANTINE, null),
        push.push("not-hex"));
  }

  @Test
  void tooManyRequestsAreThrottledAndServerTroubleIsRetried() {
    apns.answer(token(5), new FakeApns.Answer.TooManyRequests());
    assertEquals(
        new Delivery.Throttled("TooManyRequests", Duration.ofSeconds(60)), push.push(token(5)));
    apns.answer(token(6), new FakeApns.Answer.ServiceUnavailable());
    assertEquals(
        new Delivery.Retry("ServiceUnavailable", Duration.ofSeconds(30)), push.push(token(6)));
    apns.answer(token(7), new FakeApns.Answer.ServerError());
    assertEquals(
        new Delivery.Retry("InternalServerError", Duration.ofSeconds(30)), push.push(token(7)));
  }

  @Test
  void aSlowServerIsGivenUpInTime() {
    apns.answer(token(8), new FakeApns.Answer.Slow(Duration.ofMillis(1500)));
    try (ApplePassPush hasty = client(ca.passIdentity(), 1, Duration.ofMillis(300))) {
      Instant begun = Instant.now();
      assertEquals(
          new Delivery.Retry("no answer in time", Duration.ofSeconds(5)), hasty.push(token(8)));
      assertTrue(Duration.between(begun, Instant.now()).toMillis() < 1400);
    }
  }

  @Test
  void anIdentityOfAnotherPassTypeIsRefusedWithoutBlamingTheToken() {
    ApplePassIdentity other =
        ca.issuePassIdentity("pass.io.kartela.other", "TEAM", false, past(), Duration.ofDays(9));
    // The certificate is for .other, the topic still .demo.
    try (ApplePassPush wrong =
        new ApplePassPush(
            ApnsSettings.of(
                    apns.host(), apns.port(), TOPIC, other.privateKey(), other.certificate())
                .trusting(ca.root()))) {
      assertEquals(
          new Delivery.Rejected("TopicDisallowed", AddressFate.KEEP, null), wrong.push(token(9)));
    }
  }

  @Test
  void aStrangersCertificateGetsNoConnection() {
    DevelopmentCa stranger = DevelopmentCa.inMemory(Instant.now());
    try (ApplePassPush wrong = client(stranger.passIdentity(), 5, Duration.ofSeconds(3))) {
      Delivery.Retry retry = assertInstanceOf(Delivery.Retry.class, wrong.push(token(10)));
      assertTrue(retry.reason().startsWith("APNs out of reach"), retry.reason());
    }
    assertTrue(apns.pushes().stream().noneMatch(one -> one.token().equals(token(10))));
  }

  @Test
  void aServerWithAnotherRootIsNotTrusted() {
    DevelopmentCa stranger = DevelopmentCa.inMemory(Instant.now());
    ApplePassIdentity own = ca.passIdentity();
    try (ApplePassPush careful =
        new ApplePassPush(
            ApnsSettings.of(apns.host(), apns.port(), TOPIC, own.privateKey(), own.certificate())
                .trusting(stranger.root()))) {
      assertInstanceOf(Delivery.Retry.class, careful.push(token(11)));
    }
  }

  @Test
  void reconnectsByItselfWhenTheServerComesBack() {
    FakeApns first = start(0);
    int port = first.port();
    try (ApplePassPush patient = clientAt(port)) {
      assertInstanceOf(Delivery.Delivered.class, patient.push(token(12)));
      first.close();
      Delivery.Retry away = assertInstanceOf(Delivery.Retry.class, patient.push(token(12)));
      assertTrue(away.after().isPositive());
      try (FakeApns second = start(port)) {
        assertEquals(port, second.port());
        assertInstanceOf(Delivery.Delivered.class, patient.push(token(12)));
        assertEquals(1, second.acceptedCount());
      }
    }
  }

  @Test
  void aThousandAtOnceAllGetTheirOwnAnswer() throws InterruptedException {
    List<String> tokens = IntStream.range(1000, 2000).mapToObj(ApplePassPushTest::token).toList();
    apns.answer(tokens.get(500), new FakeApns.Answer.Unregistered(NOON));
    Map<String, Delivery> results = new ConcurrentHashMap<>();
    try (ApnsThreads threads = new ApnsThreads(1);
        ApplePassPush narrow =
            new ApplePassPush(
                settings(ca.passIdentity(), apns.port()).bounded(2, 50, Duration.ofSeconds(20)),
                threads)) {
      Map<String, CompletableFuture<Delivery>> asked = new LinkedHashMap<>();
      tokens.forEach(token -> asked.put(token, narrow.pushAsync(token)));
      asked.forEach((token, answer) -> results.put(token, answer.join()));
    }
    assertEquals(1000, results.size());
    assertEquals(
        999, results.values().stream().filter(Delivery.Delivered.class::isInstance).count());
    assertEquals(
        new Delivery.Rejected("Unregistered", AddressFate.DEAD, NOON),
        results.get(tokens.get(500)));
  }

  @Test
  void refusesWorkAfterClose() {
    ApplePassPush closed = client(ca.passIdentity(), 5, Duration.ofSeconds(1));
    closed.close();
    assertThrows(IllegalStateException.class, () -> closed.push(token(13)));
  }

  @Test
  void aTakenPortIsSaid() {
    PushException taken = assertThrows(PushException.class, () -> start(apns.port()));
    assertEquals("push.apns.start", taken.code());
  }

  @Test
  void listensOnThisOneAddressOnly() throws IOException {
    // 127.0.0.2 reaches a server that binds every interface, and no other.
    InetAddress beside = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    try (Socket socket = new Socket()) {
      assertThrows(
          ConnectException.class,
          () -> socket.connect(new InetSocketAddress(beside, apns.port()), 500));
    }
  }

  @Test
  void printsNoSecrets() {
    String printed = push + " " + settings(ca.passIdentity(), 1);
    assertTrue(printed.contains("[REDACTED]"), printed);
  }

  private FakeApns start(int port) {
    return new FakeApns(
        new FakeApns.Settings(
            port,
            ca.serverIdentity().key(),
            ca.serverIdentity().chain(),
            List.of(ca.intermediate(), ca.root())),
        InstantSource.fixed(NOON),
        (token, topic, at) -> {
          synchronized (heard) {
            heard.add(token);
          }
        });
  }

  private ApplePassPush client(ApplePassIdentity identity, int inFlight, Duration within) {
    return new ApplePassPush(settings(identity, apns.port()).bounded(1, inFlight, within));
  }

  private ApplePassPush clientAt(int port) {
    return new ApplePassPush(settings(ca.passIdentity(), port));
  }

  private ApnsSettings settings(ApplePassIdentity identity, int port) {
    return ApnsSettings.of("localhost", port, TOPIC, identity.privateKey(), identity.certificate())
        .trusting(ca.root());
  }

  private static Instant past() {
    return Instant.now().minus(Duration.ofDays(1));
  }

  private static String token(int number) {
    return "%064x".formatted(number);
  }
}
