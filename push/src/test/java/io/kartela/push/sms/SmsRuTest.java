package io.kartela.push.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.SettableClock;
import io.kartela.push.http.FakeVendor;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway against a server that answers, refuses and loses answers as the real one does. */
class SmsRuTest {
  private static final String KEY = "F2D79B58-not-a-key";
  private static final String ANNA = "+79123456789";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final List<TextMessage> phones = Collections.synchronizedList(new ArrayList<>());
  private final FakeSmsRu fake = new FakeSmsRu(KEY, clock, phones::add);
  private final SmsRu gateway = gateway(fake.address(), KEY);

  private static SmsRu gateway(URI address, String key) {
    return new SmsRu(new SmsRu.Settings(address, key, "ZERNO", Duration.ofMillis(700)));
  }

  @AfterEach
  void close() {
    gateway.close();
    fake.close();
  }

  private Answer send(String text) {
    return gateway.send(new TextMessage(ANNA, text, "id"));
  }

  @Test
  void aTextArrivesAsItWasWritten() {
    String text = "123456 — код «Зерно» & co = 100 %+";
    Answer.Accepted accepted = assertInstanceOf(Answer.Accepted.class, send(text));
    assertFalse(accepted.vendorId().isEmpty());
    assertEquals(List.of(new FakeSms.Taken(ANNA, text, "ZERNO", clock.instant())), fake.taken());
    assertEquals(List.of(text), phones.stream().map(TextMessage::text).toList());
    assertEquals(Optional.of(new BigDecimal("995.01")), gateway.balance());
  }

  @ParameterizedTest
  @CsvSource({
    "202, AddressRefused", "207, AddressRefused", "209, AddressRefused", "230, Throttled",
    "231, Throttled", "204, TextRefused", "205, TextRefused", "150, Unknown"
  })
  void whatIsSaidOfTheNumber(int code, String answer) {
    fake.number(ANNA, code);
    assertEquals(answer, send("1").getClass().getSimpleName());
    assertEquals(List.of(), fake.taken());
  }

  @ParameterizedTest
  @CsvSource({
    "200, CredentialRefused",
    "301, CredentialRefused",
    "302, CredentialRefused",
    "201, OutOfMoney",
    "206, Throttled",
    "220, NotSent",
    "999, Unknown"
  })
  void whatIsSaidOfTheRequest(int code, String answer) {
    fake.trouble(new FakeVendor.Trouble.Code(code));
    assertEquals(answer, send("1").getClass().getSimpleName());
  }

  @Test
  void anEmptyAccountAndAWrongKeyAreToldApart() {
    fake.balance("1.00");
    assertInstanceOf(Answer.OutOfMoney.class, send("1"));
    try (SmsRu stranger = gateway(fake.address(), "another")) {
      assertInstanceOf(
          Answer.CredentialRefused.class, stranger.send(new TextMessage(ANNA, "1", "id")));
      assertEquals(Optional.empty(), stranger.balance());
    }
  }

  /** The answer got lost after the text was taken: not known, and not sent a second time. */
  @Test
  void aLostAnswerIsNotASecondText() {
    for (FakeVendor.Trouble trouble :
        List.of(
            new FakeVendor.Trouble.Drop(),
            new FakeVendor.Trouble.Garbage(),
            new FakeVendor.Trouble.Late(Duration.ofSeconds(30)))) {
      int before = fake.taken().size();
      fake.trouble(trouble);
      Answer answer = send("code " + before);
      assertInstanceOf(Answer.Unknown.class, answer, trouble.toString());
      assertTrue(answer.mayArrive());
      assertEquals(before + 1, fake.taken().size(), trouble.toString());
    }
  }

  @Test
  void aProxyInFrontThatFailsIsNotAnAnswer() {
    fake.trouble(new FakeVendor.Trouble.Status(502));
    assertInstanceOf(Answer.Unknown.class, send("1"));
    fake.trouble(new FakeVendor.Trouble.Status(429));
    assertInstanceOf(Answer.Throttled.class, send("2"));
    fake.trouble(new FakeVendor.Trouble.Status(302));
    assertInstanceOf(Answer.NotSent.class, send("3"));
  }

  @Test
  void nobodyAtTheDoorIsCertainlyNotSent() {
    URI gone = fake.address();
    fake.close();
    try (SmsRu late = gateway(gone, KEY)) {
      assertInstanceOf(Answer.NotSent.class, late.send(new TextMessage(ANNA, "1", "id")));
      assertEquals(Optional.empty(), late.balance());
    }
  }

  @Test
  void theKeyIsNowhereToBeRead() {
    assertFalse(
        SmsRu.Settings.of(URI.create("https://sms.ru"), KEY, "").toString().contains(KEY),
        "in the settings");
    fake.trouble(new FakeVendor.Trouble.Code(200));
    assertFalse(send("1").toString().contains(KEY), "in an answer");
  }
}
