package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Three services on one database; one after the other is killed in the middle of a campaign, which
 * is paused and goes on besides. {@code ./bench chaos} plays the same with 200,000 recipients.
 */
class ChaosCampaignTest {
  private static final int PEOPLE = 1_200;

  @Test
  void everybodyHasOneVerdictWhoeverIsKilled() throws Exception {
    try (ChaosCampaign chaos = new ChaosCampaign(11, PEOPLE)) {
      chaos.begin();
      assertTrue(chaos.recipients() > PEOPLE, "not all are addressed");
      for (int kill = 0; kill < 3; kill++) {
        long from = chaos.accepted();
        // What dead services had in hand is not said again: so many may not be left.
        until(chaos, () -> chaos.accepted() >= from + 60 || chaos.done());
        assertTrue(chaos.nodes().kill(kill), "a node is down by itself");
      }
      if (!chaos.done()) {
        chaos.state("PAUSED");
        chaos.state("RUNNING");
      }
      until(chaos, chaos::done);
      ChaosCampaign.Result result = chaos.result();
      assertTrue(result.complete(), result.toString());
      // A push to a card carries no words: told again, a phone fetches the same card.
      assertTrue(Set.of("APPLE").containsAll(chaos.twice().keySet()), chaos.twice().toString());
      // What a dead service had in hand may have left, and is not said again.
      assertTrue(result.delivered() + result.unknown() > PEOPLE * 9 / 10, result.toString());
      assertEquals("0", chaos.text("SELECT count(*) FROM kartela.dispatch"));
      assertEquals(
          chaos.text("SELECT coalesce(sum(cost), 0) FROM kartela.sent"),
          chaos.text("SELECT sum(cost)::text FROM kartela.campaign"));
    }
  }

  private static void until(ChaosCampaign chaos, java.util.function.BooleanSupplier so)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(6).toNanos();
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "waited in vain; under way: " + chaos.left());
      Thread.sleep(50);
    }
  }
}
