package io.kartela.service.wallet.preview;

import io.kartela.service.platform.http.Lang;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the two wallets would draw a card that no phone holds: for whoever designs it. */
public final class WalletCards {
  private WalletCards() {}

  /**
   * Apple's.
   *
   * @param ru the texts of a Russian phone, in Apple's format
   * @param images the bundle's pictures by name
   */
  public static PhoneView.Card apple(
      JsonNode pass,
      String ru,
      String en,
      Map<String, byte[]> images,
      Instant at,
      Lang lang,
      Ios ios) {
    Map<String, byte[]> files = new HashMap<>(images);
    files.put("ru.lproj/pass.strings", ru.getBytes(StandardCharsets.UTF_8));
    files.put("en.lproj/pass.strings", en.getBytes(StandardCharsets.UTF_8));
    return AppleCard.view(PkPass.unsigned(pass, files), at, lang, ios);
  }

  /**
   * Google's.
   *
   * @param pictures PNG by address; null where there is none
   */
  public static PhoneView.Card google(
      Map<String, Object> loyaltyClass,
      Map<String, Object> loyaltyObject,
      Function<String, byte @Nullable []> pictures,
      Instant at,
      Lang lang) {
    HeldCard held = new HeldCard("", "preview.sample", loyaltyObject, loyaltyClass, at);
    return GoogleCard.view(held, address -> PassFields.dataUrl(pictures.apply(address)), lang);
  }
}
