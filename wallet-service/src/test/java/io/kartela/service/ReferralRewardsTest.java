package io.kartela.service;

import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** S23 through HTTP: what inviters get for what their friends buy, and what returns take back. */
class ReferralRewardsTest extends WithShops {
  private static final String LEVELS = "'levelsBp':[500,300,100]";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-20T12:00:00+03:00");
    return super.scene(slug, program);
  }

  private static String referral(String more) {
    return "'returns':{'debt':'DEBT'},'referral':{" + more + "}";
  }

  /** A shop with people who brought each other, and its owner. */
  private final class Chain {
    final Scene scene;
    Api owner;
    final List<String> people = new ArrayList<>();
    final List<JsonNode> signedUp = new ArrayList<>();

    Chain(String slug, String policy, int people) {
      this.scene = ReferralRewardsTest.this.scene(slug, referral(policy));
      this.owner = scene.shop.owner();
      for (int i = 0; i < people; i++) {
        String _ = join(i == 0 ? null : this.people.getLast());
      }
    }

    String join(@Nullable String inviter) {
      Map<String, Object> more = new LinkedHashMap<>();
      if (inviter != null) {
        more.put("inviteCode", code(inviter));
      }
      JsonNode made = scene.shop.signUp(more);
      signedUp.add(made);
      people.add(made.path("memberId").asString());
      return people.getLast();
    }

    String code(String member) {
      return owner.get("/api/v1/members/" + member).expect(200).at("/invite/code").asString();
    }

    void block(String member, boolean blocked) {
      owner
          .put(
              "/api/v1/members/" + member + "/status",
              Map.of("status", blocked ? "BLOCKED" : "ACTIVE", "reason", "test"))
          .expectStatus(204);
    }

    /** Balances of everybody less what they owe, in roubles. */
    List<Long> balances() {
      return people.stream().map(this::net).toList();
    }

    /** At another time, when the owner's session is over. */
    void at(String time) {
      clock.set(time);
      owner = scene.shop.ownerAgain();
    }

    long net(String member) {
      JsonNode b = balance(owner, member);
      return b.path("available").asLong() / 100 - b.path("debt").asLong() / 100;
    }

    List<String> kinds(String member) {
      JsonNode page = owner.get("/api/v1/members/" + member + "/operations").expect(200);
      return StreamSupport.stream(page.path("items").spliterator(), false)
          .map(o -> o.at("/text/ru").asString() + " " + o.path("amount").asLong() / 100)
          .toList()
          .reversed();
    }

    void merge(String gone, String stays) {
      owner
          .post(
              "/api/v1/members/" + stays + "/merges",
              Map.of("memberId", gone, "reason", "one person"))
          .expect(201);
    }
  }

  @Test
  void s23() {
    Chain c = new Chain("s23", LEVELS, 4);
    String d = c.people.get(3);
    Scene.credit(c.owner, d, "2000", "");
    JsonNode receipt = c.scene.buy(Bill.of("5000", "5000").by(d).spending("2000"));
    assertEquals(List.of(80L, 240L, 400L, 0L), c.balances());
    assertEquals(List.of("За покупку друга 400"), c.kinds(c.people.get(2)));

    c.scene.giveBack(receipt, 1, 1).expect(201);
    assertEquals(List.of(40L, 120L, 200L, 1000L), c.balances());
    assertEquals(
        List.of("За покупку друга 400", "Отменено: друг вернул покупку -200"),
        c.kinds(c.people.get(2)));

    // A with D's code: who invited a member is settled once, and nobody is their own friend's.
    String phone =
        c.owner.get("/api/v1/members/" + c.people.get(0)).json().path("phone").asString();
    JsonNode late = c.scene.shop.register().post("/api/v1/members", again(phone, c.code(d))).json();
    assertEquals("INVITE_MEMBER_ALREADY", late.at("/invite/reason").asString(), late::toString);

    c.scene.giveAllBack(receipt);
    assertEquals(List.of(0L, 0L, 0L, 2000L), c.balances());

    c.block(c.people.get(1), true);
    JsonNode second = c.scene.buy(Bill.of("10000").by(d).spending("2000"));
    assertEquals(List.of(80L, 0L, 400L, 0L), c.balances());
    c.block(c.people.get(1), false);
    c.scene.giveAllBack(second);
    assertEquals(List.of(0L, 0L, 0L, 2000L), c.balances());
  }

  private static Map<String, Object> again(String phone, String code) {
    return Map.of(
        "phone",
        phone,
        "name",
        "Анна",
        "consentTerms",
        true,
        "consentData",
        true,
        "inviteCode",
        code);
  }

  @Test
  void firstPurchaseOnlyAndTheSameKeyTwice() {
    Chain c = new Chain("s23-first", LEVELS + ",'purchases':'FIRST_PURCHASE_ONLY'", 3);
    String friend = c.people.get(2);
    Api once = c.scene.till.once("the-same");
    once.post("/api/v1/receipts", Bill.of("1234.56").by(friend).json()).expect(201);
    once.post("/api/v1/receipts", Bill.of("1234.56").by(friend).json()).expect(201);
    assertEquals(List.of(37L, 61L, 0L), c.balances());
    JsonNode _ = c.scene.buy(Bill.of("10000").by(friend));
    assertEquals(List.of(37L, 61L, 0L), c.balances());
  }

  @Test
  void anySplitOfAReturnEqualsACancelUnderAnotherProgramToo() {
    Chain c = new Chain("s23-split", "'levelsBp':[777,0],'fixed':[0,15000],'minPurchase':50000", 3);
    String friend = c.people.get(2);
    JsonNode receipt = c.scene.buy(Bill.of().line("goods", 3, "1000").by(friend));
    assertEquals(List.of(150L, 77L, 0L), c.balances());
    c.scene.shop.publish(referral("'levelsBp':[1000]"), clock);
    c.scene.giveBack(receipt, 1, 1).expect(201);
    assertEquals(List.of(150L, 51L, 0L), c.balances());
    // What is left is below the smallest purchase that counts.
    c.scene.giveBack(receipt, 1, 1).expect(201);
    assertEquals(List.of(0L, 0L, 0L), c.balances());
    c.scene.giveBack(receipt, 1, 1).expect(201);
    assertEquals(List.of(0L, 0L, 0L), c.balances());
  }

  @Test
  void whatIsReturnedAfterThePeriodIsTheInvitersDebt() {
    Chain c = new Chain("s23-late", "'levelsBp':[1000],'pendingDays':14", 2);
    String inviter = c.people.getFirst();
    JsonNode early = c.scene.buy(Bill.of("500").by(c.people.get(1)));
    JsonNode receipt = c.scene.buy(Bill.of("1000").by(c.people.get(1)));
    assertBalance("0", "150", "0", "0", balance(c.owner, inviter));
    c.scene.giveAllBack(early);
    assertBalance("0", "100", "0", "0", balance(c.owner, inviter));
    clock.set("2026-12-04T12:00:00+03:00");
    Api owner = c.scene.shop.ownerAgain();
    assertBalance("100", "0", "0", "0", balance(owner, inviter));
    JsonNode _ = c.scene.buy(Bill.of("100").by(inviter).spending("100"));
    c.scene.giveAllBack(receipt);
    assertBalance("0", "0", "0", "100", balance(owner, inviter));
  }

  @Test
  void theSecondPurchaseBringsWhatTheFirstPromised() {
    Chain c = new Chain("s23-second", "'levelsBp':[1000],'untilSecondPurchase':true", 2);
    String friend = c.people.get(1);
    JsonNode _ = c.scene.buy(Bill.of("1000").by(friend));
    assertEquals(0, c.net(c.people.getFirst()));
    JsonNode _ = c.scene.buy(Bill.of("100").by(friend));
    assertEquals(110, c.net(c.people.getFirst()));
  }

  @Test
  void aDaysAndAMonthsLimitHoldForEachInviter() {
    Chain c = new Chain("s23-caps", "'levelsBp':[1000],'perDay':15000,'perMonth':20000", 2);
    String friend = c.people.get(1);
    String inviter = c.people.getFirst();
    JsonNode first = c.scene.buy(Bill.of("1000").by(friend));
    JsonNode second = c.scene.buy(Bill.of("1000").by(friend));
    assertEquals(150, c.net(inviter));
    c.scene.giveAllBack(second);
    assertEquals(100, c.net(inviter));
    c.at("2026-11-21T12:00:00+03:00");
    JsonNode third = c.scene.buy(Bill.of("5000").by(friend));
    assertEquals(200, c.net(inviter));
    c.scene.giveAllBack(third);
    c.scene.giveAllBack(first);
    assertEquals(0, c.net(inviter));
  }

  @Test
  void aReceiptOfAnHourAgoIsBookedAtItsOwnTime() {
    Chain c = new Chain("s23-own-time", "'levelsBp':[1000],'pendingDays':1", 2);
    c.at("2026-11-20T18:00:00+03:00");
    JsonNode _ = c.scene.buy(Bill.of("1000").by(c.people.get(1)).at("2026-11-20T14:00:00+03:00"));
    JsonNode page =
        c.owner
            .get("/api/v1/members/" + c.people.getFirst() + "/operations")
            .expect(200)
            .at("/items/0");
    assertEquals("2026-11-20T11:00:00Z", page.path("at").asString(), page::toString);
    assertEquals(
        "2026-11-21 14:00:00",
        kartela.text(
            "SELECT (active_from AT TIME ZONE 'Europe/Moscow')::text FROM ledger.lot WHERE"
                + " account_id = "
                + c.people.getFirst()));
  }

  @Test
  void afterMergesOfInviterAndFriendTheRightLotsGo() {
    Chain c = new Chain("s23-merged", "'levelsBp':[1000]", 2);
    String inviter = c.people.getFirst();
    String friend = c.people.get(1);
    JsonNode receipt = c.scene.buy(Bill.of().line("goods", 2, "1000").by(friend));
    String heir = c.join(null);
    Scene.credit(c.owner, heir, "70", "2026-12-31");
    c.merge(inviter, heir);
    String other = c.join(null);
    c.merge(friend, other);
    c.scene.giveBack(receipt, 1, 1).expect(201);
    assertEquals(120, c.net(heir));
    c.scene.giveAllBack(receipt);
    assertEquals(70, c.net(heir));
    assertEquals(
        "7000",
        kartela.text(
            "SELECT string_agg(remaining::text, ' ') FROM ledger.lot WHERE remaining > 0"
                + " AND account_id = "
                + heir));
    JsonNode _ = c.scene.buy(Bill.of("100").by(other));
    assertEquals(80, c.net(heir));
  }

  private static void erase(Chain c, String member) {
    assertTrue(c.owner.send("POST", "/api/v1/members/" + member + "/erasure", null).status() < 300);
  }

  @Test
  void whoIsErasedGetsNothingMoreAndTheChainGoesOn() {
    Chain c = new Chain("s23-erased", LEVELS, 3);
    erase(c, c.people.get(1));
    JsonNode receipt = c.scene.buy(Bill.of("1000").by(c.people.get(2)));
    assertEquals(
        "ERASED 0",
        kartela.text(
            "SELECT refused || ' ' || given FROM kartela.referral_reward WHERE inviter_id = "
                + c.people.get(1)));
    c.scene.giveAllBack(receipt);
    // An erased friend who comes back is a newcomer: nobody knows the phone any more.
    erase(c, c.people.get(2));
    c.scene.giveBack(receipt, 1, 1).refused(422, "RETURN_REFUSED");
  }

  @Test
  void aTillDoesNotWaitForAnInviterWhomEverybodyPays() throws SQLException {
    Chain c = new Chain("s23-hot", "'levelsBp':[1000]", 2);
    JsonNode _ = c.scene.buy(Bill.of("100").by(c.people.get(1)));
    try (Connection held = kartela.admin().getConnection();
        Statement s = held.createStatement()) {
      held.setAutoCommit(false);
      s.execute(
          "SELECT 1 FROM ledger.account WHERE account_id = " + c.people.getFirst() + " FOR UPDATE");
      JsonNode _ = c.scene.buy(Bill.of("1000").by(c.people.get(1)));
      assertEquals(
          1,
          kartela.number(
              "SELECT count(*) FROM kartela.referral_reward WHERE due AND inviter_id = "
                  + c.people.getFirst()));
      held.rollback();
    }
    maker.rewards(clock).run(c.scene.shop.id());
    maker.rewards(clock).run(c.scene.shop.id());
    assertEquals(110, c.net(c.people.getFirst()));
  }

  @Test
  void whoeverIsInvitedGetsTheStartBonus() {
    Chain c = new Chain("s23-welcome", "'levelsBp':[100],'welcome':30000", 2);
    assertEquals(List.of(0L, 300L), c.balances());
    assertEquals(List.of("Подарок по приглашению друга 300"), c.kinds(c.people.get(1)));
  }

  @Test
  void theReportIsTheLedgersToTheKopeckAndFriendsStepsHaveNoNames() {
    Chain c = new Chain("s23-report", LEVELS + ",'welcome':5000,'pendingDays':14", 3);
    String friend = c.people.get(2);
    JsonNode receipt = c.scene.buy(Bill.of().line("goods", 3, "1000.01").by(friend));
    c.scene.giveBack(receipt, 1, 1).expect(201);
    JsonNode _ = c.scene.buy(Bill.of("77").by(c.people.getFirst()));
    JsonNode figures = c.owner.get("/api/v1/reports/friends").expect(200).path("figures");
    Scene.assertAmounts(figures, "revenue given welcome", "666.68", "53", "100");
    assertEquals(2, figures.path("joined").asInt());
    assertEquals(1, figures.path("active").asInt());
    assertEquals(
        figures.path("given").asLong(),
        kartela.number(
            "SELECT sum(amount - reversed) FROM ledger.lot WHERE kind = 'REFERRAL' AND merchant_id"
                + " = "
                + c.scene.shop.id()));
    String token = c.signedUp.get(1).path("cardToken").asString();
    JsonNode told =
        kartela.api().get("/api/v1/public/cards/" + token + "/friends").expect(200).at("/items/0");
    assertEquals("А", told.path("letter").asString());
    assertEquals("REWARD_WAITS", told.path("step").asString());
    assertEquals(3300, told.path("reward").asLong());
    assertEquals("2026-12-04T09:00:00Z", told.path("rewardFrom").asString());
    assertTrue(!told.has("name") && !told.has("memberId"), told::toString);
  }

  @Test
  void whatIsWorthALookIsToldToTheOwnerAndBlocksNothing() {
    Chain c = new Chain("s23-flags", "'levelsBp':[1000]", 1);
    String inviter = c.people.getFirst();
    String phone = c.owner.get("/api/v1/members/" + inviter).json().path("phone").asString();
    // A second SIM bought together with the first.
    long next = Long.parseLong(phone.replaceAll("[^0-9]", "")) + 3;
    JsonNode second =
        c.scene.shop.signUp(Map.of("phone", "+" + next, "inviteCode", c.code(inviter)));
    assertTrue(second.at("/invite/taken").asBoolean(), second::toString);
    JsonNode _ = c.scene.buy(Bill.of("100").by(second.path("memberId").asString()));
    assertEquals(10, c.net(inviter));
    // A cashier's own friends.
    String farmer =
        c.scene.shop.signUp(Map.of("phone", "+79990000001")).path("memberId").asString();
    Api till = c.scene.till;
    String store = till.get("/api/v1/register").expect(200).path("storeId").asString();
    String cashier =
        c.owner
            .post("/api/v1/cashiers", Map.of("storeId", store, "name", "Олег", "pin", "4821"))
            .expect(201)
            .path("id")
            .asString();
    String session =
        till.post("/api/v1/register/cashier-sessions", Map.of("cashierId", cashier, "pin", "4821"))
            .expect(201)
            .path("session")
            .asString();
    Api oleg = till.with("Cashier-Session", session);
    for (int i = 0; i < 3; i++) {
      Map<String, Object> person =
          new LinkedHashMap<>(again("+7999100" + (1 + i) + "000", c.code(farmer)));
      String made = oleg.post("/api/v1/members", person).expect(201).path("memberId").asString();
      oleg.post("/api/v1/receipts", Bill.of("100").by(made).json()).expect(201);
    }
    JsonNode flags = c.owner.get("/api/v1/reports/friends/flags").expect(200).path("items");
    assertEquals(
        List.of(
            "CASHIERS_FRIENDS " + farmer + " Олег 3 3000",
            "PHONES_IN_A_RUN " + inviter + "  1 1000"),
        StreamSupport.stream(flags.spliterator(), false)
            .map(
                f ->
                    String.join(
                        " ",
                        f.path("reason").asString(),
                        f.path("inviterId").asString(),
                        f.path("cashierName").asString(""),
                        f.path("friends").asString(),
                        f.path("reward").asString()))
            .toList());
  }

  /** Purchases, returns, repeated keys, skipped bookings, merges, blocks and a moving clock. */
  @Test
  void rewardsLessWhatWasTakenBackIsWhatTheLedgerHolds() {
    long seed = Long.getLong("referral.seed", 20261120L);
    Random random = new Random(seed);
    Chain c =
        new Chain(
            "s23-walk",
            LEVELS + ",'fixed':[1000],'pendingDays':1,'perDay':100000,'untilSecondPurchase':true",
            5);
    Map<JsonNode, String> open = new HashMap<>();
    for (int step = 0; step < 120; step++) {
      String who = c.people.get(random.nextInt(c.people.size()));
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          Api once = c.scene.till.once("walk-" + step);
          Bill bill = Bill.of().line("goods", 3, 1 + random.nextInt(9000) + ".37").by(who);
          JsonNode bought = once.post("/api/v1/receipts", bill.json()).json();
          JsonNode repeated = once.post("/api/v1/receipts", bill.json()).json();
          assertEquals(bought.path("id"), repeated.path("id"));
          if (bought.has("id")) {
            open.put(bought, who);
          }
        }
        case 3, 4 -> {
          if (!open.isEmpty()) {
            JsonNode one = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
            Answer _ = c.scene.giveBack(one, 1, 1);
          }
        }
        case 5 -> clock.plus(java.time.Duration.ofHours(1 + random.nextInt(4)));
        case 6 -> maker.rewards(clock).run(c.scene.shop.id());
        default ->
            kartela.execute(
                "UPDATE kartela.member SET status = CASE status WHEN 'ACTIVE' THEN 'BLOCKED' ELSE"
                    + " 'ACTIVE' END WHERE status IN ('ACTIVE', 'BLOCKED') AND member_id = "
                    + who);
      }
      conserved(c, seed, step);
    }
    open.keySet()
        .forEach(
            receipt ->
                c.scene.till.post(
                    "/api/v1/receipts/" + receipt.path("id").asString() + "/returns", Map.of()));
    maker.rewards(clock).run(c.scene.shop.id());
    conserved(c, seed, -1);
    assertEquals(
        0,
        kartela.number(
            "SELECT sum(given - taken) FROM kartela.referral_reward WHERE merchant_id = "
                + c.scene.shop.id()));
    assertTrue(
        kartela.number(
                "SELECT sum(given) FROM kartela.referral_reward WHERE merchant_id = "
                    + c.scene.shop.id())
            > 0);
  }

  private void conserved(Chain c, long seed, int step) {
    String shop = " merchant_id = " + c.scene.shop.id();
    String said = "seed " + seed + " step " + step;
    assertEquals(
        kartela.number("SELECT coalesce(sum(given), 0) FROM kartela.referral_reward WHERE" + shop),
        kartela.number(
            "SELECT coalesce(sum(amount), 0) FROM ledger.lot WHERE kind = 'REFERRAL' AND" + shop),
        said);
    assertEquals(
        kartela.number(
            "SELECT coalesce(sum(given - taken), 0) FROM kartela.referral_reward WHERE" + shop),
        kartela.number(
            "SELECT coalesce(sum(amount - reversed), 0) FROM ledger.lot WHERE kind = 'REFERRAL'"
                + " AND"
                + shop),
        said);
  }
}
