package io.kartela.push.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes back of letters that had left. */
class BouncesTest {
  private static final Verp VERP = new Verp("b@bounce.example", "a long secret of ours");
  private static final String NAME = "campaign-7-anna";

  private final Bounces bounces = new Bounces(VERP);

  /** A letter as the mail server has it. */
  private static FakeSmtp.Letter letter(Verp verp) {
    SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));
    try (FakeSmtp fake = new FakeSmtp(clock, letter -> {});
        SmtpMail mail =
            new SmtpMail(
                new SmtpMail.Settings(
                    new SmtpMail.Server("127.0.0.1", fake.port(), SmtpMail.Security.NONE),
                    "",
                    "",
                    "cards@shop.example",
                    null,
                    verp))) {
      mail.send(new Mail("anna@mail.example", "Кофе", "Ждём", "<p>Ждём</p>", NAME, null));
      return fake.taken().getFirst();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "failed, 5.1.1, DEAD", "failed, 5.1.6, DEAD", "failed, 5.1.10, DEAD",
    "failed, 5.2.1, BARRED", "failed, 5.2.2, FAILED", "failed, 5.7.1, FAILED",
    "failed, 4.4.7, EXPIRED", "delayed, 4.4.1, ON_THE_WAY", "delivered, 2.0.0, DELIVERED"
  })
  void aServersReport(String action, String status, Fate fate) {
    FakeSmtp.Letter letter = letter(VERP);
    List<Report> expected = List.of(new Report(NAME, fate, status));
    byte[] bounce = FakeSmtp.bounce(letter, action, status);
    assertEquals(expected, bounces.read("", bounce));
    assertEquals(expected, bounces.read(letter.sender(), bounce));
  }

  /** The complaint goes elsewhere; our name stands in the letter that came back. */
  @Test
  void aPersonsComplaintWithdraws() {
    assertEquals(
        List.of(new Report(NAME, Fate.WITHDRAWN, "abuse")),
        bounces.read("complaints@shop.example", FakeSmtp.complaint(letter(VERP))));
  }

  @Test
  void aMadeUpBounceBuriesNobody() {
    FakeSmtp.Letter letter = letter(new Verp("b@bounce.example", "somebody else's secret"));
    assertEquals(
        List.of(), bounces.read(letter.sender(), FakeSmtp.bounce(letter, "failed", "5.1.1")));
    assertEquals(List.of(), bounces.read("", FakeSmtp.complaint(letter)));
    assertEquals(Optional.empty(), VERP.name("b+" + NAME + ".0000000000000000@bounce.example"));
    assertEquals(
        Optional.of(NAME), VERP.name(VERP.sender(NAME).toUpperCase(java.util.Locale.ROOT)));
    assertTrue(VERP.sender(NAME).indexOf('@') <= 64, "what stands before the @ has a limit");
  }

  @Test
  void otherLettersTellOfNothing() {
    String outOfOffice =
        "From: anna@mail.example\r\nTo: "
            + VERP.sender(NAME)
            + "\r\nSubject: Failed? I am away\r\nContent-Type: text/plain\r\n\r\nStatus: 5.1.1\r\n";
    for (String letter :
        List.of("", "\r\n", outOfOffice, "Content-Type: multipart/report\r\n\r\n")) {
      assertEquals(
          List.of(),
          bounces.read(VERP.sender(NAME), letter.getBytes(StandardCharsets.US_ASCII)),
          letter);
    }
  }
}
