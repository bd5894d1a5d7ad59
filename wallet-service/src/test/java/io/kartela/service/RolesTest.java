package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Who may call what, by the table {@code roles.txt}: every operation of the contract, as everybody.
 */
class RolesTest extends WithShops {
  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());

  /** Verdicts of one line by the names of the columns. */
  private record Row(String operation, Map<String, String> verdicts) {}

  @Test
  void everyOperationAnswersEverybodyAsTheTableSays() {
    List<Row> table = table();
    Set<String> written = new TreeSet<>();
    contract.operations().forEach(o -> written.add(o.id()));
    Set<String> decided = new TreeSet<>();
    table.forEach(row -> assertTrue(decided.add(row.operation), row.operation + " stands twice"));
    assertEquals(written, decided, "operations of the contract, and those of roles.txt");

    Map<String, Api> everybody = everybody(maker.open("roles", ""));
    List<String> wrong = new ArrayList<>();
    for (Row row : table) {
      assertEquals(everybody.keySet(), row.verdicts.keySet());
      Contract.Operation operation = operation(row.operation);
      everybody.forEach(
          (who, api) -> {
            Answer answer = call(api, operation);
            String got =
                switch (answer.status()) {
                  case 401, 403 -> Integer.toString(answer.status());
                  case 429, 500, 503 -> "no verdict: " + answer.status();
                  default -> "yes";
                };
            if (!got.equals(row.verdicts.get(who))) {
              wrong.add(
                  "%s by %s: %s instead of %s"
                      .formatted(row.operation, who, got, row.verdicts.get(who)));
            }
          });
    }
    assertEquals("", String.join("\n", wrong));
  }

  private Map<String, Api> everybody(TestShop shop) {
    Map<String, Api> everybody = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      everybody.put(role.name().toLowerCase(Locale.ROOT), shop.as(role));
    }
    Answer in =
        kartela.api().post("/api/v1/operator/session", Map.of("key", TestKartela.OPERATOR_KEY));
    String cookie = in.expectStatus(200).header("Set-Cookie");
    everybody.put(
        "operator",
        kartela
            .api()
            .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .with("Sec-Fetch-Site", "same-origin"));
    everybody.put("register", shop.register());
    everybody.put("anonymous", kartela.api());
    return everybody;
  }

  /** With identifiers of nothing and an empty body: who may is told what is missing. */
  private static Answer call(Api api, Contract.Operation operation) {
    if (operation.id().equals("signOut") || operation.id().equals("operatorSignOut")) {
      // as itself it would end what the next lines need
      Api other = api.headers().containsKey("Cookie") ? api.with("Cookie", "none=1") : api;
      return other.send(operation.method(), operation.path(), null);
    }
    String path = operation.path().replaceAll("\\{[^}]*}", "1");
    boolean body = !operation.method().equals("GET") && !operation.method().equals("DELETE");
    return api.send(operation.method(), path, body ? "{}".getBytes(StandardCharsets.UTF_8) : null);
  }

  private Contract.Operation operation(String id) {
    return contract.operations().stream()
        .filter(o -> o.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id));
  }

  private static List<Row> table() {
    try (InputStream in = RolesTest.class.getResourceAsStream("/roles.txt")) {
      List<String[]> lines =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" +", -1))
              .toList();
      String[] columns = lines.getFirst();
      List<Row> rows = new ArrayList<>();
      for (String[] line : lines.subList(1, lines.size())) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (int i = 1; i < line.length; i++) {
          verdicts.put(columns[i], line[i]);
        }
        rows.add(new Row(line[0], verdicts));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The poster of everybody's page of the link shows it; roles.txt speaks of the draft's preview.
   */
  @Test
  void everybodySeesTheCardThatIsInForce() {
    TestShop shop = maker.open("roles-card", "");
    for (Role role : Role.values()) {
      Api somebody = shop.as(role);
      JsonNode document = somebody.get("/api/v1/design").expect(200).path("document");
      somebody.post("/api/v1/design/preview", Map.of("document", document)).expect(200);
    }
  }

  @Test
  void aManagerReachesHisStoresOnly() {
    TestShop shop = maker.open("roles-manager", "");
    Api owner = shop.owner();
    String his = owner.get("/api/v1/stores").expect(200).at("/items/0/id").asString();
    shop.registerIn("Asia/Omsk");
    JsonNode other = owner.get("/api/v1/stores").expect(200).at("/items/1");
    String others = other.path("id").asString();
    String register = "/api/v1/registers/" + other.at("/registers/0/id").asString();
    Map<String, Object> cashier = Map.of("storeId", others, "name", "Анна", "pin", "4821");
    String cashiers =
        "/api/v1/cashiers/"
            + owner.post("/api/v1/cashiers", cashier).expect(201).path("id").asString();
    owner.post("/api/v1/staff", person("MANAGER", List.of())).refused(422, "INVALID_FIELDS");
    owner.post("/api/v1/staff", person("MANAGER", List.of("1"))).refused(404, "STORE_NOT_FOUND");
    JsonNode invited = owner.post("/api/v1/staff", person("MANAGER", List.of(his))).expect(201);
    assertEquals(his, invited.at("/colleague/stores/0").asString());
    Api manager = join(invited);

    JsonNode seen = manager.get("/api/v1/stores").expect(200).path("items");
    assertEquals(1, seen.size());
    assertEquals(his, seen.at("/0/id").asString());
    assertEquals(0, manager.get("/api/v1/cashiers").expect(200).path("items").size());
    Map<String, Object> place = Map.of("name", "Branch", "zone", "Europe/Moscow");
    manager.put("/api/v1/stores/" + his, place).expect(204);
    manager.put("/api/v1/stores/" + others, place).refused(404, "STORE_NOT_FOUND");
    manager
        .post("/api/v1/registers", Map.of("storeId", others, "name", "R"))
        .refused(404, "STORE_NOT_FOUND");
    manager.post("/api/v1/registers", Map.of("storeId", his, "name", "R")).expect(201);
    manager.put(register, Map.of("name", "R")).refused(404, "REGISTER_NOT_FOUND");
    manager.post(register + "/keys", Map.of()).refused(404, "REGISTER_NOT_FOUND");
    manager.delete(register + "/keys/old").refused(404, "REGISTER_NOT_FOUND");
    manager.delete(register).refused(404, "REGISTER_NOT_FOUND");
    manager.post("/api/v1/cashiers", cashier).refused(404, "STORE_NOT_FOUND");
    manager.put(cashiers + "/pin", Map.of("pin", "7351")).refused(404, "CASHIER_NOT_FOUND");
    manager.delete(cashiers).refused(404, "CASHIER_NOT_FOUND");

    // Another choice of stores counts from the next click on.
    String one = "/api/v1/staff/" + invited.at("/colleague/id").asString();
    owner.put(one, change("MANAGER", List.of(his, others))).expect(204);
    manager.put(register, Map.of("name", "R")).expect(204);
    owner.put(one, change("MARKETER", List.of(his))).expect(204);
    manager.put(register, Map.of("name", "R")).refused(403, "FORBIDDEN");
  }

  @Test
  void supportMovesNoMoreInADayThanTheOwnerAllows() {
    TestShop shop = maker.open("roles-support", "");
    Api owner = shop.owner();
    Api support = shop.as(Role.SUPPORT);
    String adjustments = "/api/v1/members/" + shop.member() + "/adjustments";
    assertEquals(
        50_000, owner.get("/api/v1/access-rules").expect(200).path("supportDailyMost").asLong());
    owner
        .put("/api/v1/access-rules", Map.of("supportDailyMost", -1))
        .refused(422, "INVALID_FIELDS");
    owner.put("/api/v1/access-rules", Map.of("supportDailyMost", 1_000)).expect(204);
    support.post(adjustments, Map.of("amount", 600, "reason", "r")).expect(201);
    support.post(adjustments, Map.of("amount", -300, "reason", "r")).expect(201);
    JsonNode refused =
        support
            .post(adjustments, Map.of("amount", 101, "reason", "r"))
            .refused(422, "ALLOWANCE_SPENT");
    assertTrue(refused.path("detail").asString().contains("1"), refused::toString);
    // What was booked is answered again, however little is left; another person's day is another.
    Api again = support.once("same");
    again.post(adjustments, Map.of("amount", 100, "reason", "r")).expect(201);
    again.post(adjustments, Map.of("amount", 100, "reason", "r")).expect(201);
    owner.post(adjustments, Map.of("amount", 5_000, "reason", "r")).expect(201);
    support.post(adjustments, Map.of("amount", 1, "reason", "r")).refused(422, "ALLOWANCE_SPENT");
    clock.plus(Duration.ofHours(24));
    kartela
        .api()
        .signedIn("support@roles-support.example", "a long enough password")
        .post(adjustments, Map.of("amount", 1_000, "reason", "r"))
        .expect(201);
  }

  /** Without a mail server the page says who helps instead. */
  @Test
  void withoutMailNobodyIsPromisedALetter() {
    clock.plus(Duration.ofMinutes(1));
    kartela
        .api()
        .post("/api/v1/session/password/forgotten", Map.of("email", "a@b.example"))
        .refused(409, "NO_MAIL");
    assertEquals(
        false,
        kartela.api().get("/api/v1/public/installation").expect(200).path("mail").asBoolean());
  }

  private static Map<String, Object> person(String role, List<String> stores) {
    return Map.of("email", "m@roles.example", "name", "M", "role", role, "stores", stores);
  }

  private static Map<String, Object> change(String role, List<String> stores) {
    return Map.of("name", "M", "role", role, "stores", stores);
  }

  private Api join(JsonNode invited) {
    String url = invited.path("url").asString();
    String password = "a long enough password";
    kartela
        .api()
        .post(
            "/api/v1/session/password",
            Map.of("token", url.substring(url.indexOf('#') + 1), "password", password))
        .expect(204);
    return kartela.api().signedIn(invited.at("/colleague/email").asString(), password);
  }
}
