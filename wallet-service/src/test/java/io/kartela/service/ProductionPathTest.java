package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.MasterKey;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import io.kartela.push.sms.FakeSmsRu;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Loading;
import io.kartela.service.platform.http.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From an empty PostgreSQL to a committed receipt in production mode, behind TLS, by HTTP alone: as
 * docs/operator.md tells it.
 */
class ProductionPathTest {
  private static final Pattern KEY = Pattern.compile("kop_[A-Za-z0-9_-]{43}");
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");
  private static final String PHONE = "+79167790001";

  @TempDir Path folder;

  private Config config(TestDatabase database, URI publicUrl, FakeSmsRu sms, String... args) {
    // Migrations as the role that all tests of this server migrate with, who then owns the groups.
    String url = database.url() + "&options=-c%20role%3Dkartela_owner";
    Map<String, String> env = new LinkedHashMap<>();
    env.put("KARTELA_MODE", "production");
    env.put("KARTELA_MASTER_KEY", MasterKey.generate());
    env.put("KARTELA_DATABASE_URL", url);
    env.put("KARTELA_DATA_FOLDER", folder.resolve("data").toString());
    env.put("KARTELA_HTTP_PORT", "0");
    env.put("KARTELA_HTTP_PUBLIC_URL", publicUrl.toString());
    env.put("KARTELA_SMS_GATEWAY", "smsru");
    env.put("KARTELA_SMSRU_API_ID", "the-key");
    env.put("KARTELA_SMSRU_ADDRESS", sms.address().toString());
    return switch (Config.load(args, env)) {
      case Loading.Loaded(Config config) -> config;
      case Loading.Command(Config config, var _) -> config;
      case Loading other -> throw new AssertionError(other.toString());
    };
  }

  @Test
  void anEmptyDatabaseBecomesAShopThatSells() throws Exception {
    InstantSource clock =
        InstantSource.tick(InstantSource.system(), java.time.Duration.ofMillis(1));
    DevelopmentCa ca = DevelopmentCa.openOrCreate(folder.resolve("ca"), clock.instant());
    try (TestDatabase database = TestPostgres.empty();
        FakeSmsRu sms = new FakeSmsRu("the-key", clock, text -> {});
        TlsProxy proxy = new TlsProxy(ca.serverIdentity());
        HttpClient http = HttpClient.newBuilder().sslContext(trusting(ca)).build()) {
      URI publicUrl = URI.create("https://localhost:" + proxy.port());
      Config config = config(database, publicUrl, sms);
      String key;
      try (Kartela first = Kartela.start(config, clock)) {
        Matcher shown = KEY.matcher(first.welcome());
        assertTrue(shown.find(), first.welcome());
        key = shown.group();
      }
      // It is shown once: not at the next start, nor by the database.
      try (Kartela kartela = Kartela.start(config, clock)) {
        assertFalse(KEY.matcher(kartela.welcome()).find(), kartela.welcome());
        proxy.to(kartela.local().getPort());
        Api world = Api.at(http, publicUrl);
        Api screens = screens(world, key);
        Opened opened = open(world, world.key(key));
        Api owner = ownerSignsIn(world, opened);
        publishProgram(owner);
        String member = signUp(world, sms);
        sell(world.key(opened.registerKey), member);
        assertEquals(
            "1", owner.get("/api/v1/reports/summary").expect(200).path("receipts").asString());
        closed(world, world.key(key), opened, owner);
        screens.get("/api/v1/operator/merchants").expect(200);
        renewKey(database);
        screens.get("/api/v1/operator/merchants").refused(401, "OPERATOR_KEY_INVALID");
      }
    }
  }

  /** The start page leads to the operator's screens; they keep a cookie that TLS alone carries. */
  private static Api screens(Api world, String key) {
    assertTrue(world.get("/api/v1/public/installation").expect(200).path("empty").asBoolean());
    Answer in = world.post("/api/v1/operator/session", Map.of("key", key));
    in.expect(200);
    String cookie = in.header("Set-Cookie");
    assertTrue(cookie.contains("Secure"), cookie);
    return world.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
  }

  private static void renewKey(TestDatabase database) throws SQLException {
    try (Connection c = database.admin().getConnection();
        Statement s = c.createStatement()) {
      s.execute("UPDATE kartela.operator_key SET key_hash = sha256('another key')");
    }
  }

  private record Opened(String id, String token, String registerKey) {}

  private static Opened open(Api world, Api operator) {
    world.get("/api/v1/operator/merchants").refused(401, "OPERATOR_KEY_INVALID");
    world.key("kop_wrong").get("/api/v1/operator/merchants").refused(401, "OPERATOR_KEY_INVALID");
    assertEquals(0, operator.get("/api/v1/operator/merchants").expect(200).path("items").size());
    JsonNode opened =
        operator
            .post(
                "/api/v1/operator/merchants",
                Map.of(
                    "slug",
                    "zerno",
                    "name",
                    "Кофейня «Зерно»",
                    "description",
                    Map.of("ru", "Бонусы", "en", "Bonuses"),
                    "zone",
                    "Europe/Moscow",
                    "owner",
                    Map.of("email", "Olga@Zerno.example", "name", "Ольга"),
                    "store",
                    Map.of("name", "На Покровке"),
                    "register",
                    Map.of("name", "Касса 1")))
            .expect(201);
    return new Opened(
        opened.path("merchantId").asString(),
        opened.at("/owner/invitation/token").asString(),
        opened.at("/register/key").asString());
  }

  private static Api ownerSignsIn(Api world, Opened opened) {
    String password = "пароль из десяти знаков";
    world
        .post("/api/v1/session/password", Map.of("token", opened.token, "password", "short"))
        .refused(422, "INVALID_FIELDS");
    world
        .post("/api/v1/session/password", Map.of("token", opened.token, "password", password))
        .expect(204);
    world
        .post("/api/v1/session/password", Map.of("token", opened.token, "password", password))
        .refused(410, "INVITATION_INVALID");
    return world.signedIn("olga@zerno.example", password);
  }

  /** Ten per cent instead of the five that a merchant begins with. */
  private static void publishProgram(Api owner) {
    JsonNode draft =
        owner.post("/api/v1/program/drafts", Map.of("name", "Ten per cent")).expect(201);
    String path = "/api/v1/program/drafts/" + draft.path("id").asString();
    ObjectNode document = (ObjectNode) Http.JSON.readTree(draft.path("document").asString());
    ((ObjectNode) document.at("/tiers/0")).put("earnBp", 1000);
    Answer put =
        owner
            .with("If-Match", "\"" + draft.path("revision").asInt() + "\"")
            .put(
                path,
                Map.of("name", "Ten per cent", "document", Http.JSON.writeValueAsString(document)));
    int revision = put.expect(200).path("revision").asInt();
    owner.with("If-Match", "\"" + revision + "\"").post(path + "/publish", Map.of()).expect(201);
  }

  private static String signUp(Api world, FakeSmsRu sms) {
    JsonNode started =
        world
            .post(
                "/api/v1/public/shops/zerno/sign-ups",
                Map.of("phone", PHONE, "name", "Анна", "consentTerms", true, "consentData", true))
            .expect(202);
    Matcher code = CODE.matcher(sms.taken().getLast().text());
    assertTrue(code.find());
    return world
        .post(
            "/api/v1/public/sign-ups/" + started.path("signUpId").asString() + "/confirm",
            Map.of("code", code.group()))
        .expect(200)
        .path("memberId")
        .asString();
  }

  private static void sell(Api register, String member) {
    JsonNode receipt =
        register
            .post(
                "/api/v1/receipts",
                Map.of(
                    "memberId", member, "lines", List.of(Map.of("sku", "LATTE", "amount", 30_000))))
            .expect(201);
    assertEquals(3_000, receipt.path("earned").asLong(), receipt::toString);
  }

  /** Switched off nobody gets in, and others do. */
  private static void closed(Api world, Api operator, Opened opened, Api owner) {
    String merchant = "/api/v1/operator/merchants/" + opened.id;
    JsonNode disabled = operator.post(merchant + "/disable", Map.of()).expect(200);
    assertTrue(disabled.path("disabledAt").isString(), disabled::toString);
    owner.get("/api/v1/stores").refused(401, "UNAUTHENTICATED");
    world.get("/api/v1/public/shops/zerno").refused(403, "SHOP_DISABLED");
    world
        .post(
            "/api/v1/session",
            Map.of("email", "olga@zerno.example", "password", "пароль из десяти знаков"))
        .refused(403, "SHOP_DISABLED");
    operator.post(merchant + "/enable", Map.of()).expect(200);
    owner.get("/api/v1/stores").expect(200);
    List<String> acts =
        operator
            .get("/api/v1/operator/audit")
            .expect(200)
            .path("items")
            .valueStream()
            .map(i -> i.path("action").asString())
            .toList();
    assertEquals(List.of("MERCHANT_ENABLED", "MERCHANT_DISABLED", "MERCHANT_OPENED"), acts);
  }

  private static SSLContext trusting(DevelopmentCa ca) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", ca.root());
    store.setCertificateEntry("intermediate", ca.intermediate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
