package io.kartela.service.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Basket;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Rules;
import io.kartela.rules.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each ready program is sound, and gives what a person reckons on paper. */
class TemplatesTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  // A Wednesday in Moscow.
  private static final Instant MORNING = Instant.parse("2026-11-25T06:30:00Z");
  private static final Instant LUNCH = Instant.parse("2026-11-25T10:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-25T17:00:00Z");

  /** Every shop's zone is asked for gaps and overlaps of its clock. */
  private static final List<ZoneId> ZONES =
      List.of(MOSCOW, ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));

  @Test
  void eachIsSoundWithoutAWarningAndSpeaksBothLanguages() {
    List<Templates.View> all = views();
    assertEquals(7, all.size());
    for (Templates.View t : all) {
      Validation v =
          Validation.of(Templates.document(t.id(), MOSCOW).orElseThrow(), ZONES, Map.of());
      assertTrue(v.valid(), t.id() + v.remarks());
      assertEquals(List.of(), v.remarks(), t.id());
      assertFalse(t.name().ru().isBlank() || t.name().en().isBlank(), t.id());
      assertFalse(t.about().ru().isBlank() || t.about().en().isBlank(), t.id());
      assertTrue(t.tiers().size() >= 2 && t.rules().size() >= 2, t.id());
      Program program = program(t.id());
      assertEquals(MOSCOW, program.zone());
      assertNotNull(
          program.earning().life().expiresAt(EVENING, MOSCOW), t.id() + ": bonuses burn some day");
    }
    assertTrue(Templates.document("casino", MOSCOW).isEmpty());
  }

  @SuppressWarnings("unchecked") // what screens are given is a list of anything
  private static List<Templates.View> views() {
    return (List<Templates.View>) Templates.views();
  }

  @Test
  void coffeeShop() {
    Shop shop = new Shop("coffee-shop");
    // 3 % of 300 + 200; twice that in the morning
    shop.receipt("guest", "coffee 300", "cake 200").at(EVENING).gives(0, 0, 500, 15);
    shop.receipt("guest", "coffee 300", "cake 200").at(MORNING).gives(0, 0, 500, 30);
    // five coffees before: the cheaper of these two is the sixth; 3 % of 300
    shop.receipt("guest", "coffee 300", "coffee 250").stamps("coffee", 5).gives(250, 0, 300, 9);
    // 40 % of 500 with bonuses, 5 % of the 300 left
    shop.receipt("regular", "coffee 300", "cake 200").spending(1000).gives(0, 200, 300, 15);
    Evaluation e = shop.receipt("guest", "coffee 300").judged();
    assertEquals(
        Instant.parse("2027-05-24T21:00:00Z"),
        Objects.requireNonNull(e.accrual()).expiresAt()); // 180 days
    assertEquals(10_000, Objects.requireNonNull(program("coffee-shop").signUp()).amount());
  }

  @Test
  void restaurant() {
    Shop shop = new Shop("restaurant");
    // 7 % of the dish; nothing of the wine
    shop.receipt("friend", "dish 2000", "alcohol 1000").gives(0, 0, 3000, 140);
    // 40 % of the dish with bonuses, 7 % of its other 1200
    shop.receipt("friend", "dish 2000", "alcohol 1000").spending(5000).gives(0, 800, 2200, 84);
    // 5 % twice
    shop.receipt("guest", "dish 1000").at(LUNCH).gives(0, 0, 1000, 100);
    // 15 % off the dish, 5 % of its other 1700
    shop.receipt("guest", "dish 2000", "alcohol 1000")
        .born(LocalDate.of(1990, 11, 27))
        .gives(300, 0, 2700, 85);
  }

  @Test
  void clothes() {
    Shop shop = new Shop("clothes");
    // the cheapest of three is the third: 30 % of 2000; 3 % of the 9400 left
    shop.receipt("start", "coat 5000", "shoes 3000", "shirt 2000").gives(600, 0, 9400, 282);
    shop.receipt("style", "coat 10000").gives(0, 0, 10_000, 500);
    shop.receipt("style", "coat 10000 sale").spending(900).gives(0, 0, 10_000, 0);
    // 20 % with bonuses, 3 % of 4000
    shop.receipt("start", "coat 5000").spending(9000).gives(0, 1000, 4000, 120);
    Evaluation e =
        shop.receipt("start", "shoes 3000").born(LocalDate.of(1990, 12, 1)).gives(0, 0, 3000, 90);
    assertEquals(50_000, e.granted());
    assertEquals(
        LocalDate.of(2026, 12, 9),
        Objects.requireNonNull(e.accrual()).activeFrom().atZone(MOSCOW).toLocalDate());
  }

  @Test
  void beauty() {
    Shop shop = new Shop("beauty");
    Instant twentyDaysAgo = EVENING.minusSeconds(20 * 86_400);
    Evaluation back =
        shop.receipt("client", "haircut 2000").last(twentyDaysAgo).gives(0, 0, 2000, 100);
    assertEquals(20_000, back.granted());
    Evaluation small = shop.receipt("client", "nails 1000").last(twentyDaysAgo).judged();
    assertEquals(0, small.granted());
    Evaluation late =
        shop.receipt("client", "haircut 2000").last(EVENING.minusSeconds(36 * 86_400)).judged();
    assertEquals(0, late.granted());
    // 20 % of 2000 with bonuses, 3 % of 1600
    shop.receipt("guest", "haircut 2000").spending(9000).gives(0, 400, 1600, 48);
  }

  @Test
  void pharmacy() {
    Shop shop = new Shop("pharmacy");
    String[] basket = {"pills 1000", "vitamins 400", "prescription 600"};
    // 2 % of 1000 and 5 % of 400
    shop.receipt("member", basket).gives(0, 0, 2000, 40);
    shop.receipt("member", basket).at(MORNING).gives(0, 0, 2000, 80);
    // 20 % of 1400 with bonuses; 2 % of 800 and 5 % of 320
    shop.receipt("member", basket).spending(9000).gives(0, 280, 1720, 32);
  }

  @Test
  void carWash() {
    Shop shop = new Shop("car-wash");
    // the sixth wash is free, which is better than 10 %; 5 % of 200
    shop.receipt("driver", "wash 600", "vacuum 200")
        .stamps("wash", 5)
        .at(LUNCH)
        .gives(600, 0, 200, 10);
    // 10 % of 600; 5 % of 740
    shop.receipt("driver", "wash 600", "vacuum 200").at(LUNCH).gives(60, 0, 740, 37);
    shop.receipt("driver", "wash 600", "vacuum 200").at(EVENING).gives(0, 0, 800, 40);
    shop.receipt("regular", "wash 600").spending(9000).gives(0, 300, 300, 21);
  }

  @Test
  void onlineShop() {
    Shop shop = new Shop("online-shop");
    // 6 % of 6000, delivery apart
    Evaluation first = shop.receipt("start", "phone 6000", "delivery 400").gives(0, 0, 6400, 360);
    assertEquals(30_000, first.granted());
    Instant yesterday = EVENING.minusSeconds(86_400);
    Evaluation next = shop.receipt("start", "phone 2000").last(yesterday).gives(0, 0, 2000, 60);
    assertEquals(0, next.granted());
    // the tier's 7 % are more than 6 %
    shop.receipt("gold", "phone 6000").last(yesterday).gives(0, 0, 6000, 420);
    // 20 % of the goods with bonuses, 3 % of 1600
    shop.receipt("start", "phone 2000", "delivery 400")
        .last(yesterday)
        .spending(9000)
        .gives(0, 400, 2000, 48);
  }

  private static Program program(String template) {
    return Validation.demand(Templates.document(template, MOSCOW).orElseThrow());
  }

  private record Shop(Program program) {
    Shop(String template) {
      this(TemplatesTest.program(template));
    }

    Try receipt(String tier, String... lines) {
      return new Try(program, tier, lines);
    }
  }

  /** One receipt in roubles: lines of a category, an amount and perhaps a flag. */
  private static final class Try {
    private final Program program;
    private final Basket basket;
    private Facts facts;
    private Wish wish = Wish.NONE;
    private Instant at = EVENING;

    Try(Program program, String tier, String... lines) {
      this.program = program;
      List<Line> all = new ArrayList<>();
      for (String line : lines) {
        String[] words = line.split(" ", -1);
        Set<String> flags = words.length > 2 ? Set.of(words[2]) : Set.of();
        all.add(
            new Line(
                all.size() + 1,
                words[0],
                Set.of(words[0]),
                1000,
                Long.parseLong(words[1]) * 100,
                null,
                flags));
      }
      this.basket = Basket.of(all);
      this.facts = Facts.of(Facts.Member.of(tier, 0));
      for (PurchaseWindow window : program.windowsNeeded()) {
        this.facts = facts.withPurchases(window, 0, 0);
      }
    }

    private Try member(Facts.Member member) {
      facts =
          new Facts(member, facts.purchases(), facts.usage(), facts.counters(), facts.usedKeys());
      return this;
    }

    Try at(Instant time) {
      at = time;
      return this;
    }

    Try stamps(String counter, long n) {
      facts = facts.withCounter(counter, n);
      return this;
    }

    Try spending(long available) {
      wish = Wish.MAX;
      return member(
          Facts.Member.of(Objects.requireNonNull(facts.member()).tier(), available * 100));
    }

    Try born(LocalDate date) {
      return member(Objects.requireNonNull(facts.member()).born(date, null));
    }

    Try last(Instant time) {
      return member(Objects.requireNonNull(facts.member()).bought(1, time, time));
    }

    Evaluation judged() {
      return Rules.evaluate(program, basket, facts, wish, at, MOSCOW).get();
    }

    Evaluation gives(long discount, long bonus, long money, long earned) {
      Evaluation e = judged();
      assertEquals(
          List.of(discount * 100, bonus * 100, money * 100, earned * 100),
          List.of(e.discount(), e.bonusPaid(), e.money(), e.earned()),
          () -> e.trace().toString());
      return e;
    }
  }
}
