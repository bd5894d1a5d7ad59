package io.kartela.service.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns texts into typed values; a bad one becomes a mistake and reading goes on with a harmless
 * value.
 */
final class Values {
  private final Settings settings;
  private final Path workingFolder;

  Values(Settings settings, Path workingFolder) {
    this.settings = settings;
    this.workingFolder = workingFolder;
  }

  String text(Key key) {
    return optionalText(key).orElse(key.defaultText());
  }

  Optional<String> optionalText(Key key) {
    return settings.find(key).map(Given::value);
  }

  Optional<Secret> secret(Key key) {
    return optionalText(key).map(Secret::of);
  }

  int number(Key key, int min, int max) {
    String text = text(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through to the sentence below, which is the same for "80a" and "99999"
    }
    settings.mistake(
        "%s must be a number from %d to %d, not %s.", settings.where(key), min, max, text);
    return min;
  }

  boolean yesOrNo(Key key, boolean whenNotGiven) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return whenNotGiven;
    }
    if (!text.get().equals("true") && !text.get().equals("false")) {
      settings.mistake("%s must be true or false, not %s.", settings.where(key), text.get());
    }
    return text.get().equals("true");
  }

  <E extends Enum<E>> E choice(Key key, Class<E> type, E whenNotGiven) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return whenNotGiven;
    }
    Optional<E> chosen =
        Stream.of(type.getEnumConstants())
            .filter(value -> written(value).equals(text.get()))
            .findFirst();
    if (chosen.isEmpty()) {
      String allowed =
          Stream.of(type.getEnumConstants()).map(Values::written).collect(Collectors.joining(", "));
      settings.mistake("%s must be one of %s, not %s.", settings.where(key), allowed, text.get());
    }
    return chosen.orElse(whenNotGiven);
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  Path path(Key key) {
    return settings
        .find(key)
        .map(given -> given.base().resolve(given.value()))
        .orElseGet(() -> workingFolder.resolve(key.defaultText()))
        .toAbsolutePath()
        .normalize();
  }

  /** A file that must exist and be readable if it is given at all. */
  Optional<Path> file(Key key) {
    if (!settings.has(key)) {
      return Optional.empty();
    }
    Path file = path(key);
    if (!Files.isRegularFile(file)) {
      settings.mistake("%s names the file %s, which does not exist.", settings.where(key), file);
    } else if (!Files.isReadable(file)) {
      settings.mistake(
          "%s names the file %s, which this user may not read.", settings.where(key), file);
    }
    return Optional.of(file);
  }

  /**
   * An http or https address of a host, with neither path nor query; comes back without a trailing
   * slash.
   */
  Optional<URI> webAddress(Key key) {
    String text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean bare =
          uri.getRawPath() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
      if (web
          && bare
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // falls through to the same sentence
    }
    settings.mistake(
        "%s must be an address such as https://cards.example.com, not %s.",
        settings.where(key), text);
    return Optional.empty();
  }

  /** Reports a setting that makes no sense without the other. */
  void requires(Key key, Key other) {
    if (settings.has(key) && !settings.has(other)) {
      settings.mistake("%s is set, but %s is not.", settings.where(key), other.key());
    }
  }
}
