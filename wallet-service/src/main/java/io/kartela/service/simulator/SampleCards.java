package io.kartela.service.simulator;

import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.simulator.SimulatedPhone.Sample.Source;
import io.kartela.service.wallet.preview.AppleCard;
import io.kartela.service.wallet.preview.GoogleCard;
import io.kartela.service.wallet.preview.HeldCard;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.PassFields;
import io.kartela.service.wallet.preview.PhoneView;
import io.kartela.service.wallet.preview.PkPass;
import io.kartela.service.wallet.preview.Platform;
import io.kartela.service.wallet.preview.WalletRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Cards that somebody tries on a phone before anything is published or signed. */
final class SampleCards {
  /** The serial of a preview's card. */
  static final String SERIAL = "sample";

  private static final String PNG = "data:image/png;base64,";
  private static final Map<String, String> PICTURES =
      Map.of(
          "logo", "/cards/apple/logo",
          "strip", "/cards/apple/strip",
          "background", "/cards/appleNewer/poster/background",
          "primaryLogo", "/cards/appleNewer/poster/primaryLogo");

  private SampleCards() {}

  /**
   * As a phone of the platform shows it.
   *
   * @param preview what the preview of a design answers
   * @throws WalletRefused when it is nothing of the kind
   */
  static SimulatedPhone.Sample of(Platform platform, JsonNode preview, Instant at) {
    return switch (platform) {
      case APPLE -> apple(preview, at);
      case GOOGLE -> google(preview, at);
    };
  }

  private static SimulatedPhone.Sample apple(JsonNode preview, Instant at) {
    JsonNode apple = preview.path("apple");
    if (!apple.path("pass").isObject()) {
      throw new WalletRefused("this is no preview of a card");
    }
    Map<String, byte[]> files = new HashMap<>();
    PICTURES.forEach(
        (name, place) -> {
          byte[] picture = picture(preview.at(place).asString(""));
          if (picture != null) {
            files.put(name + "@2x.png", picture);
          }
        });
    for (Lang lang : Lang.values()) {
      files.put(
          lang.tag() + ".lproj/pass.strings",
          apple.path(lang.tag()).asString("").getBytes(StandardCharsets.UTF_8));
    }
    return new Apple(PkPass.unsigned(apple.path("pass"), files), new Source(preview, at));
  }

  @SuppressWarnings("unchecked")
  private static SimulatedPhone.Sample google(JsonNode preview, Instant at) {
    JsonNode google = preview.path("google");
    if (!google.path("loyaltyClass").isObject() || !google.path("loyaltyObject").isObject()) {
      throw new WalletRefused("this is no preview of a card");
    }
    Map<String, Object> type = Http.JSON.convertValue(google.path("loyaltyClass"), Map.class);
    Map<String, Object> object = Http.JSON.convertValue(google.path("loyaltyObject"), Map.class);
    return new Google(
        new HeldCard("", "preview.sample", object, type, at),
        text(preview.at("/cards/google/logo")),
        text(preview.at("/cards/google/strip")),
        new Source(preview, at));
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

  private record Apple(PkPass pass, Source source) implements SimulatedPhone.Sample {
    @Override
    public PhoneView.Card view(Lang lang, @Nullable Ios ios) {
      return AppleCard.view(pass, source.at(), lang, known(ios));
    }

    @Override
    public @Nullable String changes(SimulatedPhone.Sample before, Lang lang, @Nullable Ios ios) {
      return before instanceof Apple(PkPass old, var _)
          ? PassFields.changes(old, pass, lang, known(ios))
          : null;
    }

    private static Ios known(@Nullable Ios ios) {
      return ios == null ? Ios.V27 : ios;
    }
  }

  private record Google(HeldCard held, @Nullable String logo, @Nullable String hero, Source source)
      implements SimulatedPhone.Sample {
    @Override
    public PhoneView.Card view(Lang lang, @Nullable Ios ios) {
      return GoogleCard.view(held, address -> address.endsWith("/logo.png") ? logo : hero, lang);
    }

    @Override
    public @Nullable String changes(SimulatedPhone.Sample before, Lang lang, @Nullable Ios ios) {
      return before instanceof Google(HeldCard old, var _, var _, var _)
          ? GoogleCard.changes(old.object(), held.object(), lang)
          : null;
    }
  }
}
