package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.service.member.MemberRef;
import io.kartela.service.member.Members;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program may know of a member at a moment: asked in one round trip together with the
 * account.
 */
final class PurchaseFacts {
  private final Answer<Optional<MemberRef>> member;
  private final Map<String, Answer<Facts.Purchases>> windows = new HashMap<>();

  private PurchaseFacts(Answer<Optional<MemberRef>> member) {
    this.member = member;
  }

  /**
   * Adds the questions to a round trip; put the account's lock before it, so that nothing is
   * missed.
   */
  static PurchaseFacts ask(
      RoundTrip trip,
      Members members,
      Program program,
      long merchantId,
      long memberId,
      Instant at) {
    PurchaseFacts facts = new PurchaseFacts(members.ask(trip, merchantId, memberId));
    for (PurchaseWindow window : program.windowsNeeded()) {
      if (window.unit() != PurchaseWindow.Unit.ALL) {
        facts.windows.put(
            window.key(), sums(trip, merchantId, memberId, window.range(at, program.zone())));
      }
    }
    return facts;
  }

  private static Answer<Facts.Purchases> sums(
      RoundTrip trip, long merchantId, long memberId, PurchaseWindow.Range range) {
    Instant from = range.from() == null ? Instant.EPOCH : range.from();
    return trip.query(
        """
        SELECT coalesce(sum(counted - returned), 0), count(*) FILTER (WHERE counted > returned),
            coalesce(max(counted - returned), 0)
        FROM kartela.receipt WHERE merchant_id = ? AND member_id = ? AND at >= ? AND at < ?
        """,
        p -> p.set(merchantId).set(memberId).set(from).set(range.until()),
        r -> {
          r.next();
          return new Facts.Purchases(r.getLong(1), r.getLong(2), r.getLong(3));
        });
  }

  Optional<MemberRef> member() {
    return member.get();
  }

  /** The facts; {@code available} is what the account can spend at the moment. */
  Facts facts(MemberRef m, long available) {
    MemberRef.Standing s = m.standing();
    Facts.Member of =
        new Facts.Member(
            s.tier(),
            available,
            m.birthDate(),
            m.birthDateEnteredAt(),
            s.firstPurchaseAt(),
            s.lastPurchaseAt(),
            s.purchases(),
            null,
            Set.of());
    Map<String, Facts.Purchases> purchases = new HashMap<>();
    purchases.put(
        PurchaseWindow.ALL_TIME.key(),
        new Facts.Purchases(s.spentTotal(), s.purchases(), s.largest()));
    windows.forEach((key, answer) -> purchases.put(key, answer.get()));
    return new Facts(of, purchases, Map.of(), Map.of(), Set.of());
  }
}
