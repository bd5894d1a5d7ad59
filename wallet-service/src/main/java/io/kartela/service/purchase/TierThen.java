package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Program;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Standings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tier that a member held when a receipt was made which comes only now: what was held before
 * what came next, be it a receipt, a return or the last night of the 1st. Of nights before that one
 * only receipts and returns tell.
 */
final class TierThen {
  /** A receipt or a return of the member and the tier before it. */
  private record Next(Instant at, @Nullable String tier) {}

  private final Program today;
  private final Instant at;
  private final Answer<Optional<Next>> next;
  private final Answer<Standings.Recomputed> night;

  private TierThen(
      Program today, Instant at, Answer<Optional<Next>> next, Answer<Standings.Recomputed> night) {
    this.today = today;
    this.at = at;
    this.next = next;
    this.night = night;
  }

  static TierThen ask(
      RoundTrip trip, Standings standings, Program today, PurchaseFacts.Question question) {
    return new TierThen(
        today,
        question.at(),
        trip.query(
            """
            (SELECT at, document #>> '{receipt,evaluation,tier}' FROM kartela.receipt
                WHERE merchant_id = ? AND member_id = ? AND at > ? ORDER BY at LIMIT 1)
            UNION ALL
            (SELECT b.at, b.tier_before FROM kartela.receipt r
                JOIN kartela.receipt_return b ON b.merchant_id = r.merchant_id AND b.receipt_id = r.receipt_id
                WHERE r.merchant_id = ? AND r.member_id = ? AND r.returned_sofar IS NOT NULL AND b.at > ? AND b.tier_before IS NOT NULL
                ORDER BY b.at, b.return_id LIMIT 1)
            ORDER BY 1 LIMIT 1
            """,
            p -> {
              for (int half = 0; half < 2; half++) {
                p.set(question.merchantId()).set(question.memberId()).set(question.at());
              }
            },
            r ->
                r.next()
                    ? Optional.of(new Next(r.getTimestamp(1).toInstant(), r.getString(2)))
                    : Optional.empty()),
        standings.recomputed(trip, question.merchantId(), question.memberId()));
  }

  String of(MemberRef member) {
    String now = member.standing().tier();
    if (!at.isBefore(member.standing().tierSince())) {
      return now;
    }
    LocalDate day = night.get().on();
    String before = night.get().beforeTier();
    Instant turned = day == null ? null : day.atStartOfDay(today.zone()).toInstant();
    Next after = next.get().orElse(null);
    boolean overNight =
        turned != null && at.isBefore(turned) && (after == null || !after.at.isBefore(turned));
    if (overNight) {
      return before == null ? now : before;
    }
    return after == null || after.tier == null ? now : after.tier;
  }
}
