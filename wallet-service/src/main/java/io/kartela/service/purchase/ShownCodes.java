package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Condition;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Phase;
import io.kartela.rules.Program;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.Rule;
import io.kartela.rules.Trace;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.CodeUse;
import io.kartela.service.promo.code.PromoCodes;
import io.kartela.service.promo.code.Sale;
import io.kartela.service.promo.code.Verdict;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Promo codes on their way through a receipt: asked with its facts, judged, told, used up by its
 * commit, given back by its return. A receipt without any asks nothing.
 */
final class ShownCodes {
  private final PromoCodes codes;
  private final Sale sale;
  private final PromoCodes.@Nullable Asked asked;
  private List<Verdict> verdicts = List.of();

  private ShownCodes(PromoCodes codes, Sale sale, PromoCodes.@Nullable Asked asked) {
    this.codes = codes;
    this.sale = sale;
    this.asked = asked;
  }

  /** Adds the questions to a round trip, behind the account's lock. */
  static ShownCodes ask(PromoCodes codes, RoundTrip trip, Sale sale) {
    return new ShownCodes(codes, sale, sale.texts().isEmpty() ? null : codes.ask(trip, sale));
  }

  /** Judges them, once the round trip has run; the request as the rules are to see it. */
  ReceiptRequest.Checked on(Connection c, ReceiptRequest.Checked request, ZoneId zone, Facts facts)
      throws SQLException {
    if (asked == null) {
      return request;
    }
    Facts.Member member = facts.member();
    verdicts = asked.judge(c, zone, member == null ? 0 : member.purchaseCount());
    List<String> sets = verdicts.stream().filter(v -> v.no() == null).map(Verdict::key).toList();
    return request.of(request.basket().presenting(sets));
  }

  /** A quote keeps them for its till, and counts guesses; in the caller's transaction. */
  void quoted(Connection c, ReceiptRequest.Checked request) throws SQLException {
    if (request.brought().codes() == null) {
      return;
    }
    RoundTrip trip = new RoundTrip();
    if (verdicts.isEmpty()) {
      codes.release(trip, sale);
    } else {
      codes.reserve(trip, sale, verdicts);
    }
    trip.run(c);
    codes.countGuesses(c, sale, verdicts);
  }

  /** The till has counted with them: it must hear of one that is not honoured. */
  @Nullable Problem refusal() {
    return verdicts.stream().map(Verdict::no).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** In the caller's transaction. */
  void countGuesses(Connection c) throws SQLException {
    codes.countGuesses(c, sale, verdicts);
  }

  /** When the caller's transaction is no more. */
  void countGuesses() {
    codes.countGuesses(sale, verdicts);
  }

  /** The commit uses up those that brought something. */
  void book(RoundTrip trip, long receiptId, Program program, Evaluation evaluation) {
    if (verdicts.isEmpty()) {
      return;
    }
    Map<String, Map<String, Trace.Applied>> gave = gave(program, keys(), evaluation);
    for (Verdict one : verdicts) {
      Map<String, Trace.Applied> rules = gave.getOrDefault(one.key(), Map.of());
      if (one.no() == null && !rules.isEmpty()) {
        CodeUse.book(trip, sale, receiptId, one, given(rules));
      }
    }
    codes.release(trip, sale);
  }

  private List<String> keys() {
    return verdicts.stream().filter(v -> v.no() == null).map(Verdict::key).toList();
  }

  /** What to tell of each; null: none was presented. */
  @Nullable List<Views.CodeView> views(Program program, Evaluation evaluation) {
    if (verdicts.isEmpty()) {
      return null;
    }
    Map<String, Map<String, Trace.Applied>> gave = gave(program, keys(), evaluation);
    List<Views.CodeView> views = new ArrayList<>();
    for (Verdict one : verdicts) {
      Problem no = one.no();
      if (no == null && gave.getOrDefault(one.key(), Map.of()).isEmpty()) {
        no = new Problem(ProblemCode.PROMO_NOTHING_FOR_IT);
      }
      views.add(
          new Views.CodeView(
              one.text(),
              no == null,
              one.setName(),
              no == null ? null : no.code().name(),
              no == null ? null : new LocalText(no.text(Lang.RU), no.text(Lang.EN))));
    }
    return views;
  }

  /**
   * The rules that gave something for each presented set. One that asks for any of several is the
   * first one's.
   */
  private static Map<String, Map<String, Trace.Applied>> gave(
      Program program, List<String> sets, Evaluation evaluation) {
    Map<String, Map<String, Trace.Applied>> gave = new HashMap<>();
    for (Trace t : evaluation.trace()) {
      if (t instanceof Trace.Applied a && a.amount() > 0) {
        Rule rule = program.rule(a.rule());
        Set<String> asks = rule == null ? Set.of() : Condition.codeSets(rule.when());
        sets.stream()
            .filter(asks::contains)
            .findFirst()
            .ifPresent(key -> gave.computeIfAbsent(key, k -> new HashMap<>()).put(a.rule(), a));
      }
    }
    return gave;
  }

  private static CodeUse.Given given(Map<String, Trace.Applied> rules) {
    long discount = 0;
    long granted = 0;
    for (Trace.Applied a : rules.values()) {
      discount += a.phase() == Phase.CODE || a.phase() == Phase.DISCOUNT ? a.amount() : 0;
      granted += a.phase() == Phase.GRANT ? a.amount() : 0;
    }
    return new CodeUse.Given(discount, granted);
  }

  /**
   * A return takes what codes brought back with the goods, and after the last of them the codes.
   */
  static void returned(
      RoundTrip trip,
      Program program,
      Returns.Asked asked,
      ReceiptStore.Stored stored,
      ReturnEffects.Sofar sofar,
      boolean complete) {
    List<String> sets = stored.receipt().basket().codes();
    if (sets.isEmpty()) {
      return;
    }
    gave(program, sets, stored.receipt().evaluation())
        .forEach(
            (key, rules) ->
                CodeUse.returned(
                    trip,
                    asked.merchantId(),
                    stored.id(),
                    Long.parseLong(key),
                    complete ? given(rules) : back(rules, stored, sofar),
                    complete,
                    asked.at()));
  }

  /** By the goods that came back so far. */
  private static CodeUse.Given back(
      Map<String, Trace.Applied> rules, ReceiptStore.Stored stored, ReturnEffects.Sofar sofar) {
    Map<Integer, Long> quantities = new HashMap<>();
    stored
        .receipt()
        .basket()
        .lines()
        .forEach(line -> quantities.put(line.lineNo(), line.quantityMilli()));
    long discount = 0;
    long granted = 0;
    for (Map.Entry<String, Trace.Applied> rule : rules.entrySet()) {
      Trace.Applied a = rule.getValue();
      if (a.phase() == Phase.GRANT) {
        granted += sofar.grants().getOrDefault(rule.getKey(), 0L);
      } else if (a.phase() == Phase.CODE || a.phase() == Phase.DISCOUNT) {
        for (int i = 0; i < a.lines().lines().length; i++) {
          int no = a.lines().lines()[i];
          ReturnEffects.LineSofar back = sofar.lines().get(Integer.toString(no));
          long came = back == null ? 0 : back.quantityMilli();
          discount += part(a.lines().amounts()[i], came, quantities, no);
        }
      }
    }
    return new CodeUse.Given(discount, granted);
  }

  private static long part(long amount, long came, Map<Integer, Long> quantities, int lineNo) {
    long all = quantities.getOrDefault(lineNo, 1L);
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(came))
        .divide(BigInteger.valueOf(all))
        .longValueExact();
  }
}
