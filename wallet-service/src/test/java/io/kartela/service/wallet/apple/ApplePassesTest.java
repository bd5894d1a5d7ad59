package io.kartela.service.wallet.apple;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.brendamour.jpasskit.PKPass;
import de.brendamour.jpasskit.enums.PKBarcodeFormat;
import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Status;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.CardDesign.Barcode;
import io.kartela.service.wallet.design.DesignReader;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.TestCards;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplePassesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private final DevelopmentCa ca = DevelopmentCa.inMemory(Instant.now());

  @TempDir Path folder;

  private final ApplePasses passes =
      new ApplePasses(
          ca.passIdentity(), () -> URI.create("https://cards.example"), InstantSource.system());
  private final CardContent card = TestCards.card(1, 2, 123_450);

  private static PassRef ref(String news, boolean voided) {
    return new PassRef(
        1,
        2,
        "1-serial",
        "1-token",
        "0123456789abcdef",
        3,
        NOW,
        NOW,
        news.isEmpty() ? null : news,
        NOW,
        voided);
  }

  private PassFile build(CardContent content) {
    return new PassFile(passes.draft(ref("", false), content).pkpass().bytes());
  }

  @Test
  void opensslAcceptsTheSignatureAndTheManifestNamesEveryFile() throws Exception {
    PassFile file = build(card);
    String said = file.openssl(folder, ca.rootPem());
    assertTrue(said.startsWith("0 "), said);
    assertEquals(file.hashes(), file.manifest());
    assertEquals(14, file.files.size(), file.files.keySet().toString());
  }

  @Test
  void opensslRefusesAManifestThatWasChanged() throws Exception {
    PassFile file = build(card);
    file.file("manifest.json")[10] ^= 1;
    assertFalse(file.openssl(folder, ca.rootPem()).startsWith("0 "));
  }

  @Test
  void jpasskitReadsItAsAStoreCard() throws Exception {
    PKPass pass =
        JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(build(card).file("pass.json"), PKPass.class);
    assertEquals(List.of(), PKPass.builder(pass).getValidationErrors());
    assertTrue(PKPass.builder(pass).isValid());
    assertEquals("pass.io.kartela.demo", pass.getPassTypeIdentifier());
    assertEquals("KARTELADEV", pass.getTeamIdentifier());
    assertEquals("https://cards.example/apple", pass.getWebServiceURL().toString());
    assertEquals(PKBarcodeFormat.PKBarcodeFormatQR, pass.getBarcodes().getFirst().getFormat());
    assertEquals(card.code(), pass.getBarcodes().getFirst().getMessage());
    assertEquals("balance", pass.getStoreCard().getHeaderFields().getFirst().getKey());
    assertEquals("tier", pass.getStoreCard().getPrimaryFields().getFirst().getKey());
    int middle =
        pass.getStoreCard().getSecondaryFields().size()
            + pass.getStoreCard().getAuxiliaryFields().size();
    assertTrue(middle <= 4, "four fit beside a square barcode");
  }

  @Test
  void amountsAreNumbersThatThePhoneFormats() {
    PassFile file = build(card);
    assertEquals("1234.5", file.field("headerFields", "balance").path("value").toString());
    assertEquals(
        "0", new PassFile(build(0)).field("headerFields", "balance").path("value").toString());
    assertEquals(
        "100",
        new PassFile(build(10_000)).field("headerFields", "balance").path("value").toString());
    assertEquals(
        "-0.01", new PassFile(build(-1)).field("headerFields", "balance").path("value").toString());
  }

  private byte[] build(long available) {
    return passes
        .draft(ref("", false), TestCards.available(available).apply(card))
        .pkpass()
        .bytes();
  }

  @Test
  void textsAreInBothLanguages() {
    PassFile file = build(card);
    assertEquals("Бонусы", file.field("headerFields", "balance").path("label").asString());
    String en = file.text("en.lproj/pass.strings");
    assertTrue(en.contains("\"Бонусы\" = \"Bonuses\";\n"), en);
    assertTrue(en.contains("\"Баланс: %@\" = \"Balance: %@\";\n"), en);
    assertTrue(en.contains("\"Серебро\" = \"Silver\";\n"), en);
    assertTrue(en.contains("= \"Expires 24 Dec 2026\";"), en);
    assertTrue(en.contains("20 Nov, 13:15  +123  Purchase"), en);
    assertTrue(en.contains("\\nGood for 180 days."), en);
    String ru = file.text("ru.lproj/pass.strings");
    assertTrue(ru.contains("\"Сгорит 24.12.2026\" = \"Сгорит 24.12.2026\";"), ru);
    assertTrue(ru.contains("20.11 13:15  +123  Покупка"), ru);
  }

  @Test
  void equalWordsWithDifferentTranslationsKeepTheirOwnKeys() {
    PassStrings strings = new PassStrings(io.kartela.service.platform.http.Lang.EN);
    String a = strings.key("Золото", "Gold");
    String b = strings.key("Голд", "Gold");
    assertNotEquals(a, b);
    assertEquals(a, strings.key("Золото", "Gold"));
    assertEquals(b, strings.key("Голд", "Gold"));
  }

  @Test
  void changesThatDeserveItHaveAMessage() {
    PassFile file =
        new PassFile(passes.draft(ref("Кофе за наш счёт", false), card).pkpass().bytes());
    assertEquals(
        "Баланс: %@", file.field("headerFields", "balance").path("changeMessage").asString());
    assertEquals(
        "Ваш новый уровень: %@",
        file.field("primaryFields", "tier").path("changeMessage").asString());
    assertEquals("%@", file.field("backFields", "news").path("changeMessage").asString());
    assertEquals("Кофе за наш счёт", file.field("backFields", "news").path("value").asString());
    assertEquals(
        "Пока новостей нет", build(card).field("backFields", "news").path("value").asString());
  }

  @Test
  void aVoidedCardShowsNoBarcodeAndABlockedOneIsVoid() {
    PassFile voided =
        new PassFile(
            passes
                .draft(
                    new PassReader.VoidCard(
                        ref("", true), new TestCards().shop(1), DesignVersion.first()))
                .pkpass()
                .bytes());
    assertTrue(voided.json().path("voided").asBoolean());
    assertTrue(voided.json().path("barcodes").isMissingNode());
    assertFalse(voided.json().toString().contains(card.memberName()));
    PassFile blocked = build(TestCards.status(Status.BLOCKED).apply(card));
    assertTrue(blocked.json().path("voided").asBoolean());
  }

  /** An EAN-13 has thirteen digits: with another code phones would draw nothing in its place. */
  @Test
  void aFormatWithoutRoomForTheCodeIsLeftOut() {
    String code = "74886037054395130492";
    assertEquals(
        List.of("QR", "PDF417", "AZTEC", "CODE128", "CODE39", "CODABAR", "ITF"),
        Arrays.stream(Barcode.values()).filter(b -> b.holds(code)).map(Enum::name).toList());
    assertTrue(Barcode.EAN13.holds("4006381333931"));
    assertFalse(Barcode.EAN13.holds("4006381333932"), "the check digit is wrong");
    assertFalse(Barcode.ITF.holds("123"), "digits go in pairs");
    assertEquals(
        List.of("PKBarcodeFormatCode39", "PKBarcodeFormatQR"), shown("EAN13", "CODE39", "QR"));
  }

  /** By the first design, with a difference. */
  private PassReader.Card designed(long merchantId, String name, Object value) {
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    document.set(name, Http.JSON.valueToTree(value));
    CardDesign design =
        DesignReader.read(document.toString(), new DesignReader.Surroundings(Map.of(), null, false))
            .design();
    assertNotNull(design);
    return new PassReader.Card(
        ref("", false), card, new DesignVersion(merchantId, 1, design, Map.of()));
  }

  private List<String> shown(String... barcodes) {
    PassReader.Card asked = designed(1, "barcodes", barcodes);
    return new PassFile(passes.draft(asked, null).pkpass().bytes())
        .json()
        .path("barcodes")
        .valueStream()
        .map(b -> b.path("format").asString())
        .toList();
  }

  @Test
  void imagesHaveTheSizesAppleAsksFor() throws Exception {
    PassFile file = build(card);
    for (int scale = 1; scale <= 3; scale++) {
      String suffix = scale == 1 ? ".png" : "@" + scale + "x.png";
      assertSize(file.file("icon" + suffix), 38 * scale, 38 * scale);
      assertSize(file.file("strip" + suffix), 375 * scale, 144 * scale);
      assertSize(file.file("logo" + suffix), 50 * scale, 50 * scale);
    }
    assertTrue(
        passes.draft(ref("", false), card).pkpass().length() < 150_000,
        "downloaded at every change");
  }

  private static void assertSize(byte[] png, int width, int height) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(width, image.getWidth());
    assertEquals(height, image.getHeight());
  }

  @Test
  void tiersLookDifferentAndTextIsReadable() {
    PassFile silver = build(card);
    PassFile gold = build(TestCards.tier(TestCards.GOLD).apply(card));
    assertNotEquals(silver.manifest().get("strip@2x.png"), gold.manifest().get("strip@2x.png"));
    assertEquals("rgb(255, 255, 255)", silver.json().path("foregroundColor").asString());
    assertEquals("rgb(28, 28, 30)", gold.json().path("foregroundColor").asString());
    assertEquals("rgb(201, 162, 39)", gold.json().path("backgroundColor").asString());
  }

  /** Nodes that met their shops in another order must still build the same bytes. */
  @Test
  void whatWasDrawnFirstDecidesNothingForOthers() {
    PassReader.Card store = designed(1, "style", "storeCard");
    PassReader.Card poster = designed(2, "style", "poster");
    ApplePasses one = another();
    ApplePasses.Draft storeFirst = one.draft(store, null);
    ApplePasses.Draft posterSecond = one.draft(poster, null);
    ApplePasses other = another();
    ApplePasses.Draft posterFirst = other.draft(poster, null);
    ApplePasses.Draft storeSecond = other.draft(store, null);
    assertEquals(storeFirst.contentHash(), storeSecond.contentHash());
    assertEquals(posterFirst.contentHash(), posterSecond.contentHash());
    PassFile drawn = new PassFile(posterSecond.pkpass().bytes());
    PassFile plain = new PassFile(storeSecond.pkpass().bytes());
    for (String name : List.of("background@2x.png", "primaryLogo@3x.png")) {
      assertTrue(drawn.files.containsKey(name), name);
      assertFalse(plain.files.containsKey(name), name);
    }
    assertEquals(drawn.hashes(), drawn.manifest());
    assertEquals(
        new PassFile(posterFirst.pkpass().bytes()).manifest(), drawn.manifest(), "byte for byte");
    assertTrue(storeSecond.pkpass().length() < 150_000, "downloaded at every change");
  }

  private ApplePasses another() {
    return new ApplePasses(
        ca.passIdentity(), () -> URI.create("https://cards.example"), InstantSource.fixed(NOW));
  }

  /** A pass whose moments are all over is filed as expired; one it cannot read is refused whole. */
  @Test
  void onlyMomentsAheadThatPhonesCanReadAreSaid() {
    List<Map<String, String>> dates =
        List.of(
            Map.of("from", "2026-11-21T11:59:59Z"),
            Map.of("from", "2027-01-02T10:00:00.250Z"),
            Map.of("from", "2026-11-20T10:00:00Z", "until", "2026-11-22T10:00:00Z"),
            Map.of("from", "2026-11-01T10:00:00Z", "until", "2026-11-02T10:00:00Z"),
            Map.of("from", "+12027-01-01T10:00:00Z"),
            Map.of("from", "-0001-01-01T10:00:00Z", "until", "+12027-01-01T10:00:00Z"));
    PassFile file =
        new PassFile(another().draft(designed(1, "relevantDates", dates), null).pkpass().bytes());
    assertEquals(
        "[{\"date\":\"2027-01-02T10:00:00Z\"},"
            + "{\"startDate\":\"2026-11-20T10:00:00Z\",\"endDate\":\"2026-11-22T10:00:00Z\"}]",
        file.json().path("relevantDates").toString());
    assertEquals("2026-11-20T10:00:00Z", file.json().path("relevantDate").asString());
    PassFile over =
        new PassFile(
            another()
                .draft(designed(1, "relevantDates", dates.subList(0, 1)), null)
                .pkpass()
                .bytes());
    assertTrue(over.json().path("relevantDates").isMissingNode());
    assertTrue(over.json().path("relevantDate").isMissingNode());
  }

  @Test
  void theSameCardIsNotSignedTwice() {
    ApplePasses.Draft first = passes.draft(ref("", false), card);
    ApplePasses.Draft second = passes.draft(ref("", false), card);
    assertEquals(first.contentHash(), second.contentHash());
    assertArrayEquals(
        first.pkpass().bytes(), second.pkpass().bytes(), "the signing time would differ");
    assertNotEquals(
        first.contentHash(),
        passes.draft(ref("", false), TestCards.available(1).apply(card)).contentHash());
  }
}
