package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The cabinet's list: whatever it is sorted, filtered and searched by, nobody is lost or shown
 * twice.
 */
class MemberListTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'singlePurchase','from':500000}]}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + "]";

  private static String member(TestShop shop, String name, String phone) {
    return shop.signUp(Map.of("name", name, "phone", phone)).path("memberId").asString();
  }

  /** The names that a query finds, page by page. */
  private static List<String> names(Api owner, String query, int limit) {
    return all(owner, query, limit).stream().map(m -> m.path("name").asString()).toList();
  }

  private static List<JsonNode> all(Api owner, String query, int limit) {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = owner.get("/api/v1/members?limit=" + limit + query + cursor).expect(200);
      page.path("items").forEach(found::add);
      assertTrue(page.path("total").asInt() >= found.size(), () -> query + found);
      String next = page.path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return found;
  }

  private static String q(String text) {
    return "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aNameIsFoundByAnyPartsOfItInAnyOrder() {
    TestShop shop = maker.open("names", PROGRAM);
    Api owner = shop.owner();
    member(shop, "Алёна Королёва", "+79031110001");
    member(shop, "Пётр Алексеев", "+79031110002");
    member(shop, "50%_Скидка\\ Петровна", "+79031110003");
    for (String part :
        List.of("Алёна", "алена", "ЛЁН", "королева алё", "лева  лен", "Ё К".replace(" К", ""))) {
      assertTrue(names(owner, q(part), 50).contains("Алёна Королёва"), part);
    }
    assertEquals(List.of("Алёна Королёва"), names(owner, q("королева ален"), 50));
    assertEquals(List.of("50%_Скидка\\ Петровна", "Пётр Алексеев"), names(owner, q("петр"), 50));
    assertEquals(List.of("Пётр Алексеев"), names(owner, q("пётр алексе"), 50));
    assertEquals(List.of("50%_Скидка\\ Петровна"), names(owner, q("%"), 50));
    assertEquals(List.of("50%_Скидка\\ Петровна"), names(owner, q("50%_"), 50));
    assertEquals(List.of("50%_Скидка\\ Петровна"), names(owner, q("скидка\\"), 50));
    assertEquals(List.of(), names(owner, q("п_тр"), 50));
    assertEquals(List.of(), names(owner, q("королева пётр"), 50));
    // A word and a part of the phone together.
    assertEquals(List.of("Пётр Алексеев"), names(owner, q("алексеев 0002"), 50));
    assertEquals(List.of(), names(owner, q("алексеев 0001"), 50));
  }

  @Test
  void aPhoneIsFoundByAnyPartInAnyWriting() {
    TestShop shop = maker.open("phones", PROGRAM);
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of("name", "Анна", "phone", "+79010001234"));
    member(shop, "Борис", "+79020005678");
    for (String part :
        List.of(
            "8901000",
            "8 (901) 000",
            "7901000",
            "+7 901 000-12-34",
            "89010001234",
            "9010001234",
            "1234",
            "12-34",
            "0001234",
            "00 7 901",
            "234")) {
      assertEquals(List.of("Анна"), names(owner, q(part), 50), part);
    }
    assertEquals(
        List.of("Борис", "Анна"),
        names(owner, q("79"), 50).isEmpty() ? names(owner, q("790"), 50) : List.of());
    String code = code(anna);
    assertEquals(List.of("Анна"), names(owner, q(code), 50));
    assertEquals(List.of("Анна"), names(owner, q(code.substring(code.length() - 9)), 50));
    assertEquals(List.of(), names(owner, q("8902000123"), 50));
  }

  @Test
  void everyOrderGivesEverybodyOncePageByPage() {
    Scene s = scene("orders", PROGRAM);
    Api owner = s.shop.owner();
    List<String> ids = new ArrayList<>();
    String[] names = {"Яна", "Ёлка", "анна", "Борис", "Елена", "Анна", "Пётр"};
    for (int i = 0; i < 14; i++) {
      ids.add(member(s.shop, names[i % names.length], "+7903222%04d".formatted(i)));
      if (i % 3 == 0) {
        credit(owner, ids.getLast(), Integer.toString(100 + i / 6), "");
      }
      if (i % 4 == 1) {
        s.buy(Bill.of(i == 5 ? "6000" : "300").by(ids.getLast()));
      }
    }
    // One who owes: below those who have nothing, account or not.
    JsonNode last = s.buy(Bill.of("2000").by(ids.get(2)));
    s.buy(Bill.of("100").by(ids.get(2)).spending("90"));
    s.giveAllBack(last);
    owner
        .post(
            "/api/v1/members/" + ids.get(0) + "/merges",
            Map.of("memberId", ids.get(13), "reason", "one person"))
        .expect(201);
    String from =
        "FROM kartela.member m JOIN kartela.member_standing s USING (merchant_id, member_id) LEFT"
            + " JOIN ledger.account a ON a.merchant_id = m.merchant_id AND a.account_id ="
            + " m.member_id WHERE m.merchant_id = "
            + s.shop.id();
    for (String tier : List.of("", "bronze", "silver")) {
      for (Map.Entry<String, String> order :
          Map.of(
                  "created", "m.created_at DESC, m.member_id DESC",
                  "name", "translate(lower(m.name), 'ё', 'е'), m.member_id",
                  "balance", "coalesce(a.balance, 0) DESC, m.member_id DESC",
                  "spent", "s.spent_total DESC, m.member_id DESC",
                  "lastPurchase", "s.last_purchase_at DESC NULLS LAST, m.member_id DESC")
              .entrySet()) {
        String query = "&sort=" + order.getKey() + (tier.isEmpty() ? "" : "&tier=" + tier);
        String where = tier.isEmpty() ? "" : " AND s.tier = '" + tier + "'";
        for (String[] search :
            new String[][] {{"", ""}, {q("н"), " AND lower(m.name) LIKE '%н%'"}}) {
          List<String> wanted =
              column(
                  "SELECT m.member_id "
                      + from
                      + where
                      + search[1]
                      + " ORDER BY "
                      + order.getValue());
          for (int limit : List.of(2, 3, 50)) {
            assertEquals(
                wanted,
                all(owner, query + search[0], limit).stream()
                    .map(m -> m.path("id").asString())
                    .toList(),
                query + search[0] + " by " + limit);
          }
        }
      }
    }
    assertEquals(
        rub("0"),
        owner.get("/api/v1/members?q=0012").expect(200).at("/items/0/balance/debt").asLong());
  }

  @Test
  void theListFollowsWhoComesGoesAndRises() {
    Scene s = scene("follows", PROGRAM);
    Api owner = s.shop.owner();
    String anna = member(s.shop, "Анна", "+79033330001");
    assertEquals(List.of("Анна"), names(owner, "&tier=bronze", 50));
    JsonNode receipt = s.buy(Bill.of("6000").by(anna));
    assertEquals(List.of("Анна"), names(owner, "&tier=silver", 50));
    s.giveAllBack(receipt);
    assertEquals(List.of("Анна"), names(owner, "&tier=bronze", 50));
    kartela.execute("UPDATE kartela.member SET name = 'Ёлка' WHERE member_id = " + anna);
    assertEquals(List.of("Ёлка"), names(owner, q("елка"), 50));
    String other = member(s.shop, "Борис", "+79033330002");
    owner
        .post(
            "/api/v1/members/" + other + "/merges",
            Map.of("memberId", anna, "reason", "one person"))
        .expect(201);
    assertEquals(List.of("Борис"), names(owner, "", 50));
    assertEquals(List.of(), names(owner, q("елка"), 50));
  }

  @Test
  void theSearchSeesTheMerchantOfTheTransactionAlone() throws SQLException {
    TestShop one = maker.open("wall-one", PROGRAM);
    TestShop two = maker.open("wall-two", PROGRAM);
    member(one, "Зульфия", "+79034440001");
    String mine = member(two, "Зульфия", "+79034440002");
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement()) {
      s.execute("SET ROLE kartela_app");
      s.execute("SELECT set_config('kartela.merchant', '" + two.id() + "', false)");
      String find = "SELECT kartela.list_find(%s, %s, NULL, 100)";
      for (String sql :
          List.of(
              find.formatted("'{зульф}'", "'{}'"),
              find.formatted("'{}'", "'{%444%}'"),
              find.formatted("'{}'", "'{}'"))) {
        assertEquals(List.of(mine), column(s, sql), sql);
      }
      s.execute("RESET kartela.merchant");
      assertEquals(List.of(), column(s, find.formatted("'{зульф}'", "'{}'")));
      s.execute("SET ROLE kartela_worker");
    }
  }

  private List<String> column(String sql) {
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement()) {
      return column(s, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> column(Statement s, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet r = s.executeQuery(sql)) {
      while (r.next()) {
        values.add(r.getString(1));
      }
    }
    return values;
  }
}
