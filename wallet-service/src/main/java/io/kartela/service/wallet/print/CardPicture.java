package io.kartela.service.wallet.print;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.design.CardDesign.Field;
import io.kartela.service.wallet.design.CardDesign.Group;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.print.Canvas.Align;
import io.kartela.service.wallet.print.Canvas.Box;
import io.kartela.service.wallet.print.Canvas.Style;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shop's card in a phone, with what its design shows of a sample customer. Without its code: a
 * camera must find one to scan and no other.
 */
final class CardPicture {
  private static final Color PHONE = new Color(0x1c1c1e);
  private static final Color SCREEN = new Color(0xf2f2f7);

  /** Cards of others below it. */
  private static final List<Color> OTHERS = List.of(new Color(0xd9d9e0), new Color(0xe4e4ea));

  private final PassReader.Card card;
  private final Look look;
  private final Lang lang;

  CardPicture(PassReader.Card card, Look look, Lang lang) {
    this.card = card;
    this.look = look;
    this.lang = lang;
  }

  void draw(Canvas canvas, Box phone) throws IOException {
    canvas.rounded(SCREEN, grown(phone, 0.35f), 8.35f);
    canvas.rounded(PHONE, phone, 8);
    canvas.rounded(SCREEN, grown(phone, -1.8f), 6.2f);
    canvas.rounded(
        PHONE, new Box(phone.x() + phone.width() / 2 - 8, phone.y() + 3.6f, 16, 3.6f), 1.8f);
    float unit = (phone.width() - 8.8f) / 100;
    Box face = new Box(phone.x() + 4.4f, phone.y() + 11, 100 * unit, 104 * unit);
    canvas.rounded(look.background(), face, 3);
    for (int i = 0; i < OTHERS.size(); i++) {
      float below = face.y() + (110 + 22 * i) * unit;
      canvas.rounded(OTHERS.get(i), new Box(face.x(), below, face.width(), 17 * unit), 3);
    }
    header(canvas, face, unit);
    float strip = face.y() + 18 * unit;
    float high = face.width() * 144 / 375;
    if (look.strip() != null) {
      canvas.cover(look.strip(), new Box(face.x(), strip, face.width(), high));
    }
    field(
        canvas,
        fields(Group.PRIMARY, 1),
        0,
        new Box(face.x() + 5 * unit, strip + 5 * unit, face.width() * 0.62f, high - 8 * unit));
    float y = strip + high + 7 * unit;
    List<Field> shown = fields(Group.SECONDARY, 2);
    for (int i = 0; i < shown.size(); i++) {
      float width = face.width() / 2 - 7 * unit;
      float x = face.x() + 5 * unit + i * (width + 4 * unit);
      field(canvas, shown, i, new Box(x, y, width, 17 * unit));
    }
  }

  private void header(Canvas canvas, Box face, float unit) throws IOException {
    Box name = new Box(face.x() + 5 * unit, face.y() + 4 * unit, 56 * unit, 10 * unit);
    if (look.logo() != null) {
      canvas.pictureLeft(look.logo(), name);
    } else {
      String shop = card.content().shopName().in(lang);
      canvas.text(shop, new Style(look.text(), true, 6.4f * unit, Align.LEFT), name);
    }
    List<Field> shown = fields(Group.HEADER, 1);
    if (!shown.isEmpty()) {
      Field field = shown.getFirst();
      Box box = new Box(face.x() + 64 * unit, face.y() + 3 * unit, 31 * unit, 5 * unit);
      canvas.text(label(field), new Style(look.text(), false, 4.2f * unit, Align.RIGHT), box);
      Box below = new Box(box.x(), box.y() + 5 * unit, box.width(), 8 * unit);
      canvas.text(value(field), new Style(look.text(), true, 7 * unit, Align.RIGHT), below);
    }
  }

  /** Its label above its value. */
  private void field(Canvas canvas, List<Field> fields, int i, Box box) throws IOException {
    if (i >= fields.size()) {
      return;
    }
    float label = box.height() * 0.32f;
    canvas.text(
        label(fields.get(i)),
        new Style(look.text(), false, label * 0.78f, Align.LEFT),
        new Box(box.x(), box.y(), box.width(), label));
    canvas.text(
        value(fields.get(i)),
        new Style(look.text(), true, box.height() * 0.42f, Align.LEFT),
        new Box(box.x(), box.y() + label, box.width(), box.height() - label));
  }

  private List<Field> fields(Group group, int most) {
    return card.face().fields(group).stream()
        .filter(field -> !value(field).isBlank())
        .limit(most)
        .toList();
  }

  private String label(Field field) {
    return field.label() == null ? "" : in(field.label().fill(card.content(), null));
  }

  private String value(Field field) {
    return in(field.value(card.content(), null));
  }

  private String in(CardContent.@Nullable Text text) {
    return text == null ? "" : text.in(lang);
  }

  private static Box grown(Box box, float by) {
    return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
  }
}
