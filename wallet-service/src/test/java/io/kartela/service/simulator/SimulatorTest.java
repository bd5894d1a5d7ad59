package io.kartela.service.simulator;

import static io.kartela.service.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import io.kartela.service.wallet.pass.WalletCounts;
import io.kartela.service.wallet.pass.WalletHolders;
import io.kartela.service.wallet.preview.PhoneView;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's phones as its web page uses them: over HTTP, both platforms, across a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorTest {
  private static final Pattern ART =
      Pattern.compile("/google/art/([0-9a-f]{6})/hero.png\\?of=[\\w-]+");

  @TempDir static Path folder;

  private final TestHouse house = new TestHouse();
  private final TestCards cards = new TestCards();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong members = new AtomicLong();
  private DemoStory story;

  @BeforeAll
  void start() {
    story = new DemoStory(folder, house, cards, DemoStory.freePort());
  }

  @AfterAll
  void stop() {
    story.close();
    house.close();
  }

  private PassRef member(long available) {
    return story.member(members.incrementAndGet(), available);
  }

  private HttpResponse<String> call(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(story.url + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode json(HttpResponse<String> answer, int status) {
    assertEquals(status, answer.statusCode(), answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }

  private String newPhone(String platform) throws Exception {
    return json(
            call(
                "POST",
                "/simulator/phones",
                "{\"platform\":\"" + platform + "\",\"name\":\"Мой\"}"),
            201)
        .path("id")
        .asString();
  }

  private JsonNode add(String phone, PassRef pass) throws Exception {
    return json(
        call(
            "POST",
            "/simulator/phones/" + phone + "/cards",
            "{\"card\":\"" + story.url + "/c/" + pass.token() + "\"}"),
        201);
  }

  private PhoneView.Card card(String phone) {
    return story.simulator.phone(phone).orElseThrow().cards(Lang.RU).getFirst();
  }

  private List<PhoneView.Notice> notices(String phone) {
    return story.simulator.phone(phone).orElseThrow().view(Lang.RU).notices();
  }

  private WalletCounts counts(PassRef pass) {
    return house
        .database()
        .inTenant(
            DemoStory.SHOP,
            c -> new WalletHolders().walletCounts(c, DemoStory.SHOP, List.of(pass.memberId())))
        .getOrDefault(pass.memberId(), WalletCounts.NONE);
  }

  private Map<String, Object> googleObject(PassRef pass) {
    return story
        .simulator
        .google()
        .object(Simulator.GOOGLE_ISSUER + "." + pass.serial())
        .orElseThrow();
  }

  @Test
  void startsWithAnIphoneAndAnAndroid() throws Exception {
    JsonNode items = json(call("GET", "/simulator/phones", ""), 200).path("items");
    assertEquals("APPLE", items.path(0).path("platform").asString());
    assertEquals("GOOGLE", items.path(1).path("platform").asString());
  }

  @Test
  void anIphoneLivesThroughTheApi() throws Exception {
    String phone = newPhone("APPLE");
    PassRef pass = member(10_000);
    JsonNode shown = add(phone, pass);
    assertEquals("Мой", shown.path("name").asString());
    assertEquals(
        "Bonuses",
        shown.path("cards").path(0).path("headerFields").path(0).path("label").asString());
    JsonNode russian = json(call("GET", "/simulator/phones/" + phone + "?lang=ru", ""), 200);
    assertEquals(
        "Бонусы",
        russian.path("cards").path(0).path("headerFields").path(0).path("label").asString());
    story.change(pass, TestCards.available(20_000), "");
    until(() -> notices(phone).size() == 1);
    assertEquals("Баланс: 200", notices(phone).getFirst().text());
    JsonNode cleared = json(call("DELETE", "/simulator/phones/" + phone + "/notices", ""), 200);
    assertEquals(0, cleared.path("notices").size());
    JsonNode removed =
        json(call("DELETE", "/simulator/phones/" + phone + "/cards/" + pass.serial(), ""), 200);
    assertEquals(0, removed.path("cards").size());
    assertEquals(WalletCounts.NONE, counts(pass));
    assertEquals(204, call("DELETE", "/simulator/phones/" + phone, "").statusCode());
    assertEquals(
        "PHONE_NOT_FOUND",
        json(call("GET", "/simulator/phones/" + phone, ""), 404).path("code").asString());
  }

  @Test
  void anAndroidSavesAndHearsOfChanges() throws Exception {
    String phone = newPhone("GOOGLE");
    PassRef pass = member(10_000);
    JsonNode shown = add(phone, pass);
    assertEquals(pass.serial(), shown.path("cards").path(0).path("serial").asString());
    assertEquals("100", card(phone).value("balance"));
    assertEquals("Серебро", card(phone).value("tier"));
    assertTrue(String.valueOf(card(phone).strip()).startsWith("data:image/png"));
    until(() -> counts(pass).equals(new WalletCounts(0, 1)));
    long start = System.nanoTime();
    story.change(pass, TestCards.available(12_345), "");
    until(() -> card(phone).value("balance").equals("123,45"));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < 1_000, millis + " ms");
    until(() -> notices(phone).size() == 1);
    assertEquals("Бонусы: 123,45", notices(phone).getFirst().text());
    story.change(pass, TestCards.available(10_000_000), "");
    until(() -> card(phone).value("balance").equals("100\u00a0000"));
    JsonNode points = JsonMapper.shared().valueToTree(googleObject(pass)).path("loyaltyPoints");
    assertEquals(
        "{\"int\":100000}", points.path("balance").toString(), "one kind of balance, not two");
  }

  @Test
  void aTextReachesTheLockScreenOfAnAndroidEvenAfterManyPurchases() throws Exception {
    String phone = newPhone("GOOGLE");
    PassRef pass = member(0);
    add(phone, pass);
    until(() -> counts(pass).google() == 1);
    for (int i = 1; i <= 5; i++) {
      int now = i;
      story.change(pass, TestCards.available(i * 100L), "");
      until(() -> card(phone).value("balance").equals("" + now));
    }
    assertEquals(2, notices(phone).size(), "two of the day's three notices are for changes");
    story.change(
        pass,
        card -> card,
        "{\"notify\":true,\"news\":\"Кофе за наш счёт\",\"campaign\":1,\"seq\":1}");
    until(() -> notices(phone).size() == 3);
    assertEquals("Кофе за наш счёт", notices(phone).getFirst().text());
    until(() -> card(phone).value("message").equals("Кофе за наш счёт"));
    until(
        () ->
            story.results.stream()
                .anyMatch(
                    r ->
                        r.memberId() == pass.memberId()
                            && r.payload().path("campaign").asInt(0) == 1));
    assertEquals(
        List.of("DELIVERED"),
        story.results.stream()
            .filter(
                r -> r.memberId() == pass.memberId() && r.payload().path("campaign").asInt(0) == 1)
            .map(r -> r.outcome().name())
            .toList());
  }

  @Test
  void tierAndStatusFollowAtGoogle() throws Exception {
    String phone = newPhone("GOOGLE");
    PassRef pass = member(0);
    add(phone, pass);
    story.change(pass, TestCards.tier(TestCards.GOLD), "");
    until(() -> card(phone).value("tier").equals("Золото"));
    assertTrue(
        String.valueOf(googleObject(pass).get("heroImage"))
            .contains("/google/art/c9a227/hero.png"));
    story.change(pass, TestCards.status(CardContent.Status.BLOCKED), "");
    until(() -> card(phone).voided());
  }

  @Test
  void whatPhonesKeepIsForTheOwnerOnly() throws Exception {
    add(newPhone("APPLE"), member(1_000));
    until(() -> Files.exists(folder.resolve("simulator/phones.json")));
    try (Stream<Path> files = Files.walk(folder.resolve("simulator"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
            file::toString);
      }
    }
  }

  /** Each costs a drawing; whoever wants one has to have the address from a card. */
  @Test
  void onlyPicturesOfCardsAreDrawn() throws Exception {
    String phone = newPhone("GOOGLE");
    PassRef pass = member(0);
    add(phone, pass);
    until(() -> counts(pass).google() == 1);
    Matcher address = ART.matcher(String.valueOf(googleObject(pass).get("heroImage")));
    assertTrue(address.find());
    String path = address.group();
    HttpResponse<String> drawn = call("GET", path, "");
    assertEquals(200, drawn.statusCode(), path);
    assertEquals("image/png", drawn.headers().firstValue("Content-Type").orElse(""));
    String color = address.group(1);
    for (String other :
        List.of(
            path.substring(0, path.indexOf('?')),
            path.replace(color, color.equals("123456") ? "123457" : "123456"),
            path + "x",
            "/google/art/abcdef/logo.png",
            "/google/art/zz/" + "0".repeat(64) + "/hero.png")) {
      assertEquals(404, call("GET", other, "").statusCode(), other);
    }
  }

  @Test
  void removingFromAnAndroidIsCounted() throws Exception {
    String phone = newPhone("GOOGLE");
    PassRef pass = member(0);
    add(phone, pass);
    until(() -> counts(pass).google() == 1);
    json(call("DELETE", "/simulator/phones/" + phone + "/cards/" + pass.serial(), ""), 200);
    until(() -> counts(pass).google() == 0);
    story.change(pass, card -> card, "{\"campaign\":77}");
    until(() -> story.results.stream().anyMatch(r -> r.payload().path("campaign").asInt(0) == 77));
    assertEquals(
        "NO_WALLET",
        story.results.stream()
            .filter(r -> r.payload().path("campaign").asInt(0) == 77)
            .findFirst()
            .orElseThrow()
            .reason());
  }

  @Test
  void googleInTroubleDelaysGoogleAlone() throws Exception {
    String android = newPhone("GOOGLE");
    String iphone = newPhone("APPLE");
    PassRef pass = member(0);
    add(android, pass);
    add(iphone, pass);
    until(() -> counts(pass).equals(new WalletCounts(1, 1)));
    story.simulator.google().trouble(new FakeGoogleWallet.Trouble.Fail(503));
    try {
      story.change(pass, TestCards.available(55_500), "");
      until(() -> card(iphone).value("balance").equals("555"));
      assertEquals("0", card(android).value("balance"));
    } finally {
      story.simulator.google().trouble(new FakeGoogleWallet.Trouble.None());
    }
  }

  @Test
  void theSaveLinkIsARedirectOrJson() throws Exception {
    PassRef pass = member(0);
    HttpResponse<String> redirect = call("GET", "/c/" + pass.token() + "/google", "");
    assertEquals(302, redirect.statusCode());
    String link = redirect.headers().firstValue("Location").orElse("");
    assertTrue(link.startsWith(story.simulator.google().saveBase().toString()), link);
    assertTrue(link.length() < 1_800, "browsers carry it");
    JsonNode json =
        json(call("GET", "/c/" + pass.token() + "/google", "", "Accept", "application/json"), 200);
    assertTrue(
        json.path("saveUrl").asString().startsWith(story.simulator.google().saveBase().toString()));
    assertEquals(WalletCounts.NONE, counts(pass), "offered is not saved");
    assertEquals(404, call("GET", "/c/rs-" + "a".repeat(26) + "/google", "").statusCode());
  }

  @Test
  void aForgedCallbackIsRefused() throws Exception {
    PassRef pass = member(0);
    call("GET", "/c/" + pass.token() + "/google", "");
    String forged =
        """
        {"signature":"MEUCIQ==","intermediateSigningKey":{"signedKey":"{}","signatures":["MEUCIQ=="]},
         "protocolVersion":"ECv2SigningOnly","signedMessage":"{\\"classId\\":\\"1.a\\",\\"objectId\\":\\"%s.%s\\",\\"eventType\\":\\"save\\",\\"nonce\\":\\"n\\",\\"expTimeMillis\\":99999999999999}"}
        """
            .formatted(Simulator.GOOGLE_ISSUER, pass.serial());
    assertEquals(400, call("POST", "/google/callbacks", forged).statusCode());
    assertEquals(400, call("POST", "/google/callbacks", "{}").statusCode());
    assertEquals(WalletCounts.NONE, counts(pass));
  }

  @Test
  void repeatedCallbacksCountOnce() throws Exception {
    story.simulator.google().callbackCopies(3);
    try {
      String phone = newPhone("GOOGLE");
      PassRef pass = member(0);
      add(phone, pass);
      until(() -> counts(pass).google() == 1);
    } finally {
      story.simulator.google().callbackCopies(1);
    }
  }

  @Test
  void refusalsHaveCodes() throws Exception {
    assertEquals(
        "WALLET_REFUSED",
        json(call("POST", "/simulator/phones/iphone/cards", "{\"card\":\"nonsense\"}"), 422)
            .path("code")
            .asString());
    assertEquals(
        "WALLET_REFUSED",
        json(
                call(
                    "POST",
                    "/simulator/phones/android/cards",
                    "{\"card\":\"rs-" + "b".repeat(26) + "\"}"),
                422)
            .path("code")
            .asString());
    assertEquals(
        "INVALID_FIELDS",
        json(call("POST", "/simulator/phones", "{\"platform\":\"NOKIA\"}"), 422)
            .path("code")
            .asString());
  }

  @Test
  void showsTheDemoAndTheMailbox() throws Exception {
    assertEquals(
        "zerno", json(call("GET", "/simulator/demo", ""), 200).path("shopSlug").asString());
    assertFalse(
        story
            .mailbox
            .sms()
            .send(new TextMessage("+79991234567", "Ваш код 123456", "m1"))
            .toString()
            .isEmpty());
    JsonNode message = json(call("GET", "/simulator/messages", ""), 200).path("items").path(0);
    assertEquals("Ваш код 123456", message.path("text").asString());
    assertEquals("+79991234567", message.path("to").asString());
  }

  @Test
  void eventsArriveWhileManyListen() throws Exception {
    String phone = newPhone("APPLE");
    PassRef pass = member(10_000);
    List<BufferedReader> listeners = new java.util.ArrayList<>();
    for (int i = 0; i < 20; i++) {
      HttpResponse<InputStream> stream =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(story.url + "/simulator/phones/" + phone + "/events?lang=ru"))
                  .build(),
              BodyHandlers.ofInputStream());
      assertEquals(200, stream.statusCode());
      assertTrue(
          stream.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
      listeners.add(
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8)));
    }
    for (BufferedReader listener : listeners) {
      assertEquals(0, event(listener).path("cards").size());
    }
    add(phone, pass);
    for (BufferedReader listener : listeners) {
      assertEquals(
          "100",
          event(listener)
              .path("cards")
              .path(0)
              .path("headerFields")
              .path(0)
              .path("value")
              .asString());
    }
    for (BufferedReader listener : listeners.subList(1, 20)) {
      listener.close();
    }
    story.change(pass, TestCards.available(33_300), "");
    JsonNode last = event(listeners.getFirst());
    assertEquals("Баланс: 333", last.path("notices").path(0).path("text").asString());
    listeners.getFirst().close();
  }

  private static JsonNode event(BufferedReader lines) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("data: ")) {
        return JsonMapper.shared().readTree(line.substring(6));
      }
    }
    throw new AssertionError("the stream ended");
  }

  @Test
  void phonesSurviveARestartAndReadWhatTheyMissed() throws Exception {
    String iphone = newPhone("APPLE");
    String android = newPhone("GOOGLE");
    PassRef pass = member(10_000);
    add(iphone, pass);
    add(android, pass);
    until(() -> counts(pass).equals(new WalletCounts(1, 1)));
    story.change(pass, TestCards.available(11_100), "");
    until(() -> notices(iphone).size() == 1 && notices(android).size() == 1);
    int port = story.url.getPort();
    story.close();

    cards.change(pass.memberId(), TestCards.available(99_900));
    house
        .database()
        .inTenant(
            DemoStory.SHOP, c -> story.passes.touch(c, DemoStory.SHOP, List.of(pass.memberId())));
    story = new DemoStory(folder, house, cards, port);

    until(() -> card(iphone).value("balance").equals("999"));
    assertEquals("Баланс: 999", notices(iphone).getFirst().text());
    assertEquals(2, notices(iphone).size());
    assertEquals(
        "111", card(android).value("balance"), "Google was not told while the service was down");
    assertEquals("Мой", story.simulator.phone(android).orElseThrow().name());
    story.change(pass, TestCards.available(100_000), "");
    until(() -> card(android).value("balance").equals("1\u00a0000"));
    until(() -> card(iphone).value("balance").equals("1\u00a0000"));
    assertEquals(new WalletCounts(1, 1), counts(pass));
  }

  private static String sample(String name) {
    return """
    {"apple":{"pass":{"organizationName":"Зерно","serialNumber":"sample","posterGeneric":{"headerFields":[
      {"key":"balance","label":"Бонусы","value":%1$s}],"footerFields":[{"key":"member","value":"Анна"}]},
      "storeCard":{"headerFields":[{"key":"balance","label":"Бонусы","value":%1$s}]},
      "expirationDate":"2026-01-31T23:59:59+03:00",
          "barcodes":[{"format":"PKBarcodeFormatEAN13","message":"123"},{"format":"PKBarcodeFormatI2of5","message":"1234"},
        {"format":"PKBarcodeFormatQR","message":"1234"}],
      "featuredActions":[{"identifier":"a","type":"shop","url":"https://zerno.example"}]},"ru":"","en":""},
     "google":{"loyaltyClass":{},"loyaltyObject":{}},"cards":{}}
    """
        .formatted(name);
  }

  /** What the phone page says of its design. */
  private JsonNode tried(String phone) throws Exception {
    return json(call("GET", "/simulator/phones/" + phone + "?lang=ru", ""), 200);
  }

  @Test
  void olderAndNewerIphonesDrawTheSameCardInTheirOwnWay() throws Exception {
    String phone = newPhone("APPLE");
    String address = "/simulator/phones/" + phone;
    JsonNode newer = json(call("POST", address + "/samples", sample("200")), 200);
    assertEquals(27, newer.path("ios").asInt());
    assertEquals("Анна", newer.at("/cards/0/poster/footerFields/0/value").asString());
    assertEquals("2026-01-31T20:59:59Z", newer.at("/cards/0/validUntil").asString());
    assertEquals("shop", newer.at("/cards/0/actions/0/type").asString());
    assertEquals(
        "ITF", newer.at("/cards/0/barcode/format").asString(), "123 cannot be said in EAN-13");
    JsonNode older = json(call("PUT", address, "{\"ios\":26}"), 200);
    assertEquals(26, older.path("ios").asInt());
    assertTrue(older.at("/cards/0/poster").isNull());
    assertEquals(0, older.at("/cards/0/actions").size());
    assertEquals("QR", older.at("/cards/0/barcode/format").asString());
    assertEquals("200", older.at("/cards/0/headerFields/0/value").asString());
    json(call("PUT", address, "{\"ios\":12}"), 422);
    call("DELETE", address, "");
  }

  @Test
  void aDesignTriedOnSurvivesARestartAndItsRemovalToo() throws Exception {
    String phone = newPhone("APPLE");
    String address = "/simulator/phones/" + phone;
    json(call("PUT", address, "{\"ios\":26}"), 200);
    json(call("POST", address + "/samples", sample("200")), 200);
    int port = story.url.getPort();
    story.close();
    story = new DemoStory(folder, house, cards, port);
    JsonNode kept = tried(phone);
    assertEquals("200", kept.at("/cards/0/headerFields/0/value").asString());
    assertEquals(26, kept.path("ios").asInt());
    json(call("DELETE", address + "/cards/sample", ""), 200);
    story.close();
    story = new DemoStory(folder, house, cards, port);
    assertEquals(0, tried(phone).path("cards").size());
    call("DELETE", address, "");
  }
}
