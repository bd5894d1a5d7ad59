package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.Standings;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.program.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program may know of a member at a moment: asked in one round trip together with the
 * account, and only what the program's rules ask for.
 */
final class PurchaseFacts {
  /** A receipt that took longer to come may have been overtaken by a later one. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final Answer<Optional<MemberRef>> member;
  private final Map<String, Answer<Facts.Purchases>> windows = new HashMap<>();
  private final RuleUse use;

  /** Null: no rule asks for them. */
  private final @Nullable Answer<Set<String>> tags;

  /** Null: what is known now is what was known then. */
  private final @Nullable Past past;

  /** What was true of the member when a receipt was made that comes only now. */
  private record Past(
      Answer<Optional<Instant>> lastBefore, Answer<Facts.Purchases> all, TierThen tier) {
    static Past ask(RoundTrip trip, Standings standings, Program today, Question question) {
      PurchaseWindow.Range range = PurchaseWindow.ALL_TIME.range(question.at(), question.zone());
      return new Past(
          standings.lastBefore(trip, question.merchantId(), question.memberId(), question.at()),
          standings.sums(trip, question.merchantId(), question.memberId(), range, question.zone()),
          TierThen.ask(trip, standings, today, question));
    }
  }

  private PurchaseFacts(
      Answer<Optional<MemberRef>> member,
      RuleUse use,
      @Nullable Answer<Set<String>> tags,
      @Nullable Past past) {
    this.member = member;
    this.use = use;
    this.tags = tags;
    this.past = past;
  }

  /** Whom and when to ask about; the zone is the merchant's, in which days are kept. */
  record Question(long merchantId, long memberId, Instant at, ZoneId zone) {
    /** Whether receipts of later moments may be known already. */
    boolean late(Instant now) {
      return at.isBefore(now.minus(AT_ONCE));
    }
  }

  /**
   * Adds the questions to a round trip; put the account's lock before it, so that nothing is
   * missed.
   *
   * @param today the program in force now, by which nights of the 1st are told
   * @param use what rules gave before, asked in the same round trip
   */
  static PurchaseFacts ask(
      RoundTrip trip,
      Members members,
      Standings standings,
      Published program,
      Published today,
      Question question,
      RuleUse use,
      Instant now) {
    long merchantId = question.merchantId();
    long memberId = question.memberId();
    PurchaseFacts facts =
        new PurchaseFacts(
            members.ask(trip, merchantId, memberId),
            use,
            program.needs().tags() ? MemberTags.ask(trip, merchantId, memberId) : null,
            question.late(now) ? Past.ask(trip, standings, today.program(), question) : null);
    for (PurchaseWindow window : program.needs().windows()) {
      if (window.unit() != PurchaseWindow.Unit.ALL) {
        PurchaseWindow.Range range = window.range(question.at(), program.program().zone());
        facts.windows.put(
            window.key(), standings.sums(trip, merchantId, memberId, range, question.zone()));
      }
    }
    return facts;
  }

  Optional<MemberRef> member() {
    return member.get();
  }

  /** The facts; {@code available} is what the account can spend at the moment. */
  Facts facts(Program program, MemberRef m, long available) {
    MemberRef.Standing s = m.standing();
    String tier = past == null ? s.tier() : past.tier.of(m);
    Facts.Member of =
        new Facts.Member(
            // A tier that a later program no longer has: its members start at the lowest.
            program.tier(tier) == null ? null : tier,
            available,
            m.birthDate(),
            m.birthDateEnteredAt(),
            s.firstPurchaseAt(),
            past == null ? s.lastPurchaseAt() : past.lastBefore.get().orElse(null),
            s.purchases(),
            null,
            tags == null ? Set.of() : tags.get());
    Map<String, Facts.Purchases> purchases = new HashMap<>();
    purchases.put(
        PurchaseWindow.ALL_TIME.key(),
        past == null
            ? new Facts.Purchases(s.spentTotal(), s.purchases(), s.largest())
            : past.all.get());
    windows.forEach((key, answer) -> purchases.put(key, answer.get()));
    return new Facts(of, purchases, use.usage(), use.counters(), use.onceKeys());
  }
}
