package io.kartela.service;

import java.util.Random;

/**
 * {@code ./bench chaos [recipients] [seconds between kills] [seed]}: a campaign by every way to so
 * many members, from three services on one PostgreSQL, one of which is killed every so often, and
 * vendors that misbehave; it is paused and goes on in the middle. Prints verdicts, words heard
 * twice and what nobody knows, each beside its bound, and ends with 1 when one is passed.
 */
final class ChaosBench {
  /** Rows that a service has in hand of one merchant, by each of six ways. */
  private static final int IN_HAND = 32 * 6;

  private ChaosBench() {}

  public static void main(String[] args) throws Exception {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    int every = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    say("three services start, %,d members are written, seed %d …", people, seed);
    try (ChaosCampaign chaos = new ChaosCampaign(seed, people)) {
      long began = System.nanoTime();
      chaos.begin();
      say("%,d recipients are fixed in %.1f s", chaos.recipients(), seconds(began));
      Random dice = new Random(seed);
      int kills = 0;
      boolean paused = false;
      while (!chaos.done()) {
        Thread.sleep(every * 1000L);
        if (!paused && chaos.verdicts() > people / 2) {
          chaos.state("PAUSED");
          Thread.sleep(1_000);
          long before = chaos.accepted();
          Thread.sleep(3_000);
          say("paused: %,d words left within 3 s after the first", chaos.accepted() - before);
          chaos.state("RUNNING");
          paused = true;
        }
        if (chaos.nodes().kill(dice.nextInt(3))) {
          kills++;
        }
        if (kills % 10 == 0) {
          say(
              "%3.0f s, %d kills: %,d verdicts; %s",
              seconds(began), kills, chaos.verdicts(), chaos.left());
        }
      }
      double took = seconds(began);
      ChaosCampaign.Result r = chaos.result();
      say(
          "%,d recipients, %d kills, %.0f s: %.0f verdicts/s",
          r.recipients(), kills, took, r.recipients() / took);
      say(
          "verdicts %,d of %,d: delivered %,d, failed %,d, skipped %,d",
          r.verdicts(), r.recipients(), r.delivered(), r.failed(), r.skipped());
      int bound = kills * IN_HAND;
      say(
          "heard twice %,d %s (bound by what was in hand at the kills: %,d)",
          r.twice(), chaos.twice(), bound);
      // Two of a hundred calls are cut after the words were taken, and what a kill leaves is not
      // known either.
      int unknown = r.recipients() * 4 / 100 + bound;
      say("reached or not, nobody knows: %,d (bound: %,d)", r.unknown(), unknown);
      if (!r.complete() || r.twice() > bound || r.unknown() > unknown) {
        say("FAILED");
        System.exit(1);
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation is one more dependency
  private static void say(String text, Object... values) {
    System.out.println(text.formatted(values));
  }
}
