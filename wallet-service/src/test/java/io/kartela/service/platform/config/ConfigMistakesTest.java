package io.kartela.service.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigMistakesTest {
  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path folder;

  @Test
  void allMistakesOfAllSourcesAreReportedTogether() throws IOException {
    Files.writeString(
        folder.resolve("k.properties"),
        """
        http.prot = 80
        log.level = loud
        http.port = eighty
        log.level = info
        apple.p12-file = missing.p12
        """);
    assertEquals(
        List.of(
            "The option --frsh is unknown. Did you mean --fresh?",
            "log.level in k.properties is there twice.",
            "http.prot in k.properties is unknown. Did you mean http.port?",
            "The environment variable KARTELA_HTPP_HOST is unknown. Did you mean"
                + " KARTELA_HTTP_HOST?",
            "KARTELA_SIMULATOR_ENABLED must be true or false, not yes.",
            "http.port in k.properties must be a number from 0 to 65535, not eighty.",
            "apple.p12-file in k.properties names the file %s, which does not exist."
                .formatted(folder.resolve("missing.p12")),
            "log.level in k.properties must be one of error, warn, info, debug, trace, not loud."),
        mistakes(
            Map.of(
                "KARTELA_HTPP_HOST",
                "x",
                "KARTELA_SIMULATOR_ENABLED",
                "yes",
                "KARTELA_CONFIG",
                "k.properties"),
            "--frsh"));
  }

  @Test
  void productionRefusesToStartHalfConfigured() {
    assertEquals(
        List.of(
            "http.public-url (or KARTELA_HTTP_PUBLIC_URL) is required in production mode.",
            "database.url (or KARTELA_DATABASE_URL) is required in production mode.",
            "master-key (or KARTELA_MASTER_KEY) is required in production mode."),
        mistakes(Map.of(), "--production"));
  }

  @Test
  void productionWantsHttpsAndNoSimulator() {
    Map<String, String> env =
        Map.of(
            "KARTELA_MODE", "production",
            "KARTELA_HTTP_PUBLIC_URL", "http://cards.example.com",
            "KARTELA_MASTER_KEY", MASTER_KEY,
            "KARTELA_SIMULATOR_ENABLED", "true",
            "KARTELA_DATABASE_URL", "jdbc:postgresql://db/kartela",
            "KARTELA_DATABASE_USER", "kartela");
    assertEquals(
        List.of(
            "KARTELA_SIMULATOR_ENABLED turns the simulator on in production mode, where nothing may"
                + " be simulated.",
            "KARTELA_HTTP_PUBLIC_URL must be an https address in production mode"
                + " (http.allow-plain-public-url = true lifts this)."),
        mistakes(env));
  }

  @Test
  void plainHttpInProductionCanBeAllowed() {
    Map<String, String> env =
        Map.of(
            "KARTELA_MODE", "production",
            "KARTELA_HTTP_PUBLIC_URL", "http://10.0.0.5:8080",
            "KARTELA_HTTP_ALLOW_PLAIN_PUBLIC_URL", "true",
            "KARTELA_MASTER_KEY", MASTER_KEY,
            "KARTELA_DATABASE_URL", "jdbc:postgresql://db/kartela",
            "KARTELA_DATABASE_USER", "kartela");
    assertInstanceOf(Loading.Loaded.class, ConfigReader.read(new String[0], env, folder));
  }

  @Test
  void aDemoListensOnLoopbackOnly() {
    for (String host :
        List.of("0.0.0.0", "192.168.1.5", "::", "127.0.0.1.example.com", "localhost.example.com")) {
      assertEquals(
          List.of(
              "KARTELA_HTTP_HOST is %s, but a demo listens on loopback only, because its passwords are known; use 127.0.0.1 or production mode."
                  .formatted(host)),
          mistakes(Map.of("KARTELA_HTTP_HOST", host)));
    }
  }

  @Test
  void databaseSettingsThatContradictEachOther() {
    assertEquals(
        List.of(
            "--db-user is set, but database.url is not.",
            "KARTELA_DATABASE_PASSWORD is set, but database.url is not."),
        mistakes(Map.of("KARTELA_DATABASE_PASSWORD", "pw"), "--db-user", "me"));
    assertEquals(
        List.of("--fresh erases the embedded database only, but --jdbc names another one."),
        mistakes(Map.of(), "--fresh", "--jdbc", "jdbc:postgresql://h/db?user=me"));
    assertEquals(
        List.of("--jdbc is set, but database.user is not (with ./run: --db-user NAME)."),
        mistakes(Map.of(), "--jdbc", "jdbc:postgresql://h/db"));
    assertEquals(
        List.of("--db-user and the parameter user of --jdbc differ; keep one of them."),
        mistakes(Map.of(), "--db-user", "you", "--jdbc", "jdbc:postgresql://h/db?user=me"));
    assertEquals(
        List.of(
            "--jdbc must be an address such as jdbc:postgresql://host:5432/kartela.",
            "KARTELA_DATABASE_MIGRATION_PASSWORD is set, but database.migration-user is not."),
        mistakes(
            Map.of("KARTELA_DATABASE_MIGRATION_PASSWORD", "pw"),
            "--jdbc",
            "jdbc:mysql://h/db",
            "--db-user",
            "me"));
  }

  @Test
  void appleAndGoogleSettingsThatContradictEachOther() throws IOException {
    Files.writeString(folder.resolve("f"), "-");
    assertEquals(
        List.of(
            "KARTELA_APPLE_P12_FILE and KARTELA_APPLE_KEY_FILE both name Apple's signing identity;"
                + " keep one of them."),
        mistakes(
            Map.of(
                "KARTELA_APPLE_P12_FILE", "f",
                "KARTELA_APPLE_KEY_FILE", "f",
                "KARTELA_APPLE_CERTIFICATE_FILE", "f")));
    assertEquals(
        List.of(
            "KARTELA_APPLE_P12_PASSWORD is set, but apple.p12-file is not.",
            "KARTELA_APPLE_CERTIFICATE_FILE is set, but apple.key-file is not.",
            "KARTELA_GOOGLE_ISSUER_ID is set, but google.service-account-file is not.",
            "KARTELA_GOOGLE_ISSUER_ID must be the issuer's number, not my-shop."),
        mistakes(
            Map.of(
                "KARTELA_APPLE_P12_PASSWORD", "pw",
                "KARTELA_APPLE_CERTIFICATE_FILE", "f",
                "KARTELA_GOOGLE_ISSUER_ID", "my-shop")));
  }

  @Test
  void vendorsServersAreNotSetWhileTheSimulatorAnswers() {
    Map<String, String> env =
        Map.of(
            "KARTELA_APPLE_APNS_HOST",
            "localhost",
            "KARTELA_GOOGLE_ROOT_URL",
            "http://localhost:1");
    assertEquals(
        List.of(
            "KARTELA_APPLE_APNS_HOST is set, but the simulator answers in place of Apple; use"
                + " --no-simulator or leave it out.",
            "KARTELA_GOOGLE_ROOT_URL is set, but the simulator answers in place of Google; use"
                + " --no-simulator or leave it out."),
        mistakes(env));
    assertInstanceOf(
        Loading.Loaded.class, ConfigReader.read(new String[] {"--no-simulator"}, env, folder));
    assertEquals(
        List.of(
            "KARTELA_SMS_GATEWAY is simulator, but the simulator does not run; use smsru or none."),
        mistakes(Map.of("KARTELA_SMS_GATEWAY", "simulator"), "--no-simulator"));
  }

  @Test
  void aRealSmsGatewayNeedsItsKeyAndNothingElseHasOne() {
    assertEquals(
        List.of(
            "KARTELA_SMS_GATEWAY is smsru, but smsru.api-id (or KARTELA_SMSRU_API_ID) is not set."),
        mistakes(Map.of("KARTELA_SMS_GATEWAY", "smsru"), "--no-simulator"));
    assertEquals(
        List.of(
            "KARTELA_SMSRU_SENDER must be 1 to 11 Latin characters, not Кофейня.",
            "KARTELA_SMSRU_ADDRESS must be an https address: the key travels there."),
        mistakes(
            Map.of(
                "KARTELA_SMS_GATEWAY", "smsru",
                "KARTELA_SMSRU_API_ID", "key",
                "KARTELA_SMSRU_SENDER", "Кофейня",
                "KARTELA_SMSRU_ADDRESS", "http://sms.example"),
            "--no-simulator"));
    assertEquals(
        List.of("KARTELA_SMSRU_API_ID is set, but sms.gateway is not smsru."),
        mistakes(Map.of("KARTELA_SMSRU_API_ID", "key"), "--no-simulator"));
    assertEquals(
        List.of(
            "KARTELA_SMSRU_API_ID is set, but the simulator answers in place of SMS.RU; use"
                + " --no-simulator or leave it out."),
        mistakes(Map.of("KARTELA_SMS_GATEWAY", "smsru", "KARTELA_SMSRU_API_ID", "key")));
  }

  @Test
  void limitsOfCodesAreNumbersAndCountries() {
    assertEquals(
        List.of(
            "KARTELA_CODES_PER_PHONE must be a number from 1 to 100, not 0.",
            "KARTELA_CODES_HOME_COUNTRIES must be countries of two capital letters such as RU,KZ,"
                + " not Russia."),
        mistakes(Map.of("KARTELA_CODES_PER_PHONE", "0", "KARTELA_CODES_HOME_COUNTRIES", "Russia")));
  }

  @Test
  void badValuesNeverShowASecret() {
    List<String> sentences =
        mistakes(
            Map.of(
                "KARTELA_MASTER_KEY",
                "top-secret",
                "KARTELA_DATABASE_URL",
                "jdbc:x://h/db?password=top-secret"));
    assertEquals(
        List.of(
            "KARTELA_DATABASE_URL must be an address such as jdbc:postgresql://host:5432/kartela.",
            "KARTELA_DATABASE_URL is set, but database.user is not (with ./run: --db-user NAME).",
            "KARTELA_MASTER_KEY must be 32 random bytes in Base64, as `openssl rand -base64 32`"
                + " prints them."),
        sentences);
    assertFalse(String.join("", sentences).contains("top-secret"));
  }

  @Test
  void severalMasterKeysAreEachLookedAt() {
    assertInstanceOf(
        Loading.Loaded.class,
        ConfigReader.read(
            new String[0], Map.of("KARTELA_MASTER_KEY", MASTER_KEY + ", " + MASTER_KEY), folder));
    assertEquals(
        List.of(
            "KARTELA_MASTER_KEY must be 32 random bytes in Base64, as `openssl rand -base64 32`"
                + " prints them."),
        mistakes(Map.of("KARTELA_MASTER_KEY", MASTER_KEY + ",top-secret")));
  }

  @Test
  void numbersAndAddresses() {
    assertEquals(
        List.of("--port must be a number from 0 to 65535, not 70000."),
        mistakes(Map.of(), "--port", "70000"));
    assertEquals(
        List.of("KARTELA_DATABASE_POOL_SIZE must be a number from 2 to 500, not 1."),
        mistakes(Map.of("KARTELA_DATABASE_POOL_SIZE", "1")));
    for (String address :
        List.of(
            "cards.example.com",
            "ftp://x",
            "https://x/path",
            "https://x?q",
            "https:// x",
            "https://u@x")) {
      assertEquals(
          List.of(
              "KARTELA_HTTP_PUBLIC_URL must be an address such as https://cards.example.com, not %s."
                  .formatted(address)),
          mistakes(Map.of("KARTELA_HTTP_PUBLIC_URL", address)));
    }
  }

  @Test
  void optionsWithoutTheirValueAndValuesWithoutAnOption() {
    assertEquals(
        List.of("The option --port needs a value: --port NUMBER."), mistakes(Map.of(), "--port"));
    assertEquals(
        List.of("The option --data needs a value: --data FOLDER."),
        mistakes(Map.of(), "--data", "--fresh"));
    assertEquals(List.of("The option --fresh takes no value."), mistakes(Map.of(), "--fresh=yes"));
    assertEquals(List.of("The option 8080 is unknown."), mistakes(Map.of(), "8080"));
    assertEquals(
        List.of("The option --prot is unknown. Did you mean --port?"),
        mistakes(Map.of(), "--prot", "8080"));
  }

  @Test
  void filesThatAreNotThere() throws IOException {
    assertEquals(
        List.of(
            "--config names the file %s, which does not exist."
                .formatted(folder.resolve("none.properties"))),
        mistakes(Map.of(), "--config", "none.properties"));
    Files.writeString(folder.resolve("empty"), "\n");
    assertEquals(
        List.of(
            "KARTELA_APPLE_P12_PASSWORD_FILE names the file %s, which is empty."
                .formatted(folder.resolve("empty")),
            "KARTELA_MASTER_KEY_FILE names the file %s, which cannot be read."
                .formatted(folder.resolve("none"))),
        mistakes(
            Map.of("KARTELA_MASTER_KEY_FILE", "none", "KARTELA_APPLE_P12_PASSWORD_FILE", "empty")));
    Files.write(folder.resolve("latin1.properties"), new byte[] {'a', '=', (byte) 0xE4});
    assertEquals(
        List.of(
            "The file %s cannot be read as properties in UTF-8."
                .formatted(folder.resolve("latin1.properties"))),
        mistakes(Map.of(), "--config", "latin1.properties"));
  }

  @Test
  void theTextListsEachSentence() {
    assertEquals(
        """
        Kartela cannot start with this configuration:
          - one.
          - two.\
        """,
        new Loading.Mistakes(List.of("one.", "two.")).text());
    assertEquals(2, Loading.Mistakes.EXIT_CODE);
  }

  private List<String> mistakes(Map<String, String> env, String... args) {
    Loading loading = ConfigReader.read(args, env, folder);
    return assertInstanceOf(Loading.Mistakes.class, loading, loading::toString).sentences();
  }

  /** A bot's token would travel in the open, a letter's server be taken for a messenger. */
  @Test
  void vendorsElsewhereAreReachedSafely() {
    for (String bad :
        List.of(
            "telegram=http://bots.example", "max=smtp://127.0.0.1:25", "fax=https://fax.example")) {
      assertEquals(
          List.of(
              "KARTELA_CHANNELS_ADDRESSES must be vendors with their addresses, such as"
                  + " telegram=https://bots.example.com, not "
                  + bad
                  + "; other than https they must be on this machine."),
          mistakes(Map.of("KARTELA_CHANNELS_ADDRESSES", bad), "--no-simulator"));
    }
  }
}
