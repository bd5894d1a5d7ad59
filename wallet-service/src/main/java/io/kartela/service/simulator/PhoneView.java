package io.kartela.service.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone as {@code openapi.yaml} shows it, in one language.
 *
 * @param pushToken the beginning of where APNs finds it; null for an Android, which has none of
 *     ours
 */
public record PhoneView(
    String id,
    String name,
    Platform platform,
    boolean online,
    @Nullable String pushToken,
    List<Card> cards,
    List<Notice> notices) {

  /** A card, ready to draw. */
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
      Instant updatedAt,
      @Nullable String signature) {

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

  /** One line of a card. */
  public record Field(String key, String label, String value) {}

  /** What the till scans. */
  public record Barcode(String format, String message, @Nullable String altText) {}

  /** A text on the lock screen. */
  public record Notice(String id, String title, String text, Instant at, String serial) {}
}
