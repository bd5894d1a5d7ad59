package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.design.DesignVersion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Phones and designers that do what nobody expects, beside the running service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppleOddCasesTest {
  private final TestKartela kartela = TestKartela.start(new TestClock());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Api owner = kartela.owner();
  private final String token = join();
  private final AppleDevice phone = phone("odd-phone");
  private final AppleDevice.Held card = phone.open(file());
  private final String secret = card.pass.path("authenticationToken").asString();

  @AfterAll
  void close() {
    kartela.close();
    http.close();
  }

  private String join() {
    return kartela
        .register()
        .post(
            "/api/v1/members",
            Map.of(
                "phone", "+79165559901", "name", "Анна", "consentTerms", true, "consentData", true))
        .expect(201)
        .path("cardToken")
        .asString();
  }

  private AppleDevice phone(String library) {
    return new AppleDevice(
        http,
        kartela.folder().resolve("certs").resolve("root.pem"),
        library,
        "%064x".formatted(library.hashCode()));
  }

  private byte[] file() {
    return kartela.api().get("/c/" + token + ".pkpass").expectStatus(200).bytes();
  }

  /** The card as it was downloaded now, which the phone has not asked for yet. */
  private AppleDevice.Held downloaded() {
    return phone.open(file());
  }

  private int since(String date) {
    return phone.get("GET", card, secret, Map.of("If-Modified-Since", date)).statusCode();
  }

  private static String date(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC).format(at);
  }

  @Test
  void datesOfEveryKindThatHttpKnows() {
    AppleDevice.Held asked = downloaded();
    assertEquals(200, phone.fetch(asked));
    Instant modified =
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked.lastModified, Instant::from);
    for (String pattern :
        List.of(
            "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
            "EEE, dd MMM yyyy HH:mm:ss '+0000'",
            "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
            "EEE MMM ppd HH:mm:ss yyyy")) {
      assertEquals(304, since(date(pattern, modified)), pattern);
      assertEquals(200, since(date(pattern, modified.minusSeconds(1))), pattern);
    }
    assertEquals(
        304,
        since(
            DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.ofHours(3)))));
    for (String nonsense : List.of("yesterday", "0", "-1", "2026-11-22T03:00:00Z", "GMT", ",")) {
      assertEquals(200, since(nonsense), "a condition that nobody understands is none");
    }
  }

  @Test
  void headIsGetWithoutItsBody() {
    AppleDevice.Held asked = downloaded();
    assertEquals(200, phone.fetch(asked));
    HttpResponse<byte[]> head = phone.get("HEAD", card, secret, Map.of());
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(asked.entityTag, head.headers().firstValue("ETag").orElse(""));
    HttpResponse<byte[]> same =
        phone.get("HEAD", card, secret, Map.of("If-Modified-Since", asked.lastModified));
    assertEquals(304, same.statusCode());
    assertEquals(
        304,
        phone
            .get("GET", card, secret, Map.of("If-None-Match", "\"other\", W/" + asked.entityTag))
            .statusCode());
    assertEquals(
        200,
        phone
            .get(
                "GET",
                card,
                secret,
                Map.of("If-None-Match", "\"other\"", "If-Modified-Since", asked.lastModified))
            .statusCode(),
        "the finer condition decides");
  }

  private String pass(String type, String serial) {
    return "/apple/v1/passes/" + type + "/" + serial;
  }

  private Answer get(String path, String authorization) {
    return kartela.api().with("Authorization", authorization).get(path);
  }

  @Test
  void aWrongTokenAndAnUnknownCardLookAlike() {
    String right = "ApplePass " + secret;
    Answer wrongToken = get(pass(card.type(), card.serial()), "ApplePass " + "a".repeat(26));
    String other = card.serial().substring(0, card.serial().length() - 1);
    char last = card.serial().charAt(card.serial().length() - 1);
    List<String> strangers =
        List.of(
            pass(card.type(), other + (last == 'a' ? 'b' : 'a')),
            pass(card.type(), "zzzz" + card.serial().substring(card.serial().indexOf('-'))),
            pass(card.type(), card.serial().toUpperCase(Locale.ROOT)),
            pass(card.type(), "x'%20or%20''='"),
            pass(card.type(), "a".repeat(3_000)),
            pass("pass.somebody.else", card.serial()));
    for (String stranger : strangers) {
      Answer answer = get(stranger, right);
      assertEquals(401, answer.status(), stranger);
      assertArrayEquals(wrongToken.bytes(), answer.bytes(), stranger);
      assertEquals(names(wrongToken), names(answer), stranger);
    }
    for (String authorization :
        List.of(
            "ApplePass", "ApplePass ", "Basic " + secret, secret, "ApplePass " + secret + "x")) {
      assertEquals(
          401, get(pass(card.type(), card.serial()), authorization).status(), authorization);
    }
    assertEquals(200, get(pass(card.type(), card.serial()), "applepass  " + secret).status());
  }

  private static List<String> names(Answer answer) {
    return new ArrayList<>(new TreeMap<>(answer.response().headers().map()).keySet());
  }

  private Answer register(String device, String body) {
    return kartela
        .api()
        .with("Authorization", "ApplePass " + secret)
        .postText(registration(device), body);
  }

  private String registration(String device) {
    return "/apple/v1/devices/" + device + "/registrations/" + card.type() + "/" + card.serial();
  }

  @Test
  void registrationsOfEveryShape() {
    for (String body :
        List.of(
            "",
            "{}",
            "[]",
            "null",
            "\"" + "a".repeat(64) + "\"",
            "{\"pushToken\":null}",
            "{\"pushToken\":12345678901234567890123456789012}",
            "{\"pushToken\":\"\"}",
            "{\"pushToken\":\"" + "z".repeat(64) + "\"}",
            "{\"pushToken\":\"" + "a".repeat(401) + "\"}",
            "{\"pushToken\":\"" + "a".repeat(64),
            "not json")) {
      assertEquals(400, register("shapes", body).status(), body);
    }
    assertEquals(413, register("shapes", "{\"x\":\"" + "a".repeat(5_000) + "\"}").status());
    String longToken = "{\"pushToken\":\"" + "ab".repeat(150) + "\"}";
    assertEquals(201, register("shapes", longToken).status(), "tokens may grow");
    assertEquals(200, register("shapes", longToken).status());
    assertEquals(400, register("a".repeat(101), longToken).status());
    assertEquals(400, register("sp%20ace", longToken).status());
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.apple_device WHERE length(push_token) NOT BETWEEN 32 AND"
                + " 400"));
  }

  @Test
  void leavingTwiceIsLeaving() {
    AppleDevice leaver = phone("leaver");
    assertEquals(200, leaver.unregister(card, secret), "never was there");
    assertEquals(201, leaver.register(card));
    assertEquals(200, leaver.unregister(card, secret));
    assertEquals(200, leaver.unregister(card, secret));
    assertEquals(201, leaver.register(card), "and back again");
    assertEquals(List.of(card.serial()), leaver.poll(card));
  }

  @Test
  void tagsOfEveryShape() {
    AppleDevice asker = phone("asker");
    assertEquals(201, asker.register(card));
    String list = "/apple/v1/devices/asker/registrations/" + card.type();
    for (String tag :
        List.of("", "0", "-1", "%00", "a".repeat(1_000), "1.1%27%3B--", "ffffffffffffffff.1")) {
      Answer answer = kartela.api().get(list + "?passesUpdatedSince=" + tag);
      assertEquals(200, answer.status(), tag);
      assertEquals(card.serial(), answer.json().at("/serialNumbers/0").asString());
    }
    String now =
        java.util.Objects.requireNonNull(kartela.api().get(list).json())
            .path("lastUpdated")
            .asString();
    assertEquals(204, kartela.api().get(list + "?passesUpdatedSince=" + now).status());
    assertEquals(404, kartela.api().get(list.replace(card.type(), "pass.other")).status());
    assertEquals(
        204, kartela.api().get(list.replace("asker", "never-seen")).status(), "holds nothing");
  }

  @Test
  void complaintsOfEveryShape() {
    for (String body :
        List.of("", "[]", "{\"logs\":\"text\"}", "{\"logs\":[1,null,{}]}", "\u0000\u0001")) {
      assertEquals(200, kartela.api().postText("/apple/v1/log", body).status(), body);
    }
    String megabyte = "{\"logs\":[\"" + "a".repeat(1_000_000) + "\"]}";
    assertEquals(413, kartela.api().postText("/apple/v1/log", megabyte).status());
    assertEquals(200, phone.log(card, "still here"));
  }

  @Test
  void bundlesHoldTen() {
    String eleven = String.join("_", java.util.Collections.nCopies(11, token));
    kartela.api().get("/c/" + eleven + ".pkpasses").expectStatus(200); // one card, eleven times
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      others.add(token.substring(0, token.length() - 1) + (char) ('a' + i));
    }
    kartela
        .api()
        .get("/c/" + String.join("_", others) + ".pkpasses")
        .refused(404, "CARD_NOT_FOUND");
    kartela.api().get("/c/_.pkpasses").refused(404, "CARD_NOT_FOUND");
  }

  private static byte[] image(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out));
    return out.toByteArray();
  }

  private Answer upload(byte[] picture) {
    return owner.post(
        "/api/v1/design/images", Map.of("content", Base64.getEncoder().encodeToString(picture)));
  }

  @Test
  void picturesThatAreNone() throws IOException {
    byte[] png = image("png", 750, 288);
    byte[] huge = png.clone();
    ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000); // the header's size
    List<byte[]> wrong =
        List.of(
            image("jpg", 100, 100),
            image("gif", 100, 100),
            new byte[0],
            Arrays.copyOf(png, 8),
            Arrays.copyOf(png, 40),
            huge);
    for (int i = 0; i < wrong.size(); i++) {
      int status = upload(wrong.get(i)).status();
      assertTrue(status == 422 || status == 400, "picture " + i + ": " + status);
    }
    byte[] large = Arrays.copyOf(png, 1_100_000);
    assertTrue(upload(large).status() >= 400);
    upload(png).expectStatus(201);
  }

  private List<String> problems(ObjectNode document) {
    int revision = owner.get("/api/v1/design/draft").expect(200).path("revision").asInt();
    JsonNode draft =
        owner
            .put("/api/v1/design/draft", Map.of("revision", revision, "document", document))
            .expect(200);
    return StreamSupport.stream(draft.path("problems").spliterator(), false)
        .map(p -> p.path("path").asString() + " " + p.path("code").asString())
        .toList();
  }

  private static ObjectNode design(String change) {
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    ((ObjectNode) Http.JSON.readTree(change.replace('\'', '"')))
        .properties()
        .forEach(p -> document.set(p.getKey(), p.getValue()));
    return document;
  }

  @Test
  void designsThatNoPhoneWouldTake() {
    Map<String, String> wrong = new TreeMap<>();
    wrong.put("{'colors':{'background':'red'}}", "colors.background");
    wrong.put("{'colors':{'background':'#12345'}}", "colors.background");
    wrong.put("{'description':'{balanc}'}", "description");
    wrong.put("{'description':'{balance'}", "description");
    wrong.put("{'surprise':1}", "surprise");
    wrong.put("{'locations':" + many("{'latitude':55.7,'longitude':37.6}") + "}", "locations");
    wrong.put("{'locations':[{'latitude':91,'longitude':0}]}", "locations[0]");
    wrong.put("{'locations':[{'latitude':'55','longitude':0}]}", "locations[0]");
    wrong.put(
        "{'beacons':" + many("{'uuid':'e2c56db5-dffb-48d2-b060-d0f5a71096e0'}") + "}", "beacons");
    wrong.put("{'beacons':[{'uuid':'e2c56db5','major':1}]}", "beacons[0]");
    wrong.put("{'relevantDates':[{'from':'tomorrow'}]}", "relevantDates[0]");
    wrong.put(
        "{'relevantDates':[{'from':'2026-12-01T10:00:00Z','until':'2026-11-01T10:00:00Z'}]}",
        "relevantDates[0]");
    wrong.put("{'rotatingBarcode':'yes'}", "rotatingBarcode");
    wrong.put("{'barcodes':[]}", "barcodes");
    wrong.put("{'images':{'icon':'drawn','strip':'" + "ab".repeat(32) + "'}}", "images.strip");
    wrong.forEach(
        (change, field) -> {
          List<String> problems = problems(design(change));
          assertTrue(
              problems.stream().anyMatch(p -> p.startsWith(field)), change + ": " + problems);
        });
    assertEquals(
        List.of(), problems(design("{'relevantDates':[{'from':'2020-01-01T10:00:00Z'}]}")));
  }

  private static String many(String one) {
    return "[" + String.join(",", java.util.Collections.nCopies(11, one)) + "]";
  }
}
