package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.codec.Flaw;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RulesProperties {
  private static final int TRIES = 3_000;

  @Property(tries = 5_000)
  void spreadConserves(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(max = 1_000_000_000_000L) Long> weights,
      @ForAll @LongRange(max = 1_000_000) long permille) {
    long[] w = weights.stream().mapToLong(x -> x).toArray();
    long total = Exact.sum(w);
    long amount = Exact.mulDiv(total, permille, 1_000_000);
    long[] parts = Exact.spread(amount, w);
    assertEquals(amount, Exact.sum(parts));
    for (int i = 0; i < w.length; i++) {
      assertTrue(parts[i] >= 0 && parts[i] <= w[i]);
      // Never a whole kopeck away from the exact share.
      long exact = total == 0 ? 0 : Exact.mulDiv(amount, w[i], total);
      assertTrue(parts[i] - exact <= 1 && parts[i] >= exact);
    }
  }

  /** Both fast paths (few and many lines) and the slow one against the definition. */
  @Property(tries = 3_000)
  void spreadIsByLargestRemainder(
      @ForAll @Size(min = 1, max = 90) List<@LongRange(max = 9) Long> weights,
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long scale,
      @ForAll @LongRange(max = 1_000) long permille) {
    long[] w = weights.stream().mapToLong(x -> x * scale).toArray();
    long total = Exact.sum(w);
    long amount = Exact.mulDiv(total, permille, 1_000);
    BigInteger whole = BigInteger.valueOf(Math.max(1, total));
    long[] expected = new long[w.length];
    List<Integer> order = new ArrayList<>();
    BigInteger[] rest = new BigInteger[w.length];
    long left = amount;
    for (int i = 0; i < w.length; i++) {
      BigInteger[] qr =
          BigInteger.valueOf(amount).multiply(BigInteger.valueOf(w[i])).divideAndRemainder(whole);
      expected[i] = qr[0].longValueExact();
      rest[i] = qr[1];
      left -= expected[i];
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> rest[i].negate()).thenComparing(i -> i));
    for (int k = 0; k < left; k++) {
      expected[order.get(k)]++;
    }
    assertArrayEquals(expected, Exact.spread(amount, w));
  }

  private static Ruling judge(Program p, Basket b, Facts f, Wish w) {
    return Rules.evaluate(p, b, f, w, Try.NOON, Try.MOSCOW);
  }

  @Property(tries = TRIES)
  void everyReceiptAddsUp(@ForAll long seed) {
    Arbitrary any = new Arbitrary(seed);
    Program p = any.program(ReturnPolicy.Mode.RECOMPUTE);
    assertEquals(
        List.of(),
        ProgramCheck.validate(p).stream()
            .filter(x -> x.severity() == Flaw.Severity.ERROR)
            .toList());
    Basket b = any.basket();
    Facts f = any.facts();
    Evaluation e = judge(p, b, f, any.wish()).get();
    long gross = 0;
    long discount = 0;
    long bonus = 0;
    long earned = 0;
    for (Evaluation.LineResult l : e.lines()) {
      assertTrue(
          l.gross() >= 0 && l.discount() >= 0 && l.bonus() >= 0 && l.net() >= 0 && l.earned() >= 0);
      assertEquals(l.gross(), l.discount() + l.bonus() + l.net());
      gross += l.gross();
      discount += l.discount();
      bonus += l.bonus();
      earned += l.earned();
    }
    assertEquals(
        List.of(gross, discount, bonus, earned),
        List.of(e.gross(), e.discount(), e.bonusPaid(), e.earned()));
    assertEquals(e.money(), gross - discount - bonus);
    assertEquals(e.bonusPaid(), e.spend().paid());
    assertTrue(e.spend().paid() <= e.spend().maximum());
    Facts.Member m = f.member();
    assertTrue(e.spend().maximum() <= (m == null ? 0 : m.available()));
    Tier tier = p.tier(e.tier());
    int share = tier == null ? 0 : tier.spendBp(p.spending());
    assertTrue(e.spend().maximum() <= Exact.percent(gross - discount, share));
    assertEquals(0, e.earned() % (p.earning().maxPerReceipt() > 0 ? 1 : p.earning().roundTo()));
    traceAddsUp(e);
  }

  private static void traceAddsUp(Evaluation e) {
    long discount = 0;
    long earned = 0;
    for (Trace t : e.trace()) {
      if (t instanceof Trace.Applied a) {
        assertTrue(a.amount() >= 0);
        if (a.phase() != Phase.GRANT) {
          assertEquals(a.amount(), Exact.sum(a.lines().amounts()));
        }
        switch (a.phase()) {
          case DISCOUNT, CODE -> discount += a.amount();
          case EARN, MULTIPLY -> earned += a.amount();
          default -> {}
        }
      } else if (t instanceof Trace.Rounding(long amount)) {
        earned += amount;
      }
    }
    assertEquals(List.of(e.discount(), e.earned()), List.of(discount, earned));
  }

  @Property(tries = TRIES)
  void anySplitOfAReturnEqualsACancel(@ForAll long seed, @ForAll ReturnPolicy.Mode mode) {
    Arbitrary any = new Arbitrary(seed);
    Program p = any.program(mode);
    Basket b = any.basket();
    Facts f = any.facts();
    Receipt r = new Receipt(b, f, Try.NOON, Try.MOSCOW, judge(p, b, f, any.wish()).get());
    Evaluation e = r.evaluation();
    ReturnEffects cancel =
        Rules.refund(
                p,
                r,
                ReturnEffects.Sofar.NOTHING,
                b.lines().stream()
                    .map(l -> new ReturnEffects.Wanted(l.lineNo(), l.quantityMilli()))
                    .toList())
            .reversal();
    assertTrue(cancel.complete());
    assertEquals(
        List.of(e.money(), e.bonusPaid(), e.earned()),
        List.of(cancel.money(), cancel.bonus(), cancel.earn()));
    assertEquals(e.granted(), cancel.grants().values().stream().mapToLong(x -> x).sum());

    ReturnEffects.Sofar sofar = Try.returningAll(p, r, any.split(b));
    assertEquals(cancel.grants(), sofar.grants());
    assertEquals(ReturnEffects.Sofar.NOTHING.plus(cancel).counters(), sofar.counters());
    RefundOutcome more =
        Rules.refund(
            p, r, sofar, List.of(new ReturnEffects.Wanted(b.lines().getFirst().lineNo(), 1)));
    assertEquals(InputRefusal.Code.MORE_THAN_BOUGHT, ((InputRefusal) more).code());
  }

  @Property(tries = TRIES)
  void orderAndNamesOfRulesChangeNothing(@ForAll long seed) {
    Arbitrary any = new Arbitrary(seed);
    Program p = any.program(ReturnPolicy.Mode.RECOMPUTE);
    Basket b = any.basket();
    Facts f = any.facts();
    Wish w = any.wish();
    List<Rule> renamed = new ArrayList<>();
    for (Rule r : any.shuffled(p.rules())) {
      renamed.add(
          new Rule(
              r.id(),
              new Texts("Имя", "Name"),
              r.when(),
              r.then(),
              r.priority(),
              r.group(),
              r.audience(),
              r.caps(),
              r.budget(),
              r.validity(),
              r.enabled()));
    }
    Program other =
        new Program(
            p.name(),
            p.kind(),
            p.zone(),
            any.shuffled(p.tiers()),
            any.shuffled(p.groups()),
            renamed,
            p.discounts(),
            p.spending(),
            p.earning(),
            p.returns(),
            p.tierPolicy(),
            p.referral(),
            p.signUp());
    Basket mixed = b.with(any.shuffled(b.lines()));
    assertEquals(
        ReceiptJson.write(judge(p, b, f, w).get()),
        ReceiptJson.write(judge(other, mixed, f, w).get()));
  }

  @Property(tries = 1_000)
  void everythingSurvivesJson(@ForAll long seed) {
    Arbitrary any = new Arbitrary(seed);
    Program p = any.program(ReturnPolicy.Mode.PROPORTIONAL);
    Basket b = any.basket();
    Facts f = any.facts();
    Receipt r = new Receipt(b, f, Try.NOON, Try.MOSCOW, judge(p, b, f, any.wish()).get());
    assertEquals(r, ReceiptJson.read(Receipt.class, ReceiptJson.write(r)).orThrow());
    String compact = ReceiptJson.compact(r);
    Receipt back = ReceiptJson.read(Receipt.class, compact).orThrow();
    assertEquals(r, back);
    assertEquals(compact, ReceiptJson.compact(back));
    List<ReturnEffects.Wanted> first = any.split(b).getFirst();
    ReturnEffects now = Rules.refund(p, back, ReturnEffects.Sofar.NOTHING, first).reversal();
    assertEquals(now, ReceiptJson.read(ReturnEffects.class, ReceiptJson.compact(now)).orThrow());
    ReturnEffects.Sofar sofar = ReturnEffects.Sofar.NOTHING.plus(now);
    assertEquals(
        sofar, ReceiptJson.read(ReturnEffects.Sofar.class, ReceiptJson.compact(sofar)).orThrow());
    ProgramJson.Parsed again = ProgramJson.parse(ProgramJson.canonical(p));
    if (again instanceof ProgramJson.Parsed.Good(Program same, _)) {
      assertEquals(p, same);
    }
  }

  @Property(tries = 1_000)
  void spendingNeverExceedsAnyWish(
      @ForAll long seed, @ForAll @LongRange(max = 1_000_000) long wish) {
    Arbitrary any = new Arbitrary(seed);
    Program p = any.program(ReturnPolicy.Mode.RECOMPUTE);
    Evaluation e = judge(p, any.basket(), any.facts(), Wish.amount(wish)).get();
    assertTrue(e.spend().paid() <= wish);
    assertEquals(0, e.spend().paid() % p.spending().step());
    assertTrue(e.spend().paid() == 0 || e.spend().paid() >= p.spending().minRedemption());
    assertEquals(e.spend().paid() < wish, e.spend().cut() != null);
  }
}
