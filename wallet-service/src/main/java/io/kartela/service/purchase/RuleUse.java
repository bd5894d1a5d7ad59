package io.kartela.service.purchase;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.Reversal;
import io.kartela.rules.Rule;
import io.kartela.rules.Trace;
import io.kartela.service.program.ProgramNeeds;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rules with budgets gave, stamps, and gifts that are given once: read before judging, booked
 * after.
 */
final class RuleUse {
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
   * @param lock true before a commit: a shared budget must not be promised to two members at once
   */
  static RuleUse ask(
      RoundTrip trip, ProgramNeeds needs, long merchantId, long memberId, boolean lock) {
    return new RuleUse(
        totals(trip, needs, merchantId, lock),
        needs.memberBudgets() ? uses(trip, merchantId, memberId) : known(trip, Map.of()),
        needs.counters() ? counters(trip, merchantId, memberId) : known(trip, Map.of()),
        needs.onceKeys() ? once(trip, merchantId, memberId) : known(trip, Set.of()));
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

  private static Answer<Set<String>> once(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        """
        SELECT once_key FROM kartela.member_once WHERE merchant_id = ? AND member_id = ?
        ORDER BY given_at DESC LIMIT 2000
        """,
        p -> p.set(merchantId).set(memberId),
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

  Map<String, Long> counters() {
    return counters.get();
  }

  Set<String> onceKeys() {
    return once.get();
  }

  /** Books what a receipt used up. */
  static void book(
      RoundTrip trip,
      Program program,
      long merchantId,
      long memberId,
      long receiptId,
      Evaluation evaluation,
      Instant at) {
    Map<String, Long> given = new HashMap<>();
    for (Trace trace : evaluation.trace()) {
      if (trace instanceof Trace.Applied a && a.amount() > 0) {
        Rule rule = program.rule(a.rule());
        if (rule != null && rule.budget() != null) {
          given.merge(a.rule(), a.amount(), Long::sum);
        }
      }
    }
    use(trip, program, merchantId, memberId, given, 1);
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

  /** Gives back what a return frees: stamps, and gifts that were taken back whole. */
  static void undo(
      RoundTrip trip,
      Program program,
      long merchantId,
      long memberId,
      ReceiptStore.Stored stored,
      Reversal reversal) {
    Map<String, Long> back = new HashMap<>();
    reversal
        .grants()
        .forEach(
            (rule, amount) -> {
              Rule known = program.rule(rule);
              if (known != null && known.budget() != null) {
                back.put(rule, -amount);
              }
            });
    use(trip, program, merchantId, memberId, back, reversal.complete() ? -1 : 0);
    count(trip, merchantId, memberId, reversal.counters());
    if (reversal.complete()) {
      trip.update(
          "DELETE FROM kartela.member_once WHERE merchant_id = ? AND member_id = ? AND receipt_id ="
              + " ?",
          p -> p.set(merchantId).set(memberId).set(stored.id()));
    }
  }

  private static void use(
      RoundTrip trip,
      Program program,
      long merchantId,
      long memberId,
      Map<String, Long> given,
      int uses) {
    given.keySet().stream()
        .sorted()
        .forEach(
            rule -> {
              long amount = given.getOrDefault(rule, 0L);
              trip.update(
                  """
                  INSERT INTO kartela.rule_use AS u (merchant_id, member_id, rule_id, given, uses)
                  VALUES (?, ?, ?, ?, ?)
                  ON CONFLICT (merchant_id, member_id, rule_id) DO UPDATE
                  SET given = u.given + excluded.given, uses = u.uses + excluded.uses
                  """,
                  p -> p.set(merchantId).set(memberId).set(rule).set(amount).set((long) uses));
              Rule known = program.rule(rule);
              if (known != null && known.budget() != null && known.budget().total() != null) {
                trip.update(
                    "UPDATE kartela.rule_total SET given = given + ? WHERE merchant_id = ? AND"
                        + " rule_id = ?",
                    p -> p.set(amount).set(merchantId).set(rule));
              }
            });
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
