package io.kartela.service.program;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Explain;
import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Rules;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VersionsTest {
  private static final Program PROGRAM =
      ProgramJson.parse("{\"name\":{\"ru\":\"П\",\"en\":\"P\"},\"kind\":\"BOTH\"}").program();

  private static Published version(int number, int chars) {
    return new Published(
        number,
        "id",
        PROGRAM,
        Rules.prepare(PROGRAM),
        new Explain(PROGRAM, "ru"),
        new Explain(PROGRAM, "en"),
        ProgramNeeds.of(PROGRAM),
        "x".repeat(chars),
        Instant.EPOCH,
        "test",
        TierView.all(PROGRAM));
  }

  @Test
  void whatIsInUseStaysWhenManyOthersAreReadOnce() {
    Versions versions = new Versions(100_000);
    Versions.Key current = new Versions.Key(1, 500);
    versions.put(current, version(500, 1_000));
    for (int i = 1; i < 500; i++) {
      versions.put(new Versions.Key(1, i), version(i, 1_000));
      assertNotNull(versions.get(current));
      assertTrue(versions.size() <= 100, () -> versions.size() + " kept");
    }
    assertTrue(versions.size() >= 75, () -> versions.size() + " kept");
    assertNull(versions.get(new Versions.Key(1, 1)));
    assertNotNull(versions.get(new Versions.Key(1, 499)));
  }

  @Test
  void oneThatIsLargerThanTheRoomIsKeptAlone() {
    Versions versions = new Versions(100);
    Versions.Key large = new Versions.Key(1, 1);
    versions.put(large, version(1, 1_000));
    assertNotNull(versions.get(large));
    versions.put(new Versions.Key(1, 2), version(2, 1_000));
    assertNull(versions.get(large));
  }
}
