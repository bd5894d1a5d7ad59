package io.kartela.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * However grants, payments, returns of either in any parts follow each other: once every payment
 * has come back, each lot has exactly what was not reversed of it, and nothing is owed. (A lot that
 * has something free stands behind nobody: what came to it served those first.)
 */
class ReturnOrderPropertyTest {
  private static final int CASES = 5_000;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final Ledger ledger = new Ledger();

  @Test
  void onceEveryPaymentIsBackEachLotHasWhatWasNotReversed() {
    long first = Long.getLong("ledger.seed", System.nanoTime());
    int stoodIn = 0;
    for (long seed = first; seed < first + CASES; seed++) {
      Case one = new Case(seed);
      one.run();
      stoodIn += one.stoodIn ? 1 : 0;
      String words = "-Dledger.seed=" + seed;
      assertEquals(0, one.account.debt(), words);
      for (Lot lot : one.account.contents().lots()) {
        assertEquals(lot.amount() - lot.reversed(), lot.remaining(), words + " " + lot);
        assertEquals(StandIns.NONE, lot.standIns(), words + " " + lot);
      }
    }
    assertTrue(stoodIn > CASES / 2, "only " + stoodIn + " cases were about anything");
  }

  private final class Case {
    private final SplittableRandom random;
    private final ReversalPolicy policy;
    private final List<Long> payments = new ArrayList<>();
    private Account account = Account.fresh(new AccountId(1, 1));
    private boolean stoodIn;

    Case(long seed) {
      random = new SplittableRandom(seed);
      policy = random.nextBoolean() ? ReversalPolicy.DEBT : ReversalPolicy.WITHIN_BALANCE;
    }

    void run() {
      for (int i = 0; i < 24; i++) {
        switch (random.nextInt(8)) {
          case 0, 1 -> earn();
          case 2, 3 -> pay();
          case 4, 5 -> reverse();
          default -> refund(false);
        }
        stoodIn |= account.contents().lots().stream().anyMatch(lot -> lot.standIns().total() > 0);
      }
      while (!payments.isEmpty()) {
        if (random.nextInt(4) == 0) {
          reverse();
        }
        refund(true);
      }
    }

    private void earn() {
      int days = random.nextInt(4);
      Instant until = days == 0 ? Times.NEVER : NOW.plus(Duration.ofDays(days));
      book(ledger.accrue(account, 1 + random.nextInt(12), NOW, until, NOW, Note.NONE));
    }

    private void pay() {
      long most = account.totals().available();
      if (most > 0) {
        Redemption paid = book(ledger.redeem(account, 1 + random.nextLong(most), NOW, Note.NONE));
        payments.add(paid.seq());
      }
    }

    private void reverse() {
      List<Lot> lots =
          account.contents().lots().stream().filter(l -> l.reversed() < l.amount()).toList();
      if (!lots.isEmpty()) {
        Lot lot = lots.get(random.nextInt(lots.size()));
        long most = lot.amount() - lot.reversed();
        long amount = random.nextBoolean() ? most : 1 + random.nextLong(most);
        book(ledger.reverse(account, lot.id(), amount, policy, NOW, Note.NONE));
      }
    }

    private void refund(boolean rest) {
      if (payments.isEmpty()) {
        return;
      }
      long paid = payments.get(random.nextInt(payments.size()));
      long most =
          account.contents().redemptions().stream()
              .filter(r -> r.seq() == paid)
              .mapToLong(Redemption::refundable)
              .sum();
      long amount = rest && random.nextBoolean() ? most : 1 + random.nextLong(most);
      ExpiredLots dead = new ExpiredLots.Strict();
      book(ledger.refund(account, paid, amount, dead, NOW, Note.NONE));
      if (amount == most) {
        payments.remove(Long.valueOf(paid));
      }
    }

    private <T> T book(Outcome<T> outcome) {
      Outcome.Done<T> done = outcome.orThrow(this::no);
      Posting posting = done.posting();
      long moved = posting.moves().stream().mapToLong(LotMove::delta).sum();
      long said =
          posting.entries().stream()
              .map(Entry::change)
              .flatMapToLong(c -> LongStream.of(c.balance(), c.pending(), c.debt()))
              .sum();
      assertEquals(said, moved);
      account = posting.after();
      return done.value();
    }

    private RuntimeException no(Refusal refusal) {
      return new IllegalStateException(refusal.toString());
    }
  }
}
