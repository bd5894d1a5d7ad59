package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people change stands in the audit, or is not changed: one transaction writes both. */
class AuditTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  AuditTest() {
    super(TestKartela::start);
  }

  @Test
  void whatTheAuditRefusesIsNotChanged() {
    TestShop shop = maker.open("audited", PROGRAM);
    Api owner = shop.owner();
    String store = shop.register().get("/api/v1/register").expect(200).path("storeId").asString();
    String register = id(owner, "registers", Map.of("storeId", store, "name", "Spare"));
    String old = id(owner, "registers", Map.of("storeId", store, "name", "Old"));
    owner.post("/api/v1/registers/" + old + "/keys", Map.of()).expect(201);
    String cashier = id(owner, "cashiers", Map.of("storeId", store, "name", "Anna", "pin", "4821"));
    Map<String, Object> key = Map.of("name", "Reader", "passTypeIdentifiers", List.of("pass.x"));
    String nfcKey = id(owner, "nfc-keys", key);
    Map<String, Object> blank = Map.of("name", "List", "cards", List.of(Map.of("number", "70001")));
    String batch = id(owner, "card-batches", blank);
    Map<String, Object> printed =
        Map.of("name", "Printed", "generate", Map.of("first", "810001", "count", 3));
    Map<String, Object> more = Map.of("name", "M", "cards", List.of(Map.of("number", "70002")));
    List<Map<String, Object>> latte =
        List.of(Map.of("code", "LATTE", "name", "Latte", "categories", List.of("coffee")));

    Map<String, Supplier<Answer>> changes = new LinkedHashMap<>();
    changes.put("CARDS_ADDED from a list", () -> owner.post("/api/v1/card-batches", more));
    changes.put("CARDS_ADDED for the printer", () -> owner.post("/api/v1/card-batches", printed));
    changes.put("CARDS_REMOVED", () -> owner.delete("/api/v1/card-batches/" + batch));
    changes.put("NFC_KEY_ADDED", () -> owner.post("/api/v1/nfc-keys", key));
    changes.put("NFC_KEY_RETIRED", () -> owner.delete("/api/v1/nfc-keys/" + nfcKey));
    changes.put(
        "REGISTER_CREATED",
        () -> owner.post("/api/v1/registers", Map.of("storeId", store, "name", "New")));
    changes.put(
        "REGISTER_KEY_ROTATED",
        () -> owner.post("/api/v1/registers/" + register + "/keys", Map.of("keepOldHours", 1)));
    changes.put(
        "REGISTER_OLD_KEY_ENDED", () -> owner.delete("/api/v1/registers/" + old + "/keys/old"));
    changes.put("REGISTER_REVOKED", () -> owner.delete("/api/v1/registers/" + register));
    changes.put(
        "CASHIER_CREATED",
        () ->
            owner.post(
                "/api/v1/cashiers", Map.of("storeId", store, "name", "Boris", "pin", "0000")));
    changes.put(
        "CASHIER_PIN_CHANGED",
        () -> owner.put("/api/v1/cashiers/" + cashier + "/pin", Map.of("pin", "9999")));
    changes.put("CASHIER_REVOKED", () -> owner.delete("/api/v1/cashiers/" + cashier));
    changes.put(
        "TILL_SETTINGS_CHANGED",
        () -> owner.put("/api/v1/till-settings", Map.of("scansPerCardHour", 7)));
    changes.put("GOODS_SET", () -> owner.put("/api/v1/goods", Map.of("items", latte)));

    assertAll(
        changes.entrySet().stream()
            .map(change -> () -> bothOrNeither(shop, change.getKey(), change.getValue())));
  }

  private void bothOrNeither(TestShop shop, String what, Supplier<Answer> change) {
    String before = state(shop);
    long told = told(shop, what);
    refuseAudit(shop);
    try {
      change.get().refused(500, "INTERNAL");
    } finally {
      kartela.execute("DROP TRIGGER refused ON kartela.audit");
    }
    assertEquals(before, state(shop), what);
    int status = change.get().status();
    assertEquals(2, status / 100, what + " once the audit can be written: " + status);
    assertEquals(told + 1, told(shop, what), what);
  }

  private static String id(Api owner, String what, Map<String, ?> body) {
    return owner.post("/api/v1/" + what, body).expect(201).path("id").asString();
  }

  private void refuseAudit(TestShop shop) {
    kartela.execute(
        """
        CREATE OR REPLACE FUNCTION kartela.refuse() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'the audit is closed'; END $$
        """);
    kartela.execute(
        "CREATE TRIGGER refused BEFORE INSERT ON kartela.audit FOR EACH ROW WHEN (NEW.merchant_id ="
            + " %d) EXECUTE FUNCTION kartela.refuse()".formatted(shop.id()));
  }

  private long told(TestShop shop, String what) {
    return kartela.number(
        "SELECT count(*) FROM kartela.audit WHERE merchant_id = %d AND action = '%s'"
            .formatted(shop.id(), what.split(" ", 2)[0]));
  }

  /** All rows of what is changed here. */
  private String state(TestShop shop) {
    StringBuilder state = new StringBuilder();
    for (String table :
        List.of(
            "card_batch",
            "card_blank",
            "nfc_key",
            "register",
            "cashier",
            "till_settings",
            "goods")) {
      state.append(table).append(": ");
      state.append(
          kartela.text(
              "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM kartela.%s t"
                      .formatted(table)
                  + " WHERE merchant_id = %d".formatted(shop.id())));
      state.append('\n');
    }
    return state.toString();
  }

  @Test
  void entriesHaveNamesAndMoneyWhereTheyKeepNumbers() {
    TestShop shop = maker.open("audit-words", "");
    Api owner = shop.owner();
    String anna = shop.signUp(Map.of("name", "Анна К.")).path("memberId").asString();
    String vera = shop.signUp(Map.of("name", "Вера Т.")).path("memberId").asString();
    Scene.credit(owner, anna, "100", "");
    owner
        .post(
            "/api/v1/members/" + anna + "/transfers",
            Map.of("toMemberId", vera, "amount", 3_000, "reason", "r"))
        .expect(201);
    assertEquals(
        List.of("Бонусы: 30", "Кому: Вера Т.", "Причина: r"), words(owner, "BONUSES_TRANSFERRED"));
    owner
        .post("/api/v1/members/" + anna + "/merges", Map.of("memberId", vera, "reason", "r"))
        .expect(201);
    assertEquals(List.of("От кого: Вера Т.", "Причина: r"), words(owner, "MEMBERS_MERGED"));
    String store = shop.register().get("/api/v1/register").expect(200).path("storeId").asString();
    id(owner, "cashiers", Map.of("storeId", store, "name", "Anna", "pin", "4821"));
    List<String> cashier = words(owner, "CASHIER_CREATED");
    assertTrue(cashier.contains("Имя: Anna"), cashier::toString);
    assertFalse(cashier.toString().contains(store), cashier::toString);
    assertEquals(2, cashier.size(), cashier::toString);
    JsonNode scarf =
        owner
            .post(
                "/api/v1/goods/items",
                Map.of("name", "Шарф", "codes", List.of("scarf"), "price", 149_000))
            .expect(201);
    owner
        .put(
            "/api/v1/goods/items/" + scarf.path("id").asString(),
            Map.of("name", "Шарф", "codes", List.of("scarf"), "price", 169_050))
        .expect(200);
    assertEquals(
        List.of("Товар: Шарф", "Цена: 1 490 ₽ → 1 690,50 ₽"), words(owner, "GOODS_CHANGED"));
  }

  private static List<String> words(Api owner, String kind) {
    JsonNode entry = owner.get("/api/v1/audit?kind=" + kind).expect(200).at("/items/0/changes");
    return StreamSupport.stream(entry.spliterator(), false)
        .map(
            change ->
                change.at("/field/ru").asString()
                    + ": "
                    + (change.hasNonNull("was") ? change.at("/was/ru").asString() + " → " : "")
                    + change.at("/now/ru").asString())
        .map(text -> text.replace('\u00a0', ' '))
        .sorted()
        .toList();
  }
}
