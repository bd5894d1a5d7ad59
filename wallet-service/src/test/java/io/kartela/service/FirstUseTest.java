package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The first things that happen to a member happen at one moment: the account's row, whose lock
 * would make them wait for each other, does not exist yet.
 */
class FirstUseTest extends WithShops {
  private static final String RULES =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,"
          + "'upgrades':[{'type':'windowPurchases','from':1000000}]}],'rules':["
          + rule("once", "'then':{'type':'grantBonus','amount':10000,'once':'ONCE'}")
          + ","
          + rule(
              "first", "'when':{'type':'firstPurchase'},'then':{'type':'grantBonus','amount':3000}")
          + ","
          + rule(
              "card",
              "'then':{'type':'stampCard','counter':'c','n':3,'goods':"
                  + "{'categories':['coffee']}}")
          + ","
          + rule(
              "uses",
              "'then':{'type':'discountFixed','amount':500,'goods':{'categories':['tea']}},"
                  + "'budget':{'usesPerMember':1}")
          + ","
          + rule(
              "all",
              "'then':{'type':'discountFixed','amount':5000,'goods':{'categories':['cake']}},"
                  + "'budget':{'total':7000}")
          + "]";

  private final Map<String, Scene> scenes = new LinkedHashMap<>();

  private Scene shop(String slug) {
    return scenes.computeIfAbsent(slug, s -> scene(s, RULES));
  }

  /**
   * Lets all of them come as far as the account's row, which somebody else is about to make and
   * then does not.
   */
  private List<Answer> atOnce(Scene s, String member, List<Callable<Answer>> all) {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size());
        Connection c = kartela.admin().getConnection();
        Statement statement = c.createStatement()) {
      c.setAutoCommit(false);
      statement.execute(
          "INSERT INTO ledger.account (merchant_id, account_id) VALUES (%d, %s)"
              .formatted(s.shop.id(), member));
      List<Future<Answer>> running = new ArrayList<>();
      all.forEach(one -> running.add(threads.submit(one)));
      String waiting = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted";
      while (kartela.number(waiting) + running.stream().filter(Future::isDone).count()
          < all.size()) {
        Thread.sleep(20);
      }
      c.rollback();
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
    } catch (SQLException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return answers;
  }

  private List<JsonNode> receiptsAtOnce(Scene s, String member, Bill... bills) {
    List<Callable<Answer>> all = new ArrayList<>();
    for (Bill bill : bills) {
      all.add(() -> s.till.post("/api/v1/receipts", bill.by(member).json()));
    }
    return atOnce(s, member, all).stream().map(answer -> answer.expect(201)).toList();
  }

  private static long available(Scene s, String member) {
    return amount(Scene.balance(s.shop.ownerAgain(), member), "available");
  }

  private static long sum(List<JsonNode> receipts, String field) {
    return receipts.stream().mapToLong(r -> amount(r, field)).sum();
  }

  @Test
  void aGiftThatIsGivenOnceAndOneForTheFirstPurchaseAreGivenOnce() {
    Scene s = shop("first-gift");
    s.shop.owner();
    for (int receipts : new int[] {2, 3, 5}) {
      String member = s.shop.member();
      Bill[] bills = new Bill[receipts];
      for (int i = 0; i < receipts; i++) {
        bills[i] = Bill.of(Integer.toString(100 + i));
      }
      receiptsAtOnce(s, member, bills);
      assertEquals(rub("130"), available(s, member), receipts + " receipts");
      assertEquals(
          List.of("GIFT 10000", "GIFT 3000"), s.entries(member).stream().sorted().toList());
    }
  }

  @Test
  void stampsUsesAndSharedBudgetsOfTheFirstReceiptsAddUp() {
    Scene s = shop("first-uses");
    Bill[] coffees = {
      Bill.of().line("coffee", 2, "200"), Bill.of().line("coffee", 2, "200"),
    };
    assertEquals(rub("100"), sum(receiptsAtOnce(s, s.shop.member(), coffees), "discount"));
    Bill[] teas = {Bill.of().line("tea", 1, "50"), Bill.of().line("tea", 1, "60")};
    assertEquals(rub("5"), sum(receiptsAtOnce(s, s.shop.member(), teas), "discount"));
    Bill[] cakes = {Bill.of().line("cake", 1, "90"), Bill.of().line("cake", 1, "80")};
    assertEquals(rub("70"), sum(receiptsAtOnce(s, s.shop.member(), cakes), "discount"));
  }

  @Test
  void theFirstReceiptsReachATierTogether() {
    Scene s = shop("first-tier");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    receiptsAtOnce(s, member, Bill.of("6000"), Bill.of("5000"));
    assertEquals("silver", tier(owner, member));
    JsonNode shown = owner.get("/api/v1/members/" + member).expect(200);
    assertEquals(2, shown.path("purchases").asInt());
    assertEquals(rub("11000"), amount(shown, "spentTotal"));
  }

  @Test
  void oneReceiptSentTwiceIsOne() {
    Scene s = shop("first-twice");
    s.shop.owner();
    String member = s.shop.member();
    Api once = s.till.once("the-same");
    Map<String, Object> bill = Bill.of("100").by(member).json();
    Callable<Answer> send = () -> once.post("/api/v1/receipts", bill);
    List<Answer> answers = atOnce(s, member, List.of(send, send, send));
    assertEquals(1, answers.stream().map(a -> a.expect(201)).distinct().count());
    assertEquals(rub("130"), available(s, member));
  }

  @Test
  void aPresentAHoldAndAReceiptBesideEachOther() {
    Scene s = shop("first-present");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    String hold = "/api/v1/holds";
    Callable<Answer> present =
        () ->
            owner.post(
                "/api/v1/members/" + member + "/adjustments",
                Map.of("amount", rub("50"), "reason", "a present"));
    Callable<Answer> reserve =
        () -> s.till.post(hold, Map.of("memberId", member, "amount", rub("20")));
    Callable<Answer> receipt =
        () -> s.till.post("/api/v1/receipts", Bill.of("100").by(member).json());
    List<Answer> answers = atOnce(s, member, List.of(present, receipt, receipt, reserve));
    answers.subList(0, 3).forEach(a -> a.expect(201));
    Answer held = answers.get(3);
    if (held.status() != 201) {
      held.refused(422, "INSUFFICIENT_BONUSES"); // it came before there was anything
    }
    long free = rub("180") - (held.status() == 201 ? rub("20") : 0);
    assertEquals(free, available(s, member));
    credit(owner, member, "1", "");
  }
}
