package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.OfflineReceiptsTest.item;
import static io.kartela.service.OfflineReceiptsTest.upload;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Promo codes from the cabinet to the till and back, through HTTP. */
class PromoCodesTest extends WithShops {
  private static final String SETS = "/api/v1/promo-codes";

  /** A shop whose set takes 10 % off and gives 200 bonuses to members. */
  private final class Shop {
    final Scene scene;
    final Api owner;
    final Api till;
    final String set;
    private final String rules;

    Shop(String slug, Map<String, Object> terms) {
      this.scene = scene(slug, "");
      this.owner = scene.shop.owner();
      this.till = scene.till;
      this.set = create(owner, terms).path("id").asString();
      String with = "'when':{'type':'withCode','sets':['" + set + "']},";
      this.rules =
          rule("earn", "'then':{'type':'earnPercent','percentBp':500}")
              + ","
              + rule(
                  "off",
                  with
                      + "'audience':'EVERYBODY','then':{'type':'discountPercent','percentBp':1000,"
                      + "'goods':{'categories':['goods']}}")
              + ","
              + rule("gift", with + "'then':{'type':'grantBonus','amount':20000}");
      scene.shop.publish("'rules':[" + rules + "]", clock);
    }

    List<String> codes() {
      return made(owner, set);
    }

    JsonNode view() {
      return owner.get(SETS + "/" + set).expect(200);
    }

    void figures(long used, String revenue, String discount, String granted) {
      JsonNode figures = view().path("figures");
      assertEquals(used, figures.path("used").asLong(), figures::toString);
      assertAmounts(figures, "revenue discount granted", revenue, discount, granted);
    }

    String refusal(Api at, Bill bill) {
      JsonNode code = at.post("/api/v1/quotes", bill.json()).expect(200).at("/codes/0");
      return code.path("honoured").asBoolean() ? "" : code.path("refusal").asString();
    }

    String refusal(Bill bill) {
      return refusal(till, bill);
    }
  }

  private static JsonNode create(Api owner, Map<String, Object> terms) {
    Map<String, Object> body = new TreeMap<>(terms);
    body.put("name", Map.of("ru", "Осень", "en", "Autumn"));
    if (!body.containsKey("codes")) {
      body.putIfAbsent("prefix", "AUTUMN");
      body.putIfAbsent("symbols", 8);
      body.putIfAbsent("count", 20);
    }
    return owner.post(SETS, body).expect(201);
  }

  /** The codes of a set, once they are all made. */
  private static List<String> made(Api owner, String set) {
    Eventually.until(() -> owner.get(SETS + "/" + set).expect(200).path("making").asLong() == 0);
    String csv = owner.get(SETS + "/" + set + "/export?lang=en").expectStatus(200).text();
    return csv.lines().skip(1).map(line -> line.split("[,;]", -1)[0].replace("\"", "")).toList();
  }

  @Test
  void aCodeIsReservedUsedAndGivenBackByTheReturn() {
    Shop s = new Shop("promo-life", Map.of("usesPerCode", 1));
    List<String> codes = s.codes();
    assertEquals(20, codes.size());
    assertTrue(
        codes.stream().allMatch(c -> c.matches("AUTUMN-[2-9A-HJKMNP-Z]{9}")), codes::toString);
    String member = s.scene.shop.member();
    String code = codes.getFirst();
    Bill bill = Bill.of("1000", "500").by(member).showing(code.toLowerCase(java.util.Locale.ROOT));
    JsonNode quote = s.scene.quote(bill);
    assertAmounts(quote, "discount toPay earned", "150", "1350", "267");
    assertEquals("Autumn", quote.at("/codes/0/name/en").asString());
    // Another till sees that it is taken, before anything is booked.
    Api other = s.scene.shop.registerIn("Europe/Moscow");
    assertEquals("PROMO_AT_ANOTHER_TILL", s.refusal(other, bill));
    assertEquals(
        "PROMO_AT_ANOTHER_TILL",
        other.post("/api/v1/receipts", bill.json()).expect(409).path("code").asString());
    JsonNode receipt = s.scene.buy(bill);
    assertAmounts(receipt, "discount toPay earned", "150", "1350", "267");
    s.figures(1, "1350", "150", "200");
    assertEquals("PROMO_USED", s.refusal(bill));
    assertEquals(
        "PROMO_USED",
        s.till.post("/api/v1/receipts", bill.json()).expect(409).path("code").asString());
    s.scene.giveBack(receipt, 2, 1).expect(201);
    s.figures(1, "900", "100", "200");
    assertEquals("PROMO_USED", s.refusal(bill));
    s.scene.giveAllBack(receipt);
    s.figures(0, "0", "0", "0");
    assertEquals("", s.refusal(bill));
    JsonNode uses = s.owner.get(SETS + "/" + s.set + "/uses").expect(200).path("items");
    assertEquals(1, uses.size());
    assertTrue(uses.at("/0/givenBack").asBoolean());
  }

  @Test
  void aSetMayKeepItsCodesUsed() {
    Shop s = new Shop("promo-kept", Map.of("usesPerCode", 1, "giveBack", false));
    Bill bill = Bill.of("100").by(s.scene.shop.member()).showing(s.codes().get(3));
    s.scene.giveAllBack(s.scene.buy(bill));
    assertEquals("PROMO_USED", s.refusal(bill));
    s.figures(1, "0", "0", "0");
  }

  @Test
  void theTillIsToldWhyNot() {
    clock.set("2026-11-21T22:00:00+03:00");
    Shop s =
        new Shop(
            "promo-why",
            Map.of(
                "firstDay",
                "2026-11-22",
                "lastDay",
                "2026-11-23",
                "firstPurchase",
                true,
                "usesPerMember",
                2));
    String member = s.scene.shop.member();
    List<String> codes = s.codes();
    String code = codes.getFirst();
    Bill bill = Bill.of("100").by(member).showing(code);
    assertEquals("PROMO_NOT_YET", s.refusal(bill));
    clock.set("2026-11-22T00:00:00+03:00");
    assertEquals("", s.refusal(bill));
    assertEquals("PROMO_NEEDS_CARD", s.refusal(Bill.of("100").showing(code)));
    JsonNode two = s.scene.quote(Bill.of("100").by(member).showing(code, codes.get(1)));
    assertTrue(two.at("/codes/0/honoured").asBoolean(), two::toString);
    assertEquals("PROMO_TWICE", two.at("/codes/1/refusal").asString());
    String slip = code.substring(0, code.length() - 1) + (code.endsWith("2") ? "3" : "2");
    assertEquals("PROMO_MISTYPED", s.refusal(Bill.of("100").by(member).showing(slip)));
    assertEquals("PROMO_UNKNOWN", s.refusal(Bill.of("100").by(member).showing("SUMMER")));
    s.scene.buy(bill);
    assertEquals("PROMO_FIRST_PURCHASE_ONLY", s.refusal(bill));
    Api later = s.scene.shop.ownerAgain();
    later.put(SETS + "/" + s.set + "/state", Map.of("stopped", true)).expect(200);
    assertEquals(
        "PROMO_STOPPED", s.refusal(Bill.of("100").by(s.scene.shop.member()).showing(code)));
    later.put(SETS + "/" + s.set + "/state", Map.of("stopped", false)).expect(200);
    clock.set("2026-11-24T00:00:00+03:00");
    assertEquals("PROMO_OVER", s.refusal(Bill.of("100").by(s.scene.shop.member()).showing(code)));
  }

  @Test
  void aCodeWithNothingForItIsNotUsedUp() {
    Shop s = new Shop("promo-nothing", Map.of("usesPerCode", 1));
    String code = s.codes().getFirst();
    Bill bill = Bill.of().line("tobacco", 1, "100").showing(code);
    assertEquals("PROMO_NOTHING_FOR_IT", s.refusal(bill));
    JsonNode receipt = s.scene.buy(bill);
    assertEquals("PROMO_NOTHING_FOR_IT", receipt.at("/codes/0/refusal").asString());
    s.figures(0, "0", "0", "0");
    // Whoever has no card may use it, too; a return of nobody's receipt gives it back.
    JsonNode sold = s.scene.buy(Bill.of("99.99").showing(code));
    assertAmounts(sold, "discount toPay", "9.99", "90");
    s.figures(1, "90", "9.99", "0");
    s.scene.giveAllBack(sold);
    s.figures(0, "0", "0", "0");
  }

  @Test
  void ofManyTillsAtOnceOneWins() throws Exception {
    Shop s = new Shop("promo-race", Map.of("usesPerCode", 1, "usesInAll", 3));
    List<String> codes = s.codes();
    List<Api> tills = new ArrayList<>();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tills.add(s.scene.shop.registerIn("Europe/Moscow"));
      members.add(s.scene.shop.member());
    }
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService at = Executors.newFixedThreadPool(16)) {
      for (int round = 0; round < 4; round++) {
        String code = codes.get(round);
        for (int i = 0; i < 4; i++) {
          Api till = tills.get(i);
          Bill bill = Bill.of("100").by(members.get(i)).showing(code);
          answers.add(at.submit(() -> till.post("/api/v1/receipts", bill.json()).status()));
        }
      }
    }
    long booked = 0;
    for (Future<Integer> answer : answers) {
      assertTrue(List.of(201, 409).contains(answer.get()), () -> "status");
      booked += answer.get() == 201 ? 1 : 0;
    }
    assertEquals(3, booked, "four codes, of which three in all");
    s.figures(3, "270", "30", "600");
    assertEquals(
        "PROMO_ALL_GONE", s.refusal(Bill.of("1").by(members.get(0)).showing(codes.get(9))));
  }

  @Test
  void theLimitOfAMemberHoldsAfterAMergeAndForTheFirstKey() {
    Shop s = new Shop("promo-member", Map.of("usesPerMember", 1));
    String code = s.codes().getFirst();
    String first = s.scene.shop.member();
    String second = s.scene.shop.member();
    Bill bill = Bill.of("100").by(first).showing(code);
    Api once = s.till.once("the-same");
    String answer = once.post("/api/v1/receipts", bill.json()).expectStatus(201).text();
    assertEquals(answer, once.post("/api/v1/receipts", bill.json()).expectStatus(201).text());
    assertEquals("PROMO_MEMBER_LIMIT", s.refusal(bill));
    assertEquals("", s.refusal(Bill.of("100").by(second).showing(code)));
    s.owner
        .post(
            "/api/v1/members/" + second + "/merges",
            Map.of("memberId", first, "reason", "one person"))
        .expect(201);
    assertEquals("PROMO_MEMBER_LIMIT", s.refusal(Bill.of("100").by(second).showing(code)));
  }

  @Test
  void guessingIsNotListenedToAndSlipsAreForgiven() {
    Shop s = new Shop("promo-guess", Map.of("count", 3));
    String code = s.codes().getFirst();
    String end = code.substring(code.length() - 1);
    for (int i = 0; i < 40; i++) {
      String slip = code.substring(0, code.length() - 1) + (end.equals("2") ? "3" : "2");
      assertEquals("PROMO_MISTYPED", s.refusal(Bill.of("100").showing(slip)));
    }
    // A till asks again on every change of the sale: that is one guess.
    for (int i = 0; i < 40; i++) {
      assertEquals("PROMO_UNKNOWN", s.refusal(Bill.of("100").showing("WINTER1")));
    }
    for (int i = 2; i <= 20; i++) {
      assertEquals("PROMO_UNKNOWN", s.refusal(Bill.of("100").showing("WINTER" + i)));
    }
    assertEquals("PROMO_GUESSING", s.refusal(Bill.of("100").showing("WINTER21")));
    assertEquals(
        "PROMO_GUESSING", s.refusal(Bill.of("100").showing(code)), "a right one tells nothing");
    s.till.post("/api/v1/receipts", Bill.of("100").showing(code).json()).expectStatus(429);
    s.scene.buy(Bill.of("100"));
    // Another till of the same address goes on until there are sixty; then the hour is over.
    Api other = s.scene.shop.registerIn("Europe/Moscow");
    assertEquals("", s.refusal(other, Bill.of("100").showing(code)));
    clock.plus(Duration.ofMinutes(61));
    assertEquals("", s.refusal(Bill.of("100").showing(code)));
    // Commits are counted, too, although they are rolled back.
    for (int i = 1; i <= 20; i++) {
      s.till
          .post("/api/v1/receipts", Bill.of("100").showing("SPRING" + i).json())
          .expectStatus(422);
    }
    s.till.post("/api/v1/receipts", Bill.of("100").showing("SPRING21").json()).expectStatus(429);
  }

  @Test
  void whatWasSoldWithoutNetworkIsBookedAndTheCodeIsTold() {
    Shop s = new Shop("promo-offline", Map.of("usesPerCode", 1));
    String member = s.scene.shop.member();
    String code = s.codes().getFirst();
    Instant at = clock.instant();
    s.scene.buy(Bill.of("100").by(s.scene.shop.member()).showing(code));
    clock.plus(Duration.ofMinutes(5));
    Map<String, Object> item = item("late", at, Bill.of("1000").by(member).showing(code));
    item.put("paid", rub("900"));
    JsonNode result = upload(s.till, item).at("/results/0");
    assertEquals("BOOKED_PARTLY", result.path("status").asString(), result::toString);
    assertAmounts(result.path("receipt"), "discount toPay paid", "0", "1000", "900");
    assertTrue(result.path("notHonoured").toString().contains("PROMO_USED"), result::toString);
    Map<String, Object> good =
        item("good", clock.instant(), Bill.of("1000").by(member).showing(s.codes().get(1)));
    assertEquals("BOOKED", upload(s.till, good).at("/results/0/status").asString());
  }

  @Test
  void codesOfTheShopsOwnAreBroughtByFormAndByFile() {
    Scene scene = scene("promo-listed", "");
    Api owner = scene.shop.owner();
    String set = create(owner, Map.of("codes", List.of("ЛЕТО", "Sale-20"))).path("id").asString();
    scene.shop.publish(
        "'rules':["
            + rule(
                "off",
                "'when':{'type':'withCode','sets':['"
                    + set
                    + "']},'audience':'EVERYBODY','then':{'type':'discountFixed','amount':5000}")
            + "]",
        clock);
    assertAmounts(scene.quote(Bill.of("200").showing("sale 20")), "discount", "50");
    // Cyrillic letters that look like Latin ones are the same to whoever types.
    assertAmounts(scene.quote(Bill.of("200").showing("лETO")), "discount", "50");
    Answer taken =
        owner.post(SETS, Map.of("name", Map.of("ru", "Ещё"), "codes", List.of("SALE20")));
    assertEquals("TAKEN", taken.expect(422).at("/errors/0/code").asString());
    byte[] file =
        "code\nPARTNER-1\nPARTNER-2\npartner1\n!!\nSale20\n".getBytes(StandardCharsets.UTF_8);
    JsonNode brought =
        owner
            .with("Content-Type", "application/octet-stream")
            .send("POST", SETS + "/" + set + "/file", file)
            .expect(200);
    assertEquals(3, brought.path("wrongRows").asInt(), brought::toString);
    assertEquals(4, brought.at("/wrong/0/row").asInt());
    assertAmounts(scene.quote(Bill.of("200").showing("PROMO:PARTNER-2")), "discount", "50");
    assertTrue(made(owner, set).contains("PARTNER-2"));
    owner.delete(SETS + "/" + set).expectStatus(409);
  }

  @Test
  void aSheetIsPrintedAndTermsAreChanged() throws Exception {
    Shop s = new Shop("promo-sheet", Map.of("usesPerCode", 1, "lastDay", "2099-12-31"));
    List<String> codes = s.codes();
    try (var pdf =
        Loader.loadPDF(
            s.owner
                .get("/api/v1/print/promo-codes/" + s.set + "?lang=ru")
                .expectStatus(200)
                .bytes())) {
      assertEquals(1, pdf.getNumberOfPages());
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(codes.stream().allMatch(text::contains), text);
      assertTrue(text.contains("31.12.2099"), text);
    }
    JsonNode was = s.view();
    assertEquals("off", was.at("/rules/0/id").asString());
    Map<String, Object> body =
        Map.of("name", Map.of("ru", "Зима"), "usesInAll", 1, "usesPerCode", 1);
    Api right = s.owner.with("If-Match", "\"" + was.path("revision") + "\"");
    JsonNode now = right.put(SETS + "/" + s.set, body).expect(200);
    assertEquals(1, now.path("usesInAll").asInt());
    right.put(SETS + "/" + s.set, body).expectStatus(409);
    s.scene.buy(Bill.of("100").showing(codes.getFirst()));
    assertEquals("PROMO_ALL_GONE", s.refusal(Bill.of("100").showing(codes.getLast())));
    JsonNode more =
        s.owner
            .with("If-Match", "\"" + now.path("revision") + "\"")
            .post(SETS + "/" + s.set + "/codes", Map.of("count", 5))
            .expect(202);
    assertNotEquals(now.path("revision"), more.path("revision"));
    assertEquals(25, s.codes().size());
    String unused = create(s.owner, Map.of()).path("id").asString();
    s.owner.delete(SETS + "/" + unused).expectStatus(204);
    s.owner.get(SETS + "/" + unused).expectStatus(404);
    Map<String, Object> weak = Map.of("name", Map.of("ru", "Коротко"), "symbols", 4, "count", 1000);
    assertEquals("TOO_SHORT", s.owner.post(SETS, weak).expect(422).at("/errors/0/code").asString());
  }

  /** One receipt of the walk, as a child would keep it: what is left of each line. */
  private static final class Kept {
    final JsonNode receipt;
    final String code;
    final Map<Integer, Long> left = new TreeMap<>();

    Kept(JsonNode receipt, String code, List<Long> lines) {
      this.receipt = receipt;
      this.code = code;
      for (int i = 0; i < lines.size(); i++) {
        left.put(i + 1, lines.get(i));
      }
    }

    boolean isOpen() {
      return !left.isEmpty();
    }

    long discount() {
      return left.values().stream().mapToLong(price -> price / 10).sum();
    }

    long paid() {
      return left.values().stream().mapToLong(price -> price - price / 10).sum();
    }
  }

  @Test
  void aWalkAtRandomAddsUpToTheKopeck() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    Shop s = new Shop("promo-walk", Map.of("count", 4, "usesPerCode", 2, "usesInAll", 6));
    List<String> codes = s.codes();
    List<String> members = List.of(s.scene.shop.member(), s.scene.shop.member());
    List<Kept> all = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      String at = "seed " + seed + ", step " + step;
      List<Kept> open = all.stream().filter(Kept::isOpen).toList();
      if (open.isEmpty() || random.nextInt(5) < 3) {
        buy(s, random, codes.get(random.nextInt(4)), members.get(random.nextInt(2)), all, at);
      } else {
        Kept one = open.get(random.nextInt(open.size()));
        int line = random.nextBoolean() ? one.left.keySet().iterator().next() : 0;
        if (line == 0) {
          s.scene.giveAllBack(one.receipt);
          one.left.clear();
        } else {
          s.scene.giveBack(one.receipt, line, 1).expect(201);
          one.left.remove(line);
        }
      }
      JsonNode figures = s.view().path("figures");
      List<Long> expected =
          List.of(
              all.stream().filter(Kept::isOpen).count(),
              all.stream().mapToLong(Kept::paid).sum(),
              all.stream().mapToLong(Kept::discount).sum(),
              20_000 * all.stream().filter(Kept::isOpen).count());
      List<Long> told =
          List.of(
              figures.path("used").asLong(),
              figures.path("revenue").asLong(),
              figures.path("discount").asLong(),
              figures.path("granted").asLong());
      assertEquals(expected, told, at);
    }
  }

  private static void buy(
      Shop s, SplittableRandom random, String code, String member, List<Kept> all, String at) {
    long ofCode = all.stream().filter(one -> one.isOpen() && one.code.equals(code)).count();
    long inAll = all.stream().filter(Kept::isOpen).count();
    List<Long> lines = new ArrayList<>();
    Bill bill = Bill.of().by(member).showing(code);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      long price = 10L + random.nextInt(100_000);
      lines.add(price);
      bill.line("goods", 1, java.math.BigDecimal.valueOf(price, 2).toPlainString());
    }
    Answer answer = s.till.post("/api/v1/receipts", bill.json());
    String expected = ofCode >= 2 ? "PROMO_USED" : inAll >= 6 ? "PROMO_ALL_GONE" : "";
    if (expected.isEmpty()) {
      all.add(new Kept(answer.expect(201), code, lines));
    } else {
      assertEquals(expected, answer.expect(409).path("code").asString(), at);
    }
  }
}
