package io.kartela.service.platform.config;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the same keys that are read. */
final class Documentation {
  private Documentation() {}

  static String markdown() {
    String settings = Key.all().map(Documentation::row).collect(Collectors.joining("\n"));
    String options =
        Arrays.stream(CommandLine.Option.values())
            .map(option -> "| `%s` | %s |".formatted(option.usage(), option.meaning))
            .collect(Collectors.joining("\n"));
    return TEXT.replace("{settings}", settings).replace("{options}", options);
  }

  private static String row(Key key) {
    String shown = key.defaultText().isEmpty() ? "" : "`" + key.defaultText() + "`";
    String name = "`" + key.key() + "`" + (key.secret() ? " (secret)" : "");
    return "| %s | `%s` | %s | %s |".formatted(name, key.variable(), shown, key.meaning());
  }

  private static final String TEXT =
      """
      # Configuration

      This page is written from the code (`Config.documentation()`) and checked by a test.

      Settings come from four places; the later wins: defaults, one file (`--config FILE` or `KARTELA_CONFIG`),
      environment variables, options of `./run`. The file is a Java properties file in UTF-8, for example:

      ```properties
      mode = production
      http.host = 0.0.0.0
      http.public-url = https://cards.example.com
      master-key-file = /run/secrets/kartela-master-key
      database.url = jdbc:postgresql://db1,db2/kartela?targetServerType=primary
      database.user = kartela
      database.password-file = /run/secrets/kartela-database
      ```

      Every mistake is reported at once (unknown keys, bad numbers, missing files, settings that contradict each other) and the
      process ends with exit code 2. Secrets are printed as `[REDACTED]`; they are never options, because other users of a machine
      can read a command line. Each secret can also be read from a file, as container platforms hand them over: add `-file` to its
      key or `_FILE` to its variable. Relative paths in the file are relative to the file's folder, others to the working folder.
      An empty value counts as not set.

      ## Settings

      | Key | Environment variable | Default | Meaning |
      |---|---|---|---|
      {settings}

      ## Options of `./run`

      | Option | Meaning |
      |---|---|
      {options}
      """;
}
