package io.kartela.push.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.push.Answer;
import io.kartela.push.SettableClock;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.sms.InboundCalls.Opened;
import io.kartela.push.sms.InboundCalls.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A phone proved by a call that costs nothing. */
class InboundCallsTest {
  private static final String ANNA = "+79123456789";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));

  private static InboundCalls calls(URI address, String key) {
    return new SmsRu(new SmsRu.Settings(address, key, "", Duration.ofMillis(700)));
  }

  @Test
  void whoRingsIsConfirmedAndWhoDoesNotIsLate() {
    try (FakeSmsRu fake = new FakeSmsRu("key", clock, text -> {})) {
      InboundCalls calls = calls(fake.address(), "key");
      Opened.Waiting anna = assertInstanceOf(Opened.Waiting.class, calls.open(ANNA));
      Opened.Waiting boris = assertInstanceOf(Opened.Waiting.class, calls.open("+79990001122"));
      assertEquals("+7 (800) 555-86-07", anna.number());
      assertEquals(State.WAITING, calls.state(anna.checkId()));
      fake.ring(ANNA);
      assertEquals(State.CONFIRMED, calls.state(anna.checkId()));
      assertEquals(State.WAITING, calls.state(boris.checkId()));
      clock.forward(Duration.ofMinutes(6));
      assertEquals(State.ELAPSED, calls.state(boris.checkId()));
      assertEquals(State.UNKNOWN, calls.state("no such check"));
    }
  }

  @Test
  void refusalsAreThoseOfTexts() {
    URI gone;
    try (FakeSmsRu fake = new FakeSmsRu("key", clock, text -> {})) {
      gone = fake.address();
      assertRefused(Answer.CredentialRefused.class, calls(gone, "another"));
      fake.number(ANNA, 202);
      assertRefused(Answer.AddressRefused.class, calls(gone, "key"));
      fake.trouble(new Trouble.Code(201));
      assertRefused(Answer.OutOfMoney.class, calls(gone, "key"));
    }
    assertRefused(Answer.NotSent.class, calls(gone, "key"));
  }

  private static void assertRefused(Class<? extends Answer> type, InboundCalls calls) {
    assertInstanceOf(type, assertInstanceOf(Opened.Refused.class, calls.open(ANNA)).answer());
  }
}
