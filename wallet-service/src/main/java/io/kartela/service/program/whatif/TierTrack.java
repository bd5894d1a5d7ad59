package io.kartela.service.program.whatif;

import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Tiers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member's tier as one program moves it: up by purchases, down by returns, either way on the
 * night of the 1st. One thread.
 */
final class TierTrack {
  private final Program program;
  private final Bought sums;
  private Tiers.@Nullable State state;
  private @Nullable String floor;

  /** What this side counts of the member's purchases. */
  interface Bought {
    /** In the stretch. */
    long amount(PurchaseWindow.Range range);

    /** The largest in the stretch. */
    long largest(PurchaseWindow.Range range);

    /** Ever. */
    long total();
  }

  TierTrack(Program program, Bought sums) {
    this.program = program;
    this.sums = sums;
  }

  /**
   * Begins.
   *
   * @param least the tier that no return takes away; null = the lowest
   */
  void begin(@Nullable String tier, @Nullable String least, Instant at) {
    floor = least;
    state = tier == null ? null : new Tiers.State(tier, null, Tiers.recomputeDay(program, at));
  }

  /** Goes on where another program's track is. */
  void goOn(TierTrack from) {
    state = from.state;
    floor = from.floor;
  }

  Program program() {
    return program;
  }

  /** Sets the tier from outside, e.g. by hand. */
  void set(@Nullable String tier, Instant at) {
    Tiers.State s = state;
    if (tier == null || s == null) {
      begin(tier, tier, at);
    } else if (!s.tier().equals(tier)) {
      floor = tier;
      state = new Tiers.State(tier, null, s.lastRun());
    }
  }

  @Nullable String tier() {
    return state == null ? null : state.tier();
  }

  /**
   * After a purchase.
   *
   * @param to the tier that it lifts to, or null
   */
  void bought(@Nullable String to) {
    Tiers.State s = state;
    if (s != null && to != null) {
      state = new Tiers.State(to, null, s.lastRun());
    }
  }

  /**
   * What came back.
   *
   * @param boughtAt when the receipt was
   * @param counted the part that came back, as purchases are counted
   * @param whole what the receipt had counted
   * @param lifted the receipt had caused a rise
   */
  record Back(Instant boughtAt, long counted, long whole, boolean lifted) {}

  /** After a return: what the purchases that are left give. */
  void returned(Instant at, Back back) {
    Tiers.State s = state;
    if (s == null) {
      return;
    }
    PurchaseWindow.Range window = program.tierPolicy().window().range(at, program.zone());
    Tiers.History left = new Tiers.History(sums.amount(window), sums.total(), sums.largest(window));
    boolean inside =
        (window.from() == null || !back.boughtAt.isBefore(window.from()))
            && back.boughtAt.isBefore(window.until());
    Tiers.History before =
        new Tiers.History(
            left.window() + (inside ? back.counted : 0),
            left.total() + back.counted,
            inside ? Math.max(left.largest(), back.whole) : left.largest());
    Tiers.Change fall = Tiers.afterReturn(program, s.tier(), floor, left, before, back.lifted);
    if (fall != null) {
      state = new Tiers.State(fall.to(), null, s.lastRun());
    }
  }

  /** The first recomputation that is still to come, or null when there are none. */
  @Nullable Instant nextRun() {
    Tiers.State s = state;
    LocalDate last = s == null ? null : s.lastRun();
    return last == null || program.tierPolicy().recompute() == null
        ? null
        : last.plusMonths(1).atStartOfDay(program.zone()).toInstant();
  }

  /** Runs the recomputation of that moment if one is due. */
  void runAt(Instant at) {
    Tiers.State s = state;
    if (s == null || !at.equals(nextRun())) {
      return;
    }
    LocalDate day = Tiers.recomputeDay(program, at);
    PurchaseWindow.Range range = Objects.requireNonNull(Tiers.recomputeRange(program, day));
    Tiers.State after =
        Tiers.recompute(
            program,
            s,
            day,
            new Tiers.History(sums.amount(range), sums.total(), sums.largest(range)));
    state = after;
    floor = after.tier();
  }
}
