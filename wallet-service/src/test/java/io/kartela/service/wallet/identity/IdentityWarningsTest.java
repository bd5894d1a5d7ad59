package io.kartela.service.wallet.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.DevelopmentCa;
import io.kartela.service.wallet.pass.TestHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class IdentityWarningsTest {
  @Test
  void theInstallationsOwnEndIsToldWithoutADatabase() {
    Instant now = Instant.now();
    ApplePassIdentity ending =
        DevelopmentCa.inMemory(now)
            .issuePassIdentity(
                DevelopmentCa.PASS_TYPE_IDENTIFIER,
                DevelopmentCa.TEAM_IDENTIFIER,
                false,
                now.minus(Duration.ofDays(1)),
                Duration.ofDays(6));
    TestHouse house = new TestHouse();
    IdentityWarnings warnings =
        new IdentityWarnings(
            house.database(), ending, new SimpleMeterRegistry(), InstantSource.fixed(now));
    house.close();
    assertTrue(warnings.warnings().toString().contains("CRITICAL"), warnings.warnings().toString());
  }
}
