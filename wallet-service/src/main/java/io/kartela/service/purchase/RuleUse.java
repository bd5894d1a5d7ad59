package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Parameters;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Effect;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.Rule;
import io.kartela.rules.Trace;
import io.kartela.service.program.ProgramNeeds;
import io.kartela.service.program.Published;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rules with budgets gave, stamps, and gifts that are given once: read before judging, booked
 * after.
 */
final class RuleUse {
  /** Ends a condition: in any case, or when no return of the receipt left bonuses behind. */
  private static final String OR_NOTHING_KEPT =
      " AND (? OR NOT EXISTS (SELECT FROM kartela.receipt_return b WHERE b.merchant_id = ? AND"
          + " b.receipt_id = ? AND b.shortfall > 0))";

  private final Answer<Map<String, Long>> totals;
  private final Answer<Map<String, Facts.Usage>> byMember;
  private final Answer<Map<String, Long>> counters;
  private final Answer<Set<String>> once;

  private RuleUse(
      Answer<Map<String, Long>> totals,
      Answer<Map<String, Facts.Usage>> byMember,
      Answer<Map<String, Long>> counters,
      Answer<Set<String>> once) {
    this.totals = totals;
    this.byMember = byMember;
    this.counters = counters;
    this.once = once;
  }

  /**
   * Adds the questions to a round trip; those that no rule needs are not asked.
   *
   * @param lock true before a commit: a shared budget must not be promised to two buyers at once
   */
  static RuleUse ask(
      RoundTrip trip,
      Published program,
      PurchaseFacts.Question question,
      ZoneId storeZone,
      boolean lock) {
    ProgramNeeds needs = program.needs();
    long merchantId = question.merchantId();
    long memberId = question.memberId();
    Set<String> keys =
        needs.onceKeys() ? program.prepared().onceKeys(question.at(), storeZone) : Set.of();
    return new RuleUse(
        totals(trip, needs, merchantId, lock),
        needs.memberBudgets() ? uses(trip, merchantId, memberId) : known(trip, Map.of()),
        needs.counters() ? counters(trip, merchantId, memberId) : known(trip, Map.of()),
        keys.isEmpty() ? known(trip, Set.of()) : once(trip, merchantId, memberId, keys));
  }

  /** What a buyer without a card depends on: budgets that everybody shares. */
  static RuleUse askAnonymous(RoundTrip trip, Published program, long merchantId, boolean lock) {
    return new RuleUse(
        totals(trip, program.needs(), merchantId, lock),
        known(trip, Map.of()),
        known(trip, Map.of()),
        known(trip, Set.of()));
  }

  private static <T> Answer<T> known(RoundTrip trip, T value) {
    return trip.known(value);
  }

  private static Answer<Map<String, Long>> totals(
      RoundTrip trip, ProgramNeeds needs, long merchantId, boolean lock) {
    if (needs.sharedBudgets().isEmpty()) {
      return known(trip, Map.of());
    }
    String[] rules = needs.sharedBudgets().toArray(String[]::new);
    if (lock) {
      trip.update(
          """
          INSERT INTO kartela.rule_total (merchant_id, rule_id, given)
          SELECT ?, r, 0 FROM unnest(?) r ORDER BY r ON CONFLICT DO NOTHING
          """,
          p -> p.set(merchantId).set(rules));
    }
    return trip.query(
        "SELECT rule_id, given FROM kartela.rule_total WHERE merchant_id = ? AND rule_id = ANY (?)"
            + " ORDER BY rule_id"
            + (lock ? " FOR UPDATE" : ""),
        p -> p.set(merchantId).set(rules),
        r -> {
          Map<String, Long> given = new HashMap<>();
          while (r.next()) {
            given.put(r.getString(1), r.getLong(2));
          }
          return given;
        });
  }

  private static Answer<Map<String, Facts.Usage>> uses(
      RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        "SELECT rule_id, given, uses FROM kartela.rule_use WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(memberId),
        r -> {
          Map<String, Facts.Usage> uses = new HashMap<>();
          while (r.next()) {
            uses.put(r.getString(1), new Facts.Usage(0, r.getLong(2), r.getLong(3)));
          }
          return uses;
        });
  }

  private static Answer<Map<String, Long>> counters(
      RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        "SELECT counter, value FROM kartela.member_counter WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(memberId),
        r -> {
          Map<String, Long> values = new HashMap<>();
          while (r.next()) {
            values.put(r.getString(1), r.getLong(2));
          }
          return values;
        });
  }

  private static Answer<Set<String>> once(
      RoundTrip trip, long merchantId, long memberId, Set<String> possible) {
    String[] asked = possible.toArray(String[]::new);
    return trip.query(
        """
        SELECT once_key FROM kartela.member_once
        WHERE merchant_id = ? AND member_id = ? AND once_key = ANY (?)
        """,
        p -> p.set(merchantId).set(memberId).set(asked),
        r -> {
          Set<String> keys = new HashSet<>();
          while (r.next()) {
            keys.add(r.getString(1));
          }
          return keys;
        });
  }

  Map<String, Facts.Usage> usage() {
    Map<String, Facts.Usage> all = new HashMap<>(byMember.get());
    totals
        .get()
        .forEach(
            (rule, given) -> {
              Facts.Usage own = all.getOrDefault(rule, new Facts.Usage(0, 0, 0));
              all.put(rule, new Facts.Usage(given, own.toMember(), own.memberUses()));
            });
    return all;
  }

  /** All that may be known of a buyer without a card. */
  Facts anonymous() {
    Map<String, Facts.Usage> usage = usage();
    return usage.isEmpty()
        ? Facts.anonymous()
        : new Facts(null, Map.of(), usage, Map.of(), Set.of());
  }

  Map<String, Long> counters() {
    return counters.get();
  }

  Set<String> onceKeys() {
    return once.get();
  }

  /**
   * Books what a receipt used up.
   *
   * @param memberId 0 = a buyer without a card, whom only shared budgets know
   */
  static void book(
      RoundTrip trip,
      Program program,
      long merchantId,
      long memberId,
      long receiptId,
      Evaluation evaluation,
      Instant at) {
    given(program, evaluation)
        .forEach((rule, amount) -> use(trip, program, merchantId, memberId, rule, amount));
    count(trip, merchantId, memberId, evaluation.counters());
    for (Evaluation.Grant grant : evaluation.grants()) {
      String key = grant.onceKey();
      if (key != null) {
        trip.update(
            """
            INSERT INTO kartela.member_once (merchant_id, member_id, once_key, receipt_id, given_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            p -> p.set(merchantId).set(memberId).set(key).set(receiptId).set(at));
      }
    }
  }

  /**
   * Takes back what a buyer without a card used up of shared budgets: the receipt turns out to be
   * somebody's and was judged anew, {@link #before} it.
   */
  static void release(RoundTrip trip, Program program, long merchantId, Evaluation evaluation) {
    given(program, evaluation)
        .forEach(
            (rule, amount) -> {
              if (isShared(program.rule(rule))) {
                trip.update(
                    "UPDATE kartela.rule_total SET given = given - ? WHERE merchant_id = ? AND"
                        + " rule_id = ?",
                    p -> p.set(amount).set(merchantId).set(rule));
              }
            });
  }

  /** The facts as if a receipt of a buyer without a card had not been. */
  static Facts before(Facts facts, Program program, Evaluation evaluation) {
    Facts before = facts;
    for (Map.Entry<String, Long> gave : given(program, evaluation).entrySet()) {
      Facts.Usage u = facts.usage().get(gave.getKey());
      if (u != null) {
        Facts.Usage less =
            new Facts.Usage(u.total() - gave.getValue(), u.toMember(), u.memberUses());
        before = before.withUsage(gave.getKey(), less);
      }
    }
    return before;
  }

  /** What rules with a budget gave, in the order in which their rows are locked. */
  private static Map<String, Long> given(Program program, Evaluation evaluation) {
    Map<String, Long> given = new TreeMap<>();
    for (Trace trace : evaluation.trace()) {
      if (trace instanceof Trace.Applied a && a.amount() > 0) {
        Rule rule = program.rule(a.rule());
        if (rule != null && rule.budget() != null) {
          given.merge(a.rule(), a.amount(), Long::sum);
        }
      }
    }
    return given;
  }

  /**
   * Gives back what a return frees: stamps, marks, budgets, and the right to gifts that were taken
   * back whole. Whoever has spent what the receipt gave and cannot be asked for it (a shortfall of
   * this or an earlier return) does not get it again: neither the gift that is given once or to
   * every n-th purchase nor the budget of what gives bonuses. After the return was written.
   *
   * @param sofar all returns, this one included
   */
  static void undo(
      RoundTrip trip,
      Program program,
      long merchantId,
      ReceiptStore.Stored stored,
      ReturnEffects reversal,
      ReturnEffects.Sofar sofar) {
    Evaluation evaluation = stored.receipt().evaluation();
    long memberId = stored.memberId();
    for (String rule : given(program, evaluation).keySet()) {
      long back = reversal.budgets().getOrDefault(rule, 0L);
      if (back > 0 || reversal.complete()) {
        free(trip, program, stored, merchantId, rule, back, reversal.complete() ? 1 : 0);
      }
    }
    for (Evaluation.CounterMove move : reversal.counters()) {
      uncount(trip, program, stored, merchantId, move);
    }
    for (Evaluation.Grant grant : evaluation.grants()) {
      String key = grant.onceKey();
      boolean gone = sofar.grants().getOrDefault(grant.rule(), 0L) >= grant.amount();
      if (key != null && (gone || reversal.complete())) {
        trip.update(
            """
            DELETE FROM kartela.member_once
            WHERE merchant_id = ? AND member_id = ? AND once_key = ? AND receipt_id = ?\
            """
                + OR_NOTHING_KEPT,
            p ->
                orKept(
                    p.set(merchantId).set(memberId).set(key).set(stored.id()),
                    false,
                    merchantId,
                    stored));
      }
    }
  }

  private static void use(
      RoundTrip trip, Program program, long merchantId, long memberId, String rule, long amount) {
    if (memberId != 0) {
      trip.update(
          """
          INSERT INTO kartela.rule_use AS u (merchant_id, member_id, rule_id, given, uses)
          VALUES (?, ?, ?, ?, 1)
          ON CONFLICT (merchant_id, member_id, rule_id) DO UPDATE
          SET given = u.given + excluded.given, uses = u.uses + excluded.uses
          """,
          p -> p.set(merchantId).set(memberId).set(rule).set(amount));
    }
    if (isShared(program.rule(rule))) {
      trip.update(
          "UPDATE kartela.rule_total SET given = given + ? WHERE merchant_id = ? AND rule_id = ?",
          p -> p.set(amount).set(merchantId).set(rule));
    }
  }

  private static boolean isShared(@Nullable Rule rule) {
    return rule != null && rule.budget() != null && rule.budget().total() != null;
  }

  private static void free(
      RoundTrip trip,
      Program program,
      ReceiptStore.Stored stored,
      long merchantId,
      String rule,
      long amount,
      long uses) {
    Rule known = program.rule(rule);
    boolean always = known != null && known.then() instanceof Effect.Discount;
    if (stored.memberId() != 0) {
      trip.update(
          "UPDATE kartela.rule_use SET given = given - ?, uses = uses - ? WHERE merchant_id = ? AND"
              + " member_id = ? AND rule_id = ?"
              + OR_NOTHING_KEPT,
          p ->
              orKept(
                  p.set(amount).set(uses).set(merchantId).set(stored.memberId()).set(rule),
                  always,
                  merchantId,
                  stored));
    }
    if (isShared(known)) {
      trip.update(
          "UPDATE kartela.rule_total SET given = given - ? WHERE merchant_id = ? AND rule_id = ?"
              + OR_NOTHING_KEPT,
          p -> orKept(p.set(amount).set(merchantId).set(rule), always, merchantId, stored));
    }
  }

  private static void orKept(
      Parameters p, boolean always, long merchantId, ReceiptStore.Stored stored)
      throws SQLException {
    p.set(always).set(merchantId).set(stored.id());
  }

  private static void uncount(
      RoundTrip trip,
      Program program,
      ReceiptStore.Stored stored,
      long merchantId,
      Evaluation.CounterMove move) {
    boolean gift =
        program.rules().stream()
            .filter(rule -> !(rule.then() instanceof Effect.Discount))
            .anyMatch(rule -> Facts.purchasesKey(rule.id()).equals(move.counter()));
    trip.update(
        "UPDATE kartela.member_counter SET value = value + ? WHERE merchant_id = ? AND member_id ="
            + " ? AND counter = ?"
            + OR_NOTHING_KEPT,
        p ->
            orKept(
                p.set(move.by()).set(merchantId).set(stored.memberId()).set(move.counter()),
                !gift,
                merchantId,
                stored));
  }

  private static void count(
      RoundTrip trip, long merchantId, long memberId, List<Evaluation.CounterMove> moves) {
    for (Evaluation.CounterMove move : moves) {
      trip.update(
          """
          INSERT INTO kartela.member_counter AS c (merchant_id, member_id, counter, value) VALUES (?, ?, ?, ?)
          ON CONFLICT (merchant_id, member_id, counter) DO UPDATE SET value = c.value + excluded.value
          """,
          p -> p.set(merchantId).set(memberId).set(move.counter()).set(move.by()));
    }
  }
}
