package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.NOON;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.rejected;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  static final Facts.Member PLAIN = Facts.Member.of(null, 0);
  static final PurchaseWindow QUARTER = new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 3);

  static Program when(String condition) {
    return rules(
        rule("r", "'when':" + condition + ",'then':{'type':'earnPercent','percentBp':10000}"));
  }

  /** Null when the condition holds, else the reason. */
  static Trace.@Nullable Reason why(String condition, Basket b, Facts f) {
    Evaluation e = Rules.evaluate(when(condition), b, f, Wish.NONE, NOON, MOSCOW).get();
    List<Trace.Rejected> r = rejected(e, "r");
    assertEquals(r.isEmpty(), e.earned() > 0);
    return r.isEmpty() ? null : r.getFirst().reason();
  }

  static void holds(String condition, Facts f) {
    assertEquals(null, why(condition, prices("100"), f));
  }

  static void fails(Trace.Reason reason, String condition, Facts f) {
    assertEquals(reason, why(condition, prices("100"), f));
  }

  @ParameterizedTest
  @CsvSource({"0,true", "604799,true", "604800,false", "-1,false"})
  void quickReturnIsSevenDaysHalfOpen(long secondsAgo, boolean expected) {
    Instant last = NOON.minus(Duration.ofSeconds(secondsAgo));
    Facts f = Facts.of(PLAIN.bought(1, last, last));
    assertEquals(
        expected ? null : Trace.Reason.QUICK_RETURN,
        why("{'type':'quickReturn','days':7}", prices("100"), f));
  }

  @Test
  void firstAndEveryNthPurchase() {
    Facts newcomer = Facts.of(PLAIN);
    Facts ninth = Facts.of(PLAIN.bought(9, NOON, NOON));
    holds("{'type':'firstPurchase'}", newcomer);
    fails(Trace.Reason.NOT_FIRST_PURCHASE, "{'type':'firstPurchase'}", ninth);
    holds("{'type':'everyNthPurchase','n':10}", ninth);
    fails(Trace.Reason.NTH_PURCHASE, "{'type':'everyNthPurchase','n':10}", newcomer);
    fails(Trace.Reason.QUICK_RETURN, "{'type':'quickReturn','days':7}", newcomer);
  }

  @Test
  void purchasesInAPeriod() {
    String over =
        "{'type':'purchasesSum','window':{'unit':'MONTHS','n':3},'range':{'from':3000000,'above':true}}";
    fails(Trace.Reason.FACT_UNKNOWN, over, Facts.of(PLAIN));
    fails(
        Trace.Reason.PURCHASES_SUM, over, Facts.of(PLAIN).withPurchases(QUARTER, rub("30000"), 5));
    holds(over, Facts.of(PLAIN).withPurchases(QUARTER, rub("30000.01"), 5));
    String count =
        "{'type':'purchasesCount','window':{'unit':'MONTHS','n':3},'from':2,'through':3}";
    fails(Trace.Reason.PURCHASES_COUNT, count, Facts.of(PLAIN).withPurchases(QUARTER, 1, 1));
    holds(count, Facts.of(PLAIN).withPurchases(QUARTER, 1, 3));
    fails(Trace.Reason.PURCHASES_COUNT, count, Facts.of(PLAIN).withPurchases(QUARTER, 1, 4));
    assertEquals(Set.of(QUARTER), when(over).windowsNeeded());
  }

  @Test
  void cardTagAndStore() {
    Facts partner = Facts.of(PLAIN.card("partner", Set.of("senior", "fan")));
    holds("{'type':'cardKind','kinds':['partner','vip']}", partner);
    fails(Trace.Reason.CARD_KIND, "{'type':'cardKind','kinds':['vip']}", partner);
    fails(Trace.Reason.CARD_KIND, "{'type':'cardKind','kinds':['vip']}", Facts.of(PLAIN));
    holds("{'type':'memberTag','tags':['fan']}", partner);
    fails(Trace.Reason.TAG, "{'type':'memberTag','tags':['x']}", partner);
    String store = "{'type':'inStore','stores':['a']}";
    fails(Trace.Reason.STORE, store, partner);
    Basket inA = prices("100").in("a");
    assertEquals(null, why(store, inA, partner));
  }

  @Test
  void basketContains() {
    String two = "{'type':'basketContains','goods':{'categories':['cake']},'quantityMilli':2000}";
    assertEquals(
        Trace.Reason.BASKET, why(two, Basket.of(line(1, "cake", 1, "100")), Facts.of(PLAIN)));
    assertEquals(
        null,
        why(two, Basket.of(line(1, "cake", 1, "100"), line(2, "cake", 1, "100")), Facts.of(PLAIN)));
    String amount = "{'type':'basketContains','goods':{'skus':['s1']},'amount':10001}";
    assertEquals(
        Trace.Reason.BASKET, why(amount, Basket.of(line(1, "cake", 1, "100")), Facts.of(PLAIN)));
    assertEquals(null, why(amount, Basket.of(line(1, "cake", 1, "100.01")), Facts.of(PLAIN)));
  }

  @Test
  void allAnyNot() {
    String first = "{'type':'firstPurchase'}";
    String total = "{'type':'receiptTotal','range':{'from':20000}}";
    fails(
        Trace.Reason.RECEIPT_TOTAL,
        "{'type':'all','of':[" + first + "," + total + "]}",
        Facts.of(PLAIN));
    holds("{'type':'any','of':[" + total + "," + first + "]}", Facts.of(PLAIN));
    fails(Trace.Reason.NEGATED, "{'type':'not','of':" + first + "}", Facts.of(PLAIN));
    holds("{'type':'not','of':" + total + "}", Facts.of(PLAIN));
    fails(
        Trace.Reason.RECEIPT_TOTAL,
        "{'type':'any','of':[" + total + "," + total + "]}",
        Facts.of(PLAIN));
  }

  @Test
  void anonymousBuyersHaveNoHistory() {
    Program p =
        rules(
            rule(
                "r",
                "'audience':'EVERYBODY','when':{'type':'firstPurchase'},'then':{'type':'discountPercent','percentBp':1000}"));
    Evaluation e =
        Rules.evaluate(p, prices("100"), Facts.anonymous(), Wish.MAX, NOON, MOSCOW).get();
    assertEquals(Trace.Reason.NO_MEMBER, rejected(e, "r").getFirst().reason());
    assertEquals(Evaluation.SpendReason.NO_MEMBER, e.spend().maximumReason());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T20:59:59Z,NOT_YET_VALID",
    "2026-11-30T21:00:00Z,",
    "2026-12-02T20:59:59Z,",
    "2026-12-02T21:00:00Z,NO_LONGER_VALID"
  })
  void validityDaysAreTheProgramsZone(String at, Trace.@Nullable Reason reason) {
    Program p =
        rules(
            rule(
                "r",
                "'validity':{'from':'2026-12-01','through':'2026-12-02'},'then':{'type':'earnPercent','percentBp':100}"));
    // The store is far to the east: its own day is already another one.
    Evaluation e =
        Rules.evaluate(
                p,
                prices("100"),
                Facts.of(PLAIN),
                Wish.NONE,
                Instant.parse(at),
                java.time.ZoneId.of("Asia/Vladivostok"))
            .get();
    List<Trace.Rejected> r = rejected(e, "r");
    assertEquals(reason, r.isEmpty() ? null : r.getFirst().reason());
  }

  @Test
  void windowsRange() {
    Instant at = Instant.parse("2026-11-21T09:00:00Z");
    assertEquals(Instant.parse("2026-08-21T09:00:00Z"), QUARTER.range(at, MOSCOW).from());
    PurchaseWindow full = new PurchaseWindow(PurchaseWindow.Unit.FULL_MONTHS, 2);
    assertEquals(
        new PurchaseWindow.Range(
            Instant.parse("2026-08-31T21:00:00Z"), Instant.parse("2026-10-31T21:00:00Z")),
        full.range(at, MOSCOW));
    assertEquals("FULL_MONTHS:2", full.key());
    assertTrue(PurchaseWindow.ALL_TIME.range(at, MOSCOW).from() == null);
  }
}
