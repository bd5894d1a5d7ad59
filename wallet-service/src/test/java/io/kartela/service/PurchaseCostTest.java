package io.kartela.service;

import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a till asks costs the same for a member with a long past in a big shop as for a newcomer:
 * PostgreSQL's own counts of rows, in tables that were filled a moment ago and never analysed.
 */
class PurchaseCostTest extends WithShops {
  private static final String TABLES =
      "('receipt', 'receipt_return', 'member', 'member_standing', 'member_day', 'rule_use',"
          + " 'member_counter', 'member_once', 'account', 'lot', 'entry', 'lot_move', 'hold',"
          + " 'operation')";

  private static final int ROUNDS = 5;

  private static final String PROGRAM =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':700,'upgrades':["
          + "{'type':'windowPurchases','from':900000000000}]}],"
          + "'tierPolicy':{'window':{'unit':'MONTHS','n':3}},'rules':["
          + rule("tier", "'then':{'type':'earnByTier'}")
          + ","
          + rule(
              "sum",
              "'when':{'type':'purchasesSum','window':{'unit':'DAYS','n':30},'range':{'from':1}},"
                  + "'then':{'type':'earnPercent','percentBp':100},'budget':{'perMember':100000000}")
          + ","
          + rule("daily", "'then':{'type':'grantBonus','amount':100,'once':'PER_DAY'}")
          + ","
          + rule("stamps", "'then':{'type':'stampCard','counter':'c','n':1000}")
          + "]";

  private Scene scene = new Scene(kartela, maker.open("big", PROGRAM));
  private String old = "";
  private String young = "";

  @BeforeAll
  void fill() {
    clock.set("2026-11-21T12:00:00+03:00");
    old = scene.shop.member();
    young = scene.shop.member();
    for (String table : TABLES.substring(1, TABLES.length() - 1).replace("'", "").split(",", -1)) {
      String name = table.strip();
      String schema =
          kartela.number(
                      "SELECT count(*) FROM pg_tables WHERE schemaname = 'ledger' AND tablename = '"
                          + name
                          + "'")
                  > 0
              ? "ledger."
              : "kartela.";
      kartela.execute("ALTER TABLE " + schema + name + " SET (autovacuum_enabled = false)");
    }
    others(scene.shop.id());
    past(scene.shop.id(), old, 10_000);
    past(scene.shop.id(), young, 10);
  }

  /** The shop's other members. */
  private void others(long shop) {
    for (String sql :
        new String[] {
          "INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status,"
              + " consent_messages, created_at) SELECT %d, 1000000 + i, '+7' || i, 'N', 'ru',"
              + " 'ACTIVE', false, '2026-01-01' FROM generate_series(1, 30000) i",
          "INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since)"
              + " SELECT %d, 1000000 + i, 'bronze', '2026-01-01' FROM generate_series(1, 30000) i",
          "INSERT INTO ledger.account (merchant_id, account_id) SELECT %d, 1000000 + i FROM"
              + " generate_series(1, 30000) i",
          "INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, member_id,"
              + " at, recorded_at, gross, discount, spent, net, earned, counted, program_number,"
              + " document) SELECT %d, 10000000 + i, 1 + i %% 50, 1, 1000000 + i %% 30000,"
              + " '2026-11-21T08:00:00Z'::timestamptz - i * interval '1 minute', '2026-11-21', 100,"
              + " 0, 0, 100, 0, 100, 1, '{}' FROM generate_series(1, 60000) i",
          "INSERT INTO kartela.member_day SELECT %d, 1000000 + i, '2026-11-01', 100, 1, 100 FROM"
              + " generate_series(1, 30000) i",
          "INSERT INTO kartela.member_once SELECT %d, 1000000 + i, 'daily:2026-11-01', i,"
              + " '2026-11-01' FROM generate_series(1, 30000) i",
          "INSERT INTO kartela.rule_use SELECT %d, 1000000 + i, 'sum', 1, 1 FROM generate_series(1,"
              + " 30000) i",
          "INSERT INTO kartela.member_counter SELECT %d, 1000000 + i, 'c', 1 FROM"
              + " generate_series(1, 30000) i",
          "INSERT INTO ledger.operation SELECT %d, 'past ' || i, 'body', 'answer' FROM"
              + " generate_series(1, 30000) i",
          "INSERT INTO kartela.receipt_return SELECT %d, 50000000 + i, 10000000 + i, '2026-11-01',"
              + " 1, 0, 0, '{}' FROM generate_series(1, 30000) i",
          "INSERT INTO ledger.hold SELECT %d, 1000000 + i, 1, 'RELEASED', now(), now() + interval"
              + " '1 hour', '{1}', '{1}' FROM generate_series(1, 5000) i",
        }) {
      kartela.execute(sql.formatted(shop).replace("%%", "%"));
    }
  }

  /** A past of so many receipts, a half of them today, and as many entries. */
  private void past(long shop, String member, int n) {
    String at =
        "CASE WHEN i %% 2 = 0 THEN '2026-11-21T08:00:00Z'::timestamptz - i * interval '1"
            + " millisecond' ELSE '2026-11-20T08:00:00Z'::timestamptz - (i %% 90) * interval '1"
            + " day' END";
    for (String sql :
        new String[] {
          "INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, member_id,"
              + " at, recorded_at, gross, discount, spent, net, earned, counted, program_number,"
              + " document) SELECT %1$d, %2$s * 1000000 + i, 1, 1, %2$s, "
              + at
              + ", '2026-11-21', 100, 0, 0, 100, 0, 100, 1, '{}' FROM generate_series(1, %3$d) i",
          // The return of the day's largest purchase looks for the next one; these are not it.
          "UPDATE kartela.receipt SET counted = 10000000 WHERE merchant_id = %1$d AND receipt_id ="
              + " %2$s * 1000000 + 2",
          "INSERT INTO kartela.member_day SELECT merchant_id, member_id, (at AT TIME ZONE"
              + " 'Europe/Moscow')::date, sum(counted), count(*), max(counted) FROM kartela.receipt"
              + " WHERE merchant_id = %1$d AND member_id = %2$s GROUP BY 1, 2, 3",
          "UPDATE kartela.member_standing SET purchases = %3$d, spent_total = %3$d * 100, largest ="
              + " 10000000, first_purchase_at = '2026-01-01', last_purchase_at ="
              + " '2026-11-21T08:00:00Z' WHERE merchant_id = %1$d AND member_id = %2$s",
          "INSERT INTO kartela.member_once SELECT %1$d, %2$s, 'daily:' || ('2026-11-20'::date - i),"
              + " i, '2026-11-01' FROM generate_series(1, %3$d) i",
          "INSERT INTO ledger.account (merchant_id, account_id, balance, last_seq, last_lot) VALUES"
              + " (%1$d, %2$s, %3$d / 10 * 10000, %3$d, %3$d) ON CONFLICT (merchant_id, account_id)"
              + " DO UPDATE SET balance = excluded.balance, last_seq = excluded.last_seq, last_lot"
              + " = excluded.last_lot",
          "INSERT INTO ledger.lot SELECT %1$d, %2$s, i, 'ACCRUAL', CASE WHEN i %% 10 = 0 THEN"
              + " 'ACTIVE' ELSE 'CLOSED' END::ledger.lot_status, 10000, CASE WHEN i %% 10 = 0 THEN"
              + " 10000 ELSE 0 END, 0, 0, 0, '2026-01-01', '2026-01-01', 'infinity' FROM"
              + " generate_series(1, %3$d) i",
          "INSERT INTO ledger.entry (merchant_id, account_id, seq, op, delta, pending_delta,"
              + " debt_delta, balance_after, event_at) SELECT %1$d, %2$s, i, 'ACCRUE', 10000, 0, 0,"
              + " 10000, '2026-01-01' FROM generate_series(1, %3$d) i",
          "INSERT INTO ledger.lot_move SELECT %1$d, %2$s, i, i, 10000 FROM generate_series(1, %3$d)"
              + " i",
        }) {
      kartela.execute(sql.formatted(shop, member, n));
    }
  }

  @Test
  void aLongPastCostsNoMoreThanAShortOne() {
    Api owner = scene.shop.owner();
    for (int i = 0; i < 8; i++) { // past pgjdbc's and PostgreSQL's custom plans
      everything(owner, i % 2 == 0 ? old : young);
    }
    handIn();
    Map<String, Long> scans = counters("seq_scan", "pg_stat_user_tables");
    Map<String, Long> before = counters("idx_tup_read", "pg_stat_user_indexes");
    for (int i = 0; i < ROUNDS; i++) {
      everything(owner, young);
    }
    handIn();
    Map<String, Long> between = counters("idx_tup_read", "pg_stat_user_indexes");
    for (int i = 0; i < ROUNDS; i++) {
      everything(owner, old);
    }
    handIn();
    Map<String, Long> after = counters("idx_tup_read", "pg_stat_user_indexes");
    assertEquals(scans, counters("seq_scan", "pg_stat_user_tables"), "tables read from end to end");
    Map<String, Long> shortPast = minus(between, before);
    Map<String, Long> longPast = minus(after, between);
    assertTrue(
        shortPast.values().stream().mapToLong(Long::longValue).sum() > 0, "nothing was measured");
    // The days of a window and the first page of lots may grow; receipts and entries may not.
    longPast.forEach(
        (index, rows) ->
            assertTrue(
                rows <= shortPast.getOrDefault(index, 0L) + ROUNDS * 1_200L,
                () -> "rows read: long past %s, short past %s".formatted(longPast, shortPast)));
  }

  private static Map<String, Long> minus(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> difference = new TreeMap<>();
    a.forEach((index, rows) -> difference.put(index, rows - b.getOrDefault(index, 0L)));
    return difference;
  }

  private void everything(Api owner, String member) {
    clock.plus(java.time.Duration.ofSeconds(5));
    scene.quote(Bill.of("500", "300").by(member).spendingMost());
    JsonNode receipt = scene.buy(Bill.of("500", "300").by(member).spending("10"));
    scene.giveBack(receipt, 1, 1).expect(201);
    scene.till.get("/api/v1/receipts/" + receipt.path("id").asString()).expect(200);
    scene.till.get("/api/v1/receipts?limit=5").expect(200);
    owner.get("/api/v1/members/" + member + "/operations?limit=20").expect(200);
    owner.get("/api/v1/members/" + member).expect(200);
    scene.giveAllBack(receipt);
  }

  /** Backends hand their statistics in when they end; the service takes new ones. */
  private void handIn() {
    long end = System.nanoTime() + 20_000_000_000L;
    while (kartela.number("SELECT count(*) FROM kartela.outbox") > 0 && System.nanoTime() < end) {
      pause();
    }
    kartela.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename ="
            + " 'kartela_service'");
    pause();
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Long> counters(String counter, String view) {
    Map<String, Long> counters = new TreeMap<>();
    try (Connection connection = kartela.admin().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %2$s, sum(%1$s) FROM %3$s WHERE relname IN %4$s GROUP BY 1"
                    .formatted(
                        counter,
                        view.endsWith("indexes") ? "indexrelname" : "relname",
                        view,
                        TABLES))) {
      while (rows.next()) {
        counters.put(rows.getString(1), rows.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return counters;
  }
}
