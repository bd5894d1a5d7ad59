package io.kartela.service.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was given so far, source after source, and the mistakes found on the way. Not thread-safe.
 */
final class Settings {
  private final Map<Key, Given> given = new EnumMap<>(Key.class);
  private final List<String> mistakes = new ArrayList<>();

  /** A later source overrides an earlier one. */
  void put(Key key, Given value) {
    given.put(key, value);
  }

  /** Puts the content of a file that holds a secret. */
  void putFromFile(Key key, Given file) {
    Path path = file.base().resolve(file.value());
    try {
      String content = Files.readString(path).strip();
      if (content.isEmpty()) {
        mistake("%s names the file %s, which is empty.", file.where(), path);
      } else {
        put(key, new Given(content, file.where(), file.base()));
      }
    } catch (IOException e) {
      mistake("%s names the file %s, which cannot be read.", file.where(), path);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation is one more dependency
  void mistake(String sentence, Object... details) {
    mistakes.add(sentence.formatted(details));
  }

  List<String> mistakes() {
    return mistakes;
  }

  boolean has(Key key) {
    return given.containsKey(key);
  }

  Optional<Given> find(Key key) {
    return Optional.ofNullable(given.get(key));
  }

  /** Where the setting was given, or else its key. */
  String where(Key key) {
    return find(key).map(Given::where).orElse(key.key());
  }
}
