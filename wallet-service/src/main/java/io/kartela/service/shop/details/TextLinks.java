package io.kartela.service.shop.details;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the texts that people agree to are read: on a page of ours, or elsewhere.
 *
 * @param terms null: the shop has none
 */
public record TextLinks(@Nullable URI terms, @Nullable URI privacy) {

  /**
   * Those of the texts in force.
   *
   * @param publicUrl where our pages are
   */
  public static TextLinks of(Connection c, long merchantId, String slug, URI publicUrl)
      throws SQLException {
    return new TextLinks(
        link(c, merchantId, slug, publicUrl, Text.Kind.TERMS),
        link(c, merchantId, slug, publicUrl, Text.Kind.PRIVACY));
  }

  private static @Nullable URI link(
      Connection c, long merchantId, String slug, URI publicUrl, Text.Kind kind)
      throws SQLException {
    Optional<Text> text = DetailsStore.current(c, merchantId, kind);
    if (text.isEmpty()) {
      return null;
    }
    String elsewhere = text.get().url();
    return publicUrl.resolve(
        elsewhere == null ? "/join/" + slug + "/" + kind.address() : elsewhere);
  }
}
