package io.kartela.service.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What came of reading the configuration. */
public sealed interface Loading {

  /** Everything is understood and fits together. */
  record Loaded(Config config) implements Loading {}

  /**
   * What is wrong, all of it: each a sentence for the operator that names the setting and where it
   * was given, never a secret's value. The process should print {@link #text()} and exit with
   * {@link #EXIT_CODE}.
   */
  record Mistakes(List<String> sentences) implements Loading {
    public static final int EXIT_CODE = 2;

    public Mistakes {
      if (sentences.isEmpty()) {
        throw new IllegalArgumentException("no mistakes is not a mistake");
      }
      sentences = List.copyOf(sentences);
    }

    public String text() {
      return sentences.stream()
          .map(sentence -> "  - " + sentence)
          .collect(Collectors.joining("\n", "Kartela cannot start with this configuration:\n", ""));
    }
  }

  /** A command was given: do it and exit, without serving anybody. */
  record Command(Config config, Task task) implements Loading {}

  /** What the operator may ask for on the command line. */
  sealed interface Task {
    /** Make the operator another key; the former one ends. */
    record NewOperatorKey() implements Task {}

    /** Open the merchant that this JSON file describes. */
    record OpenMerchant(Path file) implements Task {}
  }

  /** {@code --help} was asked for: print the text and exit with 0. */
  record Help(String text) implements Loading {}
}
