package io.kartela.service.platform.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The configuration file: properties in UTF-8. Relative paths in it are relative to its own folder.
 */
final class FileSource {
  private FileSource() {}

  static void read(Given named, Settings settings) {
    Path file = named.base().resolve(named.value()).normalize();
    if (!Files.isRegularFile(file)) {
      settings.mistake("%s names the file %s, which does not exist.", named.where(), file);
      return;
    }
    Ordered properties = new Ordered();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      settings.mistake("The file %s cannot be read as properties in UTF-8.", file);
      return;
    }
    properties.twice.forEach(
        key -> settings.mistake("%s in %s is there twice.", key, file.getFileName()));
    properties.entries.forEach((key, value) -> put(key, value, file, settings));
  }

  private static void put(String key, String value, Path file, Settings settings) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    Given given = new Given(value.strip(), key + " in " + file.getFileName(), folder);
    Optional<Key> known = Key.byKey(key);
    Optional<Key> secretInFile =
        Key.all().filter(candidate -> candidate.isFileKey(key)).findFirst();
    if (known.isEmpty() && secretInFile.isEmpty()) {
      List<String> names = Key.all().flatMap(FileSource::names).toList();
      settings.mistake(
          "%s in %s is unknown.%s", key, file.getFileName(), Suggestion.forUnknown(key, names));
    } else if (!given.value().isEmpty()) {
      known.ifPresent(setting -> settings.put(setting, given));
      secretInFile.ifPresent(setting -> settings.putFromFile(setting, given));
    }
  }

  private static Stream<String> names(Key key) {
    return key.secret() ? Stream.of(key.key(), key.fileKey()) : Stream.of(key.key());
  }

  /** Properties silently keeps the last of two equal keys; here that is noticed. */
  private static final class Ordered extends Properties {
    private static final long serialVersionUID = 1;

    private final transient Map<String, String> entries = new LinkedHashMap<>();
    private final transient TreeSet<String> twice = new TreeSet<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      if (entries.putIfAbsent(key.toString(), value.toString()) != null) {
        twice.add(key.toString());
      }
      return value;
    }
  }
}
