package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.demo.DemoShop;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/**
 * A service with a member, a receipt and people in it, to be asked wrongly: every refusal must be a
 * problem with a stable code, in the language asked for, and must leave the database as it was.
 */
final class WrongRequests implements AutoCloseable {
  private static final Pattern CYRILLIC = Pattern.compile("[а-яА-ЯёЁ]");

  final TestClock clock = new TestClock();
  final TestKartela kartela = TestKartela.startWithSimulator(clock);
  final Api visitor = kartela.api();
  final Api till = kartela.register();
  final Api owner = kartela.owner();
  final Api marketer = kartela.marketer();
  final Api cashier = kartela.cashier();
  final String member;
  final String cardToken;
  final String receipt;
  final String campaign;
  final String signUp;
  final String store;

  private final String countAll;
  private Map<String, Long> known = Map.of();

  /** A request and the refusal it deserves. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Wrong(
      String name,
      Api api,
      String method,
      String path,
      byte @Nullable [] body,
      int status,
      String code,
      String field) {

    Wrong field(String wrongField) {
      return new Wrong(name, api, method, path, body, status, code, wrongField);
    }
  }

  WrongRequests() {
    JsonNode joined =
        till.post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79163000001",
                    "name",
                    "Анна",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(201);
    member = joined.path("memberId").asString();
    cardToken = joined.path("cardToken").asString();
    // Whose card is read may spend: what is refused below is refused for itself.
    JsonNode card = visitor.get("/api/v1/public/cards/" + cardToken).expect(200);
    till.post("/api/v1/scans", Map.of("text", card.path("code").asString(), "source", "CAMERA"))
        .expect(200);
    receipt =
        till.postText(
                "/api/v1/receipts",
                "{\"memberId\":\"%s\",\"lines\":[{\"lineNo\":1,\"amount\":100000,\"quantity\":\"2\"}]}"
                    .formatted(member))
            .expect(201)
            .path("id")
            .asString();
    campaign =
        owner
            .post("/api/v1/campaigns", Map.of("name", "N", "text", "T"))
            .expect(201)
            .path("id")
            .asString();
    signUp =
        visitor
            .post(
                "/api/v1/public/shops/" + DemoShop.SLUG + "/sign-ups",
                Map.of(
                    "phone",
                    "+79163000002",
                    "name",
                    "Boris",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(202)
            .path("signUpId")
            .asString();
    store = owner.get("/api/v1/stores").expect(200).at("/items/0/id").asString();
    countAll = countAll();
    settled();
  }

  /**
   * What is there once the background has worked off what was rightly booked; refusals are held
   * against it.
   */
  Map<String, Long> settled() {
    long end = System.nanoTime() + 20_000_000_000L;
    while (kartela.number(
            "SELECT (SELECT count(*) FROM kartela.outbox) + (SELECT count(*) FROM kartela.campaign"
                + " WHERE state <> 'DONE')")
        > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the outbox is not worked off");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    known = rows();
    return known;
  }

  private String countAll() {
    StringBuilder sql = new StringBuilder();
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN"
                    // A refused scan leaves its trace, which books nothing; the clock's jobs follow
                    // what was bought before, whenever their minute comes.
                    + " ('kartela', 'ledger') AND tablename NOT IN ('scan', 'register_miss',"
                    + " 'sign_in_miss', 'receipt_good', 'receipt_good_seen', 'member_rfm',"
                    + " 'day_sum', 'day_summed', 'weekly_letter', 'scheduled_tasks')")) {
      while (r.next()) {
        sql.append(sql.isEmpty() ? "" : " UNION ALL ");
        sql.append("SELECT '%1$s', count(*) FROM %1$s".formatted(r.getString(1)));
      }
      return sql.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows every table has, and all that anybody owns. */
  private Map<String, Long> rows() {
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                countAll
                    + " UNION ALL SELECT 'balances', coalesce(sum(balance + held + pending + debt),"
                    + " 0) FROM ledger.account")) {
      Map<String, Long> rows = new TreeMap<>();
      while (r.next()) {
        rows.put(r.getString(1), r.getLong(2));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Wrong post(Api api, String path, String body, int status, String code) {
    return new Wrong(
        "POST " + path + " " + shown(body),
        api,
        "POST",
        path,
        body.getBytes(StandardCharsets.UTF_8),
        status,
        code,
        "");
  }

  Wrong put(Api api, String path, String body, int status, String code) {
    return new Wrong(
        "PUT " + path + " " + shown(body),
        api,
        "PUT",
        path,
        body.getBytes(StandardCharsets.UTF_8),
        status,
        code,
        "");
  }

  Wrong get(Api api, String path, int status, String code) {
    return new Wrong("GET " + shown(path), api, "GET", path, null, status, code, "");
  }

  Wrong delete(Api api, String path, int status, String code) {
    return new Wrong("DELETE " + path, api, "DELETE", path, null, status, code, "");
  }

  static String shown(String text) {
    String oneLine = text.replaceAll("[\\x00-\\x1f\\x7f]", "?");
    return oneLine.length() > 120
        ? oneLine.substring(0, 110) + "… " + oneLine.length() + " characters"
        : oneLine;
  }

  Stream<DynamicTest> tests(List<Wrong> wrongs) {
    assertTrue(wrongs.size() > 3, "a table of wrong requests");
    return wrongs.stream().map(w -> DynamicTest.dynamicTest(w.name, () -> assertRefused(w)));
  }

  void assertRefused(Wrong wrong) {
    String russian = ask(wrong, "ru-RU,ru;q=0.9");
    String english = ask(wrong, "en");
    assertTrue(CYRILLIC.matcher(russian).find(), russian);
    assertFalse(CYRILLIC.matcher(english).find(), english);
    Map<String, Long> before = known;
    known = rows();
    assertEquals(before, known, "nothing may be booked");
  }

  /** The texts for people. */
  private static String ask(Wrong wrong, String language) {
    Answer answer =
        wrong.api.with("Accept-Language", language).send(wrong.method, wrong.path, wrong.body);
    JsonNode problem = answer.refused(wrong.status, wrong.code);
    StringBuilder texts = new StringBuilder(problem.path("detail").asString());
    assertFalse(texts.isEmpty(), answer::text);
    assertFalse(texts.toString().contains("{0}"), answer::text);
    assertEquals(answer.header("X-Request-Id"), problem.path("requestId").asString());
    boolean named = wrong.field.isEmpty();
    for (JsonNode error : problem.path("errors")) {
      texts.append(' ').append(error.path("detail").asString());
      named |= error.path("field").asString().equals(wrong.field);
      assertTrue(error.path("code").asString().matches("[A-Z_]+"), answer::text);
    }
    assertTrue(named, () -> wrong.field + " is not named in " + answer.text());
    return texts.toString();
  }

  @Override
  public void close() {
    kartela.close();
  }
}
