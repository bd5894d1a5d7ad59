package io.kartela.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mutable state of one evaluation; never leaves its thread. */
final class Ctx {
  final Prepared plan;
  final Basket basket;
  final List<Line> lines;
  final Facts facts;
  final Facts.@Nullable Member member;
  final @Nullable Tier tier;

  /** Tier that accrual sees: the one before the receipt, unless the program says SAME_RECEIPT. */
  @Nullable Tier tierNow;

  final Instant at;
  final ZoneId storeZone;
  final int n;
  final int[] lineNos;
  final long[] gross;
  final long[] discount;
  final long[] bonus;

  /** What of a line was owed and not paid; below zero where more was paid than was owed. */
  final long[] unpaid;

  final List<Trace> trace = new ArrayList<>();
  final List<Evaluation.Hint> hints = new ArrayList<>();
  final List<Evaluation.Grant> grants = new ArrayList<>();
  final List<Evaluation.CounterMove> counters = new ArrayList<>();
  private final boolean[] @Nullable [] matches;
  private @Nullable LocalDateTime local;
  private long grossTotal = -1;

  /** Year of the birthday whose window was met last, or 0; once-keys of grants need it. */
  int birthdayYear;

  /** The rule that is judged. */
  private String rule = "";

  /** Number of the purchase when the rule judged acts because it is one of every n, or 0. */
  private long nthPurchase;

  Ctx(Prepared plan, Basket basket, Facts facts, Instant at, ZoneId storeZone) {
    this.plan = plan;
    this.basket = basket;
    this.lines = ascending(basket.lines());
    this.facts = facts;
    this.member = facts.member();
    this.tier = plan.tierOf(facts);
    this.tierNow = tier;
    this.at = at;
    this.storeZone = storeZone;
    this.n = lines.size();
    this.lineNos = new int[n];
    this.gross = new long[n];
    this.discount = new long[n];
    this.bonus = new long[n];
    this.unpaid = new long[n];
    this.matches = new boolean[plan.selectors.size()][];
    for (int i = 0; i < n; i++) {
      lineNos[i] = lines.get(i).lineNo();
      gross[i] = lines.get(i).total();
    }
  }

  private static List<Line> ascending(List<Line> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).lineNo() < lines.get(i - 1).lineNo()) {
        return lines.stream().sorted(Comparator.comparingInt(Line::lineNo)).toList();
      }
    }
    return lines;
  }

  /** Which lines a selector of the plan chooses; computed once per receipt. */
  boolean[] match(int selector) {
    boolean[] m = matches[selector];
    if (m == null) {
      Goods goods = plan.selectors.get(selector);
      m = new boolean[n];
      boolean all = goods.isAll();
      for (int i = 0; i < n; i++) {
        m[i] = all || goods.matches(lines.get(i), basket);
      }
      matches[selector] = m;
    }
    return m;
  }

  /** Clock on the store's wall. */
  LocalDateTime local() {
    LocalDateTime t = local;
    if (t == null) {
      t = LocalDateTime.ofInstant(at, storeZone);
      local = t;
    }
    return t;
  }

  long net(int i) {
    return gross[i] - discount[i] - bonus[i] - unpaid[i];
  }

  /**
   * Sets the money that was really taken beside what is owed: the lines' money is spread from it.
   * It falls short of what is owed when the register promised what the program does not give; it is
   * more when a discount was not given, and then it is the line's discount that shrinks.
   */
  void settle(long taken) {
    long owed = total(Condition.Basis.NET);
    long[] weights = new long[n];
    long room = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = taken < owed ? net(i) : discount[i];
      room += discount[i];
    }
    long[] parts = Exact.spread(taken < owed ? taken : Math.min(taken - owed, room), weights);
    for (int i = 0; i < n; i++) {
      unpaid[i] = taken < owed ? net(i) - parts[i] : -parts[i];
    }
    grossTotal = -1;
  }

  /** Whether something is owed and neither money nor bonuses were given for it. */
  boolean nothingPaid() {
    long owed = 0;
    long given = 0;
    for (int i = 0; i < n; i++) {
      owed += unpaid[i];
      given += net(i) + bonus[i];
    }
    return owed > 0 && given == 0;
  }

  /** Goods that nobody paid for count in no measure. */
  long amount(int i, Condition.Basis basis) {
    return switch (basis) {
      case GROSS -> gross[i] - Math.max(0, unpaid[i]);
      case DISCOUNTED -> gross[i] - discount[i] - Math.max(0, unpaid[i]);
      case NET -> net(i);
    };
  }

  long total(Condition.Basis basis) {
    if (basis == Condition.Basis.GROSS && grossTotal >= 0) {
      return grossTotal;
    }
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += amount(i, basis);
    }
    if (basis == Condition.Basis.GROSS) {
      grossTotal = sum;
    }
    return sum;
  }

  void reject(Step s, Trace.Reason reason) {
    trace.add(new Trace.Rejected(s.id, s.phase, reason, null, null, null, LineAmounts.NONE));
  }

  /** Whether the rule may act; otherwise its rejection is in the trace. */
  boolean admits(Step s) {
    rule = s.id;
    nthPurchase = 0;
    Trace.Reason dead = s.notAlive(at.getEpochSecond());
    if (dead == null && member == null && s.rule.audience() == Rule.Audience.MEMBERS) {
      dead = Trace.Reason.NO_MEMBER;
    }
    if (dead != null) {
      reject(s, dead);
      return false;
    }
    if (s.unconditional) {
      return true;
    }
    Conditions.Miss miss = Conditions.test(s.rule.when(), this);
    if (miss == null) {
      return true;
    }
    trace.add(
        new Trace.Rejected(
            s.id, s.phase, miss.reason(), miss.expected(), miss.actual(), null, LineAmounts.NONE));
    Hints.total(this, s, miss);
    return false;
  }

  /** Whether the rule judged may act because of the purchase's number: once while that stands. */
  boolean mayReward(long purchase) {
    boolean may = purchase > facts.counter(Facts.purchasesKey(rule));
    nthPurchase = may ? purchase : 0;
    return may;
  }

  /** Adds the purchase's number when it is why the rule admitted last acts. */
  void addPurchase(List<Evaluation.CounterMove> rewarded) {
    if (nthPurchase > 0) {
      rewarded.add(upTo(Facts.purchasesKey(rule), nthPurchase));
    }
  }

  /** The move that brings a counter up to a value. */
  Evaluation.CounterMove upTo(String key, long value) {
    return new Evaluation.CounterMove(key, value - facts.counter(key));
  }

  /** Kopecks the rule may still give on this receipt: its cap and what its budget leaves. */
  Room room(Step s) {
    Long cap = s.rule.caps().perReceipt();
    long most = cap == null ? Long.MAX_VALUE : cap;
    Trace.Limit limit = Trace.Limit.CAP_PER_RECEIPT;
    Rule.Budget budget = s.rule.budget();
    if (budget == null) {
      return new Room(most, limit, null);
    }
    Facts.Usage used = facts.usage().getOrDefault(s.id, NOT_USED);
    Long uses = budget.usesPerMember();
    if (uses != null && used.memberUses() >= uses) {
      return new Room(0, limit, Trace.Reason.USES_EXHAUSTED);
    }
    long left =
        Math.min(left(budget.total(), used.total()), left(budget.perMember(), used.toMember()));
    if (left <= 0) {
      return new Room(0, Trace.Limit.BUDGET, Trace.Reason.BUDGET_EXHAUSTED);
    }
    return left < most ? new Room(left, Trace.Limit.BUDGET, null) : new Room(most, limit, null);
  }

  private static final Facts.Usage NOT_USED = new Facts.Usage(0, 0, 0);

  private static long left(@Nullable Long limit, long used) {
    return limit == null ? Long.MAX_VALUE : Math.max(0, limit - Math.max(0, used));
  }

  /** How much a rule may give, what sets that limit, and why it is nothing (or null). */
  record Room(long most, Trace.Limit limit, Trace.@Nullable Reason none) {}

  Evaluation result(Evaluation.Spend spend, Tiers.@Nullable Change change, Earnings earnings) {
    List<Evaluation.LineResult> results = new ArrayList<>(n);
    long allDiscount = 0;
    long allBonus = 0;
    long all = 0;
    for (int i = 0; i < n; i++) {
      results.add(
          new Evaluation.LineResult(
              lineNos[i], gross[i], discount[i], bonus[i], net(i), earnings.byLine[i]));
      allDiscount += discount[i];
      allBonus += bonus[i];
      all += gross[i];
    }
    return new Evaluation(
        results,
        all,
        allDiscount,
        allBonus,
        total(Condition.Basis.NET),
        spend,
        earnings.earned,
        earnings.lot(),
        grants,
        counters,
        tier == null ? null : tier.id(),
        change,
        trace,
        hints);
  }
}
