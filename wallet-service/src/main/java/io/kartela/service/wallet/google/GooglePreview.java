package io.kartela.service.wallet.google;

import io.kartela.service.wallet.pass.PassReader;
import java.util.Map;

/**
 * A Google card as the service would send it, without sending: for whoever designs it.
 *
 * @param loyaltyClass what the cards of a tier have in common
 * @param loyaltyObject one card
 */
public record GooglePreview(Map<String, Object> loyaltyClass, Map<String, Object> loyaltyObject) {

  private static final String SAMPLE = "00000000000000000000{totp_timestamp_seconds}{totp_value_0}";

  /** As long as Google's are. */
  private static final String SAMPLE_ISSUER = "3388000000000000000";

  public GooglePreview {
    loyaltyClass = Map.copyOf(loyaltyClass);
    loyaltyObject = Map.copyOf(loyaltyObject);
  }

  /** Lays a card out. */
  public static GooglePreview of(PassReader.Card card, GoogleAddresses addresses) {
    GoogleContent content = new GoogleContent(SAMPLE_ISSUER, addresses);
    RotatingCodes.Code rotating =
        card.design().design().rotating() ? new RotatingCodes.Code(SAMPLE, "", 30_000, 8) : null;
    return new GooglePreview(content.loyaltyClass(card), content.object(card, rotating));
  }
}
