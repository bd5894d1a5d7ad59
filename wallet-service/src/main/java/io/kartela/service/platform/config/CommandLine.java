package io.kartela.service.platform.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code ./run}. Secrets are not among them: other users of the machine can read a
 * command line.
 */
final class CommandLine {

  /** One option; those with an operand set a key to it, the others set it to a fixed value. */
  enum Option {
    PORT(
        "--port", "NUMBER", Key.HTTP_PORT, "", "port to listen on (default 8080; 0: any free one)"),
    DATA("--data", "FOLDER", Key.DATA_FOLDER, "", "data folder (default ./data)"),
    FRESH("--fresh", "", null, "", "erase the data folder first"),
    JDBC("--jdbc", "URL", Key.DATABASE_URL, "", "use this PostgreSQL instead of starting one"),
    DB_USER(
        "--db-user",
        "NAME",
        Key.DATABASE_USER,
        "",
        "its user; the password comes from KARTELA_DATABASE_PASSWORD"),
    NO_SIMULATOR(
        "--no-simulator",
        "",
        Key.SIMULATOR_ENABLED,
        "false",
        "no simulated phones, vendors or mailbox"),
    PRODUCTION(
        "--production", "", Key.MODE, "production", "no demo: refuse to start half-configured"),
    CONFIG("--config", "FILE", null, "", "read settings from this file (also KARTELA_CONFIG)"),
    OPEN_MERCHANT(
        "--open-merchant",
        "FILE",
        null,
        "",
        "open the merchant that this JSON file describes, print its keys and exit"),
    NEW_OPERATOR_KEY(
        "--new-operator-key", "", null, "", "make the operator another key, print it and exit"),
    HELP("--help", "", null, "", "print this");

    final String text;
    final String operand;
    final Optional<Key> key;
    final String fixedValue;
    final String meaning;

    Option(String text, String operand, @Nullable Key key, String fixedValue, String meaning) {
      this.text = text;
      this.operand = operand;
      this.key = Optional.ofNullable(key);
      this.fixedValue = fixedValue;
      this.meaning = meaning;
    }

    String usage() {
      return operand.isEmpty() ? text : text + " " + operand;
    }
  }

  private final Settings mistakes;
  private final Path workingFolder;
  private final Settings values = new Settings();
  private Optional<Given> configFile = Optional.empty();
  private Optional<Loading.Task> task = Optional.empty();
  private boolean fresh;
  private boolean help;

  private CommandLine(Settings mistakes, Path workingFolder) {
    this.mistakes = mistakes;
    this.workingFolder = workingFolder;
  }

  /**
   * Mistakes go to {@code settings}; values wait for {@link #applyTo}, because the file and the
   * environment come first.
   */
  static CommandLine parse(String[] args, Settings settings, Path workingFolder) {
    CommandLine commandLine = new CommandLine(settings, workingFolder);
    commandLine.parse(List.of(args));
    return commandLine;
  }

  private void parse(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      String name = equals < 0 ? arg : arg.substring(0, equals);
      Optional<Option> option =
          Arrays.stream(Option.values())
              .filter(candidate -> candidate.text.equals(name.equals("-h") ? "--help" : name))
              .findFirst();
      if (option.isEmpty()) {
        unknown(name);
        while (i + 1 < args.size() && !args.get(i + 1).startsWith("-")) {
          i++; // what was meant as its value is not one more mistake
        }
      } else if (option.get().operand.isEmpty()) {
        if (equals >= 0) {
          mistakes.mistake("The option %s takes no value.", name);
        }
        accept(option.get(), option.get().fixedValue);
      } else if (equals >= 0) {
        acceptOperand(option.get(), arg.substring(equals + 1));
      } else if (i + 1 < args.size() && !args.get(i + 1).startsWith("--")) {
        i++;
        acceptOperand(option.get(), args.get(i));
      } else {
        acceptOperand(option.get(), "");
      }
    }
  }

  private void unknown(String name) {
    List<String> known = Arrays.stream(Option.values()).map(option -> option.text).toList();
    mistakes.mistake("The option %s is unknown.%s", name, Suggestion.forUnknown(name, known));
  }

  private void acceptOperand(Option option, String value) {
    if (value.isBlank()) {
      mistakes.mistake("The option %s needs a value: %s.", option.text, option.usage());
    } else {
      accept(option, value);
    }
  }

  private void accept(Option option, String value) {
    switch (option) {
      case HELP -> help = true;
      case FRESH -> fresh = true;
      case OPEN_MERCHANT -> task(new Loading.Task.OpenMerchant(workingFolder.resolve(value)));
      case NEW_OPERATOR_KEY -> task(new Loading.Task.NewOperatorKey());
      case CONFIG -> configFile = Optional.of(new Given(value, option.text, workingFolder));
      case PORT, DATA, JDBC, DB_USER, NO_SIMULATOR, PRODUCTION ->
          option.key.ifPresent(
              key -> values.put(key, new Given(value, option.text, workingFolder)));
    }
  }

  private void task(Loading.Task wanted) {
    if (task.isPresent()) {
      mistakes.mistake("Only one command can be given at a time.");
    }
    task = Optional.of(wanted);
  }

  /** What to do instead of serving. */
  Optional<Loading.Task> operatorTask() {
    return task;
  }

  void applyTo(Settings settings) {
    Key.all().forEach(key -> values.find(key).ifPresent(value -> settings.put(key, value)));
  }

  Optional<Given> configFile() {
    return configFile;
  }

  boolean fresh() {
    return fresh;
  }

  boolean help() {
    return help;
  }

  static String helpText() {
    String options =
        Arrays.stream(Option.values())
            .map(option -> "  %-22s %s".formatted(option.usage(), option.meaning))
            .collect(Collectors.joining("\n"));
    return """
    Kartela: loyalty whose card lives in the customer's phone wallet.

    Usage: ./run [option]…

    {options}

    All settings, their keys and environment variables: docs/configuration.md
    """
        .replace("{options}", options);
  }
}
