package io.kartela.service.wallet.print;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.wallet.print.Canvas.Align;
import io.kartela.service.wallet.print.Canvas.Box;
import io.kartela.service.wallet.print.Canvas.Style;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/**
 * A sheet as PDF of one page; the same order gives the same bytes. Drawn as on A4 and scaled to its
 * paper.
 */
final class SignUpSheet {
  private static final float POINTS = 72 / 25.4f;
  private static final float PIXELS = 800;
  private static final float BLEED = 3;

  /** Around the sheet, for the marks. */
  private static final float MARGIN = 10;

  private static final float FLAP = (297 - 2 * Faces.TENT_HEIGHT) / 2;
  private static final Color GREY = new Color(0x6b6b70);
  private static final float[] SOLID = {};
  private static final float[] DASHES = {2, 1.6f};

  private final Order order;
  private final Look look;
  private final float scale;
  private final float margin;

  private SignUpSheet(Order order, Look look) {
    this.order = order;
    this.look = look;
    this.scale = order.sheet().width / Faces.WIDTH;
    this.margin = order.marks() ? MARGIN : 0;
  }

  static byte[] pdf(Order order) {
    try (PDDocument document = new PDDocument()) {
      new SignUpSheet(order, Look.of(document, order.card())).draw(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sheet as a screen shows it before it is printed: PNG, 800 pixels wide. */
  static byte[] picture(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      float width = document.getPage(0).getMediaBox().getWidth();
      BufferedImage image = new PDFRenderer(document).renderImage(0, PIXELS / width);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(PDDocument document) throws IOException {
    document.setDocumentId(1L); // else it is the time
    describe(document);
    PDPage page = page();
    document.addPage(page);
    Fonts fonts = new Fonts(document);
    String missing = fonts.missingLetters(order.name());
    if (!missing.isEmpty()) {
      throw new Problem(ProblemCode.NAME_NOT_PRINTABLE, missing);
    }
    Faces faces = new Faces(order, look);
    try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
      stream.transform(Matrix.getScaleInstance(POINTS, POINTS));
      stream.transform(Matrix.getTranslateInstance(margin, margin));
      stream.saveGraphicsState();
      stream.transform(Matrix.getScaleInstance(scale, scale));
      if (order.sheet() == Sheet.TENT_A4) {
        tent(stream, fonts, faces);
      } else {
        Canvas canvas = new Canvas(stream, fonts, 297);
        // Paper of series A is not quite of one shape: what differs is under the bleed.
        float over = order.marks() ? BLEED / scale : 0.1f;
        canvas.fill(look.background(), -over, -over, Faces.WIDTH + 2 * over, 297 + 2 * over);
        faces.poster(canvas);
      }
      stream.restoreGraphicsState();
      if (order.marks()) {
        marks(new Canvas(stream, fonts, order.sheet().height));
      }
    }
  }

  private void describe(PDDocument document) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(
        order.name() + " · " + order.words().getFirst().headline().replace('\u00a0', ' '));
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage(order.languages().getFirst().tag());
    PDViewerPreferences viewer = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    viewer.setDisplayDocTitle(true);
    // A viewer that fits it to the printer's margins changes where it is folded.
    viewer.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
    document.getDocumentCatalog().setViewerPreferences(viewer);
  }

  private PDPage page() {
    Sheet sheet = order.sheet();
    PDPage page = new PDPage(box(0, 0, sheet.width + 2 * margin, sheet.height + 2 * margin));
    page.setTrimBox(box(margin, margin, sheet.width, sheet.height));
    if (order.marks()) {
      page.setBleedBox(
          box(margin - BLEED, margin - BLEED, sheet.width + 2 * BLEED, sheet.height + 2 * BLEED));
    }
    return page;
  }

  private static PDRectangle box(float x, float y, float width, float height) {
    return new PDRectangle(x * POINTS, y * POINTS, width * POINTS, height * POINTS);
  }

  private void tent(PDPageContentStream stream, Fonts fonts, Faces faces) throws IOException {
    Canvas sheet = new Canvas(stream, fonts, 297);
    float over = order.marks() ? BLEED : 0;
    sheet.fill(look.background(), -over, FLAP, Faces.WIDTH + 2 * over, 2 * Faces.TENT_HEIGHT);
    half(stream, fonts, faces);
    stream.saveGraphicsState();
    stream.transform(new Matrix(-1, 0, 0, -1, Faces.WIDTH, 297));
    half(stream, fonts, faces);
    stream.restoreGraphicsState();
    sheet.line(GREY, 0.25f, DASHES, 0, FLAP, Faces.WIDTH, FLAP);
    sheet.line(GREY, 0.25f, DASHES, 0, 297 - FLAP, Faces.WIDTH, 297 - FLAP);
    sheet.line(look.text(), 0.2f, DASHES, 0, 148.5f, Faces.WIDTH, 148.5f);
  }

  /** The lower face with its flap. */
  private void half(PDPageContentStream stream, Fonts fonts, Faces faces) throws IOException {
    stream.saveGraphicsState();
    stream.transform(Matrix.getTranslateInstance(0, FLAP));
    faces.tent(new Canvas(stream, fonts, Faces.TENT_HEIGHT));
    stream.restoreGraphicsState();
    Lang lang = order.languages().getFirst();
    new Canvas(stream, fonts, FLAP)
        .text(
            Words.TENT.in(lang),
            new Style(GREY, false, 4, Align.CENTRE),
            new Box(20, 8, 170, FLAP - 16));
  }

  /** Where to cut, and where to fold. */
  private void marks(Canvas sheet) throws IOException {
    float w = order.sheet().width;
    float h = order.sheet().height;
    float near = BLEED + 1;
    float far = MARGIN - 1;
    for (float x : new float[] {0, w}) {
      sheet.line(Color.BLACK, 0.1f, SOLID, x, -near, x, -far);
      sheet.line(Color.BLACK, 0.1f, SOLID, x, h + near, x, h + far);
    }
    for (float y : new float[] {0, h}) {
      side(sheet, SOLID, y);
    }
    if (order.sheet() == Sheet.TENT_A4) {
      for (float y : new float[] {FLAP, h / 2, h - FLAP}) {
        side(sheet, new float[] {1, 0.8f}, y);
      }
    }
  }

  private void side(Canvas sheet, float[] dashes, float y) throws IOException {
    float w = order.sheet().width;
    sheet.line(Color.BLACK, 0.1f, dashes, -BLEED - 1, y, -MARGIN + 1, y);
    sheet.line(Color.BLACK, 0.1f, dashes, w + BLEED + 1, y, w + MARGIN - 1, y);
  }
}
