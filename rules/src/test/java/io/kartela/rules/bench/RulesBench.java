package io.kartela.rules.bench;

import io.kartela.rules.Basket;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Examples;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Prepared;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.ReceiptJson;
import io.kartela.rules.Rules;
import io.kartela.rules.Wish;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Prints evaluations per second and core: the 20-rule example program, receipts of 10 lines. */
public final class RulesBench {
  private static final String[] CATEGORIES = {
    "coffee", "croissant", "dessert", "pastry", "beans", "tobacco", "tea", "lunch"
  };
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private RulesBench() {}

  /** Seconds to run as the first argument, 5 by default. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Program program = Examples.program("coffee-shop");
    Prepared plan = Rules.prepare(program);
    Random random = new Random(7);
    List<Basket> baskets = new ArrayList<>();
    List<Facts> facts = new ArrayList<>();
    for (int i = 0; i < 1024; i++) {
      baskets.add(basket(random));
      facts.add(facts(random));
    }
    Instant start = Instant.parse("2026-11-16T06:00:00Z");
    System.out.printf("%d rules, 10 lines%n", program.rules().size());
    for (int round = 0; round < seconds; round++) {
      long began = cpu();
      long n = 0;
      long check = 0;
      while (cpu() - began < 1_000_000_000L) {
        for (int k = 0; k < 1024; k++) {
          Instant at = start.plusSeconds((n * 397) % 604_800);
          Evaluation e =
              plan.evaluate(
                      baskets.get((int) (n & 1023)),
                      facts.get((int) (n & 1023)),
                      Wish.MAX,
                      at,
                      ZONE)
                  .get();
          check += e.earned() + e.money();
          n++;
        }
      }
      double spent = (cpu() - began) / 1e9;
      System.out.printf("%,.0f evaluations/s (check %d)%n", n / spent, check % 1000);
    }
    json(plan, baskets, facts, start);
  }

  @SuppressWarnings("SystemOut")
  private static void json(Prepared plan, List<Basket> baskets, List<Facts> facts, Instant at) {
    for (int round = 0; round < 8; round++) {
      long began = cpu();
      long n = 0;
      long chars = 0;
      while (cpu() - began < 1_000_000_000L) {
        int i = (int) (n++ & 1023);
        Evaluation e = plan.evaluate(baskets.get(i), facts.get(i), Wish.MAX, at, ZONE).get();
        chars += ReceiptJson.compact(e).length();
      }
      double spent = (cpu() - began) / 1e9;
      System.out.printf(
          "%,.0f evaluations/s with the result as JSON, %d characters each%n",
          n / spent, chars / n);
    }
  }

  /** CPU time of this thread: a neighbour's load must not change the figure "per core". */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Basket basket(Random random) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      String category = CATEGORIES[random.nextInt(CATEGORIES.length)];
      lines.add(
          Line.of(
              i,
              category + random.nextInt(20),
              Set.of(category),
              1000L * (1 + random.nextInt(3)),
              5000 + random.nextInt(40_000)));
    }
    return Basket.of(lines).in(random.nextInt(4) == 0 ? "airport" : "centre");
  }

  private static Facts facts(Random random) {
    String[] tiers = {"newcomer", "regular", "vip"};
    long count = random.nextInt(50);
    Facts.Member m =
        Facts.Member.of(tiers[random.nextInt(3)], random.nextInt(500_000))
            .born(LocalDate.of(1990, 1 + random.nextInt(12), 1 + random.nextInt(28)), null)
            .bought(
                count,
                Instant.parse("2026-01-01T10:00:00Z"),
                Instant.parse("2026-11-10T10:00:00Z").plusSeconds(random.nextInt(400_000)));
    return Facts.of(m)
        .withPurchases(
            new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 3), random.nextInt(5_000_000), count)
        .withPurchases(
            new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 6), random.nextInt(5_000_000), count)
        .withPurchases(PurchaseWindow.ALL_TIME, random.nextInt(9_000_000), count)
        .withCounter("coffee", random.nextInt(6));
  }
}
