package io.kartela.push.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SaveLinkTest {
  private static final String ANNA = GoogleBench.ISSUER + ".anna";

  private final GoogleBench bench = new GoogleBench();

  @BeforeEach
  void annaHasAnObject() {
    bench.wallet.ensureClass(GoogleBench.CLASS, GoogleBench.loyaltyClass());
    bench.wallet.insertObject(GoogleBench.object("anna"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void theTokenSaysWhatGoogleWantsAndVerifiesWithThePublicKey() throws Exception {
    // Checked with the JDK and Jackson alone, not with the code that made it.
    SaveLink links =
        new SaveLink(
            SaveLink.GOOGLE,
            GoogleBench.ACCOUNT.clientEmail(),
            GoogleBench.ACCOUNT.privateKey(),
            List.of("https://shop.example"),
            bench.clock);
    String link = links.link(ANNA, GoogleBench.CLASS).toString();
    assertTrue(link.startsWith("https://pay.google.com/gp/v/save/"), link);
    assertTrue(link.length() < 1800, "length " + link.length());
    String[] parts = link.substring("https://pay.google.com/gp/v/save/".length()).split("\\.", -1);
    assertEquals(3, parts.length);
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(GoogleBench.ACCOUNT.publicKey());
    verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
    assertTrue(verifier.verify(Base64.getUrlDecoder().decode(parts[2])));
    assertEquals("RS256", json(parts[0]).path("alg").asString());
    JsonNode claims = json(parts[1]);
    assertEquals(GoogleBench.ACCOUNT.clientEmail(), claims.path("iss").asString());
    assertEquals("google", claims.path("aud").asString());
    assertEquals("savetowallet", claims.path("typ").asString());
    assertEquals(bench.clock.instant().getEpochSecond(), claims.path("iat").asLong());
    assertEquals("https://shop.example", claims.path("origins").path(0).asString());
    JsonNode object = claims.path("payload").path("loyaltyObjects").path(0);
    assertEquals(ANNA, object.path("id").asString());
    assertEquals(GoogleBench.CLASS, object.path("classId").asString());
  }

  @Test
  void pressingAddPutsTheCardOnThatPhoneOnce() throws Exception {
    URI link = bench.links().link(ANNA, GoogleBench.CLASS);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          client.send(
              HttpRequest.newBuilder(URI.create(link + "?phone=p1")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("<button>"), page.body());
      assertEquals(Set.of(), bench.fake.phonesOf(ANNA), "looking is not adding");
      for (int i = 0; i < 2; i++) {
        HttpResponse<String> added =
            client.send(
                HttpRequest.newBuilder(URI.create(link + "?phone=p1"))
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(200, added.statusCode(), added.body());
      }
    }
    assertEquals(Set.of("p1"), bench.fake.phonesOf(ANNA));
    assertEquals(1, bench.heard.stream().filter(("save " + ANNA + " p1")::equals).count());
    assertTrue(bench.fake.remove(ANNA, "p1"));
    assertEquals(Set.of(), bench.fake.phonesOf(ANNA));
    assertEquals("remove " + ANNA + " p1", bench.heard.getLast());
  }

  @Test
  void aRestartedFakeRemembersCardsAndPhones() {
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p1");
    String snapshot = bench.fake.snapshot();
    try (GoogleBench restarted = new GoogleBench()) {
      restarted.fake.restore(snapshot);
      assertEquals(bench.fake.object(ANNA), restarted.fake.object(ANNA));
      assertEquals(Set.of("p1"), restarted.fake.phonesOf(ANNA));
      assertEquals(List.of(), restarted.heard);
      assertInstanceOf(
          GoogleAnswer.Done.class,
          restarted.wallet.patchObject(ANNA, Map.of("state", "INACTIVE"), true));
      assertEquals(snapshot, bench.fake.snapshot());
    }
  }

  @Test
  void aForgedOrForeignLinkIsRefused() {
    String token = bench.links().token(ANNA, GoogleBench.CLASS);
    String[] parts = token.split("\\.", -1);
    String payload =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace(".anna", ".boss");
    String forged =
        parts[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];
    assertInstanceOf(FakeGoogleWallet.Saved.Refused.class, bench.fake.save(forged, "p1"));
    assertInstanceOf(FakeGoogleWallet.Saved.Refused.class, bench.fake.save("rubbish", "p1"));
    String none = bench.links().token(GoogleBench.ISSUER + ".none", GoogleBench.CLASS);
    assertInstanceOf(FakeGoogleWallet.Saved.Refused.class, bench.fake.save(none, "p1"));
    bench.clock.forward(Duration.ofHours(-1));
    assertInstanceOf(
        FakeGoogleWallet.Saved.Refused.class, bench.fake.save(token, "p1"), "from the future");
  }

  private static JsonNode json(String part) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
  }
}
