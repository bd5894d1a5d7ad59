package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.OfflineReceiptsTest.item;
import static io.kartela.service.OfflineReceiptsTest.upload;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gift certificates from the cabinet to the till and back, through HTTP. */
class CertificatesTest extends WithShops {
  private static final String TILL = "/api/v1/register/certificates";
  private static final String ALL = "/api/v1/certificates";

  /** A shop that gives 10 % in bonuses for money and takes bonuses for the half of a receipt. */
  private final class Shop {
    final Scene scene;
    final Api owner;
    final Api till;
    final String bought;
    final String gifted;

    Shop(String slug) {
      this.scene =
          scene(slug, "'spending':{'enabled':true,'maxBp':5000},'rules':[" + earn(1000) + "]");
      this.owner = scene.shop.owner();
      this.till = scene.till;
      this.bought = kind(owner, Map.of("origin", "BOUGHT", "least", 100, "most", rub("100000")));
      this.gifted =
          kind(owner, Map.of("origin", "GIFTED", "amounts", List.of(rub("500")), "days", 10));
    }

    JsonNode sell(String amount) {
      return till.post(TILL, Map.of("kindId", bought, "amount", rub(amount))).expect(201);
    }

    JsonNode give() {
      return owner.post(ALL, Map.of("kindId", gifted, "amount", rub("500"))).expect(201);
    }

    String code(String amount) {
      return sell(amount).path("code").asString();
    }

    JsonNode check(String code) {
      return till.post(TILL + "/check", Map.of("code", code)).expect(200);
    }

    void rest(String expected, String code) {
      assertAmounts(check(code), "rest", expected);
    }

    String refusal(Bill bill) {
      JsonNode one = till.post("/api/v1/quotes", bill.json()).expect(200).at("/certificates/0");
      return one.path("honoured").asBoolean() ? "" : one.path("refusal").asString();
    }

    JsonNode report() {
      return owner.get("/api/v1/reports/certificates").expect(200);
    }

    long sql(String sql) {
      try (Connection c = kartela.admin().getConnection();
          Statement s = c.createStatement();
          ResultSet r = s.executeQuery(sql.formatted(scene.shop.id()))) {
        assertTrue(r.next());
        return r.getLong(1);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String kind(Api owner, Map<String, Object> terms) {
    Map<String, Object> body = new TreeMap<>(terms);
    body.put("name", Map.of("ru", "Подарочный", "en", "Gift"));
    return owner.post("/api/v1/certificate-kinds", body).expect(201).path("id").asString();
  }

  private static String refused(Answer answer) {
    return answer.json().path("code").asString();
  }

  @Test
  void aBoughtOneIsTheBuyersMoney() {
    Shop s = new Shop("cert-life");
    JsonNode sold = s.sell("1000");
    String code = sold.path("code").asString();
    assertTrue(code.matches("([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{5}"), code);
    assertTrue(sold.path("fiscal").toString().contains("\"tag\":1214,\"value\":3"));
    // An advance is no purchase: no receipt, no bonuses, no revenue.
    assertEquals(0, s.sql("SELECT count(*) FROM kartela.receipt WHERE merchant_id = %d"));
    String member = s.scene.shop.member();
    Bill bill = Bill.of("300", "400").by(member).paying(code.toLowerCase(java.util.Locale.ROOT));
    JsonNode quote = s.scene.quote(bill);
    assertAmounts(quote, "gross toPay byCertificates earned", "700", "0", "700", "70");
    s.rest("1000", code);
    JsonNode receipt = s.scene.buy(bill);
    assertAmounts(receipt, "toPay paid byCertificates earned", "0", "0", "700", "70");
    assertTrue(receipt.path("fiscal").toString().contains("\"tag\":1215,\"value\":70000"));
    assertFalse(receipt.toString().contains(code), "no answer that is kept tells the code");
    s.rest("300", code);
    assertEquals(
        70_000, s.sql("SELECT sum(net) FROM kartela.receipt WHERE merchant_id = %d"), "revenue");
    // What it does not hold is paid with money.
    JsonNode second = s.scene.buy(Bill.of("1000").by(member).paying(code));
    assertAmounts(second, "toPay paid byCertificates earned", "700", "700", "300", "100");
    assertEquals("CERTIFICATE_EMPTY", s.refusal(Bill.of("10").paying(code)));
    JsonNode topped =
        s.till.post(TILL + "/top-ups", Map.of("code", code, "amount", rub("50"))).expect(201);
    assertAmounts(topped, "rest", "50");
    JsonNode refunded = s.till.post(TILL + "/refunds", Map.of("code", code)).expect(201);
    assertAmounts(refunded, "rest amount", "0", "50");
    assertTrue(refunded.path("fiscal").toString().contains("\"tag\":1054,\"value\":2"));
    assertEquals(
        "CERTIFICATE_EMPTY", refused(s.till.post(TILL + "/refunds", Map.of("code", code))));
    // Years change nothing: it never burns (LAW §5).
    String old = s.code("200");
    clock.plus(Duration.ofDays(3_000));
    s.rest("200", old);
    s.owner.put("/api/v1/certificate-kinds/" + s.bought + "/state", Map.of("stopped", true));
    Api owner = s.scene.shop.ownerAgain();
    JsonNode one = owner.get(ALL + "/" + sold.path("id").asString()).expect(200);
    assertEquals(
        List.of(
            "REFUND -5000 0",
            "TOP_UP 5000 5000",
            "SPEND -30000 0",
            "SPEND -70000 30000",
            "ISSUE 100000 100000"),
        moves(one));
  }

  private static List<String> moves(JsonNode certificate) {
    List<String> moves = new ArrayList<>();
    for (JsonNode m : certificate.path("moves")) {
      moves.add(
          m.path("kind").asString()
              + " "
              + m.path("amount").asLong()
              + " "
              + m.path("rest").asLong());
    }
    return moves;
  }

  @Test
  void aGiftIsNobodysMoneyEndsAndIsNotPaidOut() {
    Shop s = new Shop("cert-gift");
    JsonNode given = s.give();
    String code = given.path("code").asString();
    String member = s.scene.shop.member();
    JsonNode receipt = s.scene.buy(Bill.of("800").by(member).payingPart(code, "300"));
    assertAmounts(
        receipt, "gross toPay paid byCertificates earned", "800", "500", "500", "300", "50");
    assertTrue(receipt.path("fiscal").isMissingNode(), "a present is no advance");
    assertEquals(50_000, s.sql("SELECT sum(net) FROM kartela.receipt WHERE merchant_id = %d"));
    assertEquals(
        "CERTIFICATE_GIFT_NOT_PAID_OUT",
        refused(s.till.post(TILL + "/refunds", Map.of("code", code))));
    assertEquals(
        "CERTIFICATE_GIFT_NOT_SOLD",
        refused(s.till.post(TILL, Map.of("kindId", s.gifted, "amount", rub("500")))));
    assertAmounts(s.report().path("gifted"), "sold spent owed ended", "500", "300", "200", "0");
    assertAmounts(s.report().path("bought"), "sold spent owed ended", "0", "0", "0", "0");
    clock.plus(Duration.ofDays(11));
    assertEquals("CERTIFICATE_ENDED", s.refusal(Bill.of("10").paying(code)));
    Api owner = s.scene.shop.ownerAgain();
    JsonNode later = owner.get("/api/v1/reports/certificates?from=2020-01-01").expect(200);
    assertAmounts(later.path("gifted"), "sold spent owed ended", "500", "300", "0", "200");
  }

  @Test
  void ofAKindThatIsBoughtNoneEnds() {
    Shop s = new Shop("cert-law");
    JsonNode no =
        s.owner
            .post(
                "/api/v1/certificate-kinds",
                Map.of(
                    "name",
                    Map.of("ru", "Сгорает"),
                    "origin",
                    "BOUGHT",
                    "amounts",
                    List.of(100),
                    "days",
                    180))
            .expect(422);
    assertTrue(no.toString().contains("BOUGHT_NEVER_ENDS"), no::toString);
  }

  @Test
  void discountsThenCertificatesThenBonuses() {
    Shop s = new Shop("cert-order");
    String member = s.scene.shop.member();
    Scene.credit(s.owner, member, "1000", "");
    String bought = s.code("400");
    String given = s.give().path("code").asString();
    // 1,200: the present pays 500, the bought one 400, bonuses what is left and not half of it all.
    Bill bill = Bill.of("1200").by(member).spendingMost().paying(bought, given);
    JsonNode quote = s.scene.quote(bill);
    assertAmounts(quote, "byCertificates spent toPay earned", "900", "300", "0", "40");
    JsonNode receipt = s.scene.buy(bill);
    assertAmounts(receipt, "byCertificates spent toPay paid", "900", "300", "0", "0");
    Answer much =
        s.till.post(
            "/api/v1/receipts",
            Bill.of("100").by(member).spending("50").paying(s.code("70")).json());
    assertEquals("SPEND_TOO_MUCH", refused(much));
  }

  @Test
  void aTillThatCountedWithMoreIsToldAndNothingIsBooked() {
    Shop s = new Shop("cert-counted");
    String code = s.code("100");
    assertEquals(
        "CERTIFICATE_OTHERWISE",
        refused(s.till.post("/api/v1/receipts", Bill.of("500").payingPart(code, "200").json())));
    assertEquals(
        "CERTIFICATE_TWICE",
        s.till
            .post("/api/v1/quotes", Bill.of("500").paying(code, code).json())
            .expect(200)
            .at("/certificates/1/refusal")
            .asString());
    s.rest("100", code);
  }

  @Test
  void returnsPutBackExactlyInAnyParts() {
    Shop s = new Shop("cert-returns");
    String member = s.scene.shop.member();
    String first = s.code("333.33");
    String second = s.code("100.01");
    String given = s.give().path("code").asString();
    JsonNode receipt =
        s.scene.buy(
            Bill.of()
                .line("goods", 7, "700.07")
                .line("goods", 3, "299.99")
                .by(member)
                .paying(first, second, given));
    assertAmounts(receipt, "byCertificates toPay", "933.34", "66.72");
    long money = 0;
    long back = 0;
    for (int i = 0; i < 7; i++) {
      JsonNode part = s.scene.giveBack(receipt, 1, 1).expect(201);
      assertTrue(part.path("money").asLong() >= 0, part::toString);
      money += part.path("money").asLong();
      back += sum(part.path("certificates"));
    }
    JsonNode rest = s.scene.giveAllBack(receipt);
    money += rest.path("money").asLong();
    back += sum(rest.path("certificates"));
    assertEquals(rub("66.72"), money);
    assertEquals(rub("933.34"), back);
    s.rest("333.33", first);
    s.rest("100.01", second);
    s.rest("500", given);
    String id = receipt.path("id").asString();
    JsonNode read = s.owner.get("/api/v1/receipts/" + id).expect(200);
    assertAmounts(read, "byCertificates toPay", "933.34", "66.72");
    assertEquals(
        0, s.sql("SELECT sum(net - returned) FROM kartela.receipt WHERE merchant_id = %d"));
  }

  private static long sum(JsonNode certificates) {
    long sum = 0;
    for (JsonNode one : certificates) {
      sum += one.path("amount").asLong();
    }
    return sum;
  }

  @Test
  void twoTillsAtOnceSpendItOnce() throws Exception {
    Shop s = new Shop("cert-race");
    String code = s.code("100");
    Api other = s.scene.shop.registerIn("Europe/Moscow");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Api till = i % 2 == 0 ? s.till : other;
        answers.add(
            threads.submit(
                () ->
                    till.post("/api/v1/receipts", Bill.of("100").payingPart(code, "100").json())
                        .status()));
      }
      List<Integer> all = new ArrayList<>();
      for (Future<Integer> one : answers) {
        all.add(one.get());
      }
      assertEquals(1, all.stream().filter(status -> status == 201).count(), all::toString);
      assertEquals(7, all.stream().filter(status -> status == 409).count(), all::toString);
    }
    s.rest("0", code);
  }

  @Test
  void theSameKeyDoesItOnce() {
    Shop s = new Shop("cert-once");
    Api till = s.till.once("sell-1");
    Map<String, Object> sale = Map.of("kindId", s.bought, "amount", rub("100"));
    JsonNode first = till.post(TILL, sale).expect(201);
    assertEquals(first.path("code"), till.post(TILL, sale).expect(201).path("code"));
    till.post(TILL, Map.of("kindId", s.bought, "amount", rub("200"))).expect(409);
    String code = first.path("code").asString();
    Api paid = s.till.once("refund-1");
    assertAmounts(paid.post(TILL + "/refunds", Map.of("code", code)).expect(201), "amount", "100");
    assertAmounts(paid.post(TILL + "/refunds", Map.of("code", code)).expect(201), "amount", "100");
    assertEquals(0, s.sql("SELECT sum(rest) FROM kartela.certificate WHERE merchant_id = %d"));
    assertEquals(2, s.sql("SELECT count(*) FROM kartela.certificate_move WHERE merchant_id = %d"));
  }

  @Test
  void aLostOneIsIssuedAgainAndABlockedOneWaits() {
    Shop s = new Shop("cert-lost");
    JsonNode sold = s.sell("100");
    String one = ALL + "/" + sold.path("id").asString();
    String lost = sold.path("code").asString();
    JsonNode page = kartela.api().get(page(sold)).expect(200);
    assertEquals(lost, page.path("code").asString());
    assertAmounts(page, "rest", "100");
    s.owner.put(one + "/state", Map.of("blocked", true)).expect(200);
    assertEquals("CERTIFICATE_BLOCKED", s.refusal(Bill.of("10").paying(lost)));
    assertEquals(
        "CERTIFICATE_BLOCKED", refused(s.till.post(TILL + "/refunds", Map.of("code", lost))));
    s.owner.put(one + "/state", Map.of("blocked", false)).expect(200);
    JsonNode again = s.owner.post(one + "/reissues", Map.of()).expect(201);
    assertNotEquals(lost, again.path("code").asString());
    assertEquals("CERTIFICATE_REPLACED", s.refusal(Bill.of("10").paying(lost)));
    assertEquals(
        "CERTIFICATE_REPLACED", refused(s.till.post(TILL + "/refunds", Map.of("code", lost))));
    assertEquals(
        "CERTIFICATE_REPLACED", refused(s.till.post(TILL + "/check", Map.of("code", lost))));
    kartela.api().get(page(sold)).expect(404);
    assertAmounts(kartela.api().get(page(again)).expect(200), "rest", "100");
    s.rest("100", again.path("code").asString());
    assertEquals(
        1,
        s.owner.get(ALL + "?q=" + again.path("tail").asString()).expect(200).path("items").size());
    assertEquals(
        0,
        s.sql(
            "SELECT count(*) FROM kartela.certificate WHERE merchant_id = %d AND"
                + " position(convert_to('"
                + lost.substring(0, 4)
                + "', 'UTF8') in sealed) > 0"));
  }

  private static String page(JsonNode sold) {
    String link = sold.path("link").asString();
    return "/api/v1/public/certificates/" + link.substring(link.indexOf("/g/") + 3);
  }

  @Test
  void guessingIsNotListenedTo() {
    Shop s = new Shop("cert-guess");
    String code = s.code("100");
    String last = code.substring(code.length() - 1);
    String slip = code.substring(0, code.length() - 1) + (last.equals("2") ? "3" : "2");
    for (int i = 0; i < 30; i++) {
      assertEquals("CERTIFICATE_MISTYPED", s.refusal(Bill.of("100").paying(slip)));
    }
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20; i++) {
      s.till.post(TILL + "/check", Map.of("code", guess(random))).expect(422);
    }
    assertEquals("CERTIFICATE_GUESSING", s.refusal(Bill.of("100").paying(code)));
    s.till.post(TILL + "/check", Map.of("code", code)).expectStatus(429);
    s.till.post(TILL + "/refunds", Map.of("code", code)).expectStatus(429);
    s.till.post("/api/v1/receipts", Bill.of("100").paying(code).json()).expectStatus(429);
    clock.plus(Duration.ofMinutes(61));
    s.rest("100", code);
  }

  /** As a thief would: with the right check symbol. */
  private static String guess(SplittableRandom random) {
    String symbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    StringBuilder code = new StringBuilder();
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int at = random.nextInt(symbols.length());
      sum += (i % 30 + 1) * at;
      code.append(symbols.charAt(at));
    }
    return code.append(symbols.charAt(sum % symbols.length())).toString();
  }

  @Test
  void withoutNetworkWhatWasReallyThereIsBooked() {
    Shop s = new Shop("cert-offline");
    String code = s.code("300");
    Instant at = clock.instant();
    // Spent at one till while another had no network and took it, too.
    s.scene.buy(Bill.of("200").paying(code));
    clock.plus(Duration.ofMinutes(5));
    Map<String, Object> late = item("late", at, Bill.of("1000").payingPart(code, "300"));
    late.put("paid", rub("700"));
    JsonNode result = upload(s.till, late).at("/results/0");
    assertEquals("BOOKED_PARTLY", result.path("status").asString(), result::toString);
    assertAmounts(result.path("receipt"), "byCertificates toPay paid", "100", "900", "700");
    assertTrue(result.path("notHonoured").toString().contains("CERTIFICATE_OTHERWISE"));
    s.rest("0", code);
    JsonNode again = upload(s.till, late).at("/results/0");
    assertEquals("REPEATED", again.path("status").asString());
    Map<String, Object> gone = item("gone", at, Bill.of("50").payingPart(code, "50"));
    gone.put("paid", 0);
    JsonNode none = upload(s.till, gone).at("/results/0");
    assertTrue(none.path("notHonoured").toString().contains("CERTIFICATE_EMPTY"), none::toString);
    s.scene.giveAllBack(result.path("receipt"));
    s.rest("100", code);
  }

  @Test
  void aMembersCertificateIsOnTheCardGoesWithAMergeAndIsForgotten() {
    Shop s = new Shop("cert-member");
    JsonNode joined = s.scene.shop.signUp(Map.of());
    String member = joined.path("memberId").asString();
    String other = s.scene.shop.member();
    JsonNode sold =
        s.till
            .post(
                TILL,
                Map.of(
                    "kindId",
                    s.bought,
                    "amount",
                    rub("100"),
                    "memberId",
                    other,
                    "recipient",
                    "Мама"))
            .expect(201);
    String card = "/api/v1/public/cards/" + joined.path("cardToken").asString() + "/certificates";
    assertEquals(0, kartela.api().get(card).expect(200).path("items").size());
    s.owner
        .post("/api/v1/members/" + member + "/merges", Map.of("memberId", other, "reason", "r"))
        .expectStatus(201);
    JsonNode shown = kartela.api().get(card).expect(200);
    assertAmounts(shown.at("/items/0"), "rest", "100");
    assertTrue(sold.path("link").asString().endsWith(shown.at("/items/0/link").asString()));
    String data =
        s.owner.get("/api/v1/members/" + member + "/personal-data").expectStatus(200).text();
    assertTrue(data.contains("Мама"), data);
    s.owner.post("/api/v1/members/" + member + "/erasure", Map.of()).expectStatus(204);
    JsonNode one = s.owner.get(ALL + "/" + sold.path("id").asString()).expect(200);
    assertTrue(one.path("memberId").isMissingNode() && one.path("recipient").isMissingNode());
    s.rest("100", sold.path("code").asString());
  }

  /** A simple book beside the service: what each certificate holds. */
  @Test
  void histories() {
    for (long seed = 1; seed <= 4; seed++) {
      history(seed);
    }
  }

  private void history(long seed) {
    Shop s = new Shop("cert-model-" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<String> codes = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<Long> model = new ArrayList<>();
    List<JsonNode> receipts = new ArrayList<>();
    List<Integer> whose = new ArrayList<>();
    long sold = 0;
    long refunded = 0;
    for (int step = 0; step < 120; step++) {
      int what = codes.isEmpty() ? 0 : random.nextInt(7);
      int at = codes.isEmpty() ? 0 : random.nextInt(codes.size());
      long amount = 1 + random.nextLong(50_000);
      switch (what) {
        case 0 -> {
          long value = 100 + random.nextLong(100_000);
          JsonNode made =
              s.till.post(TILL, Map.of("kindId", s.bought, "amount", value)).expect(201);
          codes.add(made.path("code").asString());
          ids.add(made.path("id").asString());
          model.add(value);
          sold += value;
        }
        case 1, 2 -> {
          Bill bill = Bill.of();
          bill.line("goods", 1 + random.nextInt(4), amountText(amount));
          if (model.get(at) > 0) {
            long pays = Math.min(model.get(at), amount);
            JsonNode receipt = s.scene.buy(bill.paying(codes.get(at)));
            assertEquals(pays, receipt.path("byCertificates").asLong());
            model.set(at, model.get(at) - pays);
            receipts.add(receipt);
            whose.add(at);
          }
        }
        case 3 -> {
          if (!receipts.isEmpty()) {
            int which = random.nextInt(receipts.size());
            Answer back = s.scene.giveBack(receipts.get(which), 1, 1);
            if (back.status() == 201) {
              int of = whose.get(which);
              model.set(of, model.get(of) + sum(back.json().path("certificates")));
            }
          }
        }
        case 4 -> {
          s.till
              .post(TILL + "/top-ups", Map.of("code", codes.get(at), "amount", amount))
              .expect(201);
          model.set(at, model.get(at) + amount);
          sold += amount;
        }
        case 5 -> {
          Answer paid = s.till.post(TILL + "/refunds", Map.of("code", codes.get(at)));
          assertEquals(model.get(at) > 0 ? 201 : 409, paid.status());
          refunded += model.get(at);
          model.set(at, 0L);
        }
        default ->
            codes.set(
                at,
                s.owner
                    .post(ALL + "/" + ids.get(at) + "/reissues", Map.of())
                    .expect(201)
                    .path("code")
                    .asString());
      }
    }
    long owed = model.stream().mapToLong(Long::longValue).sum();
    JsonNode report = s.report().path("bought");
    assertEquals(owed, report.path("owed").asLong(), "seed " + seed);
    assertEquals(sold, report.path("sold").asLong());
    assertEquals(refunded, report.path("refunded").asLong());
    assertEquals(sold - refunded - owed, report.path("spent").asLong());
    assertEquals(
        owed, s.sql("SELECT sum(amount) FROM kartela.certificate_move WHERE merchant_id = %d"));
    assertEquals(owed, s.sql("SELECT sum(rest) FROM kartela.certificate WHERE merchant_id = %d"));
    assertEquals(
        0,
        s.sql(
            "SELECT count(*) FROM (SELECT rest, sum(amount) OVER (PARTITION BY certificate_id ORDER"
                + " BY seq) AS running FROM kartela.certificate_move WHERE merchant_id = %d) x"
                + " WHERE rest <> running OR rest < 0"));
    for (int i = 0; i < codes.size(); i++) {
      assertEquals(model.get(i), s.check(codes.get(i)).path("rest").asLong());
    }
  }

  private static String amountText(long kopecks) {
    return java.math.BigDecimal.valueOf(kopecks, 2).toPlainString();
  }

  @Test
  void movementsAreNeverChanged() throws Exception {
    Shop s = new Shop("cert-append");
    s.code("100");
    assertEquals(
        0,
        s.sql(
            "SELECT count(*) FROM information_schema.role_table_grants WHERE grantee ="
                + " 'kartela_app' AND table_name = 'certificate_move' AND privilege_type IN"
                + " ('UPDATE', 'DELETE') AND %d > 0"));
  }
}
