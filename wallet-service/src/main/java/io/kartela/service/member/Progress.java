package io.kartela.service.member;

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
    MemberRef.Standing s = member.standing();
    PurchaseWindow window = program.tierPolicy().window();
    long inWindow = s.spentTotal();
    if (window.unit() != PurchaseWindow.Unit.ALL) {
      RoundTrip trip = new RoundTrip();
      Answer<Facts.Purchases> sums =
          standings.sums(trip, merchantId, member.id(), window.range(now, program.zone()), zone);
      trip.run(c);
      inWindow = sums.get().amount();
    }
    return TierProgress.of(
        program, s.tier(), new Tiers.History(inWindow, s.spentTotal(), s.largest()));
  }
}
