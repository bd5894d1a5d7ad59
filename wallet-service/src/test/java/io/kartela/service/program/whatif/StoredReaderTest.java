package io.kartela.service.program.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Basket;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReceiptJson;
import io.kartela.rules.Rules;
import io.kartela.rules.Wish;
import io.kartela.service.program.ProgramHouse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredReaderTest {
  private static final String[] ODD = {
    "LATTE", "кофе «с собой»", "a\"b\\c/d", "tab\there", "line\nbreak", "\u0001", "😀", "", "é"
  };

  private static final String TIER = "'tiers':[{'id':'a','name':{'ru':'a','en':'a'},'rank':1}]";

  private final StoredReader reader = new StoredReader();

  private static byte[] document(Receipt r) {
    return ("{\"names\":{\"1\":\"x}]\\\"\"},\"receipt\":" + ReceiptJson.compact(r) + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theFastWayReadsWhatTheGeneralReaderReads() {
    Program program =
        ProgramJson.parse(
                ProgramHouse.json(
                    """
                    'tiers':[{'id':'a','name':{'ru':'a','en':'a'},'rank':1,'earnBp':500},
                      {'id':'b','name':{'ru':'b','en':'b'},'rank':2,'earnBp':900,'upgrades':[{'type':'singlePurchase','from':30000}]}],
                    'rules':[{'id':'t','name':{'ru':'t','en':'t'},'then':{'type':'earnByTier'}},
                      {'id':'g','name':{'ru':'g','en':'g'},'then':{'type':'grantBonus','amount':500,'once':'PER_DAY','life':{'type':'days','days':3}}},
                      {'id':'s','name':{'ru':'s','en':'s'},'then':{'type':'stampCard','counter':'c','n':3}}],
                    'earning':{'life':{'type':'days','days':30},'pendingDays':2}\
                    """))
            .program();
    Random r = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      Receipt receipt = random(r, program);
      StoredReceipt expected = StoredReceipt.of(receipt);
      assertEquals(expected, reader.fast(document(receipt)), "round " + i);
    }
  }

  private static Receipt random(Random r, Program program) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= 1 + r.nextInt(4); i++) {
      Set<String> categories = new java.util.HashSet<>();
      Set<String> flags = new java.util.HashSet<>();
      for (int k = r.nextInt(4); k > 0; k--) {
        categories.add(ODD[r.nextInt(ODD.length)]);
        flags.add(ODD[r.nextInt(ODD.length)]);
      }
      lines.add(
          new Line(
              i,
              ODD[r.nextInt(ODD.length)],
              categories,
              1 + r.nextInt(5_000),
              r.nextInt(50_000),
              r.nextBoolean() ? null : Long.valueOf(r.nextInt(9_000)),
              flags));
    }
    Basket basket =
        new Basket(
            lines,
            r.nextBoolean() ? null : ODD[r.nextInt(ODD.length)],
            r.nextBoolean() ? List.of() : List.of("B", "A", "B"),
            r.nextBoolean() ? Map.of() : Map.of(lines.getFirst().sku(), Set.of("B", ODD[0])));
    Instant at =
        Instant.parse("2026-02-28T23:59:59Z")
            .plusSeconds(r.nextInt(100_000_000))
            .plusNanos(List.of(0, 120_000_000, 7_000, 999_999_999).get(r.nextInt(4)));
    Facts facts = r.nextInt(5) == 0 ? Facts.anonymous() : facts(r, at);
    ZoneId zone = ZoneId.of(r.nextBoolean() ? "Europe/Moscow" : "Asia/Vladivostok");
    Evaluation e = Rules.prepare(program).evaluate(basket, facts, Wish.MAX, at, zone).get();
    return new Receipt(basket, facts, at, zone, e);
  }

  private static Facts facts(Random r, Instant at) {
    Facts.Member m =
        new Facts.Member(
            r.nextBoolean() ? null : "a",
            r.nextInt(9_000),
            r.nextBoolean() ? null : LocalDate.of(2000, 2, 29),
            r.nextBoolean() ? null : at.minusSeconds(5),
            r.nextBoolean() ? null : at.minusSeconds(90_000),
            r.nextBoolean() ? null : at.minusMillis(1),
            r.nextInt(50),
            r.nextBoolean() ? null : "partner",
            r.nextBoolean() ? Set.of() : Set.of("x", "y", ODD[1]));
    return new Facts(
        m,
        r.nextBoolean()
            ? Map.of()
            : Map.of("ALL", new Facts.Purchases(r.nextInt(99_999), r.nextInt(9), r.nextInt(999))),
        r.nextBoolean()
            ? Map.of()
            : Map.of("t", new Facts.Usage(r.nextInt(9), r.nextInt(9), r.nextInt(9))),
        r.nextBoolean() ? Map.of() : Map.of("c", (long) r.nextInt(9)),
        r.nextBoolean() ? Set.of() : Set.of("k", "g:2026-03-01"));
  }

  @Test
  void aNewMemberIsSlowAndNotWrong() {
    Receipt receipt = random(new Random(1), ProgramJson.parse(ProgramHouse.json(TIER)).program());
    String text = new String(document(receipt), StandardCharsets.UTF_8);
    String spaced = text.replace(":{", " :\n { ").replace("],", "] , ");
    assertEquals(
        StoredReceipt.of(receipt),
        reader.read(spaced.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    String more = text.replace("\"basket\":{", "\"basket\":{\"weather\":\"rain\",");
    byte[] bytes = more.getBytes(StandardCharsets.UTF_8);
    assertThrows(JsonCursor.Surprise.class, () -> reader.fast(bytes));
    // The general reader refuses what it does not know, aloud: nothing is left out silently.
    assertTrue(reader.read(bytes).isEmpty());
  }

  @Test
  void brokenDocumentsAreNothing() {
    Receipt receipt = random(new Random(2), ProgramJson.parse(ProgramHouse.json(TIER)).program());
    byte[] whole = document(receipt);
    for (int length = 0; length < whole.length; length += 7) {
      assertTrue(reader.read(java.util.Arrays.copyOf(whole, length)).isEmpty(), "cut at " + length);
    }
    for (String text :
        List.of("{}", "[]", "null", "\"x\"", "{\"receipt\":null}", "{\"receipt\":{}}")) {
      assertTrue(reader.read(text.getBytes(StandardCharsets.UTF_8)).isEmpty(), text);
    }
  }

  @Test
  void instants() {
    for (String s :
        List.of(
            "2026-11-16T06:19:51Z",
            "2026-11-16T06:19:51.1Z",
            "2026-11-16T06:19:51.123456789Z",
            "2024-02-29T00:00:00Z",
            "1969-12-31T23:59:59.999Z")) {
      assertEquals(Instant.parse(s), StoredReader.instant(s));
    }
  }
}
