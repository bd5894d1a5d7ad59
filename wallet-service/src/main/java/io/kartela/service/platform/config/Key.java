package io.kartela.service.platform.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every setting: its key in the file, its default and what it means. The environment's names follow
 * from the keys.
 */
enum Key {
  MODE(
      "mode",
      "demo",
      "`demo` seeds a shop and listens on loopback only; `production` refuses to start"
          + " half-configured."),
  DATA_FOLDER(
      "data.folder", "data", "What must survive a restart: the embedded database, generated keys."),
  SIMULATOR_ENABLED(
      "simulator.enabled",
      "",
      "Simulated phones, vendors' servers and mailbox on loopback. Default: `true` in demo mode,"
          + " `false` in production."),
  MASTER_KEY(
      "master-key",
      "",
      "Base64 of 32 random bytes (`openssl rand -base64 32`) that encrypt secrets at rest. Required"
          + " in production; a demo generates one in its data folder. Several, separated by commas:"
          + " the first encrypts, all decrypt, and what the others encrypted is encrypted anew."
          + " docs/operator.md says how to change it.",
      true),
  OPERATOR_KEY(
      "operator.key",
      "",
      "The operator's key for `/api/v1/operator`, at least 32 characters. Default: one is made at"
          + " the first start and printed once; the database keeps its hash.",
      true),
  HTTP_HOST("http.host", "127.0.0.1", "Address to listen on. A demo accepts loopback only."),
  HTTP_PORT("http.port", "8080", "Port to listen on; 0 lets the system choose."),
  HTTP_PUBLIC_URL(
      "http.public-url",
      "",
      "What phones and browsers use to reach the service. Required in production, https. Default:"
          + " the address listened on."),
  HTTP_ALLOW_PLAIN_PUBLIC_URL(
      "http.allow-plain-public-url",
      "false",
      "Lets production use an http address; Apple's phones will refuse it."),
  HTTP_TRUSTED_PROXIES(
      "http.trusted-proxies",
      "",
      "Addresses or networks of the proxies in front, e.g. `127.0.0.1, 10.0.0.0/8, fd00::/8`. Only"
          + " from them is `http.forwarded-header` believed, read from the right; without this all"
          + " visitors behind a proxy count as one address in limits."),
  HTTP_FORWARDED_HEADER(
      "http.forwarded-header",
      "x-forwarded-for",
      "What the trusted proxies write: `x-forwarded-for` or `forwarded`. The other is never read."),
  HTTP_HOSTS(
      "http.hosts",
      "",
      "Names the service answers to besides the public address's and `localhost`, separated by"
          + " commas. Other names are answered with 421; `/health` answers to any."),
  HTTP_MAX_CONNECTIONS(
      "http.max-connections", "10000", "Most connections at once; more are answered with 503."),
  HTTP_MAX_CONNECTIONS_PER_ADDRESS(
      "http.max-connections-per-address",
      "250",
      "Of these from one address (IPv6: /64); trusted proxies and this machine are not counted."),
  METRICS_TOKEN(
      "metrics.token",
      "",
      "Who reads `/metrics` sends it as `Authorization: Bearer …`. Without it a demo shows them to"
          + " anybody, production to nobody.",
      true),
  DATABASE_URL(
      "database.url",
      "",
      "JDBC address of PostgreSQL 15 or newer; then nothing embedded starts. Required in"
          + " production. `user` and `password` among its parameters are understood."),
  DATABASE_USER("database.user", "", "What the service signs in with."),
  DATABASE_PASSWORD("database.password", "", "Its password.", true),
  DATABASE_MIGRATION_USER(
      "database.migration-user",
      "",
      "What migrations sign in with, if it differs from `database.user`."),
  DATABASE_MIGRATION_PASSWORD("database.migration-password", "", "Its password.", true),
  DATABASE_POOL_SIZE(
      "database.pool-size", "20", "Most database connections this process opens (2 to 500)."),
  APPLE_P12_FILE(
      "apple.p12-file", "", "Pass signing identity as PKCS #12. Either this or the two PEM files."),
  APPLE_P12_PASSWORD("apple.p12-password", "", "Its password.", true),
  APPLE_CERTIFICATE_FILE("apple.certificate-file", "", "Pass signing certificate as PEM."),
  APPLE_KEY_FILE("apple.key-file", "", "Its private key as PEM."),
  APPLE_KEY_PASSWORD(
      "apple.key-password", "", "The password of an encrypted `apple.key-file`.", true),
  APPLE_WWDR_FILE(
      "apple.wwdr-file",
      "",
      "Apple's intermediate (WWDR) certificate when the identity does not bring it along."),
  APPLE_APNS_HOST("apple.apns-host", "api.push.apple.com", "Apple's push server."),
  APPLE_APNS_PORT("apple.apns-port", "443", "Its port: 443 or 2197."),
  GOOGLE_SERVICE_ACCOUNT_FILE(
      "google.service-account-file", "", "JSON key of the Google service account."),
  GOOGLE_ISSUER_ID(
      "google.issuer-id",
      "",
      "Issuer number from the Google Pay & Wallet console, for merchants without an issuer of their"
          + " own."),
  GOOGLE_ROOT_URL(
      "google.root-url", "https://walletobjects.googleapis.com/", "Google's Wallet REST server."),
  SMS_GATEWAY(
      "sms.gateway",
      "",
      "Who carries one-time codes: `smsru` (SMS.RU; while the simulator runs, its stand-in),"
          + " `simulator` (straight into the mailbox) or `none`. Default: `simulator` when it runs,"
          + " else `none`."),
  SMSRU_API_ID("smsru.api-id", "", "The key of the account at SMS.RU.", true),
  SMSRU_SENDER(
      "smsru.sender",
      "",
      "The sender's name that was agreed with SMS.RU, at most 11 Latin characters. Default: its"
          + " common one."),
  SMSRU_ADDRESS("smsru.address", "https://sms.ru", "Where SMS.RU is, https."),
  CHANNELS_ADDRESSES(
      "channels.addresses",
      "",
      "Where vendors of shops' channels are, if not where their documents say (a proxy, a Bot API"
          + " server of your own), e.g. `telegram=https://bots.example.com, max=…`. Of `smsc`,"
          + " `smsaero`, `exolve`, `max`, `telegram`, `vk`; on this machine also `smtp=smtp://…`"
          + " and `smpp=smpp://…`, a relay for all shops."),
  CODES_PER_PHONE(
      "codes.per-phone",
      "10",
      "Most one-time codes that a shop sends to one phone in 24 hours because somebody signs up;"
          + " and as many again that its tills and people ask for."),
  CODES_PER_SHOP(
      "codes.per-shop",
      "3000",
      "Most one-time codes that a shop sends in 24 hours to those who sign up; and as many again"
          + " that its tills and people ask for."),
  CODES_HOME_COUNTRIES(
      "codes.home-countries",
      "RU,BY,KZ",
      "Countries whose phones are usual here, as two letters each; all others have the next"
          + " limit, because fraudsters order texts to far countries."),
  CODES_PER_FOREIGN_COUNTRY(
      "codes.per-foreign-country",
      "30",
      "Most one-time codes that a shop sends to any other country in 24 hours; 0: none."),
  MAIL_HOST(
      "mail.host",
      "",
      "The mail server (SMTP) by which people of shops get a link for a new password. Default: the"
          + " simulator's mailbox when it runs, else no letters."),
  MAIL_PORT("mail.port", "587", "Its port."),
  MAIL_SECURITY(
      "mail.security",
      "starttls",
      "`starttls`, `tls` (from the first byte, usually port 465) or `none` (a server on this"
          + " machine)."),
  MAIL_USER("mail.user", "", "What the service signs in with there, if anything."),
  MAIL_PASSWORD("mail.password", "", "Its password.", true),
  MAIL_FROM("mail.from", "", "The address that letters come from."),
  LOG_LEVEL("log.level", "info", "`error`, `warn`, `info`, `debug` or `trace`.");

  private static final String PREFIX = "KARTELA_";

  private final String key;
  private final String defaultText;
  private final String meaning;
  private final boolean secret;

  Key(String key, String defaultText, String meaning) {
    this(key, defaultText, meaning, false);
  }

  Key(String key, String defaultText, String meaning, boolean secret) {
    this.key = key;
    this.defaultText = defaultText;
    this.meaning = meaning;
    this.secret = secret;
  }

  String key() {
    return key;
  }

  /** Empty: there is none. */
  String defaultText() {
    return defaultText;
  }

  String meaning() {
    return meaning;
  }

  boolean secret() {
    return secret;
  }

  String variable() {
    return PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** Secrets can also be read from a file, as container platforms hand them over. */
  String fileKey() {
    return key + "-file";
  }

  String fileVariable() {
    return variable() + "_FILE";
  }

  boolean isFileKey(String name) {
    return secret && name.equals(fileKey());
  }

  boolean isFileVariable(String name) {
    return secret && name.equals(fileVariable());
  }

  static Stream<Key> all() {
    return Stream.of(values());
  }

  static Optional<Key> byKey(String key) {
    return all().filter(candidate -> candidate.key.equals(key)).findFirst();
  }
}
