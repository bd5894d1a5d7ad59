package io.kartela.service.member.standing;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Tiers;
import io.kartela.service.program.TierProgress;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** How far a member is from the next tier, by the window that the program looks at. */
public final class Progress {
  private final Standings standings = new Standings();

  /**
   * Looks the member's purchases up.
   *
   * @param zone the merchant's zone
   */
  public Optional<TierProgress> of(
      Connection c, long merchantId, MemberRef member, Program program, Instant now, ZoneId zone) {
    RoundTrip trip = new RoundTrip();
    Asked asked = ask(trip, merchantId, member.id(), program, now, zone);
    trip.run(c);
    return asked.of(member);
  }

  /** Looks the member's purchases up as a part of a round trip. */
  public Asked ask(
      RoundTrip trip, long merchantId, long memberId, Program program, Instant now, ZoneId zone) {
    PurchaseWindow window = program.tierPolicy().window();
    if (window.unit() == PurchaseWindow.Unit.ALL) {
      return member -> progress(program, member, member.standing().spentTotal());
    }
    Answer<Facts.Purchases> sums =
        standings.sums(trip, merchantId, memberId, window.range(now, program.zone()), zone);
    return member -> progress(program, member, sums.get().amount());
  }

  /** A progress that a round trip brings. */
  @FunctionalInterface
  public interface Asked {
    /** The member's progress, after the round trip has run. */
    Optional<TierProgress> of(MemberRef member);
  }

  private static Optional<TierProgress> progress(Program program, MemberRef member, long inWindow) {
    MemberRef.Standing s = member.standing();
    return TierProgress.of(
        program, s.tier(), new Tiers.History(inWindow, s.spentTotal(), s.largest()));
  }
}
