package io.kartela.rules;

import io.kartela.rules.InputRefusal.Code;
import io.kartela.rules.ReturnEffects.LineReversal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Returns (C6). Money and bonuses of a line come back by cumulative floors of the quantity, so any
 * split adds up; the accrual comes back by what the rest of the basket would have earned under the
 * original program and facts.
 */
final class Refunds {
  private final Prepared plan;
  private final Receipt receipt;
  private final Evaluation was;
  private final ReturnEffects.Sofar sofar;
  private final Map<Integer, Line> lines = new HashMap<>();

  /** Quantity returned after this return, by line number. */
  private final Map<Integer, Long> returned = new TreeMap<>();

  private Refunds(Prepared plan, Receipt receipt, ReturnEffects.Sofar sofar) {
    this.plan = plan;
    this.receipt = receipt;
    this.was = receipt.evaluation();
    this.sofar = sofar;
    for (Line l : receipt.basket().lines()) {
      lines.put(l.lineNo(), l);
      returned.put(l.lineNo(), sofar.line(l.lineNo()).quantityMilli());
    }
  }

  static RefundOutcome refund(
      Prepared plan, Receipt receipt, ReturnEffects.Sofar sofar, List<ReturnEffects.Wanted> now) {
    Refunds r = new Refunds(plan, receipt, sofar);
    InputRefusal bad = r.take(now);
    return bad != null ? bad : r.reversal(now);
  }

  private @Nullable InputRefusal take(List<ReturnEffects.Wanted> now) {
    if (now.isEmpty()) {
      return InputRefusal.of(
          Code.NOTHING_TO_RETURN, "Не выбрано ни одной строки", "No line is chosen");
    }
    for (ReturnEffects.Wanted w : now) {
      Line l = lines.get(w.lineNo());
      if (l == null) {
        return InputRefusal.line(
            Code.UNKNOWN_LINE, w.lineNo(), "нет в чеке", "is not in the receipt");
      }
      if (w.quantityMilli() <= 0) {
        return InputRefusal.line(
            Code.BAD_QUANTITY,
            w.lineNo(),
            "количество должно быть больше нуля",
            "the quantity must be above zero");
      }
      long had = returned.getOrDefault(w.lineNo(), 0L);
      if (had < 0 || had > l.quantityMilli()) {
        return badState();
      }
      if (w.quantityMilli() > l.quantityMilli() - had) {
        return InputRefusal.line(
            Code.MORE_THAN_BOUGHT,
            w.lineNo(),
            "возвращают больше, чем осталось от покупки",
            "more is returned than is left of the purchase");
      }
      returned.put(w.lineNo(), had + w.quantityMilli());
    }
    return null;
  }

  private static InputRefusal badState() {
    return InputRefusal.of(
        Code.BAD_RETURN_STATE,
        "Прежние возвраты не сходятся с чеком",
        "The earlier returns do not match the receipt");
  }

  private RefundOutcome reversal(List<ReturnEffects.Wanted> now) {
    Map<Integer, Long> quantities = new TreeMap<>();
    now.forEach(w -> quantities.merge(w.lineNo(), w.quantityMilli(), Long::sum));
    List<LineReversal> out = new ArrayList<>();
    long money = 0;
    long bonus = 0;
    for (Map.Entry<Integer, Long> e : quantities.entrySet()) {
      int no = e.getKey();
      Evaluation.LineResult l = was.line(no);
      ReturnEffects.LineSofar had = sofar.line(no);
      long m = back(l.net(), no) - had.money();
      long b = back(l.bonus(), no) - had.bonus();
      if (m < 0 || b < 0) {
        return badState();
      }
      out.add(new LineReversal(no, e.getValue(), m, b));
      money += m;
      bonus += b;
    }
    boolean complete =
        lines.values().stream().allMatch(l -> returned(l.lineNo()) == l.quantityMilli());
    Undo undo = complete ? new Undo(was.earned(), granted(), given(was.trace())) : undo();
    return new ReturnEffects(
        out,
        money,
        bonus,
        Math.max(0, undo.earn - sofar.earn()),
        more(undo.grants, sofar.grants()),
        countersNow(complete, undo),
        complete,
        more(undo.budgets, sofar.budgets()));
  }

  private long returned(int lineNo) {
    return returned.getOrDefault(lineNo, 0L);
  }

  /** The part of a line's amount that belongs to everything returned so far and now. */
  private long back(long amount, int lineNo) {
    Line l = lines.get(lineNo);
    if (l == null) {
      return 0;
    }
    long part = Exact.mulDiv(Math.abs(amount), returned(lineNo), l.quantityMilli());
    return amount < 0 ? -part : part;
  }

  /**
   * What is to be undone in all, earlier returns included: accrual, grants by rule, and what rules
   * with a budget have not given after all.
   */
  private record Undo(long earn, Map<String, Long> grants, Map<String, Long> budgets) {}

  private Map<String, Long> granted() {
    Map<String, Long> all = new HashMap<>();
    was.grants().forEach(g -> all.merge(g.rule(), g.amount(), Long::sum));
    return all;
  }

  /** What rules with a budget gave, by rule. */
  private Map<String, Long> given(List<Trace> trace) {
    Map<String, Long> all = new HashMap<>();
    for (Trace t : trace) {
      if (t instanceof Trace.Applied a && a.amount() > 0 && budgeted(a.rule())) {
        all.merge(a.rule(), a.amount(), Long::sum);
      }
    }
    return all;
  }

  private boolean budgeted(String id) {
    Rule rule = plan.program.rule(id);
    return rule != null && rule.budget() != null;
  }

  /** The part of what rules gave on each line that belongs to the goods returned. */
  private Map<String, Long> sharesOfLines(boolean discountsOnly) {
    Map<String, Long> shares = new HashMap<>();
    for (Trace t : was.trace()) {
      if (t instanceof Trace.Applied a
          && (!discountsOnly || a.phase() == Phase.DISCOUNT || a.phase() == Phase.CODE)
          && budgeted(a.rule())) {
        long share = 0;
        for (int i = 0; i < a.lines().lines().length; i++) {
          share += back(a.lines().amounts()[i], a.lines().lines()[i]);
        }
        shares.merge(a.rule(), share, Long::sum);
      }
    }
    return shares;
  }

  private Undo undo() {
    return plan.program.returns().mode() == ReturnPolicy.Mode.PROPORTIONAL
        ? proportional()
        : recompute();
  }

  private Undo recompute() {
    List<Line> left = new ArrayList<>();
    List<long[]> fixed = new ArrayList<>();
    for (Evaluation.LineResult r : was.lines()) {
      Line l = lines.get(r.lineNo());
      if (l != null && returned(r.lineNo()) < l.quantityMilli()) {
        long discount = r.discount() - back(r.discount(), r.lineNo());
        long bonus = r.bonus() - back(r.bonus(), r.lineNo());
        long net = r.net() - back(r.net(), r.lineNo());
        long unpaid = r.unpaid() - back(r.unpaid(), r.lineNo());
        left.add(
            new Line(
                l.lineNo(),
                l.sku(),
                l.categories(),
                l.quantityMilli() - returned(r.lineNo()),
                net + discount + bonus + unpaid,
                null,
                l.flags()));
        fixed.add(new long[] {discount, bonus, unpaid});
      }
    }
    Basket basket = receipt.basket().with(left);
    Ctx ctx = new Ctx(plan, basket, receipt.facts(), receipt.at(), receipt.storeZone());
    for (int i = 0; i < ctx.n; i++) {
      ctx.discount[i] = fixed.get(i)[0];
      ctx.bonus[i] = fixed.get(i)[1];
      ctx.unpaid[i] = fixed.get(i)[2];
    }
    Earnings earnings = new Earnings(ctx, Tiers.change(ctx));
    earnings.run();
    new Grants(ctx).run();
    Map<String, Long> undo = granted();
    for (Evaluation.Grant g : ctx.grants) {
      undo.computeIfPresent(g.rule(), (k, v) -> Math.max(0, v - g.amount()));
    }
    Map<String, Long> budgets = sharesOfLines(true);
    Map<String, Long> still = given(ctx.trace);
    given(was.trace())
        .forEach(
            (rule, gave) ->
                budgets.putIfAbsent(rule, Math.max(0, gave - still.getOrDefault(rule, 0L))));
    return new Undo(Math.max(0, was.earned() - earnings.earned), undo, budgets);
  }

  private Undo proportional() {
    Fraction earn = Fraction.ZERO;
    Fraction share = Fraction.ZERO;
    for (Evaluation.LineResult r : was.lines()) {
      Line l = lines.get(r.lineNo());
      if (l != null) {
        earn = earn.plus(r.earned(), returned(r.lineNo()), l.quantityMilli());
        share = share.plus(r.gross(), returned(r.lineNo()), l.quantityMilli());
      }
    }
    long unit = plan.program.earning().roundTo();
    long kopecks = earn.floor();
    Map<String, Long> grants = new HashMap<>();
    Fraction part = share;
    granted()
        .forEach(
            (rule, amount) -> {
              long g = was.gross() == 0 ? 0 : part.times(amount).over(was.gross()).floor();
              grants.put(rule, g - g % unit);
            });
    Map<String, Long> budgets = sharesOfLines(false);
    grants.forEach((rule, back) -> budgets.computeIfPresent(rule, (r, none) -> back));
    return new Undo(kopecks - kopecks % unit, grants, budgets);
  }

  /** What of it earlier returns have not undone yet. */
  private static Map<String, Long> more(Map<String, Long> undo, Map<String, Long> before) {
    Map<String, Long> now = new HashMap<>();
    undo.forEach(
        (rule, amount) -> {
          long more = amount - before.getOrDefault(rule, 0L);
          if (more > 0) {
            now.put(rule, more);
          }
        });
    return now;
  }

  private List<Evaluation.CounterMove> countersNow(boolean complete, Undo undo) {
    List<Evaluation.CounterMove> now = new ArrayList<>();
    for (Evaluation.CounterMove c : was.counters()) {
      long back = complete ? c.by() : Math.min(c.by(), countedBack(c.counter(), undo));
      long more = back - sofar.counters().getOrDefault(c.counter(), 0L);
      if (more > 0) {
        now.add(new Evaluation.CounterMove(c.counter(), -more));
      }
    }
    return now;
  }

  /** What of a counter's move belongs to the goods returned and the gifts taken back. */
  private long countedBack(String counter, Undo undo) {
    for (Rule rule : plan.program.rules()) {
      if (rule.then() instanceof Effect.StampCard card) {
        if (card.counter().equals(counter)) {
          return stampsBack(card);
        }
        if (card.rewardedKey().equals(counter)) {
          return Math.multiplyExact(freeBack(rule, card), card.n());
        }
      }
      if (Facts.purchasesKey(rule.id()).equals(counter)) {
        Long gift = granted().get(rule.id());
        return gift != null && undo.grants.getOrDefault(rule.id(), 0L) >= gift ? Long.MAX_VALUE : 0;
      }
    }
    return 0;
  }

  private long stampsBack(Effect.StampCard card) {
    long pieces = 0;
    Goods common = plan.program.discounts().goods();
    for (Line l : lines.values()) {
      if (l.pieces() > 0
          && card.goods().matches(l, receipt.basket())
          && common.matches(l, receipt.basket())) {
        pieces += returned(l.lineNo()) / 1000;
      }
    }
    return pieces;
  }

  /** Free pieces whose discount came back whole, but for the kopeck that rounding cost a line. */
  private long freeBack(Rule rule, Effect.StampCard card) {
    long gave = 0;
    long back = 0;
    for (Trace t : was.trace()) {
      if (t instanceof Trace.Applied a && a.rule().equals(rule.id())) {
        gave += a.amount();
        for (int i = 0; i < a.lines().lines().length; i++) {
          long part = back(a.lines().amounts()[i], a.lines().lines()[i]);
          back += part > 0 ? part + 1 : 0;
        }
      }
    }
    long pieces =
        was.counters().stream()
            .filter(c -> c.counter().equals(card.counter()))
            .mapToLong(Evaluation.CounterMove::by)
            .sum();
    long free = card.towards(receipt.facts(), pieces) / card.n();
    return gave == 0 ? 0 : Exact.mulDiv(free, Math.min(back, gave), gave);
  }

  /** An exact non-negative fraction. */
  private record Fraction(BigInteger num, BigInteger den) {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    Fraction plus(long amount, long part, long whole) {
      BigInteger n = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part));
      BigInteger d = BigInteger.valueOf(whole);
      BigInteger top = num.multiply(d).add(n.multiply(den));
      BigInteger bottom = den.multiply(d);
      BigInteger gcd = top.gcd(bottom);
      return new Fraction(top.divide(gcd), bottom.divide(gcd));
    }

    Fraction times(long by) {
      return new Fraction(num.multiply(BigInteger.valueOf(by)), den);
    }

    Fraction over(long by) {
      return new Fraction(num, den.multiply(BigInteger.valueOf(by)));
    }

    long floor() {
      return num.divide(den).longValueExact();
    }
  }
}
