package io.kartela.rules;

import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A mark that stands rewarded is not rewarded again, whatever is given back and bought anew. */
class RewardedMarksTest {
  private static final String CARD = "'then':{'type':'stampCard','counter':'c','n':3%s}";
  private static final String THIRD = "'when':{'type':'everyNthPurchase','n':3},";
  private static final String GIFT = THIRD + "'then':{'type':'grantBonus','amount':5000}";
  private static final String HALF = THIRD + "'then':{'type':'discountPercent','percentBp':5000}";
  private static final String EARN = THIRD + "'then':{'type':'earnPercent','percentBp':5000}";

  /** A member's receipts, and what is kept of them; every piece costs 100.00. */
  private static final class Till {
    final Program program;
    final List<Receipt> receipts = new ArrayList<>();
    final List<ReturnEffects.Sofar> returned = new ArrayList<>();
    final Map<String, Long> counters = new HashMap<>();
    long purchases;
    long pieces;

    /** What rules gave on the goods kept, discounts and bonuses alike. */
    long standing;

    Till(String rule) {
      program = Try.rules(rule("r", rule));
    }

    Evaluation buy(int... lines) {
      List<Line> basket = new ArrayList<>();
      for (int n : lines) {
        basket.add(line(basket.size() + 1, "goods", n, Integer.toString(100 * n)));
        pieces += n;
      }
      Instant last = purchases == 0 ? null : Try.NOON;
      Facts facts =
          new Facts(
              Facts.Member.of(null, 0).bought(purchases, last, last),
              Map.of(),
              Map.of(),
              counters,
              java.util.Set.of());
      Receipt r = Try.receipt(program, Basket.of(basket), facts, Wish.NONE);
      Evaluation e = r.evaluation();
      receipts.add(r);
      returned.add(ReturnEffects.Sofar.NOTHING);
      move(e.counters());
      purchases++;
      standing += e.discount() + e.earned() + e.granted();
      return e;
    }

    Till giveBack(int receipt, int lineNo, int n) {
      Receipt r = receipts.get(receipt);
      ReturnEffects back =
          Rules.refund(
                  program,
                  r,
                  returned.get(receipt),
                  List.of(new ReturnEffects.Wanted(lineNo, n * 1000L)))
              .reversal();
      returned.set(receipt, returned.get(receipt).plus(back));
      move(back.counters());
      purchases -= back.complete() ? 1 : 0;
      pieces -= n;
      standing -= rub(Integer.toString(100 * n)) - back.money() + back.earn();
      standing -= back.grants().values().stream().mapToLong(Long::longValue).sum();
      return this;
    }

    private void move(List<Evaluation.CounterMove> moves) {
      moves.forEach(m -> counters.merge(m.counter(), m.by(), Long::sum));
    }

    /** Gives a random piece of what is kept back. */
    void giveSomethingBack(Random random) {
      int receipt = random.nextInt(receipts.size());
      List<Line> lines = receipts.get(receipt).basket().lines();
      Line l = lines.get(random.nextInt(lines.size()));
      long left = l.quantityMilli() - returned.get(receipt).line(l.lineNo()).quantityMilli();
      if (left > 0) {
        giveBack(receipt, l.lineNo(), 1 + random.nextInt((int) (left / 1000)));
      }
    }
  }

  @Test
  void aPaidOneThatComesBackGivesTheFreeOneNoBrother() {
    Till t = new Till(CARD.formatted(""));
    t.buy(1);
    t.buy(1);
    assertEquals(rub("100"), t.buy(1).discount());
    for (int paid = 0; paid < 2; paid++) {
      Evaluation again = t.giveBack(paid, 1, 1).buy(1);
      assertEquals(0, again.discount());
      // Three kept, one of them free: three more to the next.
      assertEquals(List.of(), again.hints());
    }
    Evaluation.Hint hint = t.giveBack(3, 1, 1).giveBack(4, 1, 1).buy(1).hints().getFirst();
    assertEquals(4, hint.missing(), "the third is rewarded, so the sixth");
    t.buy(1);
    t.buy(1);
    t.buy(1);
    assertEquals(rub("100"), t.buy(1).discount());
  }

  @Test
  void theFreeOneThatComesBackIsGivenAgain() {
    for (String spread : List.of("", ",'spread':'ON_ITEM'")) {
      Till t = new Till(CARD.formatted(spread));
      t.buy(1);
      t.buy(1);
      t.buy(1);
      for (int i = 2; i < 5; i++) {
        assertEquals(rub("100"), t.giveBack(i, 1, 1).buy(1).discount());
      }
      assertEquals(rub("100"), t.standing);
    }
  }

  /** Of rewards spread over several goods as many come back as their money does. */
  @Test
  void rewardsOfOneReceiptComeBackWithTheirMoney() {
    Till t = new Till(CARD.formatted(""));
    t.buy(1, 1, 1, 1, 1, 1);
    for (int i = 4; i <= 6; i++) {
      t.giveBack(0, i, 1);
    }
    assertEquals(rub("100"), t.buy(3).discount());
    t = new Till(CARD.formatted(",'spread':'ON_ITEM'"));
    t.buy(2, 1);
    assertEquals(0, t.giveBack(0, 1, 1).buy(1).discount());
    assertEquals(rub("100"), t.giveBack(0, 2, 1).buy(1).discount());
  }

  @Test
  void everyNthPurchaseIsRewardedOnce() {
    for (String rule : List.of(GIFT, HALF, EARN)) {
      Till t = new Till(rule);
      t.buy(1);
      t.buy(1);
      t.buy(1);
      assertEquals(rub("50"), t.standing);
      for (int paid = 0; paid < 2; paid++) {
        Evaluation again = t.giveBack(paid, 1, 1).buy(1);
        assertEquals(rub("50"), t.standing);
        assertEquals(
            Trace.Reason.ALREADY_GIVEN, Try.rejected(again, "r").getFirst().reason(), rule);
      }
      t.giveBack(2, 1, 1).buy(1);
      assertEquals(rub("50"), t.standing, "given back and given again");
      t.buy(1);
      t.buy(1);
      t.buy(1);
      assertEquals(rub("100"), t.standing);
    }
  }

  /** A receipt of the time before marks were remembered: what it says is all that is undone. */
  @Test
  void oldReceiptsComeBackAsTheyWere() {
    Program p = Try.rules(rule("r", CARD.formatted("")));
    Receipt now = Try.receipt(p, Try.prices("100"), Try.member().withCounter("c", 2), Wish.NONE);
    String json =
        ReceiptJson.compact(now).replaceFirst(",\\{[^{}]*\"counter\":\"stamps:c\"[^{}]*}", "");
    Receipt then = ReceiptJson.read(Receipt.class, json).orThrow();
    assertEquals(List.of(new Evaluation.CounterMove("c", 1)), then.evaluation().counters());
    ReturnEffects back =
        Rules.refund(
                p, then, ReturnEffects.Sofar.NOTHING, List.of(new ReturnEffects.Wanted(1, 1000)))
            .reversal();
    assertEquals(List.of(new Evaluation.CounterMove("c", -1)), back.counters());
  }

  @Property(tries = 1_000)
  void neverMoreThanTheGoodsKeptDeserve(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(3);
    String spread = random.nextBoolean() ? "" : ",'spread':'ON_ITEM'";
    boolean returns = random.nextBoolean();
    Till t = new Till(CARD.formatted(spread).replace("3", Integer.toString(n)));
    for (int i = 0; i < 40; i++) {
      if (returns && i > 0 && random.nextBoolean()) {
        t.giveSomethingBack(random);
      } else if (t.buy(random.ints(1 + random.nextInt(3), 1, 5).toArray()).discount() > 0) {
        // A discount is spread to the kopeck, and so is what comes back of it.
        long most = t.pieces / n * rub("100") + 3L * t.receipts.size();
        assertTrue(t.standing <= most, () -> t.standing + " of " + t.pieces);
      }
    }
    if (!returns) {
      assertEquals(t.pieces / n * rub("100"), t.standing);
    }
  }

  @Property(tries = 500)
  void neverMoreThanThePurchasesKeptDeserve(@ForAll long seed) {
    Random random = new Random(seed);
    Till t = new Till(List.of(GIFT, HALF, EARN).get(random.nextInt(3)));
    for (int i = 0; i < 40; i++) {
      if (i > 0 && random.nextBoolean()) {
        t.giveSomethingBack(random);
      } else {
        long before = t.standing;
        t.buy(1);
        assertTrue(t.standing == before || t.standing <= t.purchases / 3 * rub("50"));
      }
    }
  }
}
