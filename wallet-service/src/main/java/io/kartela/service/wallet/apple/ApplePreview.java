package io.kartela.service.wallet.apple;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.design.Artwork;
import io.kartela.service.wallet.pass.PassReader;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A pass as a phone would get it, without a signature: for whoever designs it.
 *
 * @param pass pass.json
 * @param ru what a Russian phone says for its texts, in Apple's format
 * @param images the files beside it
 */
public record ApplePreview(JsonNode pass, String ru, String en, List<Image> images) {

  /** A file of the bundle and its size. */
  public record Image(String name, int bytes) {}

  public ApplePreview {
    images = List.copyOf(images);
  }

  /** The pictures beside a card's pass.json, by name. */
  public static Map<String, byte[]> pictures(PassReader.Card card) {
    String color = Colors.hex(card.face().background(card.content()));
    return Artwork.apple(card.design(), card.face(), color);
  }

  /**
   * Lays a card out beside pictures that are drawn already.
   *
   * @param nfcPublicKey stands for the key that a real pass would carry
   */
  public static ApplePreview of(
      PassReader.Card card,
      URI publicUrl,
      String nfcPublicKey,
      Map<String, byte[]> pictures,
      Instant now) {
    PassJson layout =
        new PassJson(
            "pass.preview",
            "PREVIEW",
            publicUrl + "/apple",
            nfcPublicKey,
            InstantSource.fixed(now));
    PassJson.Files files = layout.write(card.pass(), card.content(), card.design().design(), false);
    return new ApplePreview(
        Http.JSON.readTree(files.json()),
        files.strings().ruText(),
        files.strings().enText(),
        pictures.entrySet().stream().map(e -> new Image(e.getKey(), e.getValue().length)).toList());
  }
}
