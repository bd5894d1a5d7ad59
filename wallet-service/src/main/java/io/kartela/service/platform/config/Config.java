package io.kartela.service.platform.config;

import io.kartela.service.platform.http.ClientAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of one process, read once at start-up. Immutable and safe to print: secrets are
 * redacted.
 *
 * @param mode whether this is a demonstration or the real thing
 * @param dataFolder where this process keeps what must survive a restart; absolute
 * @param freshData the operator asked to erase the data folder first ({@code --fresh}); never true
 *     with an external database
 * @param simulator whether phones, vendors' servers and the mailbox are simulated on loopback; only
 *     in demo mode
 * @param masterKey Base64 of the 32 bytes that encrypt secrets at rest, and of those that did
 *     before; always there in production, else the data folder keeps one
 * @param operatorKey empty: the database knows the hash of one
 * @param google empty when no Google service account is configured
 * @param vendors where vendors of shops' channels are, by their names in lower case; of the others
 *     nothing is said
 */
public record Config(
    Mode mode,
    Http http,
    Access access,
    Database database,
    Path dataFolder,
    boolean freshData,
    boolean simulator,
    Optional<Secret> masterKey,
    Optional<Secret> operatorKey,
    Apple apple,
    Optional<Google> google,
    Sms sms,
    Map<String, URI> vendors,
    Codes codes,
    Mail mail,
    LogLevel logLevel) {
  public Config {
    vendors = Map.copyOf(vendors);
  }

  /**
   * Reads defaults, then the configuration file, then the environment, then the command line; the
   * later wins.
   *
   * @param args options of {@code ./run}
   * @param env the process environment; only names starting with {@code KARTELA_} are looked at
   */
  public static Loading load(String[] args, Map<String, String> env) {
    return ConfigReader.read(args, env, Path.of("").toAbsolutePath());
  }

  /**
   * The table of all settings and options as Markdown; {@code docs/configuration.md} is this text.
   */
  public static String documentation() {
    return Documentation.markdown();
  }

  /** Demo seeds a shop and listens on loopback only; production insists on what keeps data safe. */
  public enum Mode {
    DEMO,
    PRODUCTION
  }

  /**
   * Where to listen.
   *
   * @param port 0 lets the system choose
   * @param publicUrl what phones and browsers use to reach us, without a trailing slash; always
   *     there in production
   */
  public record Http(String host, int port, Optional<URI> publicUrl) {

    /** The public address, or in a demo the address listened on. */
    public URI publicUrl(int boundPort) {
      return publicUrl.orElseGet(() -> local(boundPort));
    }

    /** The address listened on. */
    public URI local(int boundPort) {
      String shown = host.contains(":") ? "[" + host + "]" : host;
      return URI.create("http://" + shown + ":" + boundPort);
    }
  }

  /**
   * Who may come in and how many.
   *
   * @param proxies whose word on the client's address counts
   * @param forwarded whether they write {@code Forwarded}, else {@code X-Forwarded-For}
   * @param hosts names to answer to besides the public address's and this machine's
   * @param metricsToken what opens {@code /metrics}
   */
  public record Access(
      List<ClientAddress.Network> proxies,
      boolean forwarded,
      List<String> hosts,
      int maxConnections,
      int maxConnectionsPerAddress,
      Optional<Secret> metricsToken) {}

  /** Where the data lives. */
  public sealed interface Database {
    /** Most connections this process opens. */
    int poolSize();

    /** A PostgreSQL server of our own, kept in the data folder. */
    record Embedded(int poolSize) implements Database {}

    /**
     * Somebody else's PostgreSQL.
     *
     * @param jdbcUrl without user and password
     * @param service what the running service signs in with
     * @param migration what migrations sign in with, if it differs
     */
    record External(String jdbcUrl, Login service, Optional<Login> migration, int poolSize)
        implements Database {

      public Login migrationLogin() {
        return migration.orElse(service);
      }

      /**
       * Leaves out the address's parameters, which may hold secrets such as {@code sslpassword}.
       */
      @Override
      public String toString() {
        int query = jdbcUrl.indexOf('?');
        String shown = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query) + "?…";
        return "External["
            + shown
            + ", service="
            + service
            + ", migration="
            + migration
            + ", poolSize="
            + poolSize
            + "]";
      }
    }
  }

  /** A database user; without a password where the server asks for none. */
  public record Login(String user, Optional<Secret> password) {}

  /**
   * Apple Wallet.
   *
   * @param identity empty: the demo signs with the development CA; in production Apple cards are
   *     then not offered
   * @param wwdrFile Apple's intermediate certificate when the identity does not bring it along
   */
  public record Apple(
      Optional<Identity> identity, Optional<Path> wwdrFile, String apnsHost, int apnsPort) {

    /** The pass signing certificate with its private key; the files exist. */
    public sealed interface Identity {
      record P12(Path file, Optional<Secret> password) implements Identity {}

      record Pem(Path certificateFile, Path keyFile, Optional<Secret> keyPassword)
          implements Identity {}
    }
  }

  /** Google Wallet. */
  public record Google(Path serviceAccountFile, String issuerId, URI rootUrl) {}

  /**
   * How many one-time codes a shop sends in a day.
   *
   * @param home regions whose phones count for {@code perShop} alone
   */
  public record Codes(int perPhone, int perShop, Set<String> home, int perForeignCountry) {}

  public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    /** As Logback and the configuration write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
