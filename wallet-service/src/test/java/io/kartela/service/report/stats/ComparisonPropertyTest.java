package io.kartela.service.report.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What must hold of any two arms. */
class ComparisonPropertyTest {
  @Provide
  Arbitrary<Arm> arms() {
    return Arbitraries.longs()
        .between(0, 500_000_00)
        .array(long[].class)
        .ofMaxSize(60)
        .flatMap(
            amounts ->
                Arbitraries.longs()
                    .between(Math.max(2, amounts.length), 1_000)
                    .map(members -> Arm.of(members, amounts)));
  }

  @Property(tries = 200)
  void equalArmsDifferByNothing(@ForAll("arms") Arm arm, @ForAll long seed) {
    Comparison same = new Comparison(arm, arm, true, seed);
    assertEquals(0, same.amount());
    assertEquals(0, same.buyers(), 1e-9);
    assertTrue(same.amountInterval().contains(0));
    assertTrue(same.buyersInterval().contains(0));
    assertEquals(0.5, same.shares().probabilityOfBetter(), 0.02);
    assertTrue(same.label() == Label.NOT_PROVEN_YET, () -> same.label().name());
  }

  @Property(tries = 200)
  void turnedAroundItIsTheOpposite(@ForAll("arms") Arm a, @ForAll("arms") Arm b) {
    ShareDifference ab = new ShareDifference(a.share(), b.share());
    ShareDifference ba = new ShareDifference(b.share(), a.share());
    Interval there = ab.interval(Confidence.AT_THE_END);
    Interval back = ba.interval(Confidence.AT_THE_END).times(-1);
    assertEquals(there.low(), back.low(), 1e-9);
    assertEquals(there.high(), back.high(), 1e-9);
    assertEquals(1, ab.probabilityOfBetter() + ba.probabilityOfBetter(), 2e-3);
    if (a.buyers() + b.buyers() > 0) {
      assertEquals(ab.p(), ba.p(), 1e-9);
    }
  }

  @Property(tries = 200)
  void intervalsHoldTheirEstimate(
      @ForAll("arms") Arm a, @ForAll("arms") Arm b, @ForAll boolean ended) {
    Comparison c = new Comparison(a, b, ended, 1);
    double exact = (double) a.sum() - (double) a.members() * b.sum() / b.members();
    assertTrue(c.amountInterval().with(exact).width() <= c.amountInterval().width() + 1e-3);
    assertTrue(c.buyersInterval().contains(c.buyers()));
    Interval running = new Comparison(a, b, false, 1).amountInterval();
    Interval over = new Comparison(a, b, true, 1).amountInterval();
    assertTrue(running.width() >= over.width() - 1e-6, "an early look is no surer than a late one");
  }

  @Property(tries = 200)
  void theIncrementIsExactToTheKopeck(@ForAll("arms") Arm a, @ForAll("arms") Arm b) {
    BigDecimal exact =
        BigDecimal.valueOf(a.sum())
            .subtract(
                BigDecimal.valueOf(a.members())
                    .multiply(BigDecimal.valueOf(b.sum()))
                    .divide(BigDecimal.valueOf(b.members()), 40, RoundingMode.HALF_UP));
    assertEquals(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), Increment.of(a, b));
  }

  @Property(tries = 100)
  void inRoublesOrInKopecksItIsTheSame(
      @ForAll("arms") Arm a,
      @ForAll("arms") Arm b,
      @ForAll @LongRange(min = 2, max = 1000) long by) {
    Comparison small = new Comparison(a, b, true, 7);
    Comparison large = new Comparison(a.map(x -> x * by), b.map(x -> x * by), true, 7);
    assertEquals(small.label(), large.label());
    assertEquals(small.amountP(), large.amountP(), 1e-9);
    double width = small.amountInterval().width();
    assertEquals(width * by, large.amountInterval().width(), 1e-6 * (1 + width * by));
  }

  @Property(tries = 20)
  void theSameSeedSaysTheSame(@ForAll("arms") Arm a, @ForAll("arms") Arm b, @ForAll long seed) {
    assertEquals(Resampling.permutation(a, b, seed), Resampling.permutation(a, b, seed));
    assertEquals(Resampling.bootstrap(a, b, seed), Resampling.bootstrap(a, b, seed));
    assertEquals(Resampling.permutation(a, b, seed), Resampling.permutation(a, b, seed + 1), 0.06);
  }
}
