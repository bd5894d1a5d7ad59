package io.kartela.service.wallet.print;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.CodeSheets;
import io.kartela.service.wallet.print.Canvas.Align;
import io.kartela.service.wallet.print.Canvas.Box;
import io.kartela.service.wallet.print.Canvas.Style;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Promo codes to cut out: three by eight on a page of A4, each with its QR code. */
final class PromoSheet {
  static final int MOST = 1_200;
  private static final int ACROSS = 3;
  private static final int DOWN = 8;
  private static final float WIDTH = 70;
  private static final float HEIGHT = 297f / DOWN;
  private static final float POINTS = 72 / 25.4f;
  private static final int QUIET = 4;
  private static final Color GREY = new Color(0x6b6b70);
  private static final Color INK = new Color(0x17171c);
  private static final float[] DASHES = {2, 1.6f};

  private final String shop;
  private final CodeSheets.Part part;
  private final Lang lang;

  private PromoSheet(String shop, CodeSheets.Part part, Lang lang) {
    this.shop = shop;
    this.part = part;
    this.lang = lang;
  }

  static byte[] pdf(String shop, CodeSheets.Part part, Lang lang) {
    try (PDDocument document = new PDDocument()) {
      new PromoSheet(shop, part, lang).draw(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(PDDocument document) throws IOException {
    document.setDocumentId(1L); // else it is the time
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(shop + " · " + part.name().in(lang));
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage(lang.tag());
    Fonts fonts = new Fonts(document);
    String missing = fonts.missingLetters(shop + part.name().in(lang));
    if (!missing.isEmpty()) {
      throw new Problem(ProblemCode.NAME_NOT_PRINTABLE, missing);
    }
    for (int from = 0; from < part.codes().size(); from += ACROSS * DOWN) {
      PDPage page = new PDPage(new PDRectangle(210 * POINTS, 297 * POINTS));
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        stream.transform(Matrix.getScaleInstance(POINTS, POINTS));
        Canvas canvas = new Canvas(stream, fonts, 297);
        for (int i = 0; i < ACROSS * DOWN && from + i < part.codes().size(); i++) {
          int row = i / ACROSS;
          coupon(canvas, from + i, i % ACROSS * WIDTH, row * HEIGHT);
        }
        cuts(canvas);
      }
    }
  }

  private void coupon(Canvas canvas, int index, float x, float y) throws IOException {
    canvas.code(
        Qr.of(part.marked().get(index), ErrorCorrectionLevel.M),
        QUIET,
        new Box(x + 2, y + 6, 25, 25));
    float left = x + 28;
    float wide = WIDTH - 31;
    canvas.text(shop, new Style(GREY, false, 3, Align.LEFT), new Box(left, y + 4, wide, 5));
    canvas.text(
        part.name().in(lang),
        new Style(INK, true, 3.6f, Align.LEFT),
        new Box(left, y + 9, wide, 11));
    canvas.text(
        part.codes().get(index),
        new Style(INK, true, 4, Align.LEFT),
        new Box(left, y + 21, wide, 6));
    LocalDate last = part.lastDay();
    if (last != null) {
      String day =
          "%02d.%02d.%d".formatted(last.getDayOfMonth(), last.getMonthValue(), last.getYear());
      canvas.text(
          lang == Lang.RU ? "Действует по " + day : "Valid through " + day,
          new Style(GREY, false, 2.8f, Align.LEFT),
          new Box(left, y + 28, wide, 5));
    }
  }

  private static void cuts(Canvas canvas) throws IOException {
    for (int i = 1; i < ACROSS; i++) {
      canvas.line(GREY, 0.15f, DASHES, i * WIDTH, 0, i * WIDTH, 297);
    }
    for (int i = 1; i < DOWN; i++) {
      canvas.line(GREY, 0.15f, DASHES, 0, i * HEIGHT, 210, i * HEIGHT);
    }
  }
}
