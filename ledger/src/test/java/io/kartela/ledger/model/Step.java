package io.kartela.ledger.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A random decision, made before anything runs, so that a failing list of steps can be repeated and
 * shortened. Which lot, hold or redemption {@code pick} means is found out when the step runs.
 *
 * @param clockHours how far the clock moves first
 * @param lateHours how long before that the event happened
 * @param kind null for the nightly job
 */
record Step(
    int clockHours,
    int lateHours,
    int slot,
    int otherSlot,
    Request.@Nullable Kind kind,
    int amount,
    int pick,
    int fromHours,
    int lifeHours,
    Delivery delivery) {

  /** What the network and the processes do to a request. */
  enum Delivery {
    ONCE,
    /** The same request again at once. */
    TWICE,
    /** Other requests overtake it. */
    OVERTAKEN,
    /** It is done but the answer is lost; the client repeats it much later. */
    CRASH_AFTER_COMMIT,
    /** The process dies before the commit; the client repeats it at once. */
    CRASH_BEFORE_COMMIT,
    /** The key is used again for another body. */
    OTHER_BODY
  }

  static final int SLOTS = 6;

  static List<Step> random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(random(random));
    }
    return steps;
  }

  private static Step random(SplittableRandom random) {
    boolean job = random.nextInt(150) == 0;
    return new Step(
        clock(random),
        random.nextInt(10) == 0 ? 1 + random.nextInt(5) : 0,
        random.nextInt(SLOTS),
        random.nextInt(SLOTS - 1),
        job ? null : kind(random),
        1 + random.nextInt(12),
        random.nextInt(1_000_000),
        random.nextInt(3) == 0 ? 1 + random.nextInt(24) : random.nextInt(20) == 0 ? -6 : 0,
        random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(72),
        delivery(random));
  }

  private static int clock(SplittableRandom random) {
    int dice = random.nextInt(100);
    return dice < 75 ? 0 : dice < 97 ? 1 : 1 + random.nextInt(24);
  }

  private static Request.Kind kind(SplittableRandom random) {
    int dice = random.nextInt(100);
    if (dice < 28) {
      return Request.Kind.EARN;
    }
    if (dice < 32) {
      return Request.Kind.GIFT;
    }
    if (dice < 34) {
      return Request.Kind.CREDIT;
    }
    if (dice < 36) {
      return Request.Kind.DEBIT;
    }
    if (dice < 55) {
      return Request.Kind.REDEEM;
    }
    if (dice < 64) {
      return Request.Kind.HOLD;
    }
    if (dice < 70) {
      return Request.Kind.COMMIT;
    }
    if (dice < 72) {
      return Request.Kind.RELEASE;
    }
    if (dice < 84) {
      return Request.Kind.REFUND;
    }
    if (dice < 95) {
      return Request.Kind.REVERSE;
    }
    return dice < 98 ? Request.Kind.TRANSFER : Request.Kind.MERGE;
  }

  private static Delivery delivery(SplittableRandom random) {
    int dice = random.nextInt(100);
    if (dice < 80) {
      return Delivery.ONCE;
    }
    Delivery[] others = Delivery.values();
    return others[1 + random.nextInt(others.length - 1)];
  }
}
