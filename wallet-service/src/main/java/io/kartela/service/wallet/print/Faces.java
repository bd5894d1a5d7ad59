package io.kartela.service.wallet.print;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.kartela.service.wallet.print.Canvas.Align;
import io.kartela.service.wallet.print.Canvas.Box;
import io.kartela.service.wallet.print.Canvas.Style;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What customers see: the poster's face, upright, and the tent's, which lies across. */
final class Faces {
  /** Of a tent; what is left of the sheet are its two flaps. */
  static final float TENT_HEIGHT = 118.5f;

  static final float WIDTH = 210;

  /** Modules of white around the code. */
  private static final int QUIET = 4;

  private final Order order;
  private final Look look;
  private final BitMatrix code;

  Faces(Order order, Look look) {
    this.order = order;
    this.look = look;
    this.code =
        Qr.of(
            order.address().toString(),
            ErrorCorrectionLevel.Q); // a quarter may be scratched or in a lamp's glare
  }

  void poster(Canvas canvas) throws IOException {
    float y = 14;
    if (look.logo() != null) {
      canvas.picture(look.logo(), new Box(60, y, 90, 15));
      y += 18;
    }
    float room = 44 - y;
    canvas.text(order.name(), style(true, 9, Align.CENTRE), new Box(18, y, 174, room));
    float more = gifts() ? 0 : 11;
    both(canvas, Words::headline, style(true, 17, Align.CENTRE), new Box(16, 47, 178, 37 + more));
    both(canvas, Words::lead, style(false, 7.6f, Align.CENTRE), new Box(18, 86 + more, 174, 14));
    gift(canvas, new Box(26, 103, 158, order.words().size() == 1 ? 15 : 20), 7.4f);
    Box panel = new Box(20, 133, 88, 88);
    canvas.rounded(Color.WHITE, panel, 5);
    canvas.code(code, QUIET, panel);
    new CardPicture(order.card(), look, order.languages().getFirst())
        .draw(canvas, new Box(124, 125, 62, 104));
    steps(canvas);
    canvas.text(order.typed(), style(true, 5.6f, Align.CENTRE), new Box(14, 269, 182, 8));
    both(canvas, Words::foot, style(false, 4.4f, Align.CENTRE), new Box(14, 277.5f, 182, 12));
  }

  void tent(Canvas canvas) throws IOException {
    Box panel = new Box(14, 17, 78, 78);
    canvas.rounded(Color.WHITE, panel, 5);
    canvas.code(code, QUIET, panel);
    canvas.text(order.typed(), style(true, 4.4f, Align.CENTRE), new Box(10, 97, 86, 9));
    float y = 14;
    if (look.logo() != null) {
      canvas.pictureLeft(look.logo(), new Box(102, y, 94, 11));
      y += 13;
    }
    canvas.text(order.name(), style(true, 6, Align.LEFT), new Box(102, y, 94, 35 - y));
    both(canvas, Words::headline, style(true, 11, Align.LEFT), new Box(102, 37, 96, 31));
    both(canvas, Words::lead, style(false, 5.6f, Align.LEFT), new Box(102, 70, 94, 12));
    gift(canvas, new Box(102, 84, 94, order.words().size() == 1 ? 12 : 15), 5);
    both(canvas, Words::foot, style(false, 3.6f, Align.CENTRE), new Box(10, 105.5f, 190, 10));
  }

  /** One language, or the second smaller below the first. */
  private void both(Canvas canvas, Function<Words, String> of, Style style, Box box)
      throws IOException {
    List<Words> words = order.words();
    if (words.size() == 1) {
      canvas.text(of.apply(words.getFirst()), style, box);
      return;
    }
    Lines first =
        canvas.textFrom(
            of.apply(words.getFirst()),
            new Style(style.color(), style.heavy(), style.size() * 0.8f, style.align()),
            new Box(box.x(), box.y(), box.width(), box.height() * 0.6f));
    float below = first.height() + 0.6f;
    float second = Math.min(style.size() * 0.64f, first.size() * 0.8f);
    canvas.textFrom(
        of.apply(words.getLast()),
        new Style(style.color(), style.heavy(), second, style.align()),
        new Box(box.x(), box.y() + below, box.width(), box.height() - below));
  }

  /** In the opposite colours, so that it is seen first. */
  private void gift(Canvas canvas, Box box, float size) throws IOException {
    if (!gifts()) {
      return;
    }
    List<@Nullable String> gifts = order.words().stream().map(Words::gift).toList();
    canvas.rounded(look.text(), box, Math.min(box.height() / 2, 7.5f));
    float each = (box.height() - 3) / gifts.size();
    for (int i = 0; i < gifts.size(); i++) {
      canvas.text(
          Objects.requireNonNull(gifts.get(i)),
          new Style(look.background(), true, i == 0 ? size : size * 0.78f, Align.CENTRE),
          new Box(box.x() + 6, box.y() + 1.5f + i * each, box.width() - 12, each));
    }
  }

  private boolean gifts() {
    return order.words().stream().allMatch(words -> words.gift() != null);
  }

  private void steps(Canvas canvas) throws IOException {
    List<Words> words = order.words();
    for (int i = 0; i < words.getFirst().steps().size(); i++) {
      float x = 18 + i * 58;
      int step = i;
      canvas.disc(look.text(), x + 29, 240, 5.6f);
      canvas.text(
          Integer.toString(i + 1),
          new Style(look.background(), true, 6.4f, Align.CENTRE),
          new Box(x + 23, 234.4f, 12, 11.2f));
      both(
          canvas,
          w -> w.steps().get(step),
          style(true, 5, Align.CENTRE),
          new Box(x + 2, 247.5f, 54, order.words().size() == 1 ? 13 : 19));
    }
  }

  private Style style(boolean heavy, float size, Align align) {
    return new Style(look.text(), heavy, size, align);
  }
}
