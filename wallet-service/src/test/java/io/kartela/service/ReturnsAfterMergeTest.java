package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** C6b through HTTP: a return after a merge goes to the lots of its receipt and to no others. */
class ReturnsAfterMergeTest extends WithShops {
  private static final String PROGRAM =
      "'earning':{'life':{'type':'days','days':365}},'rules':["
          + rule("r", "'then':{'type':'earnPercent','percentBp':1000}")
          + ","
          + rule(
              "gift",
              "'when':{'type':'receiptTotal','range':{'from':50000}},"
                  + "'then':{'type':'grantBonus','amount':2000,'life':{'type':'days','days':14}}")
          + "]";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    return super.scene(slug, program);
  }

  private static void merge(Api owner, String gone, String stays) {
    owner
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", gone, "reason", "one person"))
        .expect(201);
  }

  /** What is left of open lots as {@code 7000 2026-12-31}, in burn order. */
  private List<String> lots(String member) {
    return List.of(
        kartela
            .text(
                "SELECT coalesce(string_agg(remaining || ' ' || CASE WHEN expires_at = 'infinity'"
                    + " THEN 'never' ELSE ((expires_at AT TIME ZONE 'Europe/Moscow')::date -"
                    + " 1)::text END, ', ' ORDER BY expires_at, earned_at, lot_id), '') FROM"
                    + " ledger.lot WHERE remaining > 0 AND account_id = "
                    + member)
            .split(", "));
  }

  private static List<String> kinds(Api owner, String member) {
    JsonNode page = owner.get("/api/v1/members/" + member + "/operations").expect(200);
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(o -> o.path("kind").asString() + " " + o.path("amount").asLong())
        .toList()
        .reversed();
  }

  /** What the two newest lines say, the older first. */
  private static List<String> texts(Api owner, String member) {
    JsonNode page = owner.get("/api/v1/members/" + member + "/operations?limit=2").expect(200);
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .map(o -> o.at("/text/ru").asString())
        .toList()
        .reversed();
  }

  @Test
  void theOnesOwnBonusesStayWhenTheOthersReceiptComesBack() {
    Scene s = scene("merge-earned", PROGRAM);
    Api owner = s.shop.owner();
    String stays = s.shop.member();
    String gone = s.shop.member();
    credit(owner, stays, "70", "2026-12-31");
    JsonNode receipt = s.buy(Bill.of("300", "200").by(gone));
    merge(owner, gone, stays);
    assertEquals(List.of("2000 2026-12-05", "7000 2026-12-31", "5000 2027-11-21"), lots(stays));
    JsonNode part = s.giveBack(receipt, 1, 1).expect(201);
    assertAmounts(part, "earnReversed", "50");
    assertEquals(List.of("7000 2026-12-31", "2000 2027-11-21"), lots(stays));
    JsonNode rest = s.giveAllBack(receipt);
    assertAmounts(rest, "earnReversed shortfall", "20", "0");
    assertEquals(List.of("7000 2026-12-31"), lots(stays));
    assertBalance("70", "0", "0", "0", balance(owner, stays));
    assertEquals(
        List.of(
            "CREDIT 7000", "TRANSFER_IN 7000", "REVERSE -3000", "REVERSE -2000", "REVERSE -2000"),
        kinds(owner, stays));
  }

  @Test
  void whatWasPaidComesBackWithItsEndsAlongTwoMerges() {
    Scene s = scene("merge-paid", PROGRAM);
    Api owner = s.shop.owner();
    String stays = s.shop.member();
    String middle = s.shop.member();
    String gone = s.shop.member();
    credit(owner, stays, "70", "2026-12-31");
    credit(owner, gone, "100", "2027-01-31");
    credit(owner, gone, "40", "");
    JsonNode receipt = s.buy(Bill.of().line("goods", 4, "480").by(gone).spending("120"));
    s.giveBack(receipt, 1, 1).expect(201);
    merge(owner, gone, middle);
    s.giveBack(receipt, 1, 1).expect(201);
    merge(owner, middle, stays);
    // Of the 120 sixty came back: the twenty of what never ends, then forty of the others.
    assertEquals(
        List.of("7000 2026-12-31", "4000 2027-01-31", "1800 2027-11-21", "4000 never"),
        lots(stays));
    s.giveAllBack(receipt);
    assertEquals(List.of("7000 2026-12-31", "10000 2027-01-31", "4000 never"), lots(stays));
    assertBalance("210", "0", "0", "0", balance(owner, stays));
    s.till
        .post("/api/v1/receipts/" + receipt.path("id").asString() + "/returns", Map.of())
        .refused(422, "RETURN_REFUSED");
  }

  /** Invariant 5: the first receipt's bonuses paid for the second, and both come back. */
  @Test
  void whichOfTwoReceiptsComesBackFirstDoesNotMatter() {
    Scene s = scene("either-order", PROGRAM.replace("'days':365", "'days':30"));
    Api owner = s.shop.owner();
    for (boolean merged : new boolean[] {false, true}) {
      for (boolean earnedFirst : new boolean[] {true, false}) {
        String stays = s.shop.member();
        String buyer = merged ? s.shop.member() : stays;
        credit(owner, buyer, "70", "");
        JsonNode earned = s.buy(Bill.of("499").by(buyer));
        JsonNode paid = s.buy(Bill.of("300").by(buyer).spending("90"));
        assertEquals(List.of("2100 2026-12-21", "2900 never"), lots(buyer));
        if (merged) {
          merge(owner, buyer, stays);
        }
        s.giveAllBack(earnedFirst ? earned : paid);
        s.giveAllBack(earnedFirst ? paid : earned);
        assertEquals(List.of("7000 never"), lots(stays));
        assertBalance("70", "0", "0", "0", balance(owner, stays));
      }
    }
  }

  @Test
  void mergesFromBeforeAreUndoneInTheAccountOfThen() {
    Scene s = scene("merge-before", PROGRAM);
    Api owner = s.shop.owner();
    String stays = s.shop.member();
    String gone = s.shop.member();
    credit(owner, stays, "70", "2026-12-31");
    credit(owner, gone, "100", "2027-01-31");
    JsonNode first = s.buy(Bill.of("400").by(gone).spending("100"));
    JsonNode second = s.buy(Bill.of("100").by(gone));
    merge(owner, gone, stays);
    kartela.execute(
        "UPDATE ledger.account SET heir_id = NULL, heir_offset = NULL WHERE account_id = " + gone);
    s.giveAllBack(first);
    assertBalance("180", "0", "0", "0", balance(owner, stays));
    assertEquals("Возврат покупки по прежней карте", texts(owner, stays).getLast());
    s.giveAllBack(second);
    assertBalance("170", "0", "0", "0", balance(owner, stays));
    assertEquals(
        rub("170"), lots(stays).stream().mapToLong(l -> Long.parseLong(l.split(" ", -1)[0])).sum());
  }
}
