package io.kartela.push.http;

import java.time.Duration;
import java.util.Random;

/**
 * A stand-in's moods, the same again for the same seed: so many of a hundred requests are answered
 * late, so many cut off after the words were taken, so many refused before. For one thread at a
 * time.
 */
public final class FakeLuck {
  private final Random dice;
  private final int late;
  private final Duration upTo;
  private final int dropped;
  private final int broken;

  /** What happens to one request. */
  public sealed interface Drawn {
    record Good() implements Drawn {}

    record Late(Duration by) implements Drawn {}

    record Dropped() implements Drawn {}

    record Broken() implements Drawn {}
  }

  public FakeLuck(long seed, int late, Duration upTo, int dropped, int broken) {
    this.dice = new Random(seed);
    this.late = late;
    this.upTo = upTo;
    this.dropped = dropped;
    this.broken = broken;
  }

  public Drawn draw() {
    int drawn = dice.nextInt(100);
    if (drawn < late) {
      return new Drawn.Late(upTo.multipliedBy(dice.nextInt(100)).dividedBy(100));
    }
    if (drawn < late + dropped) {
      return new Drawn.Dropped();
    }
    return drawn < late + dropped + broken ? new Drawn.Broken() : new Drawn.Good();
  }
}
