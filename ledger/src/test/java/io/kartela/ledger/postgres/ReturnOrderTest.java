package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Invariant 5 for two receipts: what the first earned paid for the second, and both come back. It
 * must not matter which comes back first.
 */
class ReturnOrderTest extends Scenario {
  private static final Instant SALE = noon("2026-11-21");
  private static final Instant RETURN = noon("2026-11-22");
  private static final Instant LATER = noon("2026-12-05");

  /** A member for whom {@code lot} was granted and {@code paid} spent. */
  private record Case(AccountId whose, long lot, long paid) {}

  private interface Given {
    Case of(AccountId whose);
  }

  private interface Step {
    void on(Case made);
  }

  /** Both orders end the same. */
  private void whicheverComesFirst(List<String> end, Given given, Step grant, Step payment) {
    whicheverComesFirst(end, given, grant, made -> {}, payment);
  }

  private void whicheverComesFirst(
      List<String> end, Given given, Step grant, Step between, Step payment) {
    List<Step> grantFirst = List.of(grant, between, payment);
    for (List<Step> order : List.of(grantFirst, grantFirst.reversed())) {
      Case made = given.of(member());
      order.forEach(step -> step.on(made));
      assertEquals(
          end,
          state(made.whose, LATER),
          order.equals(grantFirst) ? "the grant first" : "the payment first");
    }
  }

  private List<String> state(AccountId whose, Instant at) {
    long debt = desk.look(whose, at).debt();
    return debt == 0 ? lots(whose, at) : List.of("owes " + debt / 100);
  }

  private Step reversed(long roubles, ReversalPolicy policy, Instant at) {
    return made -> reverse(made.whose, made.lot, roubles, policy, at);
  }

  private Step refunded(long roubles, ExpiredLots expired, Instant at) {
    return made -> refund(made.whose, made.paid, roubles, expired, at);
  }

  private Step earned(long roubles) {
    return made -> earn(made.whose, roubles, "2026-12-01", Times.NEVER);
  }

  /** 70 never-ending; the first receipt earned 50; the second was paid with 90. */
  private Case n1(AccountId whose) {
    return paidWith90(whose, 70);
  }

  private Case paidWith90(AccountId whose, long neverEnding) {
    earn(whose, neverEnding, "2026-11-01", Times.NEVER);
    long lot = earn(whose, 50, "2026-11-20", through("2026-12-20"));
    return new Case(whose, lot, spend(whose, 90, SALE).seq());
  }

  @Test
  void n1WhatStoodInForTheGrantGetsItBack() {
    whicheverComesFirst(
        List.of("70 never"),
        this::n1,
        reversed(50, ReversalPolicy.DEBT, RETURN),
        refunded(90, graceOf(RETURN), RETURN));
  }

  @Test
  void n1InAnySplit() {
    for (List<Long> split : List.of(List.of(90L), List.of(41L, 49L), List.of(10L, 55L, 25L))) {
      for (List<Long> taken : List.of(List.of(50L), List.of(1L, 29L, 20L))) {
        whicheverComesFirst(
            List.of("70 never"),
            this::n1,
            made -> taken.forEach(part -> reversed(part, ReversalPolicy.DEBT, RETURN).on(made)),
            made -> split.forEach(part -> refunded(part, graceOf(RETURN), RETURN).on(made)));
      }
    }
  }

  @Test
  void n1PartByPartInTurn() {
    Case made = n1(id);
    reversed(20, ReversalPolicy.DEBT, RETURN).on(made);
    refunded(60, graceOf(RETURN), RETURN).on(made); // 40 of the never-ending, 20 of the grant
    assertEquals(List.of("70 never"), lots(id, RETURN));
    reversed(30, ReversalPolicy.DEBT, RETURN).on(made);
    assertEquals(List.of("40 never"), lots(id, RETURN));
    refunded(30, graceOf(RETURN), RETURN).on(made);
    assertEquals(List.of("70 never"), lots(id, RETURN));
    assertEquals(
        List.of(Entry.Op.REFUND, Entry.Op.REVERSE),
        desk.history(id).reversed().subList(0, 2).reversed().stream().map(Entry::op).toList());
    assertEquals(new Entry.Change(0, 0, 0), desk.history(id).getLast().change());
  }

  @Test
  void n1ThroughAMerge() {
    for (boolean grantFirst : new boolean[] {true, false}) {
      for (int mergedAfter = 0; mergedAfter < 3; mergedAfter++) {
        AccountId gone = member();
        AccountId heir = member();
        AccountId last = member();
        earn(heir, 7, "2026-10-01", through("2027-01-31"));
        earn(last, 8, "2026-10-01", through("2027-02-28"));
        Case made = n1(gone);
        AccountId now = gone;
        for (int i = 0; i < 2; i++) {
          if (i == mergedAfter) {
            merge(gone, heir, RETURN);
            merge(heir, last, RETURN);
            now = last;
          }
          boolean grant = grantFirst == (i == 0);
          if (now.equals(gone)) {
            (grant
                    ? reversed(50, ReversalPolicy.DEBT, RETURN)
                    : refunded(90, graceOf(RETURN), RETURN))
                .on(made);
          } else if (grant) {
            reverseAt(last, gone, made.lot, 50, ReversalPolicy.DEBT, RETURN);
          } else {
            refundAt(last, gone, made.paid, 90, graceOf(RETURN), RETURN);
          }
        }
        if (mergedAfter == 2) {
          merge(gone, heir, RETURN);
          merge(heir, last, RETURN);
        }
        // Where the merge came between, the debt of 20 was paid by the heir's bonuses meanwhile.
        assertEquals(
            List.of("7 2027-01-31", "8 2027-02-28", "70 never"),
            lots(last, LATER),
            "grant first " + grantFirst + ", merged after " + mergedAfter);
      }
    }
  }

  /** The first receipt earned 30, the second was paid with it, and its life is over. */
  private Case n2(AccountId whose) {
    long lot = earn(whose, 30, "2026-11-20", through("2026-11-30"));
    return new Case(whose, lot, spend(whose, 30, SALE).seq());
  }

  @Test
  void n2ADebtThatARefundMakesGoodDoesNotStayForEver() {
    whicheverComesFirst(
        List.of(),
        this::n2,
        reversed(30, ReversalPolicy.DEBT, LATER),
        refunded(30, new ExpiredLots.Strict(), LATER));
    whicheverComesFirst(
        List.of(),
        this::n2,
        reversed(30, ReversalPolicy.DEBT, LATER),
        refunded(30, graceOf(LATER), LATER));
  }

  @Test
  void whoPaidTheDebtMeanwhileGetsItBack() {
    for (ExpiredLots expired : List.of(new ExpiredLots.Strict(), graceOf(LATER))) {
      whicheverComesFirst(
          List.of("60 never"),
          this::n2,
          reversed(30, ReversalPolicy.DEBT, RETURN),
          earned(60),
          refunded(30, expired, RETURN));
    }
    // After the end of the lot, and only a part of the debt is paid before it.
    whicheverComesFirst(
        List.of("20 never"),
        this::n2,
        reversed(30, ReversalPolicy.DEBT, LATER),
        made -> earn(made.whose, 20, "2026-12-05", Times.NEVER),
        refunded(30, new ExpiredLots.Strict(), LATER));
  }

  private Case n3(AccountId whose) {
    return paidWith90(whose, 45);
  }

  @Test
  void n3WhatAPolicyForgaveIsNotKeptWhenItComesBack() {
    for (List<Long> split : List.of(List.of(90L), List.of(42L, 48L), List.of(87L, 3L))) {
      whicheverComesFirst(
          List.of("45 never"),
          this::n3,
          reversed(50, ReversalPolicy.WITHIN_BALANCE, RETURN),
          made -> split.forEach(part -> refunded(part, graceOf(RETURN), RETURN).on(made)));
    }
    Case made = n3(id);
    reversed(50, ReversalPolicy.WITHIN_BALANCE, RETURN).on(made);
    refunded(90, graceOf(RETURN), RETURN).on(made);
    assertEquals(Entry.Op.REVERSE, desk.history(id).getLast().op());
    assertEquals(new Entry.Change(-4_500, 0, 0), desk.history(id).getLast().change());
  }

  @Test
  void aPolicyThatTakesOnlyWhatIsPendingTakesNothingEitherWay() {
    whicheverComesFirst(
        List.of("50 2026-12-20", "45 never"),
        this::n3,
        reversed(50, ReversalPolicy.ONLY_PENDING, RETURN),
        refunded(90, graceOf(RETURN), RETURN));
  }

  /** A stand-in whose own life is over is treated as any bonus that comes back. */
  @Test
  void aStandInThatIsDeadByThen() {
    for (boolean strict : new boolean[] {true, false}) {
      AccountId whose = member();
      long lot = earn(whose, 50, "2026-11-20", through("2026-11-24"));
      Redemption paid = spend(whose, 50, SALE);
      earn(whose, 30, "2026-11-21", through("2026-11-25"));
      earn(whose, 40, "2026-11-21", Times.NEVER);
      reverse(whose, lot, 50, ReversalPolicy.DEBT, RETURN);
      assertEquals(List.of("20 never"), lots(whose, RETURN));
      refund(whose, paid.seq(), 45, strict ? new ExpiredLots.Strict() : graceOf(LATER), LATER);
      assertEquals(
          strict ? List.of("40 never") : List.of("25 2026-12-19", "40 never"), lots(whose, LATER));
    }
  }

  @Test
  void aStandInWhoseOwnGrantWasReversedHandsItOn() {
    Given given =
        whose -> {
          long lot = earn(whose, 50, "2026-11-20", through("2026-12-20"));
          return new Case(whose, lot, spend(whose, 50, SALE).seq());
        };
    whicheverComesFirst(
        List.of("50 never"),
        given,
        made -> {
          long second = earn(made.whose, 50, "2026-11-21", through("2026-12-25"));
          earn(made.whose, 50, "2026-11-21", Times.NEVER);
          reverse(made.whose, made.lot, 50, ReversalPolicy.DEBT, RETURN);
          reverse(made.whose, second, 50, ReversalPolicy.DEBT, RETURN);
        },
        refunded(50, graceOf(RETURN), RETURN));
  }
}
