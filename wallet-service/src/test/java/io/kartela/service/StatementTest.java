package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rows of a statement, in the cabinet and on the card's page, are the whole story. */
class StatementTest extends WithShops {
  private static final String PROGRAM =
      "'rules':["
          + earn(500)
          + "],'earning':{'pendingDays':14,'life':{'type':'days','days':365}},"
          + "'returns':{'expiredGraceDays':5}";

  private static JsonNode operations(Api owner, String member) {
    return owner.get("/api/v1/members/" + member + "/operations").expect(200).path("items");
  }

  /** What rows come to: what became available was told before, when it was given. */
  private static long sum(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> !row.path("kind").asString().equals("ACTIVATE"))
        .mapToLong(row -> row.path("amount").asLong())
        .sum();
  }

  private static void assertAddsUp(JsonNode rows, JsonNode balance) {
    assertEquals(
        amount(balance, "available") + amount(balance, "pending"), sum(rows), () -> "" + rows);
  }

  @Test
  void aReturnOfWhatStillWaitsShowsWhatItTook() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("statement-return", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode joined = s.shop.signUp(Map.of());
    String member = joined.path("memberId").asString();
    String token = joined.path("cardToken").asString();
    credit(owner, member, "10", "");
    JsonNode receipt = s.buy(Bill.of("5400", "2400").by(member));
    assertBalance("10", "390", "0", "0", balance(owner, member));
    s.giveBack(receipt, 2, 1).expect(201);
    assertBalance("10", "270", "0", "0", balance(owner, member));
    for (JsonNode rows :
        new JsonNode[] {operations(owner, member), web(token).path("operations")}) {
      assertEquals("REVERSE", rows.at("/0/kind").asString());
      assertEquals(rub("-120"), rows.at("/0/amount").asLong());
      assertEquals(
          "Отменено начисление за возврат товара (ожидало активации)",
          rows.at("/0/text/ru").asString());
      assertEquals(
          "Accrual reversed for a return (was not yet active)", rows.at("/0/text/en").asString());
      assertEquals("Начислено за покупку (ожидает активации)", rows.at("/1/text/ru").asString());
      assertAddsUp(rows, balance(owner, member));
    }
    clock.plus(Duration.ofDays(14));
    s.shop.bookDue(clock);
    Api later = s.shop.ownerAgain();
    assertBalance("280", "0", "0", "0", balance(later, member));
    JsonNode rows = operations(later, member);
    assertEquals("Бонусы стали доступны", rows.at("/0/text/ru").asString());
    assertEquals(rub("270"), rows.at("/0/amount").asLong());
    assertAddsUp(rows, balance(later, member));
  }

  @Test
  void aTransferNamesTheOtherInTheCabinetOnly() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("statement-transfer", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode anna = s.shop.signUp(Map.of("name", "Анна К."));
    String vera = s.shop.signUp(Map.of("name", "Вера Т.")).path("memberId").asString();
    String id = anna.path("memberId").asString();
    credit(owner, id, "100", "");
    owner
        .post(
            "/api/v1/members/" + id + "/transfers",
            Map.of("toMemberId", vera, "amount", rub("30"), "reason", "a friend"))
        .expect(201);
    JsonNode out = operations(owner, id).path(0);
    assertEquals("Перевод участнику: Вера Т.", out.at("/text/ru").asString());
    assertEquals("Transfer to Вера Т.", out.at("/text/en").asString());
    assertEquals("a friend", out.path("reason").asString());
    assertEquals(
        "Перевод от участника: Анна К.", operations(owner, vera).at("/0/text/ru").asString());
    JsonNode shown = web(anna.path("cardToken").asString()).path("operations");
    assertEquals("Перевод с карты", shown.at("/0/text/ru").asString());
    for (JsonNode row : shown) {
      assertTrue(row.path("reason").isNull() && row.path("author").isNull(), () -> "" + row);
    }
    String heir = s.shop.signUp(Map.of("name", "Вера Тихонова")).path("memberId").asString();
    owner
        .post(
            "/api/v1/members/" + heir + "/merges", Map.of("memberId", vera, "reason", "one person"))
        .expect(201);
    assertEquals("Transfer to Вера Тихонова", operations(owner, id).at("/0/text/en").asString());
  }

  @Test
  void aMergeTellsOfAllThatCame() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("statement-merge", PROGRAM);
    Api owner = s.shop.owner();
    String gone = s.shop.member();
    String stays = s.shop.member();
    credit(owner, gone, "10", "");
    s.buy(Bill.of("1000").by(gone));
    owner
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", gone, "reason", "one person"))
        .expect(201);
    JsonNode rows = operations(owner, stays);
    assertEquals("Объединение записей (ожидает активации: 50)", rows.at("/0/text/ru").asString());
    assertEquals(rub("60"), rows.at("/0/amount").asLong());
    assertAddsUp(rows, balance(owner, stays));
  }
}
