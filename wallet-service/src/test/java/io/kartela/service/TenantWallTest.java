package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.db.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two merchants in one database must not see each other: neither by SQL as the service's role, even
 * when a query forgets its merchant, nor through the API.
 */
class TenantWallTest extends WithShops {
  /** Needed before the merchant is known, so without a wall; anything added here needs a reason. */
  private static final Set<String> ROUTING =
      Set.of("kartela.route_slug", "kartela.route_staff", "kartela.route_device");

  /**
   * Nobody's: when the service's own jobs run, when Google may be called next, and from which
   * phones, by a hash, a call is waited for, who the installation is to push services, without a
   * word about any merchant.
   */
  private static final Set<String> JOBS =
      Set.of(
          "kartela.scheduled_tasks",
          "kartela.google_pace",
          "kartela.call_awaited",
          "kartela.web_push_key");

  /** Random numbers that authenticators are to sign, before anybody has said whose they are. */
  private static final String CHALLENGES = "kartela.route_passkey_challenge";

  /** Hashes of whoever guesses passwords, before anybody has said whose they are. */
  private static final String MISSES = "kartela.sign_in_miss";

  /** The operator's own: which key he has and what he did; kartela_app may read neither. */
  private static final Set<String> OPERATOR =
      Set.of("kartela.operator_key", "kartela.operator_audit", "kartela.operator_session");

  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  private final TestShop one = maker.open("one", PROGRAM);
  private final TestShop two = maker.open("two", PROGRAM);
  private final List<String> tables = tables();

  private Api ownerOfOne = kartela.api();
  private Api ownerOfTwo = kartela.api();
  private Things ofOne = new Things("", "", "", "", "", "", "");
  private Things ofTwo = ofOne;

  /** What a merchant has, by its identifiers. */
  private record Things(
      String member,
      String cardToken,
      String cardCode,
      String receipt,
      String hold,
      String campaign,
      String register) {}

  @BeforeAll
  void fill() {
    ownerOfOne = one.owner();
    ownerOfTwo = two.owner();
    ofOne = live(one, ownerOfOne);
    ofTwo = live(two, ownerOfTwo);
    for (String table : tables) {
      if (kartela.number(
              "SELECT count(*) FROM %s WHERE merchant_id = %d".formatted(table, two.id()))
          == 0) {
        plant(table);
      }
    }
  }

  private Things live(TestShop shop, Api owner) {
    Api till = shop.register();
    JsonNode member = shop.signUp(Map.of());
    String id = member.path("memberId").asString();
    String token = member.path("cardToken").asString();
    owner
        .post("/api/v1/members/" + id + "/adjustments", Map.of("amount", 50_000, "reason", "gift"))
        .expect(201);
    JsonNode receipt =
        till.post(
                "/api/v1/receipts",
                Map.of(
                    "memberId",
                    id,
                    "lines",
                    List.of(Map.of("lineNo", 1, "amount", 100_000)),
                    "spend",
                    Map.of("mode", "AMOUNT", "amount", 10_000)))
            .expect(201);
    JsonNode hold = till.post("/api/v1/holds", Map.of("memberId", id, "amount", 1_000)).expect(201);
    JsonNode campaign =
        owner.post("/api/v1/campaigns", Map.of("name", "News", "text", "Hello")).expect(201);
    return new Things(
        id,
        token,
        kartela.api().get("/api/v1/public/cards/" + token).expect(200).path("code").asString(),
        receipt.path("id").asString(),
        hold.path("id").asString(),
        campaign.path("id").asString(),
        till.get("/api/v1/register").expect(200).path("registerId").asString());
  }

  /** Copies nothing, invents a row: as an owner without checks, so that any table can be filled. */
  private void plant(String table) {
    StringBuilder columns = new StringBuilder("merchant_id");
    StringBuilder values = new StringBuilder(Long.toString(two.id()));
    for (String[] column :
        rows(
            """
            SELECT a.attname, format_type(a.atttypid, NULL), t.typtype FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull
              AND attidentity = '' AND attname <> 'merchant_id'
              AND NOT EXISTS (SELECT FROM pg_attrdef d WHERE d.adrelid = attrelid AND d.adnum = attnum)
            """
                .formatted(table))) {
      columns.append(", ").append(column[0]);
      values.append(", ").append(sample(column[1], column[2]));
    }
    kartela.execute(
        """
        SET session_replication_role = replica;
        DO $$ DECLARE c record; BEGIN
          FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = '%1$s'::regclass AND contype = 'c' LOOP
            EXECUTE format('ALTER TABLE %1$s DROP CONSTRAINT %%I', c.conname);
          END LOOP;
        END $$;
        INSERT INTO %1$s (%2$s) VALUES (%3$s)
        """
            .formatted(table, columns, values));
  }

  private static String sample(String type, String kind) {
    if (kind.equals("e")) {
      return "(enum_range(NULL::%s))[1]".formatted(type);
    }
    return switch (type) {
      case "bigint", "integer", "smallint", "numeric" -> "7";
      case "boolean" -> "true";
      case "text", "character varying" -> "'x'";
      case "bytea" -> "'\\x00'";
      case "json", "jsonb" -> "'{}'";
      case "date", "timestamp with time zone" -> "'2026-11-21'";
      case "bigint[]", "text[]" -> "'{}'";
      case "xid8" -> "'1'";
      default -> throw new IllegalStateException("teach this test the type " + type);
    };
  }

  private List<String> tables() {
    return rows(
            """
            SELECT n.nspname || '.' || c.relname FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'merchant_id' AND NOT attisdropped
            WHERE n.nspname IN ('kartela', 'ledger') AND c.relkind IN ('r', 'p') ORDER BY 1
            """)
        .stream()
        .map(row -> row[0])
        .filter(table -> !ROUTING.contains(table))
        .toList();
  }

  private List<String[]> rows(String sql) {
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      List<String[]> rows = new ArrayList<>();
      while (r.next()) {
        String[] row = new String[r.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
          row[i] = String.valueOf(r.getString(i + 1));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** How many rows a statement of the service's role touches when confined to merchant 1. */
  private long touched(long merchant, String sql) {
    try (Connection c = kartela.database().app().getConnection();
        Statement s = c.createStatement()) {
      c.setAutoCommit(false);
      if (merchant != 0) {
        s.execute("SELECT set_config('kartela.merchant', '%d', true)".formatted(merchant));
      }
      long rows = 0;
      if (s.execute(sql)) {
        try (ResultSet r = s.getResultSet()) {
          r.next();
          rows = r.getLong(1);
        }
      } else {
        rows = s.getUpdateCount();
      }
      c.rollback();
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getSQLState() + " " + sql, e);
    }
  }

  private static boolean forbidden(IllegalStateException e) {
    return String.valueOf(e.getMessage()).startsWith("42501");
  }

  @Test
  void everyTableOfAMerchantIsBehindTheWall() {
    assertTrue(tables.size() > 25, tables::toString);
    Set<String> open = new TreeSet<>();
    for (String[] row :
        rows(
            """
            SELECT n.nspname || '.' || c.relname FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('kartela', 'ledger') AND c.relkind IN ('r', 'p')
              AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity OR NOT EXISTS (
                SELECT FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname
                  AND 'kartela_app' = ANY (p.roles) AND p.cmd = 'ALL'
                  AND p.qual LIKE '%merchant_id = %kartela.merchant%'))
              AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id')
            """)) {
      open.add(row[0]);
    }
    assertEquals(new TreeSet<>(ROUTING), open);
  }

  @Test
  void noTableIsWithoutAMerchant() {
    // A table without merchant_id would be nobody's, so everybody's. Flyway's own history is no
    // such.
    List<String> without =
        rows(
                """
                SELECT n.nspname || '.' || c.relname FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('kartela', 'ledger') AND c.relkind IN ('r', 'p')
                  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id')
                """)
            .stream()
            .map(row -> row[0])
            .filter(table -> !table.contains(".flyway_") && !JOBS.contains(table))
            .filter(table -> !OPERATOR.contains(table) && !CHALLENGES.equals(table))
            .filter(table -> !MISSES.equals(table))
            .toList();
    assertEquals(List.of(), without);
  }

  /** The operator knows which merchants there are, and cannot look behind their doors. */
  @Test
  void theOperatorSeesNobodysThings() {
    Database database = kartela.open();
    try (database) {
      long merchants =
          database.asOperator(c -> number(c, "SELECT count(merchant_id) FROM kartela.merchant"));
      assertTrue(merchants >= 3, "sees " + merchants);
      for (String table : tables) {
        if (!table.equals("kartela.merchant")) {
          assertThrows(
              io.kartela.service.platform.db.DatabaseException.class,
              () -> database.asOperator(c -> number(c, "SELECT count(*) FROM " + table)),
              table);
        }
      }
      assertThrows(
          io.kartela.service.platform.db.DatabaseException.class,
          () -> database.asOperator(c -> number(c, "SELECT max(color) FROM kartela.merchant")));
      for (String table : OPERATOR) {
        assertThrows(
            io.kartela.service.platform.db.DatabaseException.class,
            () -> database.inTenant(one.id(), c -> number(c, "SELECT count(*) FROM " + table)),
            table);
      }
    }
  }

  private static long number(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getLong(1);
    }
  }

  @Test
  void theServiceIsNobodyWhomTheWallLetsThrough() {
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM pg_roles WHERE rolname IN ('kartela_app', 'kartela_worker')"
                + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"));
  }

  @Test
  void aRollbackLeavesTheServiceInItsRole() {
    try (Database database = kartela.open()) {
      for (int i = 0; i < 3; i++) {
        // What a refusal does to the transaction of a connection that nobody has used before.
        assertThrows(
            IllegalStateException.class,
            () ->
                database.inTransaction(
                    c -> {
                      throw new IllegalStateException("refused");
                    }));
        assertEquals("kartela_app", database.inTransaction(TenantWallTest::role));
        assertThrows(
            IllegalStateException.class,
            () ->
                database.asWorker(
                    c -> {
                      throw new IllegalStateException("refused");
                    }));
        assertEquals("kartela_worker", database.asWorker(TenantWallTest::role));
      }
    }
  }

  private static String role(Connection c) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery("SELECT current_user")) {
      r.next();
      return r.getString(1);
    }
  }

  @Test
  void readsOnlyItsOwnRows() {
    for (String table : tables) {
      assertTrue(
          kartela.number("SELECT count(*) FROM " + table + " WHERE merchant_id = " + two.id()) > 0,
          table);
      assertEquals(
          0,
          touched(one.id(), "SELECT count(*) FROM " + table + " WHERE merchant_id <> " + one.id()),
          table);
      assertEquals(0, touched(0, "SELECT count(*) FROM " + table), table);
    }
  }

  @Test
  void changesAndDeletesOnlyItsOwnRows() {
    int tried = 0;
    for (String table : tables) {
      for (String sql :
          List.of(
              "DELETE FROM " + table + " WHERE merchant_id = " + two.id(),
              "UPDATE "
                  + table
                  + " SET "
                  + someUpdatable(table)
                  + " WHERE merchant_id = "
                  + two.id())) {
        if (sql.contains("SET  WHERE")) {
          continue;
        }
        try {
          assertEquals(0, touched(one.id(), sql), sql);
          assertEquals(0, touched(0, sql), sql);
          tried++;
        } catch (IllegalStateException e) {
          // Not even its own rows may be changed: a wall of its own.
          assertTrue(forbidden(e), () -> sql + " " + e);
        }
      }
    }
    assertTrue(tried > 15, "only " + tried);
  }

  /** A column that the service may update, set to itself; empty when there is none. */
  private String someUpdatable(String table) {
    return rows(
            """
            SELECT attname FROM pg_attribute WHERE attrelid = '%1$s'::regclass AND attnum > 0 AND NOT attisdropped
              AND attgenerated = '' AND has_column_privilege('kartela_app', '%1$s'::regclass, attname, 'UPDATE') ORDER BY attnum DESC LIMIT 1
            """
                .formatted(table))
        .stream()
        .map(row -> row[0] + " = " + row[0])
        .findFirst()
        .orElse("");
  }

  @Test
  void insertsNothingForAnother() {
    for (String table : tables) {
      // The very row of merchant 2: were the wall not there, a key would be violated instead.
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () -> touched(one.id(), insertOfTwo(table)),
              () -> insertOfTwo(table));
      assertTrue(forbidden(refused), () -> table + " " + refused);
    }
  }

  private String insertOfTwo(String table) {
    String columns =
        String.join(
            ", ",
            rows(
                    """
                    SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0
                      AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
                    """
                        .formatted(table))
                .stream()
                .map(row -> row[0])
                .toList());
    String[] row =
        rows("SELECT %s FROM %s WHERE merchant_id = %d LIMIT 1".formatted(columns, table, two.id()))
            .getFirst();
    StringBuilder values = new StringBuilder();
    for (String value : row) {
      values.append(values.isEmpty() ? "" : ", ");
      values.append(value.equals("null") ? "NULL" : "'" + value.replace("'", "''") + "'");
    }
    return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, values);
  }

  @Test
  void aRegisterReachesNothingOfAnotherMerchant() {
    Api till = one.register();
    String amount = "[{\"lineNo\":1,\"amount\":1000}]";
    for (String path : List.of("/api/v1/quotes", "/api/v1/receipts")) {
      till.postText(path, "{\"memberId\":\"%s\",\"lines\":%s}".formatted(ofTwo.member, amount))
          .refused(404, "MEMBER_NOT_FOUND");
    }
    till.get("/api/v1/receipts/" + ofTwo.receipt).refused(404, "RECEIPT_NOT_FOUND");
    till.post("/api/v1/receipts/" + ofTwo.receipt + "/returns", Map.of())
        .refused(404, "RECEIPT_NOT_FOUND");
    till.post("/api/v1/holds", Map.of("memberId", ofTwo.member, "amount", 100))
        .refused(404, "MEMBER_NOT_FOUND");
    till.delete("/api/v1/holds/" + ofTwo.hold).refused(404, "HOLD_NOT_FOUND");
    till.post("/api/v1/scans", Map.of("text", ofTwo.cardCode)).refused(404, "CARD_NOT_FOUND");
    JsonNode list = till.get("/api/v1/receipts").expect(200);
    assertEquals(1, list.path("items").size());
    assertEquals(ofOne.receipt, list.path("items").path(0).path("id").asString());
    // The same requests are right at home: it is the wall that refused, not a mistake in them.
    two.register().get("/api/v1/receipts/" + ofTwo.receipt).expect(200);
    two.register().post("/api/v1/scans", Map.of("text", ofTwo.cardCode)).expect(200);
    two.register().delete("/api/v1/holds/" + ofTwo.hold).expect(204);
  }

  @Test
  void aSessionReachesNothingOfAnotherMerchant() {
    for (String path :
        List.of(
            "/api/v1/members/" + ofTwo.member, "/api/v1/members/" + ofTwo.member + "/operations")) {
      ownerOfOne.get(path).refused(404, "MEMBER_NOT_FOUND");
      ownerOfTwo.get(path).expect(200);
    }
    ownerOfOne
        .post(
            "/api/v1/members/" + ofTwo.member + "/adjustments",
            Map.of("amount", 100, "reason", "theft"))
        .refused(404, "MEMBER_NOT_FOUND");
    ownerOfOne.get("/api/v1/receipts/" + ofTwo.receipt).refused(404, "RECEIPT_NOT_FOUND");
    ownerOfOne.get("/api/v1/campaigns/" + ofTwo.campaign).refused(404, "CAMPAIGN_NOT_FOUND");
    ownerOfOne
        .put("/api/v1/campaigns/" + ofTwo.campaign + "/state", Map.of("state", "CANCELLED"))
        .refused(404, "CAMPAIGN_NOT_FOUND");
    ownerOfOne.delete("/api/v1/registers/" + ofTwo.register).refused(404, "REGISTER_NOT_FOUND");
    two.register().get("/api/v1/register").expect(200);
    String storeOfTwo = ownerOfTwo.get("/api/v1/stores").expect(200).at("/items/0/id").asString();
    ownerOfOne
        .post("/api/v1/registers", Map.of("storeId", storeOfTwo, "name", "Spy"))
        .refused(404, "STORE_NOT_FOUND");
    for (String list : List.of("/api/v1/members", "/api/v1/campaigns")) {
      JsonNode page = ownerOfOne.get(list).expect(200);
      assertEquals(1, page.path("items").size(), page::toString);
    }
  }

  @Test
  void aKeyOrSessionWithAnotherMerchantsNumberIsNobodys() {
    String key = String.valueOf(one.register().headers().get("Authorization"));
    String forged = key.replace("krt_" + one.id() + "_", "krt_" + two.id() + "_");
    assertFalse(forged.equals(key));
    one.register()
        .with("Authorization", forged)
        .get("/api/v1/register")
        .refused(401, "REGISTER_KEY_INVALID");
    String cookie = String.valueOf(ownerOfOne.headers().get("Cookie"));
    String other = cookie.replace("=" + one.id() + ".", "=" + two.id() + ".");
    assertFalse(other.equals(cookie));
    ownerOfOne.with("Cookie", other).get("/api/v1/members").refused(401, "UNAUTHENTICATED");
  }

  @Test
  void aCardsTokenAndSerialWorkOnlyAtHome() {
    String swapped = swapMerchant(ofOne.cardToken);
    assertFalse(swapped.equals(ofOne.cardToken));
    kartela.api().get("/api/v1/public/cards/" + ofOne.cardToken).expect(200);
    kartela.api().get("/api/v1/public/cards/" + swapped).refused(404, "CARD_NOT_FOUND");
    kartela.api().get("/c/" + swapped + ".pkpass").refused(404, "CARD_NOT_FOUND");
    String type = DevelopmentCa.PASS_TYPE_IDENTIFIER;
    String[] pass = pass(one.id());
    String[] foreign = pass(two.id());
    Api phone = kartela.api().with("Authorization", "ApplePass " + pass[1]);
    phone.get("/apple/v1/passes/" + type + "/" + pass[0]).expectStatus(200);
    phone.get("/apple/v1/passes/" + type + "/" + foreign[0]).expectStatus(401);
    phone.get("/apple/v1/passes/" + type + "/" + swapMerchant(pass[0])).expectStatus(401);
  }

  private String[] pass(long merchant) {
    return rows("SELECT serial, auth_token FROM kartela.pass WHERE merchant_id = " + merchant)
        .getFirst();
  }

  /** Serials and tokens begin with their merchant; this puts the other one there. */
  private String swapMerchant(String ofOne) {
    return Long.toString(two.id(), 36) + ofOne.substring(ofOne.indexOf('-'));
  }
}
