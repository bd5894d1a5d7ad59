package io.kartela.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
  private final Instant now = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "365, FINE",
    "91, FINE",
    "90, NOTICE",
    "31, NOTICE",
    "30, WARNING",
    "8, WARNING",
    "7, CRITICAL",
    "0, CRITICAL",
    "-1, EXPIRED",
    "-400, EXPIRED"
  })
  void warnsNinetyThirtyAndSevenDaysAhead(long days, Expiry.Level level) {
    assertEquals(level, new Expiry(Expiry.What.WWDR, "x", now, days).level());
  }

  @Test
  void judgesBothCertificatesTheFirstToEndInFront() {
    DevelopmentCa ca = DevelopmentCa.inMemory(now);
    ApplePassIdentity identity =
        ca.issuePassIdentity("pass.io.kartela.shop", "TEAM", false, now, Duration.ofDays(365));
    Instant later = now.plus(Duration.ofDays(340));
    List<Expiry> expiries = Expiry.of(identity, later);
    assertEquals(
        List.of(Expiry.What.PASS_CERTIFICATE, Expiry.What.WWDR),
        expiries.stream().map(Expiry::what).toList());
    assertEquals(25, expiries.getFirst().daysLeft());
    assertEquals(Expiry.Level.WARNING, expiries.getFirst().level());
    assertEquals(Expiry.Level.FINE, expiries.getLast().level());
    ApplePassIdentity longer =
        ca.issuePassIdentity("pass.a.b", "TEAM", false, now, Duration.ofDays(9999));
    assertEquals(Expiry.What.WWDR, Expiry.of(longer, now).getFirst().what());
  }

  @Test
  void saysItInBothLanguages() {
    Instant end = Instant.parse("2026-12-01T00:00:00Z");
    Expiry soon = new Expiry(Expiry.What.PASS_CERTIFICATE, "pass.a.b", end, 9);
    assertEquals("Сертификат pass.a.b действует до 1 декабря 2026", soon.text(Locale.of("ru")));
    assertEquals(
        "The certificate pass.a.b is valid until 1 December 2026", soon.text(Locale.ENGLISH));
    Expiry over = new Expiry(Expiry.What.WWDR, "CN=WWDR", end, -1);
    assertEquals(
        "Промежуточный сертификат Apple (WWDR) истёк 1 декабря 2026", over.text(Locale.of("ru")));
    assertEquals(
        "Apple's intermediate certificate (WWDR) expired on 1 December 2026",
        over.text(Locale.FRENCH));
  }
}
