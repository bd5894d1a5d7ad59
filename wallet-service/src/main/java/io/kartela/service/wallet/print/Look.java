package io.kartela.service.wallet.print;

import io.kartela.service.wallet.content.CardArt;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.CardDesign.Role;
import io.kartela.service.wallet.pass.PassReader;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * A sheet's colours and pictures: those of the shop's card, in the document once each however often
 * they are drawn.
 *
 * @param background of the sheet
 * @param text readable on it whatever the design says
 * @param logo the shop's own; null when its design has none
 * @param strip the card's picture; null when its design wants none
 */
record Look(
    Color background, Color text, @Nullable PDImageXObject logo, @Nullable PDImageXObject strip) {
  /** WCAG's least contrast of small text; a poster is read from afar. */
  private static final double READABLE = 4.5;

  static Look of(PDDocument document, PassReader.Card card) throws IOException {
    Face face = card.face();
    CardContent content = card.content();
    Color background = face.background(content);
    Color wanted = face.text(content);
    Color text =
        Colors.contrast(wanted, background) >= READABLE ? wanted : Colors.textOn(background);
    byte[] strip = own(card, Role.STRIP);
    if (strip == null && !face.none().contains(Role.STRIP)) {
      strip = CardArt.draw(Colors.hex(background)).get("strip@3x.png");
    }
    byte[] logo = own(card, Role.PRIMARY_LOGO);
    return new Look(
        background,
        text,
        image(document, logo == null ? own(card, Role.LOGO) : logo),
        image(document, strip));
  }

  private static @Nullable PDImageXObject image(PDDocument document, byte @Nullable [] png)
      throws IOException {
    return png == null ? null : PDImageXObject.createFromByteArray(document, png, "picture.png");
  }

  private static byte @Nullable [] own(PassReader.Card card, Role role) {
    String id = card.face().pictures().get(role);
    return id == null ? null : card.design().pictures().get(id);
  }
}
