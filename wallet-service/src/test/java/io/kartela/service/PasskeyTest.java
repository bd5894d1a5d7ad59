package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A passkey signs in by itself or after the password, at the public address and nowhere else. */
class PasskeyTest extends WithShops {
  private static final String SESSION = "/api/v1/session";
  private static final String PASSKEYS = SESSION + "/passkeys";
  private static final Map<String, ?> PASSWORD = Map.of("password", "a long enough password");
  private static final int VERIFIED = SoftAuthenticator.USER_VERIFIED;

  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());
  private final ConcurrentLinkedQueue<Api.Exchange> walked = new ConcurrentLinkedQueue<>();
  private final Api visitor = kartela.api().listening(walked::add);
  private final String origin = kartela.url().toString().replaceAll("/$", "");

  PasskeyTest() {
    super(PasskeyTest::atLocalhost);
  }

  /** Browsers allow passkeys on this machine by its name. */
  private static TestKartela atLocalhost(TestClock clock) {
    String port = Integer.toString(freePort());
    return TestKartela.start(
        clock,
        Map.of(
            "KARTELA_HTTP_PORT",
            port,
            "KARTELA_HTTP_PUBLIC_URL",
            "http://localhost:" + port,
            "KARTELA_HTTP_TRUSTED_PROXIES",
            "127.0.0.1"));
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void allIsAsTheContractSays() {
    Set<String> mistakes = new LinkedHashSet<>();
    walked.forEach(exchange -> mistakes.addAll(contract.mistakes(exchange)));
    assertEquals("", String.join("\n", mistakes));
  }

  /** Somebody with a passkey. */
  private record Person(Api api, String email, SoftAuthenticator authenticator, String handle) {}

  private Person withPasskey(String slug) {
    TestShop shop = maker.open(slug, "");
    Api owner = shop.owner().listening(walked::add);
    SoftAuthenticator authenticator = new SoftAuthenticator(origin, "localhost", slug);
    JsonNode wanted = owner.post(PASSKEYS + "/challenge", PASSWORD).expect(200);
    JsonNode added =
        owner.post(PASSKEYS, authenticator.make(challenge(wanted), "Laptop", VERIFIED)).expect(201);
    assertEquals(10, added.path("recoveryCodes").size());
    return new Person(
        owner, "owner@" + slug + ".example", authenticator, wanted.path("userHandle").asString());
  }

  private static String challenge(JsonNode asked) {
    return asked.path("challenge").asString();
  }

  private String ask() {
    JsonNode asked = visitor.post(SESSION + "/passkey/challenge", Map.of()).expect(200);
    assertEquals("localhost", asked.path("rpId").asString());
    assertEquals(0, asked.path("allow").size());
    return challenge(asked);
  }

  private Answer show(Map<String, Object> shown) {
    return visitor.post(SESSION + "/passkey", shown);
  }

  private JsonNode password(String email) {
    return visitor
        .post(SESSION, Map.of("email", email, "password", "a long enough password"))
        .expect(202);
  }

  @Test
  void aPasskeyAloneSignsInAndEachChallengeCountsOnce() {
    Person owner = withPasskey("passkey-alone");
    owner.authenticator.count = 7;
    Map<String, Object> shown = owner.authenticator.show(ask(), owner.handle, VERIFIED);
    Answer in = show(shown);
    assertEquals(owner.email, in.expect(200).path("email").asString());
    assertTrue(in.header("Set-Cookie").startsWith("kartela_session="));
    show(shown).refused(401, "PASSKEY_FAILED");
    JsonNode own = owner.api.get(SESSION + "/second-factor").expect(200);
    assertEquals("Laptop", own.at("/passkeys/0/name").asString());
    assertFalse(own.at("/passkeys/0/lastUsedAt").isNull());
    assertEquals(origin, own.path("passkeyOrigin").asString());
    assertFalse(owner.handle.contains("owner"));
  }

  @Test
  void itIsTheSecondFactorAfterThePassword() {
    Person owner = withPasskey("passkey-second");
    JsonNode asked = password(owner.email);
    assertEquals("[\"PASSKEY\",\"RECOVERY\"]", asked.path("secondFactor").toString());
    String step = asked.path("step").asString();
    JsonNode question =
        visitor.post(SESSION + "/passkey/challenge", Map.of("step", step)).expect(200);
    assertEquals(1, question.path("allow").size());
    owner.authenticator.count = 2;
    Map<String, Object> shown =
        new LinkedHashMap<>(owner.authenticator.show(challenge(question), owner.handle, VERIFIED));
    show(shown).refused(401, "PASSKEY_FAILED"); // the challenge was the step's
    question = visitor.post(SESSION + "/passkey/challenge", Map.of("step", step)).expect(200);
    shown.putAll(owner.authenticator.show(challenge(question), owner.handle, VERIFIED));
    shown.put("step", step);
    show(shown).expectStatus(200);
    visitor
        .post(SESSION + "/passkey/challenge", Map.of("step", step))
        .refused(401, "SIGN_IN_STEP_OVER");
  }

  @Test
  void anotherAddressTimeUserOrCounterIsRefused() {
    Person owner = withPasskey("passkey-wrong");
    SoftAuthenticator key = owner.authenticator;
    key.count = 5;
    show(key.show(ask(), owner.handle, SoftAuthenticator.USER_PRESENT))
        .refused(401, "PASSKEY_FAILED");
    for (String other : new String[] {"http://localhost", "http://127.0.0.1:1", origin + "0"}) {
      show(key.at(other).show(ask(), owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");
    }
    show(key.show("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", owner.handle, VERIFIED))
        .refused(401, "PASSKEY_FAILED");
    String late = ask();
    clock.plus(Duration.ofMinutes(5).plusSeconds(1));
    show(key.show(late, owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");
    SoftAuthenticator thief = new SoftAuthenticator(origin, "localhost", "passkey-wrong");
    thief.count = 9;
    show(thief.show(ask(), owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");
    SoftAuthenticator elsewhere = new SoftAuthenticator(origin, "example.com", "passkey-wrong");
    show(elsewhere.show(ask(), owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");

    show(key.show(ask(), owner.handle, VERIFIED)).expectStatus(200);
    show(key.show(ask(), owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED"); // a copy of it
    key.count = 4;
    show(key.show(ask(), owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");
    key.count = 6;
    show(key.show(ask(), owner.handle, VERIFIED)).expectStatus(200);
  }

  @Test
  void anothersPasskeyOpensNothingOfMine() {
    Person mine = withPasskey("passkey-mine");
    Person theirs = withPasskey("passkey-theirs");
    theirs.authenticator.count = 3;
    show(theirs.authenticator.show(ask(), mine.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");
    String step = password(mine.email).path("step").asString();
    String asked =
        challenge(visitor.post(SESSION + "/passkey/challenge", Map.of("step", step)).expect(200));
    Map<String, Object> shown =
        new LinkedHashMap<>(theirs.authenticator.show(asked, theirs.handle, VERIFIED));
    shown.put("step", step);
    show(shown).refused(401, "PASSKEY_FAILED");
  }

  @Test
  void addingTakesThePasswordTheSessionsChallengeAndTheUser() {
    Person owner = withPasskey("passkey-add");
    Map<String, ?> wrong = Map.of("password", "not the password");
    owner.api.post(PASSKEYS + "/challenge", wrong).refused(422, "PASSWORD_WRONG");
    SoftAuthenticator other = new SoftAuthenticator(origin, "localhost", "passkey-add-2");
    owner.api.post(PASSKEYS, other.make(ask(), "Phone", VERIFIED)).refused(422, "PASSKEY_REFUSED");
    JsonNode wanted = owner.api.post(PASSKEYS + "/challenge", PASSWORD).expect(200);
    assertEquals(1, wanted.path("exclude").size());
    owner
        .api
        .post(PASSKEYS, other.make(challenge(wanted), "Phone", SoftAuthenticator.USER_PRESENT))
        .refused(422, "PASSKEY_REFUSED");
    wanted = owner.api.post(PASSKEYS + "/challenge", PASSWORD).expect(200);
    JsonNode added =
        owner.api.post(PASSKEYS, other.make(challenge(wanted), "Phone", VERIFIED)).expect(201);
    assertEquals(0, added.path("recoveryCodes").size(), "there were some already");
    wanted = owner.api.post(PASSKEYS + "/challenge", PASSWORD).expect(200);
    owner
        .api
        .post(PASSKEYS, other.make(challenge(wanted), "Again", VERIFIED))
        .refused(409, "PASSKEY_EXISTS");
  }

  @Test
  void itIsRenamedAndRemoved() {
    Person owner = withPasskey("passkey-rename");
    String id =
        owner.api.get(SESSION + "/second-factor").expect(200).at("/passkeys/0/id").asString();
    String one = PASSKEYS + "/" + id;
    owner.api.put(one, Map.of("name", "")).refused(422, "INVALID_FIELDS");
    owner.api.put(one, Map.of("name", "Work laptop")).expect(204);
    owner.api.post(one + "/remove", Map.of("password", "wrong")).refused(422, "PASSWORD_WRONG");
    owner.api.post(one + "/remove", PASSWORD).expect(204);
    owner.api.post(one + "/remove", PASSWORD).refused(404, "PASSKEY_NOT_FOUND");
    owner.authenticator.count = 8;
    show(owner.authenticator.show(ask(), owner.handle, VERIFIED)).refused(401, "PASSKEY_FAILED");
    visitor
        .post(SESSION, Map.of("email", owner.email, "password", "a long enough password"))
        .expect(200);
    String told = owner.api.get("/api/v1/audit").expect(200).toString();
    for (String kind : new String[] {"PASSKEY_ADDED", "PASSKEY_RENAMED", "PASSKEY_REMOVED"}) {
      assertTrue(told.contains(kind), told);
    }
  }

  @Test
  void whatIsNoPasskeyIsRefusedInWords() {
    Map<String, Object> rubbish =
        Map.of("id", "AA", "clientDataJson", "e30", "authenticatorData", "AA", "signature", "AA");
    show(rubbish).refused(401, "PASSKEY_FAILED");
    show(Map.of("id", "%%")).refused(422, "INVALID_FIELDS");
  }
}
