package io.kartela.service.wallet.designer;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.apple.ApplePreview;
import io.kartela.service.wallet.content.CardArt;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.design.Artwork;
import io.kartela.service.wallet.design.CardDesign.Role;
import io.kartela.service.wallet.design.DesignProblem;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.google.GooglePreview;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.PhoneView;
import io.kartela.service.wallet.preview.WalletCards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sample card as both platforms would get it, and as their wallets would draw it. */
record CardPreviews(
    ApplePreview apple, GooglePreview google, Cards cards, List<DesignProblem> warnings) {
  /** Stands for the key of a real card. */
  private static final String SAMPLE_KEY = "sample";

  /**
   * Ready to draw, in one language.
   *
   * @param apple on iPhones before iOS 27
   * @param appleNewer on those since; null when they draw the same
   */
  record Cards(PhoneView.Card apple, PhoneView.@Nullable Card appleNewer, PhoneView.Card google) {}

  static CardPreviews of(
      PassReader.Card card,
      GoogleAddresses addresses,
      Instant now,
      Lang lang,
      List<DesignProblem> warnings) {
    Map<String, byte[]> pictures = ApplePreview.pictures(card);
    ApplePreview apple =
        ApplePreview.of(card, addresses.publicUrl().get(), SAMPLE_KEY, pictures, now);
    GooglePreview google = GooglePreview.of(card, addresses);
    PhoneView.Card older = apple(apple, pictures, now, lang, Ios.V26);
    PhoneView.Card newer = apple(apple, pictures, now, lang, Ios.V27);
    return new CardPreviews(
        apple,
        google,
        new Cards(
            older,
            newer.equals(older) ? null : newer,
            WalletCards.google(
                google.loyaltyClass(),
                google.loyaltyObject(),
                address -> googlePicture(card, address),
                now,
                lang)),
        warnings);
  }

  private static PhoneView.Card apple(
      ApplePreview apple, Map<String, byte[]> pictures, Instant now, Lang lang, Ios ios) {
    return WalletCards.apple(apple.pass(), apple.ru(), apple.en(), pictures, now, lang, ios);
  }

  /** What the service would serve at this address once the design is published. */
  private static byte @Nullable [] googlePicture(PassReader.Card card, String address) {
    boolean logo = address.contains("/logo.png");
    if (!logo && !address.contains("/hero.png")) {
      return null;
    }
    Map<Role, String> own = card.face().pictures();
    String id =
        logo
            ? own.getOrDefault(Role.ICON, "")
            : own.getOrDefault(Role.HERO, own.getOrDefault(Role.STRIP, ""));
    byte[] png = card.design().pictures().get(id);
    if (png != null) {
      return Artwork.google(png, logo);
    }
    String color = Colors.hex(card.face().background(card.content()));
    return logo ? CardArt.squareLogo(color) : CardArt.hero(color);
  }
}
