package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.kartela.service.wallet.content.Colors;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Posters and table tents as a print shop and a customer's camera take them. */
class PrintTest extends WithShops {
  private static final String SIGN_UP = "/api/v1/print/sign-up";

  @Test
  void thePosterIsASheetOfItsPaperThatACameraReads() throws IOException {
    TestShop shop = maker.open("print-poster", "");
    Api owner = shop.owner();
    for (String sheet : List.of("POSTER_A4", "POSTER_A3")) {
      Answer answer = owner.get(SIGN_UP + "?lang=ru&sheet=" + sheet).expectStatus(200);
      assertEquals("application/pdf", answer.header("Content-Type"));
      assertTrue(
          answer.header("Content-Disposition").contains("print-poster-poster-a"), answer::toString);
      try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
        assertEquals(1, pdf.getNumberOfPages());
        assertSize(
            sheet.equals("POSTER_A4") ? 210 : 297,
            sheet.equals("POSTER_A4") ? 297 : 420,
            pdf.getPage(0).getMediaBox());
        fontsAreInside(pdf);
        String text = text(pdf);
        assertTrue(text.contains("Карта лояльности"), text);
        assertTrue(text.contains("Наведите камеру на код"), text);
        assertTrue(text.contains("/join/print-poster"), text);
        assertEquals(address(shop), read(new PDFRenderer(pdf).renderImageWithDPI(0, 150)));
        nothingOverflows(pdf);
      }
    }
  }

  @Test
  void theTentStandsWithAFaceToEachSide() throws IOException {
    TestShop shop = maker.open("print-tent", "");
    byte[] bytes = shop.owner().get(SIGN_UP + "?lang=both&sheet=TENT_A4").expectStatus(200).bytes();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      String text = text(pdf);
      assertTrue(text.contains("Наведите камеру"), text);
      assertTrue(text.contains("Point your camera"), text);
      BufferedImage sheet = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
      int half = sheet.getHeight() / 2;
      BufferedImage upper = sheet.getSubimage(0, 0, sheet.getWidth(), half);
      BufferedImage lower = sheet.getSubimage(0, half, sheet.getWidth(), sheet.getHeight() - half);
      assertEquals(address(shop), read(lower));
      assertEquals(address(shop), read(upper));
      // Turned by half a turn, the upper one looks like the lower one, not like its mirror image.
      BufferedImage turned = turned(upper);
      assertTrue(likeness(turned, lower) > 0.95, () -> "alike: " + likeness(turned, lower));
      assertTrue(likeness(upper, lower) < 0.9, "seen from its own side");
      nothingOverflows(pdf);
    }
  }

  @Test
  void forThePrintShopThereAreBleedAndMarks() throws IOException {
    Api owner = maker.open("print-marks", "").owner();
    byte[] bytes =
        owner.get(SIGN_UP + "?lang=en&sheet=POSTER_A4&marks=true").expectStatus(200).bytes();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      PDPage page = pdf.getPage(0);
      assertSize(230, 317, page.getMediaBox());
      assertSize(210, 297, page.getTrimBox());
      assertSize(216, 303, page.getBleedBox());
      BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
      double mm = 150 / 25.4;
      Color inside = new Color(image.getRGB((int) (15 * mm), (int) (150 * mm)));
      assertEquals(inside, new Color(image.getRGB((int) (8 * mm), (int) (150 * mm))), "bleed");
      assertEquals(Color.WHITE, new Color(image.getRGB((int) (5 * mm), (int) (150 * mm))));
      assertTrue(text(pdf).contains("Point your camera"));
    }
  }

  /** What the program gives is told; the same sheet is the same bytes. */
  @Test
  void theGiftIsTold() throws IOException {
    Api owner = maker.open("print-gift", "'signUp': {'amount': 20100}").owner();
    byte[] bytes = owner.get(SIGN_UP + "?lang=ru").expectStatus(200).bytes();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      assertTrue(text(pdf).contains("201 бонус в подарок за вступление"), text(pdf));
    }
    assertArrayEquals(bytes, owner.get(SIGN_UP + "?lang=ru").expectStatus(200).bytes());
    try (PDDocument pdf =
        Loader.loadPDF(owner.get(SIGN_UP + "?lang=en").expectStatus(200).bytes())) {
      assertTrue(text(pdf).contains("201 bonuses as a welcome gift"), text(pdf));
    }
  }

  @Test
  void longNamesShrinkAndStayOnTheSheet() throws IOException {
    TestShop shop = maker.open("print-long", "");
    Api owner = shop.owner();
    ObjectNode settings = (ObjectNode) owner.get("/api/v1/shop").expect(200).path("details");
    String word = "Достопримечательнейшеепредприятие".repeat(3);
    for (String name :
        List.of("Кофейня ".repeat(12).strip(), word.substring(0, 98), "Кофе ☕🙂 и «Ёжик» 5 ₽")) {
      rename(owner, settings, name);
      for (String sheet : List.of("POSTER_A4", "TENT_A4")) {
        byte[] bytes = owner.get(SIGN_UP + "?lang=both&sheet=" + sheet).expectStatus(200).bytes();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
          nothingOverflows(pdf);
          assertTrue(text(pdf).contains(name.substring(0, 4)), text(pdf));
          assertEquals(address(shop), read(new PDFRenderer(pdf).renderImageWithDPI(0, 150)), sheet);
        }
      }
    }
  }

  /** Whatever the design says, what is written can be read, with a logo and without one. */
  @Test
  void textsCanBeReadOnAnyColour() throws IOException {
    TestShop shop = maker.open("print-colours", "");
    Api owner = shop.owner();
    ObjectNode document = (ObjectNode) owner.get("/api/v1/design").expect(200).path("document");
    String png = CardDesignTest.png(320, 100, Color.GREEN);
    String logo =
        owner
            .post("/api/v1/design/images", Map.of("content", png))
            .expect(201)
            .path("id")
            .asString();
    // The first two can be read on a card and not from afar.
    Map<String, String> colors =
        Map.of("#ffffff", "#888888", "#000000", "#666666", "#ffe14d", "auto", "#1f7a5c", "#ffffff");
    for (String color : colors.keySet()) {
      ((ObjectNode) document.path("colors"))
          .put("background", color)
          .put("text", colors.get(color));
      ((ObjectNode) document.path("images")).put("logo", color.equals("#000000") ? "none" : logo);
      publish(owner, document);
      byte[] bytes = owner.get(SIGN_UP + "?lang=ru").expectStatus(200).bytes();
      try (PDDocument pdf = Loader.loadPDF(bytes)) {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
        assertEquals(Colors.of(color), new Color(image.getRGB(20, 20)), color);
        // The headline's band: its extremes are paper and letters.
        double best = 0;
        for (int y = (int) (50 * 150 / 25.4); y < 80 * 150 / 25.4; y++) {
          for (int x = 200; x < 1000; x++) {
            Color there = new Color(image.getRGB(x, y));
            best = Math.max(best, Colors.contrast(there, Colors.of(color)));
          }
        }
        assertTrue(best >= 4.5, color + " " + best);
        assertEquals(address(shop), read(image));
        boolean pictured = pdf.getPage(0).getResources().getXObjectNames().iterator().hasNext();
        assertTrue(pictured, "the card's strip at least");
      }
    }
  }

  @Test
  void whatCannotBePrintedIsRefused() {
    Api owner = maker.open("print-wrong", "").owner();
    owner.get(SIGN_UP + "?sheet=A5").refused(400, "INVALID_PARAMETER");
    owner.get(SIGN_UP + "?lang=de").refused(400, "INVALID_PARAMETER");
    owner.get(SIGN_UP + "?format=gif").refused(400, "INVALID_PARAMETER");
  }

  /** What the cabinet shows is the very sheet. */
  @Test
  void theScreenShowsTheSheet() throws IOException {
    TestShop shop = maker.open("print-shown", "");
    Answer answer = shop.owner().get(SIGN_UP + "?sheet=TENT_A4&format=png").expectStatus(200);
    assertEquals("image/png", answer.header("Content-Type"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    assertEquals(800, image.getWidth());
    assertEquals(address(shop), read(image));
  }

  private void rename(Api owner, ObjectNode settings, String name) {
    ((ObjectNode) settings.path("name")).put("ru", name).put("en", name);
    owner.put("/api/v1/shop", settings).expect(200);
  }

  private String address(TestShop shop) {
    return kartela.url() + "/join/" + shop.slug();
  }

  private static String text(PDDocument pdf) throws IOException {
    return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
  }

  private static void assertSize(double width, double height, PDRectangle box) {
    assertEquals(width, box.getWidth() * 25.4 / 72, 0.1);
    assertEquals(height, box.getHeight() * 25.4 / 72, 0.1);
  }

  private static void fontsAreInside(PDDocument pdf) throws IOException {
    int fonts = 0;
    for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
      PDFont font = pdf.getPage(0).getResources().getFont(name);
      assertTrue(font.isEmbedded(), font.getName());
      assertTrue(font.getName().matches("[A-Z]{6}\\+Manrope.*"), font.getName());
      fonts++;
    }
    assertEquals(2, fonts);
  }

  /** No letter stands outside the sheet's edges. */
  private static void nothingOverflows(PDDocument pdf) throws IOException {
    List<String> out = new ArrayList<>();
    PDRectangle paper = pdf.getPage(0).getTrimBox();
    float edge = 5 * 72 / 25.4f;
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition text) {
        float x = text.getTextMatrix().getTranslateX();
        float y = text.getTextMatrix().getTranslateY();
        float end = x + (text.getTextMatrix().getScaleX() > 0 ? 1 : -1) * text.getWidth();
        boolean inside =
            Math.min(x, end) >= edge
                && Math.max(x, end) <= paper.getWidth() - edge
                && y >= edge
                && y <= paper.getHeight() - edge;
        if (!inside) {
          out.add(text.getUnicode() + " at " + x + ", " + y);
        }
        super.processTextPosition(text);
      }
    }.getText(pdf);
    assertEquals(List.of(), out);
  }

  private static String read(BufferedImage image) {
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
          .getText();
    } catch (ReaderException e) {
      throw new AssertionError("no camera reads it", e);
    }
  }

  private static BufferedImage turned(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        out.setRGB(w - 1 - x, h - 1 - y, image.getRGB(x, y));
      }
    }
    return out;
  }

  private static double likeness(BufferedImage a, BufferedImage b) {
    int same = 0;
    int height = Math.min(a.getHeight(), b.getHeight());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        int one = new Color(a.getRGB(x, y)).getGreen();
        int other = new Color(b.getRGB(x, y)).getGreen();
        same += Math.abs(one - other) < 80 ? 1 : 0;
      }
    }
    return same / (double) (a.getWidth() * height);
  }
}
