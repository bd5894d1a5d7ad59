package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.http.Http;
import io.kartela.service.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Certificates and keys over HTTP: refused before a phone could, replaced without losing a card.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentitiesTest {
  private static final String ALL = "/api/v1/identities";
  private static final Duration YEAR = Duration.ofDays(365);

  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Api owner = kartela.owner();
  private final DevelopmentCa ca =
      DevelopmentCa.openOrCreate(kartela.folder().resolve("certs"), Instant.now());
  private final DevelopmentCa stranger = DevelopmentCa.inMemory(Instant.now());
  private final Instant yesterday = kartela.clock().instant().minus(Duration.ofDays(1));
  private final Newcomer holder = Newcomer.join(kartela.api(), "+7 916 400-00-01", "Анна", true);

  @AfterAll
  void close() {
    kartela.close();
  }

  static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  private static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(X509Certificate certificate) {
    return pem("CERTIFICATE", Base64.getDecoder().decode(base64(certificate)));
  }

  private static String p12(ApplePassIdentity identity, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "pass",
          identity.privateKey(),
          password.toCharArray(),
          new Certificate[] {identity.certificate(), identity.intermediate()});
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return Base64.getEncoder().encodeToString(out.toByteArray());
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ApplePassIdentity identity(String type, String team, Instant from, Duration life) {
    return ca.issuePassIdentity(type, team, true, from, life);
  }

  private ApplePassIdentity ours() {
    return identity(
        DevelopmentCa.PASS_TYPE_IDENTIFIER, DevelopmentCa.TEAM_IDENTIFIER, yesterday, YEAR);
  }

  private static Map<String, Object> apple(String pem) {
    return Map.of("kind", "APPLE_PASS", "pem", pem);
  }

  private Map<String, Map<String, Object>> broken() throws GeneralSecurityException {
    ApplePassIdentity good = ours();
    String wwdr = pem(good.intermediate());
    String type = DevelopmentCa.PASS_TYPE_IDENTIFIER;
    String team = DevelopmentCa.TEAM_IDENTIFIER;
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    Map<String, Map<String, Object>> broken = new HashMap<>();
    broken.put("UNREADABLE", Map.of("kind", "APPLE_PASS", "p12", "AAAA"));
    broken.put(
        "WRONG_PASSWORD",
        Map.of("kind", "APPLE_PASS", "p12", p12(good, "right"), "password", "wrong"));
    broken.put("OTHER_FILE", Map.of("kind", "APPLE_PASS", "p12", "JVBERi0xLjcK"));
    broken.put("NO_PRIVATE_KEY", apple(pem(good.certificate()) + wwdr));
    broken.put("NO_CERTIFICATE", apple(pem(good.privateKey()) + wwdr));
    broken.put(
        "SEVERAL_KEYS",
        apple(pem(good.privateKey()) + pem(ours().privateKey()) + pem(good.certificate()) + wwdr));
    broken.put("KEY_MISMATCH", apple(pem(ours().privateKey()) + pem(good.certificate()) + wwdr));
    broken.put("NO_INTERMEDIATE", apple(pem(good.privateKey()) + pem(good.certificate())));
    Map<String, Object> foreign =
        new HashMap<>(apple(pem(good.privateKey()) + pem(good.certificate())));
    foreign.put("intermediate", base64(stranger.intermediate()));
    broken.put("WRONG_INTERMEDIATE", foreign);
    broken.put(
        "EXPIRED", apple(identity(type, team, yesterday.minus(YEAR), YEAR.minusDays(9)).toPem()));
    broken.put(
        "NOT_YET_VALID",
        apple(identity(type, team, yesterday.plus(Duration.ofDays(9)), YEAR).toPem()));
    broken.put("PASS_TYPE_MISMATCH", apple(identity("pass.other", team, yesterday, YEAR).toPem()));
    broken.put("TEAM_MISMATCH", apple(identity(type, "OTHERTEAM", yesterday, YEAR).toPem()));
    broken.put(
        "NOT_A_PASS_CERTIFICATE",
        apple(
            pem(ca.serverIdentity().key())
                + pem(ca.serverIdentity().chain().getFirst())
                + pem(ca.root())));
    broken.put(
        "NOT_A_SERVICE_ACCOUNT", Map.of("kind", "GOOGLE_ACCOUNT", "json", "{\"type\":\"user\"}"));
    ObjectNode account = (ObjectNode) Http.JSON.readTree(ca.googleServiceAccount().toJson());
    account.remove("client_email");
    broken.put("MISSING_FIELD", Map.of("kind", "GOOGLE_ACCOUNT", "json", account.toString()));
    broken.put(
        "KEY_TYPE", Map.of("kind", "NFC_KEY", "pem", pem(rsa.generateKeyPair().getPrivate())));
    return broken;
  }

  private Map<String, Object> google(String issuerId) {
    return Map.of(
        "kind", "GOOGLE_ACCOUNT", "json", ca.googleServiceAccount().toJson(), "issuerId", issuerId);
  }

  /** The simulated Google lets this account write for the demo's issuer and for no other. */
  @Test
  void aGoogleAccountSaysWhomItActsFor() {
    for (String wrong : List.of("123456789", "123456789012345678901", "33880000000abcdefgh", "0")) {
      JsonNode refused = owner.post(ALL, google(wrong)).refused(422, "INVALID_FIELDS");
      assertEquals("issuerId", refused.at("/errors/0/field").asString(), wrong);
    }
    owner
        .post(ALL, Map.of("kind", "NFC_KEY", "generate", true, "issuerId", Simulator.GOOGLE_ISSUER))
        .refused(422, "INVALID_FIELDS");
    String foreign = "3388000000099999999";
    JsonNode checked = owner.post(ALL + "/check", google(foreign)).expect(200);
    assertEquals("NO_ISSUER_RIGHTS", checked.at("/problems/0/code").asString());
    assertTrue(checked.at("/problems/0/text/en").asString().contains(foreign), checked::toString);
    String id = owner.post(ALL, google(foreign)).expect(201).path("id").asString();
    JsonNode no =
        owner.post(ALL + "/" + id + "/activate", Map.of()).refused(422, "IDENTITY_REFUSED");
    assertEquals("NO_ISSUER_RIGHTS", no.at("/errors/0/code").asString());
    owner.delete(ALL + "/" + id).expectStatus(204);

    assertTrue(
        owner
            .post(ALL + "/check", google(Simulator.GOOGLE_ISSUER))
            .expect(200)
            .path("valid")
            .asBoolean());
    JsonNode kept = owner.post(ALL, google(Simulator.GOOGLE_ISSUER)).expect(201);
    assertEquals(Simulator.GOOGLE_ISSUER, kept.at("/detail/issuerId").asString());
    String good = kept.path("id").asString();
    owner.post(ALL + "/" + good + "/activate", Map.of()).expect(200);
    SimulatedPhone android = SimulatedPhone.create(kartela.api(), "GOOGLE");
    android.add(Newcomer.join(kartela.api(), "+7 916 400-77-01", "Вера", true).cardToken());

    // Another takes its place; this one still writes the cards of its issuer unless that does, too.
    String next =
        owner.post(ALL, google(Simulator.GOOGLE_ISSUER)).expect(201).path("id").asString();
    owner.post(ALL + "/" + next + "/activate", Map.of()).expect(200);
    owner.delete(ALL + "/" + good).expectStatus(204);
    Map<String, Object> plain = new HashMap<>(google(Simulator.GOOGLE_ISSUER));
    plain.remove("issuerId");
    String usual = owner.post(ALL, plain).expect(201).path("id").asString();
    owner.post(ALL + "/" + usual + "/activate", Map.of()).expect(200);
    owner.delete(ALL + "/" + next).refused(409, "IDENTITY_STATE");
  }

  @TestFactory
  List<DynamicTest> everyBrokenIdentityIsRefusedForItsOwnReason() throws GeneralSecurityException {
    List<DynamicTest> tests = new ArrayList<>();
    broken()
        .forEach(
            (reason, body) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        reason,
                        () -> {
                          JsonNode said = owner.post(ALL + "/check", body).expect(200);
                          assertFalse(said.path("valid").asBoolean());
                          Set<String> codes = new HashSet<>();
                          said.path("problems").forEach(p -> codes.add(p.path("code").asString()));
                          assertTrue(codes.contains(reason), said.toString());
                          assertEquals(
                              reason, said.at("/problems/0/code").asString(), said.toString());
                          owner.post(ALL, body).refused(422, "IDENTITY_REFUSED");
                        })));
    return tests;
  }

  @Test
  void aPasswordKeepsItsSpacesAndLosesThoseOfThePaste() {
    for (String given : List.of(" s3 cret ", "pasted\n")) {
      String real = given.endsWith("\n") ? given.strip() : given;
      assertTrue(
          owner
              .post(
                  ALL + "/check",
                  Map.of("kind", "APPLE_PASS", "p12", p12(ours(), real), "password", given))
              .expect(200)
              .path("valid")
              .asBoolean(),
          given);
    }
  }

  @Test
  void aCertificateIsReplacedAndNoCardIsLost() {
    SimulatedPhone phone = SimulatedPhone.create(kartela.api(), "APPLE");
    phone.add(holder.cardToken());
    ApplePassIdentity next = ours();
    String pass = "p-" + next.certificate().getSerialNumber();
    JsonNode kept =
        owner
            .post(
                ALL,
                Map.of(
                    "kind",
                    "APPLE_PASS",
                    "name",
                    "Next year",
                    "p12",
                    p12(next, pass),
                    "password",
                    pass))
            .expect(201);
    assertEquals("STORED", kept.path("state").asString());
    assertEquals(
        DevelopmentCa.PASS_TYPE_IDENTIFIER, kept.at("/detail/passTypeIdentifier").asString());
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.signing_identity WHERE sealed NOT LIKE 'kartela:1:%'"),
        "unreadable at rest");
    String one = ALL + "/" + kept.path("id").asString();
    assertEquals(
        "ACTIVE", owner.post(one + "/activate", Map.of()).expect(200).path("state").asString());

    byte[] file =
        kartela.api().get("/c/" + holder.cardToken() + ".pkpass").expectStatus(200).bytes();
    OpenedPass opened = OpenedPass.of(file);
    opened.assertSignedUnder(kartela.folder().resolve("certs").resolve("root.pem"));
    assertTrue(contains(file, next.certificate()), "signed by the new certificate");

    // The phone that took the card under the old certificate still hears of changes.
    String campaign = "Новый сертификат, старая карта";
    owner
        .with("Idempotency-Key", "identity-1")
        .post("/api/v1/campaigns", Map.of("name", "Still here", "text", campaign))
        .expectStatus(201);
    phone.await(p -> SimulatedPhone.value(p, "news").equals(campaign));

    ApplePassIdentity third = ours();
    String two =
        ALL + "/" + owner.post(ALL, apple(third.toPem())).expect(201).path("id").asString();
    owner.post(two + "/activate", Map.of()).expect(200);
    assertEquals("RETIRED", owner.get(one).expect(200).path("state").asString());
    owner.delete(two).refused(409, "IDENTITY_STATE");
    owner.post(one + "/activate", Map.of()).expect(200);
    owner.delete(two).expectStatus(204);
  }

  @Test
  void ofTwoThatAreTakenIntoUseAtOnceOneIsInUse() throws Exception {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(ALL + "/" + owner.post(ALL, apple(ours().toPem())).expect(201).path("id").asString());
    }
    owner.post(all.getFirst() + "/activate", Map.of()).expect(200);
    List<CompletableFuture<?>> wishes = new ArrayList<>();
    try (Connection c = kartela.admin().getConnection()) {
      c.setAutoCommit(false);
      // Both are on their way before either comes to its end.
      c.createStatement()
          .execute(
              "SELECT 1 FROM kartela.signing_identity WHERE kind = 'APPLE_PASS' AND state ="
                  + " 'ACTIVE' FOR UPDATE");
      for (String one : all.subList(1, 3)) {
        wishes.add(
            CompletableFuture.runAsync(() -> owner.post(one + "/activate", Map.of()).expect(200)));
      }
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (waiting() < 2) {
        assertTrue(System.nanoTime() < end, "both wait");
        Thread.sleep(20);
      }
      c.rollback();
    }
    for (CompletableFuture<?> wish : wishes) {
      wish.get(20, TimeUnit.SECONDS);
    }
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.signing_identity WHERE kind = 'APPLE_PASS' AND state ="
                + " 'ACTIVE'"));
  }

  private long waiting() {
    return kartela.number(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
            + " wait_event_type = 'Lock'");
  }

  private static boolean contains(byte[] file, X509Certificate certificate) {
    byte[] der = Base64.getDecoder().decode(base64(certificate));
    return new String(file, StandardCharsets.ISO_8859_1)
        .contains(new String(der, StandardCharsets.ISO_8859_1));
  }

  @Test
  void endingsAreToldAhead() {
    Instant now = kartela.clock().instant();
    for (Map.Entry<Integer, String> one :
        Map.of(80, "NOTICE", 20, "WARNING", 5, "CRITICAL").entrySet()) {
      ApplePassIdentity ending =
          identity(
              DevelopmentCa.PASS_TYPE_IDENTIFIER,
              DevelopmentCa.TEAM_IDENTIFIER,
              yesterday,
              Duration.between(yesterday, now.plus(Duration.ofDays(one.getKey()).plusHours(1))));
      JsonNode kept = owner.post(ALL, apple(ending.toPem())).expect(201);
      assertEquals(one.getKey(), kept.path("daysLeft").asInt());
      assertEquals(one.getValue(), kept.path("warning").asString());
    }
    JsonNode health = kartela.api().get("/health").expect(200);
    assertEquals("UP", health.path("status").asString());
    assertTrue(health.path("warnings").isArray());
    String metrics = kartela.api().get("/metrics").expectStatus(200).text();
    assertTrue(metrics.contains("kartela_identities_ending{within_days=\"30\"}"), "as metrics");
    assertTrue(metrics.contains("kartela_identity_days_left{certificate=\"wwdr\"}"), "WWDR, too");
  }

  @Test
  void anNfcKeyShowsItsPublicHalvesOnly() {
    JsonNode key = owner.post(ALL, Map.of("kind", "NFC_KEY", "generate", true)).expect(201);
    assertTrue(
        key.at("/detail/applePublicKey")
            .asString()
            .startsWith("MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgA"));
    assertTrue(
        key.at("/detail/googlePublicKeyPem").asString().startsWith("-----BEGIN PUBLIC KEY-----"));
    assertFalse(key.toString().contains("PRIVATE"));
    kartela.marketer().get(ALL).refused(403, "FORBIDDEN");
  }

  @Test
  void nfcStandsInTheCardWhenTheDesignWantsItAndTheCertificateAllows() {
    ObjectNode document =
        (ObjectNode)
            Http.JSON.readTree(io.kartela.service.wallet.design.DesignVersion.firstDocument());
    document.put("nfc", true);
    owner.put("/api/v1/design/draft", Map.of("revision", 0, "document", document)).expect(200);
    owner.post("/api/v1/design/publish", Map.of("revision", 1)).expect(201);
    JsonNode pass =
        OpenedPass.of(
                kartela.api().get("/c/" + holder.cardToken() + ".pkpass").expectStatus(200).bytes())
            .pass();
    String message = pass.at("/nfc/message").asString();
    // Neither the serial nor the address of the page: those stand in logs.
    assertTrue(message.matches("[0-9A-F]{32}"), message);
    JsonNode google =
        owner.post("/api/v1/design/preview", Map.of("document", document)).expect(200);
    assertTrue(google.at("/google/loyaltyClass/enableSmartTap").asBoolean());
    assertTrue(google.at("/google/loyaltyObject/smartTapRedemptionValue").isString());
    JsonNode found = kartela.register().post("/api/v1/scans", Map.of("text", message)).expect(200);
    assertEquals(holder.memberId(), found.path("memberId").asString());
  }
}
