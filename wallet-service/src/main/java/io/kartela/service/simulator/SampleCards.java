package io.kartela.service.simulator;

import io.kartela.service.http.Http;
import io.kartela.service.http.Lang;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cards that somebody tries on a phone before anything is published or signed. */
final class SampleCards {
  private static final String PNG = "data:image/png;base64,";

  private SampleCards() {}

  /**
   * As an iPhone shows it.
   *
   * @param preview what the preview of a design answers
   * @throws WalletRefused when it is nothing of the kind
   */
  static SimulatedPhone.Sample apple(JsonNode preview, Instant at) {
    JsonNode apple = preview.path("apple");
    if (!apple.path("pass").isObject()) {
      throw new WalletRefused("this is no preview of a card");
    }
    Map<String, byte[]> files = new HashMap<>();
    for (String name : new String[] {"logo", "strip"}) {
      byte[] picture = picture(preview.at("/cards/apple/" + name).asString(""));
      if (picture != null) {
        files.put(name + "@2x.png", picture);
      }
    }
    for (Lang lang : Lang.values()) {
      files.put(
          lang.tag() + ".lproj/pass.strings",
          apple.path(lang.tag()).asString("").getBytes(StandardCharsets.UTF_8));
    }
    return new Apple(PkPass.unsigned(apple.path("pass"), files), at);
  }

  /** As an Android shows it. */
  @SuppressWarnings("unchecked")
  static SimulatedPhone.Sample google(JsonNode preview, Instant at) {
    JsonNode google = preview.path("google");
    if (!google.path("loyaltyClass").isObject() || !google.path("loyaltyObject").isObject()) {
      throw new WalletRefused("this is no preview of a card");
    }
    Map<String, Object> type = Http.JSON.convertValue(google.path("loyaltyClass"), Map.class);
    Map<String, Object> object = Http.JSON.convertValue(google.path("loyaltyObject"), Map.class);
    return new Google(
        new GooglePhone.Held("", "preview.sample", object, type, at),
        text(preview.at("/cards/google/logo")),
        text(preview.at("/cards/google/strip")));
  }

  private static @Nullable String text(JsonNode node) {
    String text = node.asString("");
    return text.startsWith(PNG) ? text : null;
  }

  private static byte @Nullable [] picture(String url) {
    try {
      return url.startsWith(PNG) ? Base64.getDecoder().decode(url.substring(PNG.length())) : null;
    } catch (IllegalArgumentException e) {
      throw new WalletRefused("a picture is not base64", e);
    }
  }

  private record Apple(PkPass pass, Instant at) implements SimulatedPhone.Sample {
    @Override
    public PhoneView.Card view(Lang lang) {
      return PassFields.view(pass, at, lang);
    }

    @Override
    public @Nullable String changes(SimulatedPhone.Sample before, Lang lang) {
      return before instanceof Apple(PkPass old, var _)
          ? PassFields.changes(old, pass, lang)
          : null;
    }
  }

  private record Google(GooglePhone.Held held, @Nullable String logo, @Nullable String hero)
      implements SimulatedPhone.Sample {
    @Override
    public PhoneView.Card view(Lang lang) {
      return GoogleCard.view(held, address -> address.endsWith("/logo.png") ? logo : hero, lang);
    }

    @Override
    public @Nullable String changes(SimulatedPhone.Sample before, Lang lang) {
      return before instanceof Google(GooglePhone.Held old, var _, var _)
          ? GoogleCard.changes(old.object(), held.object(), lang)
          : null;
    }
  }
}
