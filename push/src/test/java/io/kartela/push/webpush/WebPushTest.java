package io.kartela.push.webpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.SettableClock;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.webpush.WebMessage.Urgency;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications to a browser, over a push service that reads them with the browser's own key. */
class WebPushTest {
  private static final VapidKeys KEYS = VapidKeys.generate();

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));
  private final FakeWebPush fake = new FakeWebPush(clock);
  private final List<String> screen = new ArrayList<>();
  private final FakeBrowser browser = fake.browser(KEYS.publicKey(), screen::add);
  private final WebPush push = push(KEYS);

  private WebPush push(VapidKeys keys) {
    return new WebPush(
        new WebPush.Settings(
            keys,
            "mailto:owner@zerno.example",
            PushServices.KNOWN.andLoopback(),
            Duration.ofMillis(900)),
        clock);
  }

  @AfterEach
  void close() {
    fake.close();
  }

  private static WebMessage message(FakeBrowser to, String text, String topic) {
    return new WebMessage(to.subscription(), text, Duration.ofHours(1), Urgency.NORMAL, topic);
  }

  private Answer send(String text) {
    return push.send(message(browser, text, ""));
  }

  @Test
  void theBrowserShowsWhatWasWritten() {
    Answer.Accepted taken =
        assertInstanceOf(Answer.Accepted.class, send("{\"title\": \"Кофе 😀\"}"));
    assertTrue(taken.vendorId().contains("/message/"));
    assertEquals(List.of("{\"title\": \"Кофе 😀\"}"), screen);
  }

  @Test
  void aBrowserThatIsGoneIsDead() {
    browser.block();
    assertEquals(new Answer.AddressRefused("HTTP 410", AddressFate.DEAD), send("1"));
    Subscription lost =
        new Subscription(
            fake.address().resolve("/push/nobody"),
            browser.subscription().p256dh(),
            browser.subscription().auth());
    assertEquals(
        new Answer.AddressRefused("HTTP 404", AddressFate.DEAD),
        push.send(new WebMessage(lost, "1", Duration.ZERO, Urgency.LOW, "")));
  }

  @Test
  void anotherKeyIsOurFaultAndNotTheBrowsers() {
    assertEquals(
        new Answer.CredentialRefused("HTTP 403"),
        push(VapidKeys.generate()).send(message(browser, "1", "")));
    assertEquals(List.of(), fake.taken());
  }

  @ParameterizedTest
  @CsvSource({
    "400, CredentialRefused",
    "401, CredentialRefused",
    "413, TextRefused",
    "406, Throttled",
    "429, Throttled",
    "500, NotSent",
    "503, NotSent",
    "502, Unknown",
    "302, NotSent"
  })
  void whatTheServiceSays(int code, String answer) {
    fake.trouble(new Trouble.Code(code));
    Answer said = send("1");
    assertEquals(answer, said.getClass().getSimpleName());
    if (said instanceof Answer.Throttled throttled) {
      assertEquals(Duration.ofSeconds(30), throttled.after());
    }
  }

  @Test
  void hasteAndLostAnswers() {
    fake.pace(1);
    assertInstanceOf(Answer.Accepted.class, send("1"));
    assertEquals(new Answer.Throttled("HTTP 429", Duration.ofSeconds(1)), send("2"));
    fake.pace(0);
    fake.trouble(new Trouble.Drop());
    assertInstanceOf(Answer.Unknown.class, send("3"));
    assertEquals(List.of("1", "3"), screen);
    fake.close();
    assertInstanceOf(Answer.NotSent.class, send("4"));
  }

  /** The laptop was closed: the newest of a topic, and nothing that outlived its use. */
  @Test
  void aTopicIsReplacedAndOldNewsIsForgotten() {
    browser.sleep();
    push.send(message(browser, "balance 10", "balance"));
    push.send(message(browser, "balance 20", "balance"));
    push.send(message(browser, "coffee", ""));
    assertEquals(List.of(), screen);
    browser.wake();
    assertEquals(List.of("balance 20", "coffee"), screen);
    browser.sleep();
    push.send(message(browser, "only today", ""));
    clock.forward(Duration.ofHours(2));
    browser.wake();
    assertEquals(List.of("balance 20", "coffee"), browser.shown());
    assertEquals(4, fake.taken().size());
  }

  @Test
  void tooLongATextIsNotSent() {
    assertInstanceOf(Answer.TextRefused.class, send("я".repeat(1_501)));
    assertInstanceOf(Answer.Accepted.class, send("я".repeat(1_500)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilpush.apple.com.example/x",
        "https://xpush.services.mozilla.com/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://10.0.0.1/x",
        "https://[::1]/x",
        "http://127.0.0.1:5432/x",
        "file:///etc/passwd",
        "https:opaque"
      })
  void strangersHostsAreNotWrittenTo(String endpoint) {
    assertFalse(PushServices.KNOWN.allow(URI.create(endpoint)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://wns2-par02p.notify.windows.com/w/?token=abc"
      })
  void theBrowsersServicesAreWrittenTo(String endpoint) {
    assertTrue(PushServices.KNOWN.allow(URI.create(endpoint)));
  }

  @Test
  void whoWeAreIsSignedOnceForAServiceAndHalfADay() {
    Vapid vapid = new Vapid(KEYS, "mailto:a@b.example", clock);
    String first = vapid.header("https://fcm.googleapis.com");
    clock.forward(Duration.ofHours(10));
    assertEquals(first, vapid.header("https://fcm.googleapis.com"));
    assertNotEquals(first, vapid.header("https://web.push.apple.com"));
    clock.forward(Duration.ofMinutes(90));
    assertNotEquals(first, vapid.header("https://fcm.googleapis.com"));
    clock.forward(Duration.ofDays(3));
    assertInstanceOf(Answer.Accepted.class, send("after three days"));
  }

  @Test
  void secretsAreNowhereToBeRead() {
    assertFalse(KEYS.toString().contains(KEYS.privateKey()));
    String message = message(browser, "words", "").toString();
    assertFalse(message.contains("words") || message.contains("/push/"), message);
  }
}
