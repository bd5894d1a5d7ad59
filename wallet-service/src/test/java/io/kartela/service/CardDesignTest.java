package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the first colour to the phones, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardDesignTest {
  private static final String DESIGN = "/api/v1/design";

  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Api owner = kartela.owner();

  @AfterAll
  void close() {
    kartela.close();
  }

  static String png(int width, int height, Color color) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(color);
    g.fillRect(0, 0, width, height);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  /** A picture with texts that nobody sees, one of them two gigabytes unpacked, and a tail. */
  private static byte[] loaded(byte[] png) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, 33); // the signature and IHDR
    chunk(out, "tEXt", "Author\0Мария, +79161112233".getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes("Bomb\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < 200; i++) {
        deflate.write(new byte[1 << 20]);
      }
    }
    chunk(out, "zTXt", packed.toByteArray());
    out.write(png, 33, png.length - 33);
    out.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] body = new byte[4 + data.length];
    System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, body, 0, 4);
    System.arraycopy(data, 0, body, 4, data.length);
    CRC32 sum = new CRC32();
    sum.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /** Of an uploaded picture nothing is kept but what is seen. */
  @Test
  void picturesAreDrawnAnew() throws IOException {
    byte[] given = loaded(Base64.getDecoder().decode(png(300, 100, Color.CYAN)));
    String id =
        owner
            .post(DESIGN + "/images", Map.of("content", Base64.getEncoder().encodeToString(given)))
            .expect(201)
            .path("id")
            .asString();
    byte[] kept = owner.get(DESIGN + "/images/" + id).expectStatus(200).bytes();
    String text = new String(kept, StandardCharsets.ISO_8859_1);
    for (String hidden : new String[] {"tEXt", "zTXt", "Author", "script"}) {
      assertFalse(text.contains(hidden), hidden);
    }
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
    assertEquals(300, seen.getWidth());
    assertEquals(Color.CYAN.getRGB(), seen.getRGB(150, 50));
    assertTrue(kept.length < 20_000, () -> kept.length + " bytes");
    // Without its load it is the same picture.
    assertEquals(
        id,
        owner
            .post(DESIGN + "/images", Map.of("content", png(300, 100, Color.CYAN)))
            .expect(201)
            .path("id")
            .asString());
    byte[] huge = Base64.getDecoder().decode(png(1, 1, Color.RED));
    ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 60_000);
    owner
        .post(DESIGN + "/images", Map.of("content", Base64.getEncoder().encodeToString(huge)))
        .refused(422, "IMAGE_INVALID");
  }

  private ObjectNode first() {
    return (ObjectNode) owner.get(DESIGN + "/draft").expect(200).path("document").deepCopy();
  }

  private String tiers(int rank) {
    return owner.get("/api/v1/program").expect(200).at("/tiers/" + rank + "/id").asString();
  }

  private JsonNode save(JsonNode document) {
    int revision = owner.get(DESIGN + "/draft").expect(200).path("revision").asInt();
    return owner
        .put(DESIGN + "/draft", Map.of("revision", revision, "document", document))
        .expect(200);
  }

  @Test
  void aPublishedDesignReachesEveryPhone() {
    Newcomer anna = Newcomer.join(kartela.api(), "+7 916 300-00-01", "Анна", true);
    SimulatedPhone iphone = SimulatedPhone.create(kartela.api(), "APPLE");
    SimulatedPhone android = SimulatedPhone.create(kartela.api(), "GOOGLE");
    iphone.add(anna.cardToken());
    android.add(anna.cardToken());
    String before = iphone.value("member");
    assertEquals("Анна", before);

    ObjectNode document = first();
    document.set("colors", Http.JSON.readTree("{\"background\":\"#102a43\",\"text\":\"#ffffff\"}"));
    ((ObjectNode) document.path("fields"))
        .set(
            "secondary",
            Http.JSON.readTree(
                "[{\"key\":\"motto\",\"label\":{\"ru\":\"Девиз\",\"en\":\"Motto\"},\"value\":{\"ru\":\"Кофе,"
                    + " {member}\",\"en\":\"Coffee, {member}\"}}]"));
    String strip =
        owner
            .post(DESIGN + "/images", Map.of("content", png(1125, 432, Color.ORANGE)))
            .expect(201)
            .path("id")
            .asString();
    ((ObjectNode) document.path("images")).put("strip", strip);
    JsonNode draft = save(document);
    assertTrue(draft.path("valid").asBoolean(), draft.toString());

    JsonNode preview = owner.post(DESIGN + "/preview", Map.of()).expect(200);
    assertEquals("rgb(16, 42, 67)", preview.at("/apple/pass/backgroundColor").asString());
    assertEquals("#102a43", preview.at("/google/loyaltyClass/hexBackgroundColor").asString());
    String hero = preview.at("/google/loyaltyObject/heroImage/sourceUri/uri").asString();
    assertTrue(hero.contains(strip), hero);
    assertEquals(
        0x89,
        kartela.api().get(java.net.URI.create(hero).getPath()).expectStatus(200).bytes()[0] & 0xff);

    JsonNode drawn =
        owner.post(DESIGN + "/preview", Map.of("tier", tiers(0), "lang", "en")).expect(200);
    assertEquals("Motto", drawn.at("/cards/apple/secondaryFields/0/label").asString());
    assertEquals("rgb(16, 42, 67)", drawn.at("/cards/apple/backgroundColor").asString());
    assertTrue(drawn.at("/cards/apple/strip").asString().startsWith("data:image/png;base64,"));
    assertEquals("#102a43", drawn.at("/cards/google/backgroundColor").asString());
    assertTrue(drawn.at("/cards/google").toString().contains("Motto"), drawn.toString());
    assertTrue(drawn.at("/cards/google/strip").asString().startsWith("data:image/png;base64,"));
    assertEquals(0x89, owner.get(DESIGN + "/images/" + strip).expectStatus(200).bytes()[0] & 0xff);
    owner.get(DESIGN + "/images/" + "0".repeat(64)).refused(404, "NOT_FOUND");
    assertTrue(owner.get(DESIGN + "/reach").expect(200).path("cards").asLong() > 0);

    JsonNode made =
        owner
            .post(DESIGN + "/publish", Map.of("revision", draft.path("revision").asInt()))
            .expect(201);
    iphone.await(phone -> SimulatedPhone.value(phone, "motto").equals("Coffee, Анна"));
    OpenedPass pass =
        OpenedPass.of(
            kartela.api().get("/c/" + anna.cardToken() + ".pkpass").expectStatus(200).bytes());
    pass.assertManifestIsTrue();
    pass.assertSignedUnder(kartela.folder().resolve("certs").resolve("root.pem"));
    assertEquals("rgb(16, 42, 67)", pass.pass().path("backgroundColor").asString());
    android.await(phone -> phone.toString().contains("Coffee, Анна"));
    android.await(phone -> phone.toString().toLowerCase(java.util.Locale.ROOT).contains("#102a43"));

    JsonNode now = owner.get(DESIGN).expect(200);
    assertEquals(made.path("number").asInt(), now.path("number").asInt());
    assertEquals(now.at("/restyle/total").asLong(), now.at("/restyle/done").asLong());
    assertFalse(now.at("/restyle/finishedAt").isNull());
    assertEquals(0, owner.get(DESIGN + "/draft").expect(200).path("revision").asInt());
    JsonNode history = owner.get(DESIGN + "/versions?limit=1").expect(200);
    assertEquals(made.path("number").asInt(), history.at("/items/0/number").asInt());
    owner.get(DESIGN + "/versions/999").refused(404, "DESIGN_NOT_FOUND");
  }

  @Test
  void restylingGoesOnAfterAnInterruption() throws Exception {
    for (int i = 0; i < 3; i++) {
      Newcomer.join(kartela.api(), "+7 916 300-01-0" + i, "Гость " + i, true);
    }
    save(first());
    int revision = owner.get(DESIGN + "/draft").expect(200).path("revision").asInt();
    owner.post(DESIGN + "/publish", Map.of("revision", revision)).expect(201);
    until("finished_at IS NOT NULL");
    // As a node that ended in the middle leaves it: nothing is told yet, the mark is at the start.
    long version = kartela.number("SELECT sum(version) FROM kartela.pass");
    long cards = kartela.number("SELECT count(*) FROM kartela.pass WHERE voided_at IS NULL");
    kartela.execute(
        "UPDATE kartela.card_restyle SET finished_at = NULL, after_member = 0, done = 0");
    until("finished_at IS NOT NULL AND done = " + cards);
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (kartela.number("SELECT sum(version) FROM kartela.pass") < version + cards) {
      assertTrue(System.nanoTime() < end, "not every card has its new version");
      Thread.sleep(50);
    }
  }

  private void until(String so) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (kartela.number("SELECT count(*) FROM kartela.card_restyle WHERE " + so) == 0) {
      assertTrue(System.nanoTime() < end, "never " + so);
      Thread.sleep(50);
    }
  }

  @Test
  void mistakesAreToldAndNothingIsPublished() {
    ObjectNode document = first();
    document.put("nfc", "maybe");
    ((ObjectNode) document.path("images")).put("icon", "none");
    JsonNode draft = save(document);
    assertFalse(draft.path("valid").asBoolean());
    assertEquals(2, draft.path("problems").size(), draft.toString());
    int revision = draft.path("revision").asInt();
    JsonNode refused =
        owner
            .post(DESIGN + "/publish", Map.of("revision", revision))
            .refused(422, "DESIGN_INVALID");
    assertEquals("images.icon", refused.at("/errors/0/field").asString());
    assertEquals("MISSING_ICON", refused.at("/errors/0/code").asString());
    owner
        .post(DESIGN + "/publish", Map.of("revision", revision + 1))
        .refused(409, "DESIGN_DRAFT_CHANGED");
    owner.post(DESIGN + "/images", Map.of("content", "bm8gcG5n")).refused(422, "IMAGE_INVALID");
    kartela.marketer().post(DESIGN + "/publish", Map.of("revision", 1)).refused(403, "FORBIDDEN");
    owner.delete(DESIGN + "/draft").expectStatus(204);
    assertEquals(0, owner.get(DESIGN + "/draft").expect(200).path("revision").asInt());
  }

  @Test
  void whatIsNotDesignedLooksAsEver() {
    JsonNode preview =
        owner
            .post(
                DESIGN + "/preview",
                Map.of(
                    "document",
                    Http.JSON.readTree(
                        io.kartela.service.wallet.design.DesignVersion.firstDocument())))
            .expect(200);
    assertEquals("balance", preview.at("/apple/pass/storeCard/headerFields/0/key").asString());
    assertEquals(1234.5, preview.at("/apple/pass/storeCard/headerFields/0/value").asDouble());
    assertTrue(preview.at("/apple/en").asString().contains("\"Бонусы\" = \"Bonuses\""));
    assertEquals(9, preview.at("/apple/images").size());
    byte[] documents =
        (preview.path("apple").toString() + preview.path("google"))
            .getBytes(StandardCharsets.UTF_8);
    assertTrue(documents.length < 60_000);
    // Four pictures at two pixels a point; a form asks for it while somebody types.
    assertTrue(preview.path("cards").toString().length() < 300_000);
  }

  @Test
  void theSampleIsWhoeverIsAskedFor() {
    JsonNode document =
        Http.JSON.readTree(io.kartela.service.wallet.design.DesignVersion.firstDocument());
    JsonNode newcomer = sample(document, "NEWCOMER");
    assertEquals("0", newcomer.at("/headerFields/0/value").asString());
    assertEquals(0, newcomer.at("/auxiliaryFields").size(), newcomer.toString());
    JsonNode top = sample(document, "TOP");
    assertEquals("12,500", top.at("/headerFields/0/value").asString());
    assertFalse(top.toString().contains("\"progress\""), "there is no tier above");
    JsonNode debtor = sample(document, "DEBTOR");
    assertEquals("debt", debtor.at("/auxiliaryFields/0/key").asString());
    assertEquals("350", debtor.at("/auxiliaryFields/0/value").asString());
    JsonNode news = sample(document, "NEWS");
    assertEquals("Today coffee is on us", news.at("/backFields/0/value").asString());
    assertEquals(
        "Nothing new yet", sample(document, "REGULAR").at("/backFields/0/value").asString());
    owner
        .post(DESIGN + "/preview", Map.of("document", document, "customer", "KING"))
        .refused(422, "INVALID_FIELDS");
  }

  private JsonNode sample(JsonNode document, String customer) {
    return owner
        .post(DESIGN + "/preview", Map.of("document", document, "customer", customer, "lang", "en"))
        .expect(200)
        .at("/cards/apple");
  }

  @Test
  void newerIphonesShowThePoster() {
    ObjectNode document =
        (ObjectNode)
            Http.JSON.readTree(io.kartela.service.wallet.design.DesignVersion.firstDocument());
    assertTrue(
        owner
            .post(DESIGN + "/preview", Map.of("document", document))
            .expect(200)
            .at("/cards/appleNewer")
            .isNull());
    document.put("style", "poster");
    ((ObjectNode) document.path("fields"))
        .set("footer", Http.JSON.readTree("[{\"key\":\"who\",\"value\":\"{member}\"}]"));
    JsonNode cards =
        owner.post(DESIGN + "/preview", Map.of("document", document)).expect(200).path("cards");
    assertTrue(cards.at("/apple/poster").isNull());
    JsonNode poster = cards.path("appleNewer");
    assertEquals("Анна Петрова", poster.at("/poster/footerFields/0/value").asString());
    assertTrue(poster.at("/poster/background").asString().startsWith("data:image/png"));
    assertTrue(poster.at("/poster/primaryLogo").asString().startsWith("data:image/png"));
    assertEquals(0, poster.path("secondaryFields").size(), "a poster has no rows");
    assertTrue(cards.toString().length() < 500_000, "" + cards.toString().length());
  }
}
