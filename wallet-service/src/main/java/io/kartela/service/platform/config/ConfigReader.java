package io.kartela.service.platform.config;

import io.kartela.certs.MasterKey;
import io.kartela.service.platform.config.Config.Apple;
import io.kartela.service.platform.config.Config.Google;
import io.kartela.service.platform.config.Config.Http;
import io.kartela.service.platform.config.Config.LogLevel;
import io.kartela.service.platform.config.Config.Mode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the sources together, builds the records and looks for settings that contradict each other.
 */
final class ConfigReader {
  private static final Pattern VENDOR =
      Pattern.compile(
          "(?=(?:smsc|smsaero|exolve|max|telegram|vk)=http|smtp=smtp:|smpp=smpp:)"
              + "([a-z]+)=(https?|smtp|smpp)://([A-Za-z0-9.-]+)(:\\d{1,5})?");

  private static final int MASTER_KEY_BYTES = 32;

  private final Settings settings;
  private final Values values;

  private ConfigReader(Settings settings, Path workingFolder) {
    this.settings = settings;
    this.values = new Values(settings, workingFolder);
  }

  static Loading read(String[] args, Map<String, String> env, Path workingFolder) {
    Settings settings = new Settings();
    CommandLine commandLine = CommandLine.parse(args, settings, workingFolder);
    if (commandLine.help()) {
      return new Loading.Help(CommandLine.helpText());
    }
    commandLine
        .configFile()
        .or(() -> EnvironmentSource.configFile(env, workingFolder))
        .ifPresent(file -> FileSource.read(file, settings));
    EnvironmentSource.read(env, settings, workingFolder);
    commandLine.applyTo(settings);
    Config config = new ConfigReader(settings, workingFolder).build(commandLine.fresh());
    if (commandLine.operatorTask().isPresent()) {
      checkTask(commandLine.operatorTask().get(), config, settings);
    }
    if (!settings.mistakes().isEmpty()) {
      return new Loading.Mistakes(settings.mistakes());
    }
    return commandLine
        .operatorTask()
        .<Loading>map(task -> new Loading.Command(config, task))
        .orElseGet(() -> new Loading.Loaded(config));
  }

  private static void checkTask(Loading.Task task, Config config, Settings settings) {
    if (task instanceof Loading.Task.OpenMerchant(Path file) && !Files.isReadable(file)) {
      settings.mistake("--open-merchant names the file %s, which cannot be read.", file);
    }
    if (task instanceof Loading.Task.NewOperatorKey && config.operatorKey().isPresent()) {
      settings.mistake(
          "--new-operator-key makes no sense: %s gives the operator's key.",
          settings.where(Key.OPERATOR_KEY));
    }
    if (config.freshData()) {
      settings.mistake("--fresh erases the data and cannot go with a command.");
    }
  }

  private Config build(boolean fresh) {
    Mode mode = values.choice(Key.MODE, Mode.class, Mode.DEMO);
    boolean simulator = simulator(mode);
    return new Config(
        mode,
        http(mode),
        new AccessReader(settings, values).read(),
        new DatabaseReader(settings, values).read(mode, fresh),
        values.path(Key.DATA_FOLDER),
        fresh,
        simulator,
        masterKey(mode),
        operatorKey(),
        apple(simulator),
        google(simulator),
        Sms.read(settings, values, simulator),
        vendors(simulator),
        new CodesReader(settings, values).codes(),
        Mail.read(settings, values),
        values.choice(Key.LOG_LEVEL, LogLevel.class, LogLevel.INFO));
  }

  private boolean simulator(Mode mode) {
    boolean simulator = values.yesOrNo(Key.SIMULATOR_ENABLED, mode == Mode.DEMO);
    if (simulator && mode == Mode.PRODUCTION) {
      settings.mistake(
          "%s turns the simulator on in production mode, where nothing may be simulated.",
          settings.where(Key.SIMULATOR_ENABLED));
    }
    return simulator;
  }

  private Http http(Mode mode) {
    String host = values.text(Key.HTTP_HOST);
    if (mode == Mode.DEMO && !isLoopback(host)) {
      settings.mistake(
          "%s is %s, but a demo listens on loopback only, because its passwords are known; use"
              + " 127.0.0.1 or production mode.",
          settings.where(Key.HTTP_HOST), host);
    }
    int port = values.number(Key.HTTP_PORT, 0, 65_535);
    Optional<URI> publicUrl = values.webAddress(Key.HTTP_PUBLIC_URL);
    boolean plainAllowed = values.yesOrNo(Key.HTTP_ALLOW_PLAIN_PUBLIC_URL, false);
    if (mode == Mode.PRODUCTION) {
      if (!settings.has(Key.HTTP_PUBLIC_URL)) {
        needed(Key.HTTP_PUBLIC_URL);
      } else if (publicUrl.filter(url -> "http".equals(url.getScheme())).isPresent()
          && !plainAllowed) {
        settings.mistake(
            "%s must be an https address in production mode (http.allow-plain-public-url = true"
                + " lifts this).",
            settings.where(Key.HTTP_PUBLIC_URL));
      }
    }
    return new Http(host, port, publicUrl);
  }

  private void needed(Key key) {
    settings.mistake("%s (or %s) is required in production mode.", key.key(), key.variable());
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private Optional<Secret> masterKey(Mode mode) {
    Optional<Secret> masterKey = values.secret(Key.MASTER_KEY);
    if (masterKey.isEmpty() && mode == Mode.PRODUCTION) {
      needed(Key.MASTER_KEY);
    }
    masterKey
        .filter(key -> !areMasterKeys(key))
        .ifPresent(
            key ->
                settings.mistake(
                    "%s must be %d random bytes in Base64, as `openssl rand -base64 %d` prints"
                        + " them.",
                    settings.where(Key.MASTER_KEY), MASTER_KEY_BYTES, MASTER_KEY_BYTES));
    return masterKey;
  }

  private Optional<Secret> operatorKey() {
    Optional<Secret> key = values.secret(Key.OPERATOR_KEY);
    if (key.isPresent() && key.get().reveal().length() < 32) {
      settings.mistake(
          "%s must have at least 32 characters, as `openssl rand -base64 32` prints them.",
          settings.where(Key.OPERATOR_KEY));
    }
    return key;
  }

  private static boolean areMasterKeys(Secret keys) {
    List<String> all = MasterKey.list(keys.reveal());
    return !all.isEmpty() && all.stream().allMatch(ConfigReader::isMasterKey);
  }

  private static boolean isMasterKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == MASTER_KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Apple apple(boolean simulator) {
    Apple apple =
        new Apple(
            appleIdentity(),
            values.file(Key.APPLE_WWDR_FILE),
            values.text(Key.APPLE_APNS_HOST),
            values.number(Key.APPLE_APNS_PORT, 1, 65_535));
    refuseWithSimulator(simulator, Key.APPLE_APNS_HOST, "Apple");
    refuseWithSimulator(simulator, Key.APPLE_APNS_PORT, "Apple");
    return apple;
  }

  private Optional<Apple.Identity> appleIdentity() {
    Optional<Path> p12 = values.file(Key.APPLE_P12_FILE);
    Optional<Path> certificate = values.file(Key.APPLE_CERTIFICATE_FILE);
    Optional<Path> key = values.file(Key.APPLE_KEY_FILE);
    values.requires(Key.APPLE_P12_PASSWORD, Key.APPLE_P12_FILE);
    values.requires(Key.APPLE_KEY_PASSWORD, Key.APPLE_KEY_FILE);
    values.requires(Key.APPLE_CERTIFICATE_FILE, Key.APPLE_KEY_FILE);
    values.requires(Key.APPLE_KEY_FILE, Key.APPLE_CERTIFICATE_FILE);
    if (settings.has(Key.APPLE_P12_FILE)
        && (settings.has(Key.APPLE_CERTIFICATE_FILE) || settings.has(Key.APPLE_KEY_FILE))) {
      settings.mistake(
          "%s and %s both name Apple's signing identity; keep one of them.",
          settings.where(Key.APPLE_P12_FILE),
          settings.where(
              settings.has(Key.APPLE_KEY_FILE) ? Key.APPLE_KEY_FILE : Key.APPLE_CERTIFICATE_FILE));
    }
    if (p12.isPresent()) {
      return Optional.of(new Apple.Identity.P12(p12.get(), values.secret(Key.APPLE_P12_PASSWORD)));
    }
    if (certificate.isPresent() && key.isPresent()) {
      return Optional.of(
          new Apple.Identity.Pem(
              certificate.get(), key.get(), values.secret(Key.APPLE_KEY_PASSWORD)));
    }
    return Optional.empty();
  }

  private Optional<Google> google(boolean simulator) {
    Optional<Path> account = values.file(Key.GOOGLE_SERVICE_ACCOUNT_FILE);
    Optional<String> issuer = values.optionalText(Key.GOOGLE_ISSUER_ID);
    Optional<URI> rootUrl = values.webAddress(Key.GOOGLE_ROOT_URL);
    values.requires(Key.GOOGLE_SERVICE_ACCOUNT_FILE, Key.GOOGLE_ISSUER_ID);
    values.requires(Key.GOOGLE_ISSUER_ID, Key.GOOGLE_SERVICE_ACCOUNT_FILE);
    refuseWithSimulator(simulator, Key.GOOGLE_ROOT_URL, "Google");
    issuer
        .filter(id -> !id.matches("\\d{6,25}"))
        .ifPresent(
            id ->
                settings.mistake(
                    "%s must be the issuer's number, not %s.",
                    settings.where(Key.GOOGLE_ISSUER_ID), id));
    if (account.isEmpty() || issuer.isEmpty() || rootUrl.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Google(account.get(), issuer.get(), rootUrl.get()));
  }

  /** Keys travel there: in the open only to this machine. */
  private Map<String, URI> vendors(boolean simulator) {
    refuseWithSimulator(simulator, Key.CHANNELS_ADDRESSES, "the vendors");
    Map<String, URI> vendors = new LinkedHashMap<>();
    for (String one : values.text(Key.CHANNELS_ADDRESSES).split(",", -1)) {
      if (one.isBlank()) {
        continue;
      }
      Matcher parts = VENDOR.matcher(one.strip());
      if (parts.matches() && (parts.group(2).equals("https") || isLoopback(parts.group(3)))) {
        URI address = URI.create(one.strip().substring(parts.start(2)));
        vendors.put(parts.group(1), address);
      } else {
        settings.mistake(
            "%s must be vendors with their addresses, such as"
                + " telegram=https://bots.example.com, not %s; other than https they must be on"
                + " this machine.",
            settings.where(Key.CHANNELS_ADDRESSES), one.strip());
      }
    }
    return vendors;
  }

  private void refuseWithSimulator(boolean simulator, Key key, String vendor) {
    if (simulator && settings.has(key)) {
      settings.mistake(
          "%s is set, but the simulator answers in place of %s; use --no-simulator or leave it"
              + " out.",
          settings.where(key), vendor);
    }
  }
}
