package io.kartela.push.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kartela.push.Answer;
import io.kartela.push.SettableClock;
import io.kartela.push.sms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final String ANNA = "+79991234567";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
  private final Mailbox mailbox = new Mailbox(clock);

  @Test
  void keepsTheLastTwoHundredNewestFirst() {
    for (int i = 0; i < 205; i++) {
      mailbox.sms().send(new TextMessage(ANNA, "Код " + i, "id" + i));
      clock.forward(Duration.ofSeconds(1));
    }
    assertEquals(200, mailbox.letters().size());
    assertEquals("Код 204", mailbox.lastTo(ANNA).orElseThrow().text());
    assertEquals(
        Instant.parse("2026-11-21T12:00:05Z"), mailbox.letters().getLast().at(), "0 to 4 left");
  }

  @Test
  void aRepeatedIdArrivesOnce() {
    TextMessage message = new TextMessage(ANNA, "Код 1234", "same");
    assertEquals(new Answer.Accepted("same"), mailbox.sms().send(message));
    assertEquals(new Answer.Accepted("same"), mailbox.sms().send(message));
    assertEquals(1, mailbox.lettersTo(ANNA).size());
    assertEquals(0, mailbox.lettersTo("+79990000000").size());
  }

  @Test
  void refusesWhatIsNoPhoneOrNoText() {
    assertThrows(IllegalArgumentException.class, () -> new TextMessage("8 999", "x", "1"));
    assertThrows(IllegalArgumentException.class, () -> new TextMessage(ANNA, " ", "1"));
  }
}
