package io.kartela.service.wallet.preview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone as {@code openapi.yaml} shows it, in one language.
 *
 * @param ios what an iPhone's Wallet knows; null for an Android
 * @param pushToken the beginning of where APNs finds it; null for an Android, which has none of
 *     ours
 */
public record PhoneView(
    String id,
    String name,
    Platform platform,
    boolean online,
    @Nullable Integer ios,
    @Nullable String pushToken,
    List<Card> cards,
    List<Notice> notices) {

  /**
   * A card, ready to draw.
   *
   * @param validUntil its last moment; null: it does not end
   * @param poster null: drawn as a storeCard, or by Google
   * @param actions buttons under the card
   */
  public record Card(
      String serial,
      String organization,
      @Nullable String logoText,
      String backgroundColor,
      String foregroundColor,
      String labelColor,
      @Nullable String logo,
      @Nullable String strip,
      @Nullable Barcode barcode,
      List<Field> headerFields,
      List<Field> primaryFields,
      List<Field> secondaryFields,
      List<Field> auxiliaryFields,
      List<Field> backFields,
      boolean voided,
      @Nullable Instant validUntil,
      Instant updatedAt,
      @Nullable String signature,
      @Nullable Poster poster,
      List<Action> actions) {

    /** The value of a field wherever it is; empty when there is none. */
    public String value(String key) {
      for (List<Field> group :
          List.of(headerFields, primaryFields, secondaryFields, auxiliaryFields, backFields)) {
        for (Field field : group) {
          if (field.key().equals(key)) {
            return field.value();
          }
        }
      }
      return "";
    }
  }

  /** What the poster style of newer iPhones has beside the rest. */
  public record Poster(
      @Nullable String background, @Nullable String primaryLogo, List<Field> footerFields) {}

  /** A button under the card: what it is for, in Apple's words, and where it leads. */
  public record Action(String type, String url) {}

  /** One line of a card. */
  public record Field(String key, String label, String value) {}

  /** What the till scans. */
  public record Barcode(String format, String message, @Nullable String altText) {}

  /** A text on the lock screen. */
  public record Notice(String id, String title, String text, Instant at, String serial) {}
}
