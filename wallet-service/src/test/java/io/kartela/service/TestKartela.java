package io.kartela.service;

import io.kartela.certs.DevelopmentCa;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import io.kartela.push.apns.FakeApns;
import io.kartela.service.bench.RunningService;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.config.Loading;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.embedded.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The whole service on a free loopback port with a database and a data folder of its own, the demo
 * shop in it without its past. Close it to remove all of it.
 */
final class TestKartela implements AutoCloseable {
  /** A login that may take the service's roles and nothing else. */
  private static final String SERVICE_USER = "kartela_service";

  private static final String DATABASE_OPTIONS = "options of the database's address";
  static final String OPERATOR_KEY = "an operator's key for tests, long enough";
  private static final String SERVICE_PASSWORD = "service-password";

  /**
   * A development CA shared by all tests, because making its keys takes seconds; valid at whatever
   * time tests play.
   */
  private static final class Certificates {
    private static final Path FOLDER = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("kartela-test-certs-").resolve("certs");
        DevelopmentCa.openOrCreate(folder, TestClock.NOON.minus(Duration.ofDays(365)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void copyInto(Path dataFolder) throws IOException {
      DataFolder.open(dataFolder, false).close();
      Path to = Files.createDirectory(dataFolder.resolve("certs"));
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private final TestDatabase database;
  private final Path folder;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final InstantSource clock;
  private final Kartela kartela;
  private final Properties demo = new Properties();
  private final AtomicInteger visitors = new AtomicInteger();

  private TestKartela(InstantSource clock, boolean simulator) {
    this(clock, simulator, Map.of());
  }

  private TestKartela(InstantSource clock, boolean simulator, Map<String, String> more) {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
    this.clock = clock;
    this.database = freshDatabase();
    try {
      this.folder = Files.createTempDirectory("kartela-test-");
      Certificates.copyInto(folder);
      this.kartela = Kartela.start(config(simulator, more), clock, false);
      try (InputStream in = Files.newInputStream(folder.resolve("demo.properties"))) {
        demo.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service with a clock that moves only when told, and without phones. */
  static TestKartela start(TestClock clock) {
    return new TestKartela(clock, false);
  }

  /** The same with further settings, by their environment variables. */
  static TestKartela start(InstantSource clock, Map<String, String> settings) {
    return new TestKartela(clock, false, settings);
  }

  /** The same, with every round trip to the database counted by {@link CountedSockets}. */
  static TestKartela startCounted(TestClock clock) {
    return new TestKartela(
        clock, false, Map.of(DATABASE_OPTIONS, "?socketFactory=" + CountedSockets.class.getName()));
  }

  /** The same with the simulated world around it. */
  static TestKartela startWithSimulator(TestClock clock) {
    return new TestKartela(clock, true);
  }

  /** The service with a clock that moves only when told, and with these settings more. */
  static TestKartela startWith(TestClock clock, boolean simulator, Map<String, String> settings) {
    return new TestKartela(clock, simulator, settings);
  }

  /** The service on real time with the simulated world around it. */
  static TestKartela startWithSimulator() {
    return new TestKartela(InstantSource.tick(InstantSource.system(), Duration.ofMillis(1)), true);
  }

  /** The service on real time, pushing to an APNs that the test listens to. */
  static WithApns startWithApns() {
    InstantSource clock = InstantSource.tick(InstantSource.system(), Duration.ofMillis(1));
    try {
      Path folder = Files.createTempDirectory("kartela-test-ca-");
      Certificates.copyInto(folder);
      DevelopmentCa ca = DevelopmentCa.openOrCreate(folder.resolve("certs"), clock.instant());
      FakeApns apns =
          new FakeApns(
              new FakeApns.Settings(
                  0,
                  ca.serverIdentity().key(),
                  ca.serverIdentity().chain(),
                  List.of(ca.root(), ca.intermediate())),
              clock,
              (token, topic, at) -> {});
      // The service trusts what the JVM trusts, as it does in production.
      Path trust = folder.resolve("trust.p12");
      RunningService.trust(ca, trust);
      System.setProperty("javax.net.ssl.trustStore", trust.toString());
      System.setProperty("javax.net.ssl.trustStorePassword", RunningService.TRUST_PASSWORD);
      try {
        return new WithApns(
            new TestKartela(
                clock,
                false,
                Map.of(
                    "KARTELA_APPLE_APNS_HOST",
                    apns.host(),
                    "KARTELA_APPLE_APNS_PORT",
                    Integer.toString(apns.port()))),
            apns);
      } finally {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The service and its APNs; close both. */
  record WithApns(TestKartela kartela, FakeApns apns) {}

  /** Spares a service that will start on this empty folder the making of keys. */
  static void prepare(Path dataFolder) throws IOException {
    Certificates.copyInto(dataFolder);
  }

  /** A database for services that are processes of their own. */
  static TestDatabase freshDatabase() {
    return TestPostgres.database("service", TestKartela::migrate);
  }

  private static void migrate(DataSource owner) {
    execute(
        owner,
        """
        do $$ begin
          if not exists (select from pg_roles where rolname = '%1$s') then
            create role %1$s login noinherit password '%2$s';
          end if;
        end $$\
        """
            .formatted(SERVICE_USER, SERVICE_PASSWORD));
    Database.migrate(owner, SERVICE_USER);
  }

  /** What a service is told to work on this database and folder, without the simulator. */
  static Map<String, String> environment(TestDatabase database, Path folder) {
    URI address = URI.create(database.url().substring("jdbc:".length()));
    Map<String, String> superuser = new LinkedHashMap<>();
    for (String parameter : address.getQuery().split("&", -1)) {
      int equals = parameter.indexOf('=');
      superuser.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    Map<String, String> env = new LinkedHashMap<>();
    env.put("KARTELA_DATABASE_URL", jdbcUrl(database));
    env.put("KARTELA_DATABASE_USER", SERVICE_USER);
    env.put("KARTELA_DATABASE_PASSWORD", SERVICE_PASSWORD);
    env.put("KARTELA_DATABASE_MIGRATION_USER", superuser.getOrDefault("user", "postgres"));
    env.put("KARTELA_DATABASE_MIGRATION_PASSWORD", superuser.getOrDefault("password", "none"));
    env.put("KARTELA_DATABASE_POOL_SIZE", "10");
    env.put("KARTELA_DATA_FOLDER", folder.toString());
    env.put("KARTELA_HTTP_PORT", "0");
    env.put("KARTELA_OPERATOR_KEY", OPERATOR_KEY);
    env.put("KARTELA_SIMULATOR_ENABLED", "false");
    return env;
  }

  private Config config(boolean simulator, Map<String, String> more) {
    Map<String, String> env = environment(database, folder);
    env.merge("KARTELA_DATABASE_URL", more.getOrDefault(DATABASE_OPTIONS, ""), String::concat);
    env.put("KARTELA_SIMULATOR_ENABLED", Boolean.toString(simulator));
    env.put("KARTELA_HTTP_TRUSTED_PROXIES", "127.0.0.1");
    env.putAll(more);
    env.remove(DATABASE_OPTIONS);
    return switch (Config.load(new String[0], env)) {
      case Loading.Loaded(Config config) -> config;
      case Loading.Command command -> throw new IllegalStateException(command.toString());
      case Loading.Mistakes mistakes ->
          throw new IllegalStateException(String.join("\n", mistakes.sentences()));
      case Loading.Help help -> throw new IllegalStateException(help.text());
    };
  }

  private String jdbcUrl() {
    return jdbcUrl(database);
  }

  private static String jdbcUrl(TestDatabase database) {
    return database.url().substring(0, database.url().indexOf('?'));
  }

  InstantSource clock() {
    return clock;
  }

  URI url() {
    return kartela.url();
  }

  /** Every route that the web server was given. */
  Set<String> routes() {
    return ServedRoutes.of(kartela);
  }

  Path folder() {
    return folder;
  }

  /** A client that is nobody. */
  Api api() {
    return Api.at(http, url());
  }

  /** A client that is nobody and reaches the service itself, wherever its public address is. */
  Api direct() {
    return Api.at(http, kartela.local());
  }

  long demoMerchant() {
    return Long.parseLong(demo.getProperty("merchant"));
  }

  String demoKey() {
    return demo.getProperty("register-key");
  }

  /** Whoever runs the installation. */
  Api operator() {
    return api().key(OPERATOR_KEY);
  }

  /** The demo shop's first register. */
  Api register() {
    return api().key(demoKey());
  }

  /** The demo shop's register in another store. */
  Api secondRegister() {
    return api().key(demo.getProperty("second-register-key"));
  }

  /**
   * A client that is nobody, from an address of its own as a proxy tells it: what one address may
   * do in a minute is counted by the machine's clock, and a test asks for more.
   */
  Api visitor() {
    int number = visitors.incrementAndGet();
    return api().with("X-Forwarded-For", "198.18." + number / 250 + '.' + (1 + number % 250));
  }

  Api owner() {
    return visitor().signedIn(DemoShop.OWNER, demo.getProperty("password"));
  }

  Api marketer() {
    return visitor().signedIn(DemoShop.MARKETER, demo.getProperty("password"));
  }

  Api cashier() {
    return visitor().signedIn(DemoShop.CASHIER, demo.getProperty("password"));
  }

  String demoPassword() {
    return demo.getProperty("password");
  }

  /** A way of its own into the service's database, confined like the service itself. */
  Database open() {
    return Database.open(jdbcUrl(), SERVICE_USER, SERVICE_PASSWORD, 4);
  }

  /** A superuser, whom row-level security does not confine. */
  DataSource admin() {
    return database.admin();
  }

  TestDatabase database() {
    return database;
  }

  /** The one number that a statement asks for. */
  long number(String sql) {
    try (Connection c = admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  String text(String sql) {
    try (Connection c = admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  void execute(String sql) {
    execute(admin(), sql);
  }

  private static void execute(DataSource source, String sql) {
    try (Connection c = source.getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    kartela.close();
    http.close();
    database.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(TestKartela::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
