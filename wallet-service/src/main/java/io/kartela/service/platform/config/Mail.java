package io.kartela.service.platform.config;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which server letters to the shops' people go, and how that is read.
 *
 * @param server empty: the simulator's mailbox if it runs, else no letters go out
 */
public record Mail(Optional<Server> server) {

  /** How the way to the server is kept secret. */
  public enum Security {
    TLS,
    STARTTLS,
    NONE
  }

  /**
   * A mail server.
   *
   * @param login empty: it asks for nobody
   * @param from what letters come from
   */
  public record Server(
      String host, int port, Security security, Optional<Config.Login> login, String from) {}

  static Mail read(Settings settings, Values values) {
    if (!settings.has(Key.MAIL_HOST)) {
      Stream.of(Key.MAIL_PORT, Key.MAIL_SECURITY, Key.MAIL_USER, Key.MAIL_PASSWORD, Key.MAIL_FROM)
          .forEach(key -> values.requires(key, Key.MAIL_HOST));
      return new Mail(Optional.empty());
    }
    values.requires(Key.MAIL_HOST, Key.MAIL_FROM);
    values.requires(Key.MAIL_USER, Key.MAIL_PASSWORD);
    values.requires(Key.MAIL_PASSWORD, Key.MAIL_USER);
    return new Mail(
        Optional.of(
            new Server(
                values.text(Key.MAIL_HOST),
                values.number(Key.MAIL_PORT, 1, 65_535),
                values.choice(Key.MAIL_SECURITY, Security.class, Security.STARTTLS),
                values
                    .optionalText(Key.MAIL_USER)
                    .map(user -> new Config.Login(user, values.secret(Key.MAIL_PASSWORD))),
                values.text(Key.MAIL_FROM))));
  }
}
