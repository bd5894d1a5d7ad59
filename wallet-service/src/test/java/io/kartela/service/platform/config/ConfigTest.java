package io.kartela.service.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.config.Config.Apple;
import io.kartela.service.platform.config.Config.Codes;
import io.kartela.service.platform.config.Config.Database;
import io.kartela.service.platform.config.Config.Google;
import io.kartela.service.platform.config.Config.Http;
import io.kartela.service.platform.config.Config.LogLevel;
import io.kartela.service.platform.config.Config.Login;
import io.kartela.service.platform.config.Config.Mode;
import io.kartela.service.platform.http.ClientAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private static final String OPERATOR_KEY = "an operator's key of more than 32 characters";

  @TempDir Path folder;

  @Test
  void everyDefaultIsPinned() {
    assertEquals(
        new Config(
            Mode.DEMO,
            new Http("127.0.0.1", 8080, Optional.empty()),
            new Config.Access(List.of(), false, List.of(), 10_000, 250, Optional.empty()),
            new Database.Embedded(20),
            folder.resolve("data"),
            false,
            true,
            Optional.empty(),
            Optional.empty(),
            new Apple(Optional.empty(), Optional.empty(), "api.push.apple.com", 443),
            Optional.empty(),
            new Sms(Sms.Gateway.SIMULATOR, Optional.empty(), "", URI.create("https://sms.ru")),
            Map.of(),
            new Codes(10, 3000, Set.of("RU", "BY", "KZ"), 30),
            new Mail(Optional.empty()),
            LogLevel.INFO),
        loaded(Map.of()));
  }

  /** Each key reaches its own place in the records, from the file as from the environment. */
  @Test
  void fileAndEnvironmentReachTheSameRecords() throws IOException {
    Map<Key, String> production = production();
    Config expected =
        new Config(
            Mode.PRODUCTION,
            new Http("0.0.0.0", 9000, Optional.of(URI.create("https://cards.example.com"))),
            new Config.Access(
                List.of(
                    ClientAddress.Network.parse("10.0.0.0/8").orElseThrow(),
                    ClientAddress.Network.parse("fd00::1").orElseThrow()),
                true,
                List.of("cards.internal"),
                500,
                50,
                Optional.of(Secret.of("metrics-pw"))),
            new Database.External(
                "jdbc:postgresql://db/kartela?ssl=true",
                new Login("kartela", Optional.of(Secret.of("service-pw"))),
                Optional.of(new Login("owner", Optional.of(Secret.of("owner-pw")))),
                33),
            folder.resolve("kept"),
            false,
            false,
            Optional.of(Secret.of(MASTER_KEY)),
            Optional.of(Secret.of(OPERATOR_KEY)),
            new Apple(
                Optional.of(
                    new Apple.Identity.P12(
                        folder.resolve("pass.p12"), Optional.of(Secret.of("p12-pw")))),
                Optional.of(folder.resolve("wwdr.pem")),
                "api.sandbox.push.apple.com",
                2197),
            Optional.of(
                new Google(
                    folder.resolve("google.json"),
                    "3388000000012345678",
                    URI.create("https://wallet.example"))),
            new Sms(
                Sms.Gateway.SMSRU,
                Optional.of(Secret.of("sms-key")),
                "ZERNO",
                URI.create("https://sms.example")),
            Map.of(
                "telegram", URI.create("https://bots.example:8443"),
                "smtp", URI.create("smtp://127.0.0.1:25")),
            new Codes(7, 900, Set.of("DE", "RU"), 3),
            new Mail(
                Optional.of(
                    new Mail.Server(
                        "mail.example",
                        465,
                        Mail.Security.TLS,
                        Optional.of(new Login("mailer", Optional.of(Secret.of("mail-pw")))),
                        "cards@shop.example"))),
            LogLevel.DEBUG);

    String file =
        production.entrySet().stream()
            .map(entry -> entry.getKey().key() + " = " + entry.getValue())
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("kartela.properties"), file);
    assertEquals(expected, loaded(Map.of(), "--config", "kartela.properties"));
    assertEquals(expected, loaded(Map.of("KARTELA_CONFIG", "kartela.properties")));

    Map<String, String> env =
        production.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().variable(), Map.Entry::getValue));
    assertEquals(expected, loaded(env));
  }

  @Test
  void anAppleIdentityCanBeTwoPemFiles() throws IOException {
    Files.writeString(folder.resolve("pass.pem"), "-");
    Files.writeString(folder.resolve("pass.key"), "-");
    Config config =
        loaded(
            Map.of(
                "KARTELA_APPLE_CERTIFICATE_FILE", "pass.pem",
                "KARTELA_APPLE_KEY_FILE", "pass.key",
                "KARTELA_APPLE_KEY_PASSWORD", "pw"));
    assertEquals(
        Optional.of(
            new Apple.Identity.Pem(
                folder.resolve("pass.pem"),
                folder.resolve("pass.key"),
                Optional.of(Secret.of("pw")))),
        config.apple().identity());
  }

  @Test
  void laterSourcesWin() throws IOException {
    Files.writeString(
        folder.resolve("k.properties"),
        "http.port = 1111\nlog.level = warn\ndata.folder = from-file\n");
    Config config =
        loaded(
            Map.of("KARTELA_HTTP_PORT", "2222", "KARTELA_DATA_FOLDER", "from-env"),
            "--config=k.properties",
            "--port",
            "3333");
    assertEquals(3333, config.http().port());
    assertEquals(folder.resolve("from-env"), config.dataFolder());
    assertEquals(LogLevel.WARN, config.logLevel());
  }

  @Test
  void optionsOfRun() {
    Config config =
        loaded(Map.of(), "--port=0", "--data", "elsewhere", "--fresh", "--no-simulator");
    assertEquals(0, config.http().port());
    assertEquals(folder.resolve("elsewhere"), config.dataFolder());
    assertTrue(config.freshData());
    assertFalse(config.simulator());
    assertEquals(Sms.Gateway.NONE, config.sms().gateway());
    assertEquals(Mode.DEMO, config.mode());
  }

  @Test
  void anExternalDatabaseByOptions() {
    Config config =
        loaded(
            Map.of("KARTELA_DATABASE_PASSWORD", "pw"),
            "--jdbc",
            "jdbc:postgresql://127.0.0.1:5432/kartela",
            "--db-user",
            "me");
    assertEquals(
        new Database.External(
            "jdbc:postgresql://127.0.0.1:5432/kartela",
            new Login("me", Optional.of(Secret.of("pw"))),
            Optional.empty(),
            20),
        config.database());
  }

  @Test
  void userAndPasswordAreTakenOutOfTheAddress() {
    Config config =
        loaded(Map.of(), "--jdbc=jdbc:postgresql://h/db?user=me&ssl=true&password=p%26w");
    Database.External database = assertInstanceOf(Database.External.class, config.database());
    assertEquals("jdbc:postgresql://h/db?ssl=true", database.jdbcUrl());
    assertEquals(new Login("me", Optional.of(Secret.of("p&w"))), database.service());
    assertEquals(database.service(), database.migrationLogin());
  }

  @Test
  void secretsCanBeReadFromFiles() throws IOException {
    Files.writeString(folder.resolve("pw"), "from-a-file\n");
    Config config =
        loaded(
            Map.of("KARTELA_DATABASE_PASSWORD_FILE", "pw"),
            "--jdbc",
            "jdbc:postgresql://h/db",
            "--db-user",
            "me");
    Database.External database = assertInstanceOf(Database.External.class, config.database());
    assertEquals(Optional.of(Secret.of("from-a-file")), database.service().password());
  }

  @Test
  void pathsInTheFileAreRelativeToTheFile() throws IOException {
    Path etc = Files.createDirectory(folder.resolve("etc"));
    Files.writeString(etc.resolve("k.properties"), "data.folder = here\n");
    assertEquals(
        etc.resolve("here"), loaded(Map.of(), "--config", "etc/k.properties").dataFolder());
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    assertEquals(
        loaded(Map.of()), loaded(Map.of("KARTELA_DATABASE_URL", "", "KARTELA_CONFIG", " ")));
  }

  @Test
  void variablesOfKubernetesAndOfOurToolsAreLeftAlone() {
    Map<String, String> env =
        Map.of(
            "KARTELA_PORT", "tcp://10.0.0.1:80",
            "KARTELA_PORT_80_TCP_ADDR", "10.0.0.1",
            "KARTELA_SERVICE_HOST", "10.0.0.1",
            "KARTELA_SERVICE_PORT_HTTP", "80",
            "KARTELA_E2E_ADDRESS", "x",
            "HOME", "/");
    assertEquals(loaded(Map.of()), loaded(env));
  }

  @Test
  void nothingPrintedHoldsASecret() throws IOException {
    Map<String, String> env = new HashMap<>();
    production().forEach((key, value) -> env.put(key.variable(), value));
    env.put("KARTELA_DATABASE_URL", "jdbc:postgresql://db/kartela?sslpassword=tls-pw");
    String printed = loaded(env).toString();
    for (String secret :
        List.of(
            "service-pw", "owner-pw", "p12-pw", "tls-pw", "sms-key", OPERATOR_KEY, MASTER_KEY)) {
      assertFalse(printed.contains(secret), printed);
    }
    assertTrue(printed.contains("[REDACTED]"), printed);
  }

  @Test
  void thePublicAddressOfADemoIsWhereItListens() {
    assertEquals(URI.create("http://127.0.0.1:4711"), loaded(Map.of()).http().publicUrl(4711));
    assertEquals(
        URI.create("http://[::1]:4711"),
        loaded(Map.of("KARTELA_HTTP_HOST", "::1")).http().publicUrl(4711));
    assertEquals(
        URI.create("https://cards.example.com"),
        loaded(Map.of("KARTELA_HTTP_PUBLIC_URL", "https://cards.example.com/"))
            .http()
            .publicUrl(4711));
  }

  @Test
  void helpNamesEveryOption() {
    for (String ask : List.of("--help", "-h")) {
      Loading.Help help =
          assertInstanceOf(
              Loading.Help.class, ConfigReader.read(new String[] {ask}, Map.of(), folder));
      for (CommandLine.Option option : CommandLine.Option.values()) {
        assertTrue(help.text().contains(option.text), option.text);
      }
    }
  }

  private Map<Key, String> production() throws IOException {
    for (String file : List.of("pass.p12", "wwdr.pem", "google.json")) {
      Files.writeString(folder.resolve(file), "-");
    }
    return Map.ofEntries(
        Map.entry(Key.MODE, "production"),
        Map.entry(Key.DATA_FOLDER, "kept"),
        Map.entry(Key.SIMULATOR_ENABLED, "false"),
        Map.entry(Key.MASTER_KEY, MASTER_KEY),
        Map.entry(Key.HTTP_HOST, "0.0.0.0"),
        Map.entry(Key.HTTP_PORT, "9000"),
        Map.entry(Key.HTTP_TRUSTED_PROXIES, "10.0.0.0/8, fd00::1"),
        Map.entry(Key.HTTP_FORWARDED_HEADER, "forwarded"),
        Map.entry(Key.HTTP_HOSTS, "cards.internal"),
        Map.entry(Key.HTTP_MAX_CONNECTIONS, "500"),
        Map.entry(Key.HTTP_MAX_CONNECTIONS_PER_ADDRESS, "50"),
        Map.entry(Key.METRICS_TOKEN, "metrics-pw"),
        Map.entry(Key.HTTP_PUBLIC_URL, "https://cards.example.com"),
        Map.entry(Key.DATABASE_URL, "jdbc:postgresql://db/kartela?ssl=true"),
        Map.entry(Key.DATABASE_USER, "kartela"),
        Map.entry(Key.DATABASE_PASSWORD, "service-pw"),
        Map.entry(Key.DATABASE_MIGRATION_USER, "owner"),
        Map.entry(Key.DATABASE_MIGRATION_PASSWORD, "owner-pw"),
        Map.entry(Key.DATABASE_POOL_SIZE, "33"),
        Map.entry(Key.APPLE_P12_FILE, "pass.p12"),
        Map.entry(Key.APPLE_P12_PASSWORD, "p12-pw"),
        Map.entry(Key.APPLE_WWDR_FILE, "wwdr.pem"),
        Map.entry(Key.APPLE_APNS_HOST, "api.sandbox.push.apple.com"),
        Map.entry(Key.APPLE_APNS_PORT, "2197"),
        Map.entry(Key.GOOGLE_SERVICE_ACCOUNT_FILE, "google.json"),
        Map.entry(Key.GOOGLE_ISSUER_ID, "3388000000012345678"),
        Map.entry(Key.GOOGLE_ROOT_URL, "https://wallet.example"),
        Map.entry(Key.OPERATOR_KEY, OPERATOR_KEY),
        Map.entry(Key.SMS_GATEWAY, "smsru"),
        Map.entry(Key.SMSRU_API_ID, "sms-key"),
        Map.entry(Key.SMSRU_SENDER, "ZERNO"),
        Map.entry(Key.SMSRU_ADDRESS, "https://sms.example"),
        Map.entry(
            Key.CHANNELS_ADDRESSES, "telegram=https://bots.example:8443, smtp=smtp://127.0.0.1:25"),
        Map.entry(Key.CODES_PER_PHONE, "7"),
        Map.entry(Key.CODES_PER_SHOP, "900"),
        Map.entry(Key.CODES_HOME_COUNTRIES, "RU, DE"),
        Map.entry(Key.CODES_PER_FOREIGN_COUNTRY, "3"),
        Map.entry(Key.MAIL_HOST, "mail.example"),
        Map.entry(Key.MAIL_PORT, "465"),
        Map.entry(Key.MAIL_SECURITY, "tls"),
        Map.entry(Key.MAIL_USER, "mailer"),
        Map.entry(Key.MAIL_PASSWORD, "mail-pw"),
        Map.entry(Key.MAIL_FROM, "cards@shop.example"),
        Map.entry(Key.LOG_LEVEL, "debug"));
  }

  private Config loaded(Map<String, String> env, String... args) {
    Loading loading = ConfigReader.read(args, env, folder);
    return assertInstanceOf(Loading.Loaded.class, loading, loading::toString).config();
  }
}
