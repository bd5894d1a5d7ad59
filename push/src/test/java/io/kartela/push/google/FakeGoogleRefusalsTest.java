package io.kartela.push.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fake must refuse what Google refuses, or mistakes would show only in production. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FakeGoogleRefusalsTest {
  private final GoogleBench bench = new GoogleBench();

  @BeforeAll
  void theClassIsThere() {
    bench.wallet.ensureClass(GoogleBench.CLASS, GoogleBench.loyaltyClass());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  static List<Arguments> badObjects() {
    return List.of(
        Arguments.of("id", "999.anna", "Permission denied."),
        Arguments.of("id", GoogleBench.ISSUER + ".a b", "Invalid resource ID"),
        Arguments.of("state", "RESTING", "Invalid state"),
        Arguments.of("accountName", "Анна-Мария Константинопольская", "accountName"),
        Arguments.of(
            "loyaltyPoints", Map.of("label", "Бонусы клуба", "balance", Map.of("int", 1)), "label"),
        Arguments.of("loyaltyPoints", Map.of("balance", Map.of("int", 1, "string", "1")), "one of"),
        Arguments.of(
            "loyaltyPoints", Map.of("balance", Map.of("string", "12345678")), "balance.string"),
        Arguments.of("barcode", Map.of("type", "QR"), "barcode.type"),
        Arguments.of("barcode", Map.of("type", "QR_CODE"), "barcode.value"),
        Arguments.of(
            "barcode", Map.of("type", "ITF_14", "value", "74886037054395130492"), "barcode.value"),
        Arguments.of("barcode", Map.of("type", "EAN_13", "value", "12345"), "barcode.value"),
        Arguments.of("barcode", Map.of("type", "CODE_39", "value", "abc"), "barcode.value"),
        Arguments.of("classId", GoogleBench.ISSUER + ".a b", "Invalid resource ID"),
        Arguments.of(
            "textModulesData",
            List.of(Map.of("id", "x", "body", "x", "localizedBody", Map.of())),
            "localizedBody.defaultValue"),
        Arguments.of("rotatingBarcode", Map.of("type", "AZTEC"), "rotatingBarcode.type"),
        Arguments.of("merchantLocations", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "at most 10"),
        Arguments.of("smartTapRedemptionValue", "карта", "ASCII"),
        Arguments.of("loyaltyPoint", 1, "Unknown name"));
  }

  @ParameterizedTest
  @MethodSource("badObjects")
  void aBadObjectIsRefusedWithItsReason(String field, Object value, String said) {
    Map<String, Object> object = new HashMap<>(GoogleBench.object("anna"));
    object.put(field, value);
    GoogleAnswer.Refused refused =
        assertInstanceOf(GoogleAnswer.Refused.class, bench.wallet.insertObject(object));
    assertTrue(refused.message().contains(said), refused.toString());
  }

  static List<Arguments> badClasses() {
    return List.of(
        Arguments.of("issuerName", ""),
        Arguments.of("programName", ""),
        Arguments.of("programLogo", Map.of()),
        Arguments.of("enableSmartTap", true),
        Arguments.of("redemptionIssuers", List.of("3388-1")),
        Arguments.of("redemptionIssuers", List.of("33880000000123456789")),
        Arguments.of("hexBackgroundColor", "green"),
        Arguments.of("multipleDevicesAndHoldersAllowedStatus", "ALL"),
        Arguments.of("callbackOptions", Map.of()),
        Arguments.of(
            "localizedProgramName", Map.of("defaultValue", Map.of("language", "ru", "value", ""))),
        Arguments.of("id", "issuer.other"),
        Arguments.of("id", "1.other"));
  }

  @Test
  void aClassThatIsTappedNamesWhoReadsIt() {
    for (Object issuer : List.of(GoogleBench.ISSUER, Long.valueOf(GoogleBench.ISSUER))) {
      Map<String, Object> body = new HashMap<>(GoogleBench.loyaltyClass());
      body.put("enableSmartTap", true);
      body.put("redemptionIssuers", List.of(issuer));
      assertInstanceOf(
          GoogleAnswer.Done.class,
          bench.wallet.ensureClass(GoogleBench.ISSUER + ".tapped", body),
          issuer.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("badClasses")
  void aBadClassIsRefused(String field, Object value) {
    Map<String, Object> body = new HashMap<>(GoogleBench.loyaltyClass());
    body.put(field, value);
    String id = field.equals("id") ? value.toString() : GoogleBench.ISSUER + ".bad";
    assertInstanceOf(GoogleAnswer.Refused.class, bench.wallet.ensureClass(id, body));
  }

  @Test
  void nobodyGetsInWithoutAToken() throws IOException, InterruptedException {
    for (String authorization : List.of("", "Bearer ya29.fake-guess", "Basic Og==")) {
      HttpResponse<String> answer =
          http(
              "GET",
              bench.fake.rootUrl().resolve("walletobjects/v1/loyaltyClass/x"),
              "",
              "Authorization",
              authorization);
      assertEquals(401, answer.statusCode(), authorization);
      assertTrue(answer.body().contains("authError"), answer.body());
    }
  }

  @Test
  void theTokenEndpointRefusesOtherGrants() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http("POST", bench.fake.tokenUri(), "grant_type=password&assertion=x", "Accept", "*/*");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("unsupported_grant_type"), answer.body());
  }

  @Test
  void listsInPages() {
    for (int i = 0; i < 5; i++) {
      bench.wallet.insertObject(GoogleBench.object("page" + i));
    }
    // The client has no list: nothing in Kartela needs one, but operators look with curl.
    JsonNode first = page("");
    assertEquals(2, first.path("resources").size());
    JsonNode second = page("&token=" + first.path("pagination").path("nextPageToken").asString());
    assertEquals(2, second.path("resources").size());
    assertNotEquals(first.path("resources"), second.path("resources"));
  }

  @Test
  void understandsOverrideAndGzipFromAnyClient() throws IOException, InterruptedException {
    bench.wallet.insertObject(GoogleBench.object("zipped"));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("{\"accountName\":\"Ян\"}".getBytes(StandardCharsets.UTF_8));
    }
    String id = GoogleBench.ISSUER + ".zipped";
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      bench.fake.rootUrl().resolve("walletobjects/v1/loyaltyObject/" + id))
                  .header("Authorization", "Bearer " + token())
                  .header("X-HTTP-Method-Override", "PATCH")
                  .header("Content-Encoding", "gzip")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(zipped.toByteArray()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals("Ян", json(answer.body()).path("accountName").asString());
    }
  }

  private JsonNode page(String after) {
    try {
      URI list =
          bench
              .fake
              .rootUrl()
              .resolve(
                  "walletobjects/v1/loyaltyObject?maxResults=2&classId="
                      + GoogleBench.CLASS
                      + after);
      return json(http("GET", list, "", "Authorization", "Bearer " + token()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String token() throws IOException, InterruptedException {
    String assertion =
        Jwt.sign(
            Map.of(
                "iss", GoogleBench.ACCOUNT.clientEmail(),
                "aud", bench.fake.tokenUri().toString(),
                "scope", "https://www.googleapis.com/auth/wallet_object.issuer",
                "iat", bench.clock.instant().getEpochSecond(),
                "exp", bench.clock.instant().getEpochSecond() + 60),
            GoogleBench.ACCOUNT.privateKey());
    String granted =
        http(
                "POST",
                bench.fake.tokenUri(),
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                    + assertion,
                "Accept",
                "*/*")
            .body();
    return json(granted).path("access_token").asString();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static HttpResponse<String> http(
      String method, URI uri, String body, String header, String value)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri)
              .header(header, value)
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
