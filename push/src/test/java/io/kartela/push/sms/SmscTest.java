package io.kartela.push.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.SettableClock;
import io.kartela.push.TextChannel.Sent;
import io.kartela.push.http.FakeVendor.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SMSC's own tables, and what its names for texts are good for. */
class SmscTest {
  private static final String ANNA = "+79123456789";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));
  private final FakeSmsc fake = new FakeSmsc("shop", "key", clock, text -> {});
  private final Smsc gateway =
      new Smsc(new Smsc.Settings(fake.address(), "", "key", "", Duration.ofMillis(700)));

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1, TextRefused", "2, CredentialRefused", "3, OutOfMoney", "4, CredentialRefused",
    "5, TextRefused", "6, TextRefused", "7, AddressRefused", "8, AddressRefused",
    "9, Throttled", "99, Unknown"
  })
  void whatIsSaidOfTheRequest(int code, String answer) {
    fake.trouble(new Trouble.Code(code));
    assertEquals(answer, gateway.send(new TextMessage(ANNA, "1", "id")).getClass().getSimpleName());
  }

  @ParameterizedTest
  @CsvSource({
    "-2,, FAILED",
    "-1,, ON_THE_WAY",
    "0,, ON_THE_WAY",
    "1,, DELIVERED",
    "2,, SEEN",
    "4,, SEEN",
    "3,, EXPIRED",
    "22,, DEAD",
    "23,, FAILED",
    "24,, FAILED",
    "25,, FAILED",
    "20, 1, DEAD",
    "20, 6, FAILED",
    "20, 12, FAILED",
    "20, 13, BARRED",
    "20, 219, FAILED",
    "20, 220, FAILED",
    "20, 244, BARRED",
    "20, 245, FAILED",
    "20, 246, EXPIRED",
    "20, 249, DEAD",
    "20, 253, FAILED"
  })
  void onlyProofBuriesANumber(String status, String err, Fate fate) {
    Report report = SmscStatus.report("x", status, err == null ? "" : err).orElseThrow();
    assertEquals(fate, report.fate());
    assertEquals(err == null ? status : status + "/" + err, report.code());
  }

  /** The connection broke after the text was taken; our own name for it finds it again. */
  @Test
  void aTextWhoseAnswerGotLostCanStillBeAskedFor() {
    fake.trouble(new Trouble.Drop());
    TextMessage lost = new TextMessage(ANNA, "1", "campaign 7, Anna");
    assertInstanceOf(Answer.Unknown.class, gateway.send(lost));
    fake.trouble(new Trouble.None());
    assertInstanceOf(Answer.Throttled.class, gateway.send(lost), "the same within a minute");
    assertEquals(
        List.of(new Report(Smsc.nameOf(lost.id()), Fate.DELIVERED, "1")),
        gateway.reports(List.of(new Sent(Smsc.nameOf(lost.id()), ANNA))));
    assertEquals(List.of(), gateway.reports(List.of(new Sent(Smsc.nameOf("never sent"), ANNA))));
    assertEquals(1, fake.taken().size());
  }
}
