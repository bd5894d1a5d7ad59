package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A shop with its till and a member: what one scenario plays in, all of it through HTTP. */
final class Scene {
  private final TestKartela kartela;
  final TestShop shop;
  final Api till;

  Scene(TestKartela kartela, TestShop shop) {
    this.kartela = kartela;
    this.shop = shop;
    this.till = shop.register();
  }

  /** One rule for a program: id and the rest of its JSON. */
  static String rule(String id, String rest) {
    return "{'id':'%1$s','name':{'ru':'Правило','en':'Rule'},%2$s}".formatted(id, rest);
  }

  static String earn(int percentBp) {
    return rule("earn", "'then':{'type':'earnPercent','percentBp':" + percentBp + "}");
  }

  JsonNode quote(Bill bill) {
    return till.post("/api/v1/quotes", bill.json()).expect(200);
  }

  JsonNode buy(Bill bill) {
    return till.post("/api/v1/receipts", bill.json()).expect(201);
  }

  /** Gives back so many pieces of a line. */
  Answer giveBack(JsonNode receipt, int lineNo, int pieces) {
    return till.post(
        "/api/v1/receipts/" + receipt.path("id").asString() + "/returns",
        Map.of("lines", List.of(Map.of("lineNo", lineNo, "quantity", Integer.toString(pieces)))));
  }

  /** Gives everything back that is left. */
  JsonNode giveAllBack(JsonNode receipt) {
    return till.post("/api/v1/receipts/" + receipt.path("id").asString() + "/returns", Map.of())
        .expect(201);
  }

  /** Bonuses by hand; {@code through} is the last day of their life, "" = never ends. */
  static void credit(Api owner, String member, String bonuses, String through) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", rub(bonuses));
    body.put("reason", "test");
    if (!through.isEmpty()) {
      body.put("expiresOn", through);
    }
    owner.post("/api/v1/members/" + member + "/adjustments", body).expect(201);
  }

  static JsonNode balance(Api owner, String member) {
    return owner.get("/api/v1/members/" + member).expect(200).path("balance");
  }

  static void assertBalance(
      String available, String pending, String held, String debt, JsonNode balance) {
    assertEquals(
        Bill.rubs(available, pending, held, debt),
        List.of(
            amount(balance, "available"),
            amount(balance, "pending"),
            amount(balance, "held"),
            amount(balance, "debt")),
        balance::toString);
  }

  static void assertAmounts(JsonNode json, String fields, String... expected) {
    assertEquals(
        Bill.rubs(expected),
        java.util.Arrays.stream(fields.split(" ", -1)).map(f -> amount(json, f)).toList(),
        json::toString);
  }

  /** Whether a rule gave something; the test fails when nothing is said about it. */
  static boolean applied(JsonNode judged, String rule) {
    return explanation(judged, rule).path("applied").asBoolean();
  }

  /** What is said about a rule; of several words the one about its success. */
  static JsonNode explanation(JsonNode judged, String rule) {
    List<JsonNode> said =
        StreamSupport.stream(judged.path("explanations").spliterator(), false)
            .filter(e -> e.path("ruleId").asString("").equals(rule))
            .toList();
    if (said.isEmpty()) {
      throw new AssertionError("nothing about " + rule + " in " + judged);
    }
    return said.stream()
        .filter(e -> e.path("applied").asBoolean())
        .findFirst()
        .orElse(said.getFirst());
  }

  /** What is left of the account's lots, oldest lot first. */
  List<Long> lots(String member) {
    return numbers(
        "SELECT remaining FROM ledger.lot WHERE account_id = " + member + " ORDER BY lot_id");
  }

  /** The account's entries as {@code REDEEM -12000}. */
  List<String> entries(String member) {
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT op || ' ' || delta FROM ledger.entry WHERE account_id = "
                    + member
                    + " ORDER BY seq")) {
      List<String> entries = new ArrayList<>();
      while (r.next()) {
        entries.add(r.getString(1));
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Long> numbers(String sql) {
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      List<Long> numbers = new ArrayList<>();
      while (r.next()) {
        numbers.add(r.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
