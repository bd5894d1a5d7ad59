package io.kartela.service.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Environment variables that start with {@code KARTELA_}. An empty one counts as not set. */
final class EnvironmentSource {
  /** Names the configuration file. */
  static final String CONFIG = "KARTELA_CONFIG";

  /**
   * Not meant for us: what Kubernetes sets for a service called "kartela", and what the front ends'
   * tools, the browser tests and the benchmarks read.
   */
  private static final Pattern OTHERS =
      Pattern.compile(
          "KARTELA_(SERVICE(_HOST|_PORT.*)?|PORT(_\\d+_(TCP|UDP).*)?|MOCK|(UI|E2E|BENCH)_.*)");

  private EnvironmentSource() {}

  static void read(Map<String, String> env, Settings settings, Path workingFolder) {
    new TreeMap<>(env).forEach((name, value) -> put(name, value, settings, workingFolder));
  }

  static Optional<Given> configFile(Map<String, String> env, Path workingFolder) {
    return Optional.ofNullable(env.get(CONFIG))
        .filter(value -> !value.isBlank())
        .map(value -> new Given(value, CONFIG, workingFolder));
  }

  private static void put(String name, String value, Settings settings, Path workingFolder) {
    if (!name.startsWith("KARTELA_") || name.equals(CONFIG) || OTHERS.matcher(name).matches()) {
      return;
    }
    Given given = new Given(value.strip(), name, workingFolder);
    Optional<Key> known = Key.all().filter(key -> key.variable().equals(name)).findFirst();
    Optional<Key> secretInFile = Key.all().filter(key -> key.isFileVariable(name)).findFirst();
    if (known.isEmpty() && secretInFile.isEmpty()) {
      List<String> names =
          Stream.concat(Stream.of(CONFIG), Key.all().flatMap(EnvironmentSource::names)).toList();
      settings.mistake(
          "The environment variable %s is unknown.%s", name, Suggestion.forUnknown(name, names));
    } else if (!given.value().isEmpty()) {
      known.ifPresent(setting -> settings.put(setting, given));
      secretInFile.ifPresent(setting -> settings.putFromFile(setting, given));
    }
  }

  private static Stream<String> names(Key key) {
    return key.secret() ? Stream.of(key.variable(), key.fileVariable()) : Stream.of(key.variable());
  }
}
