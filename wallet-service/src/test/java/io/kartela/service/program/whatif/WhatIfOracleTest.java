package io.kartela.service.program.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Basket;
import io.kartela.rules.Line;
import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Wish;
import io.kartela.service.program.ProgramHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random histories under random programs. A replay under another program must answer what a shop
 * that had that program from the first day on would have counted; a replay under the same program
 * must answer that nothing changes. The shop is {@link MiniShop}, which shares the rules with the
 * service and nothing else. Print the seed to see a failure again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfOracleTest {
  private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");
  private static final Instant END = Instant.parse("2026-11-15T00:00:00Z");
  private static final String[] CATEGORIES = {"coffee", "cake", "beans"};

  private final ProgramHouse house = new ProgramHouse();

  @AfterAll
  void close() {
    house.close();
  }

  /** A program of a family whose members differ in every number. */
  private static String program(Random r, boolean expiring, boolean recompute) {
    String life =
        expiring ? "{'type':'days','days':" + (5 + r.nextInt(60)) + "}" : "{'type':'never'}";
    String measure = List.of("NET", "GROSS", "DISCOUNTED").get(r.nextInt(3));
    String window =
        List.of("{'unit':'ALL'}", "{'unit':'MONTHS','n':3}", "{'unit':'DAYS','n':40}")
            .get(r.nextInt(3));
    return """
    'tiers':[{'id':'low','name':{'ru':'Н','en':'L'},'rank':1,'earnBp':%d,'discountBp':%d,'maxSpendBp':%d},
      {'id':'mid','name':{'ru':'С','en':'M'},'rank':2,'earnBp':%d,'discountBp':%d,'maxSpendBp':%d,
       'upgrades':[{'type':'windowPurchases','from':%d},{'type':'singlePurchase','from':%d}]},
      {'id':'top','name':{'ru':'В','en':'T'},'rank':3,'earnBp':%d,'discountBp':%d,'maxSpendBp':%d,
       'upgrades':[{'type':'totalPurchases','from':%d}]}],
    'rules':[
      {'id':'tier','name':{'ru':'a','en':'a'},'then':{'type':'earnByTier'}},
      {'id':'off','name':{'ru':'b','en':'b'},'then':{'type':'discountByTier','goods':{'categories':['cake']}}},
      {'id':'all','name':{'ru':'c','en':'c'},'audience':'EVERYBODY','when':{'type':'receiptTotal','range':{'from':%d},'basis':'GROSS'},
       'then':{'type':'discountPercent','percentBp':%d}},
      {'id':'loyal','name':{'ru':'d','en':'d'},'when':{'type':'purchasesSum','window':{'unit':'MONTHS','n':%d},'range':{'from':%d}},
       'then':{'type':'earnPercent','percentBp':%d}},
      {'id':'often','name':{'ru':'e','en':'e'},'when':{'type':'purchasesCount','window':{'unit':'DAYS','n':30},'from':%d},
       'then':{'type':'grantBonus','amount':%d,'life':%s,'once':'%s'}},
      {'id':'first','name':{'ru':'f','en':'f'},'when':{'type':'receiptTotal','range':{'from':%d}},
       'then':{'type':'grantBonus','amount':%d,'life':%s,'once':'ONCE'},'enabled':%s},
      {'id':'few','name':{'ru':'g','en':'g'},'then':{'type':'earnPercent','percentBp':%d},
       'budget':{'usesPerMember':%d,'perMember':%d}},
      {'id':'stamps','name':{'ru':'h','en':'h'},'enabled':%s,
       'then':{'type':'stampCard','counter':'coffee','n':%d,'goods':{'categories':['coffee']}}}],
    'spending':{'minRedemption':%d,'onDiscounted':%s},
    'earning':{'life':%s,'pendingDays':%d,'whenSpending':'%s'},
    'returns':{'mode':'%s'},
    'tierPolicy':{'window':%s,'measure':'%s','receipt':'%s'%s}\
    """
        .formatted(
            r.nextInt(1_000),
            r.nextInt(1_000),
            500 + r.nextInt(5_000),
            r.nextInt(1_500),
            r.nextInt(2_000),
            500 + r.nextInt(8_000),
            50_000 + r.nextInt(200_000),
            40_000 + r.nextInt(60_000),
            r.nextInt(2_000),
            r.nextInt(3_000),
            500 + r.nextInt(9_500),
            200_000 + r.nextInt(400_000),
            20_000 + r.nextInt(60_000),
            r.nextInt(1_500),
            1 + r.nextInt(4),
            30_000 + r.nextInt(100_000),
            r.nextInt(900),
            1 + r.nextInt(4),
            1_000 + r.nextInt(9_000),
            life,
            List.of("EACH_TIME", "PER_DAY", "ONCE").get(r.nextInt(3)),
            10_000 + r.nextInt(40_000),
            5_000 + r.nextInt(9_000),
            life,
            r.nextBoolean(),
            r.nextInt(1_000),
            1 + r.nextInt(4),
            1_000 + r.nextInt(9_000),
            r.nextBoolean(),
            2 + r.nextInt(4),
            r.nextInt(3) * 500,
            r.nextBoolean(),
            life,
            expiring ? r.nextInt(4) : 0,
            List.of("ON_MONEY", "NOTHING").get(r.nextInt(2)),
            List.of("RECOMPUTE", "PROPORTIONAL").get(r.nextInt(2)),
            window,
            measure,
            List.of("TIER_BEFORE", "SAME_RECEIPT").get(r.nextInt(2)),
            recompute
                ? ",'recompute':{'months':"
                    + (1 + r.nextInt(3))
                    + ",'graceMonths':"
                    + r.nextInt(2)
                    + "}"
                : "");
  }

  private static Program parse(String rest) {
    return ProgramJson.parse(ProgramHouse.json(rest)).program();
  }

  /** Something that happens in both worlds. */
  private sealed interface Event {
    record Sale(long member, Instant at, Basket basket, int wish) implements Event {}

    /** Of the sale with this number, counted from 0. */
    record Back(int sale, Map<Integer, Long> quantities, Instant at) implements Event {}
  }

  private static List<Event> events(Random r, int members, int sales, boolean returns) {
    Map<Instant, Event> all = new TreeMap<>();
    long seconds = Duration.between(START, END).toSeconds() - 86_400;
    Map<Instant, Event.Sale> sold = new TreeMap<>();
    for (int i = 0; i < sales; i++) {
      Instant at = START.plusSeconds(r.nextLong(seconds)).plusMillis(i);
      long member = r.nextInt(8) == 0 ? 0 : 1 + r.nextInt(members);
      Event.Sale sale = new Event.Sale(member, at, basket(r), r.nextInt(3));
      sold.put(at, sale);
      all.put(at, sale);
    }
    List<Event.Sale> order = new ArrayList<>(sold.values());
    if (returns) {
      for (int i = 0; i < order.size(); i += 3 + r.nextInt(4)) {
        Event.Sale sale = order.get(i);
        Map<Integer, Long> quantities = new HashMap<>();
        for (Line l : sale.basket.lines()) {
          if (r.nextInt(3) > 0) {
            quantities.put(
                l.lineNo(),
                r.nextBoolean()
                    ? l.quantityMilli()
                    : Math.max(1000, l.quantityMilli() / 2000 * 1000));
          }
        }
        Instant at = sale.at.plusSeconds(60 + r.nextInt(20 * 86_400)).plusNanos(1_000);
        if (!quantities.isEmpty() && at.isBefore(END)) {
          all.put(at, new Event.Back(i, quantities, at));
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static Basket basket(Random r) {
    List<Line> lines = new ArrayList<>();
    int n = 1 + r.nextInt(4);
    for (int i = 1; i <= n; i++) {
      String category = CATEGORIES[r.nextInt(3)];
      long quantity = 1000L * (1 + r.nextInt(3));
      lines.add(
          new Line(
              i,
              category + r.nextInt(5),
              Set.of(category),
              quantity,
              1_000 + r.nextInt(40_000),
              null,
              Set.of()));
    }
    return Basket.of(lines);
  }

  /**
   * Lives through the events.
   *
   * @param wishes what is paid with bonuses by sale; empty = decided here and filled in
   */
  private static void live(MiniShop shop, List<Event> events, List<Long> wishes) {
    boolean decide = wishes.isEmpty();
    List<Long> ids = new ArrayList<>();
    for (Event e : events) {
      switch (e) {
        case Event.Sale s -> {
          Wish wish =
              decide
                  ? s.wish == 0 ? Wish.NONE : s.wish == 1 ? Wish.MAX : Wish.amount(2_500)
                  : wishes.get(ids.size()) == 0 ? Wish.NONE : Wish.amount(wishes.get(ids.size()));
          long before = shop.sums().spent;
          ids.add(shop.sell(s.member, s.at, s.basket, wish));
          if (decide) {
            wishes.add(shop.sums().spent - before);
          }
        }
        case Event.Back b -> shop.giveBack(ids.get(b.sale), b.quantities, b.at);
      }
    }
  }

  private void check(long seed, boolean returns) {
    Random r = new Random(seed);
    boolean expiring = !returns && r.nextBoolean();
    boolean recompute = r.nextBoolean();
    String old = program(r, expiring, recompute);
    String draft = program(r, expiring, r.nextBoolean());
    ProgramHouse.Shop shop = house.shop(old);
    List<Event> events = events(r, 12, 160, returns);
    MiniShop real = new MiniShop(house.database(), shop.id(), parse(old), 1);
    List<Long> wishes = new ArrayList<>();
    live(real, events, wishes);
    String name = "seed " + seed + (returns ? " with returns" : "");
    WhatIfResult same = replay(shop, old);
    assertEquals(0, same.changedReceipts(), name + ": the same program");
    assertEquals(List.of(), same.tiers() == null ? List.of() : same.tiers().moves(), name);
    figures(name + ": as it was", real.sums(), same.before());
    figures(name + ": the same", real.sums(), same.after());
    assertEquals(real.tiers(END), counts(same, true), name + ": tiers as they were");

    MiniShop oracle = new MiniShop(null, shop.id(), parse(draft), 2);
    live(oracle, events, wishes);
    WhatIfResult answer = replay(shop, draft);
    assertEquals(0, answer.refusals().count(), name);
    figures(name + ": before", real.sums(), answer.before());
    figures(name + ": under the draft", oracle.sums(), answer.after());
    assertEquals(oracle.tiers(END), counts(answer, false), name + ": tiers under the draft");
    assertTrue(answer.changedReceipts() > 20, name);
  }

  private static Map<String, Long> counts(WhatIfResult r, boolean before) {
    Map<String, Long> all = new TreeMap<>();
    WhatIfResult.Tiers tiers = r.tiers();
    if (tiers != null) {
      for (WhatIfResult.TierCount t : tiers.items()) {
        long n = before ? t.before() : t.after();
        if (n > 0) {
          all.put(t.tier(), n);
        }
      }
    }
    return all;
  }

  private static void figures(String name, Sums expected, WhatIfResult.Figures found) {
    assertEquals(
        "discount %d, money %d, spent %d, earned %d, granted %d"
            .formatted(
                expected.discount,
                expected.money,
                expected.spent,
                expected.earned + expected.granted,
                expected.granted),
        "discount %d, money %d, spent %d, earned %d, granted %d"
            .formatted(
                found.discount(),
                found.money(),
                found.bonusesSpent(),
                found.bonusesEarned(),
                found.bonusesGranted()),
        name);
  }

  private WhatIfResult replay(ProgramHouse.Shop shop, String program) {
    WhatIfJob job =
        new WhatIfJob(
            shop.id(),
            1,
            null,
            "test",
            ProgramHouse.json(program),
            START,
            END,
            100,
            WhatIfJob.Spending.AS_SPENT,
            10_000,
            "test",
            house.now());
    return new Replay(house.database(), house.programs(), job, 2, house.now()).run();
  }

  @Test
  void aReplayIsWhatTheShopWouldHaveCounted() {
    for (long seed = 1; seed <= 40; seed++) {
      check(seed, false);
    }
  }

  @Test
  void withReturnsToo() {
    for (long seed = 1; seed <= 40; seed++) {
      check(seed, true);
    }
  }
}
