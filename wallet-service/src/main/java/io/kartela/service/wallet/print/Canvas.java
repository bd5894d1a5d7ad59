package io.kartela.service.wallet.print;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** A part of a page, drawn upon in millimetres from its upper left corner. */
final class Canvas {
  private static final float CIRCLE = 0.5523f;

  private final PDPageContentStream page;
  private final Fonts fonts;
  private final float height;

  /** Where lines stand in their box. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** A place for a text. */
  record Box(float x, float y, float width, float height) {}

  /** How a text looks at most. */
  record Style(Color color, boolean heavy, float size, Align align) {}

  Canvas(PDPageContentStream page, Fonts fonts, float height) {
    this.page = page;
    this.fonts = fonts;
    this.height = height;
  }

  void fill(Color color, float x, float y, float width, float h) throws IOException {
    page.setNonStrokingColor(color);
    page.addRect(x, height - y - h, width, h);
    page.fill();
  }

  void rounded(Color color, Box box, float radius) throws IOException {
    page.setNonStrokingColor(color);
    path(box, radius);
    page.fill();
  }

  void disc(Color color, float x, float y, float radius) throws IOException {
    rounded(color, new Box(x - radius, y - radius, 2 * radius, 2 * radius), radius);
  }

  void line(Color color, float thick, float[] dashes, float x1, float y1, float x2, float y2)
      throws IOException {
    page.setStrokingColor(color);
    page.setLineWidth(thick);
    page.setLineDashPattern(dashes, 0);
    page.moveTo(x1, height - y1);
    page.lineTo(x2, height - y2);
    page.stroke();
  }

  /** As large as the box lets, in its middle. */
  void picture(PDImageXObject image, Box box) throws IOException {
    float scale = Math.min(box.width / image.getWidth(), box.height / image.getHeight());
    float w = image.getWidth() * scale;
    float h = image.getHeight() * scale;
    page.drawImage(
        image,
        box.x + (box.width - w) / 2,
        height - box.y - box.height + (box.height - h) / 2,
        w,
        h);
  }

  /** The same at the box's left edge. */
  void pictureLeft(PDImageXObject image, Box box) throws IOException {
    float wide = box.height * image.getWidth() / image.getHeight();
    picture(image, new Box(box.x, box.y, Math.min(box.width, wide), box.height));
  }

  /** Fills the box, cut by it. */
  void cover(PDImageXObject image, Box box) throws IOException {
    float scale = Math.max(box.width / image.getWidth(), box.height / image.getHeight());
    float w = image.getWidth() * scale;
    float h = image.getHeight() * scale;
    page.saveGraphicsState();
    page.addRect(box.x, height - box.y - box.height, box.width, box.height);
    page.clip();
    page.drawImage(
        image,
        box.x + (box.width - w) / 2,
        height - box.y - box.height + (box.height - h) / 2,
        w,
        h);
    page.restoreGraphicsState();
  }

  /** Black modules as one path, so that no viewer draws seams; what is around them is the quiet. */
  void code(BitMatrix modules, int quiet, Box box) throws IOException {
    int side = modules.getWidth() + 2 * quiet;
    float module = Math.min(box.width, box.height) / side;
    page.setNonStrokingColor(Color.BLACK);
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int from = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > from) {
          page.addRect(
              box.x + (quiet + from) * module,
              height - box.y - (quiet + y + 1) * module,
              (x - from) * module,
              module);
        }
      }
    }
    page.fill();
  }

  /** Draws a text in the middle of its box's height, and says what became of it. */
  Lines text(String text, Style style, Box box) throws IOException {
    Lines fitted = Lines.fit(fonts, text, style.heavy, style.size, box.width, box.height);
    float top = box.y + (box.height - fitted.height()) / 2;
    draw(fitted, style, new Box(box.x, top, box.width, box.height));
    return fitted;
  }

  /** Draws a text from its box's upper edge, and says what became of it. */
  Lines textFrom(String text, Style style, Box box) throws IOException {
    Lines fitted = Lines.fit(fonts, text, style.heavy, style.size, box.width, box.height);
    draw(fitted, style, box);
    return fitted;
  }

  private void draw(Lines fitted, Style style, Box box) throws IOException {
    float size = fitted.size();
    float base = box.y + size * 0.93f;
    page.setNonStrokingColor(style.color);
    for (String line : fitted.lines()) {
      String drawable = fonts.drawable(line).strip();
      float left = box.width - fonts.width(drawable, style.heavy) * size;
      float x =
          box.x
              + switch (style.align) {
                case LEFT -> 0;
                case CENTRE -> left / 2;
                case RIGHT -> left;
              };
      page.beginText();
      page.setFont(fonts.of(style.heavy), size);
      page.setTextMatrix(Matrix.getTranslateInstance(x, height - base));
      page.showText(drawable);
      page.endText();
      base += size * Lines.LEADING;
    }
  }

  private void path(Box box, float r) throws IOException {
    float x0 = box.x;
    float x1 = box.x + box.width;
    float y0 = height - box.y - box.height;
    float y1 = height - box.y;
    float c = r * (1 - CIRCLE);
    page.moveTo(x0 + r, y0);
    page.lineTo(x1 - r, y0);
    page.curveTo(x1 - c, y0, x1, y0 + c, x1, y0 + r);
    page.lineTo(x1, y1 - r);
    page.curveTo(x1, y1 - c, x1 - c, y1, x1 - r, y1);
    page.lineTo(x0 + r, y1);
    page.curveTo(x0 + c, y1, x0, y1 - c, x0, y1 - r);
    page.lineTo(x0, y0 + r);
    page.curveTo(x0, y0 + c, x0 + c, y0, x0 + r, y0);
    page.closePath();
  }
}
