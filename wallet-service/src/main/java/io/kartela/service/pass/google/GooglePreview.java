package io.kartela.service.pass.google;

import io.kartela.service.pass.PassReader;
import java.net.URI;
import java.util.Map;

/**
 * A Google card as the service would send it, without sending: for whoever designs it.
 *
 * @param loyaltyClass what the cards of a tier have in common
 * @param loyaltyObject one card
 */
public record GooglePreview(Map<String, Object> loyaltyClass, Map<String, Object> loyaltyObject) {

  public GooglePreview {
    loyaltyClass = Map.copyOf(loyaltyClass);
    loyaltyObject = Map.copyOf(loyaltyObject);
  }

  /** Lays a card out. */
  public static GooglePreview of(PassReader.Card card, URI publicUrl) {
    GoogleContent content = new GoogleContent("preview", () -> publicUrl);
    return new GooglePreview(content.loyaltyClass(card), content.object(card));
  }
}
