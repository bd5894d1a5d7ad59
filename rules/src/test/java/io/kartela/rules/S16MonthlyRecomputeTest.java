package io.kartela.rules;

import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class S16MonthlyRecomputeTest {
  static Program policy(String more) {
    return program(
        "'tiers':[{'id':'bronze','name':{'ru':'Бронза','en':'Bronze'},'rank':1},"
            + "{'id':'silver','name':{'ru':'Серебро','en':'Silver'},'rank':2,'upgrades':[{'type':'windowPurchases','from':1000000}]},"
            + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':3,'upgrades':[{'type':'windowPurchases','from':3000000}]},"
            + "{'id':'friend','name':{'ru':'Друг','en':'Friend'},'rank':4}],"
            + "'tierPolicy':{'recompute':{'months':3"
            + more
            + "}}");
  }

  static final Tiers.State GOLD = new Tiers.State("gold", null, null);

  static Tiers.State run(Program p, Tiers.State before, String first, String sum) {
    return Tiers.recompute(
        p, before, LocalDate.parse(first), new Tiers.History(rub(sum), rub("100000"), 0));
  }

  static List<String> year(Program p) {
    Tiers.State nov = run(p, GOLD, "2026-11-01", "29000");
    Tiers.State dec = run(p, nov, "2026-12-01", "20000");
    Tiers.State jan = run(p, dec, "2027-01-01", "11000");
    Tiers.State feb = run(p, jan, "2027-02-01", "3000");
    return List.of(nov.tier(), dec.tier(), jan.tier(), feb.tier());
  }

  @Test
  void fallsToWhatIsEarned() {
    assertEquals(List.of("silver", "silver", "silver", "bronze"), year(policy("")));
  }

  @Test
  void graceKeepsGoldUntilDecember() {
    Program p = policy(",'graceMonths':1");
    Tiers.State nov = run(p, GOLD, "2026-11-01", "29000");
    assertEquals(LocalDate.of(2026, 12, 1), nov.graceUntil());
    assertEquals(List.of("gold", "silver", "silver", "silver"), year(p));
  }

  @Test
  void lateReceiptRestores() {
    assertEquals("gold", run(policy(""), GOLD, "2026-11-01", "30500").tier());
  }

  @Test
  void twiceChangesNothing() {
    for (String more : List.of("", ",'graceMonths':1", ",'downgrade':'ONE_STEP'")) {
      Program p = policy(more);
      Tiers.State once = run(p, GOLD, "2026-11-01", "0");
      assertEquals(once, run(p, once, "2026-11-01", "0"), more);
    }
  }

  @Test
  void oneStepAMonth() {
    Program p = policy(",'downgrade':'ONE_STEP'");
    Tiers.State nov = run(p, GOLD, "2026-11-01", "0");
    assertEquals("silver", nov.tier());
    assertEquals("bronze", run(p, nov, "2026-12-01", "0").tier());
  }

  @Test
  void tierGivenByHandStays() {
    Tiers.State friend = new Tiers.State("friend", null, null);
    assertEquals("friend", run(policy(""), friend, "2026-11-01", "0").tier());
  }

  @Test
  void risesAndEndsGrace() {
    Program p = policy(",'graceMonths':2");
    Tiers.State nov = run(p, GOLD, "2026-11-01", "0");
    Tiers.State dec = run(p, nov, "2026-12-01", "30000");
    assertEquals(new Tiers.State("gold", null, LocalDate.of(2026, 12, 1)), dec);
    assertEquals(
        "gold", run(p, new Tiers.State("bronze", null, null), "2026-11-01", "30000").tier());
  }

  @Test
  void daysAndMonthsAreTheProgramsZone() {
    Program p = policy("");
    assertEquals(
        LocalDate.of(2026, 11, 1), Tiers.recomputeDay(p, Instant.parse("2026-10-31T21:00:00Z")));
    assertEquals(
        new PurchaseWindow.Range(
            Instant.parse("2026-07-31T21:00:00Z"), Instant.parse("2026-10-31T21:00:00Z")),
        Tiers.recomputeRange(p, LocalDate.of(2026, 11, 1)));
  }
}
