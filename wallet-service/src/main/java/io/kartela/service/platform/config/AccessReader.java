package io.kartela.service.platform.config;

import io.kartela.service.platform.http.ClientAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads who may come in. */
final class AccessReader {
  private final Settings settings;
  private final Values values;

  AccessReader(Settings settings, Values values) {
    this.settings = settings;
    this.values = values;
  }

  Config.Access read() {
    return new Config.Access(
        list(Key.HTTP_TRUSTED_PROXIES).stream().flatMap(text -> network(text).stream()).toList(),
        forwarded(),
        list(Key.HTTP_HOSTS).stream().flatMap(text -> host(text).stream()).toList(),
        values.number(Key.HTTP_MAX_CONNECTIONS, 10, 1_000_000),
        values.number(Key.HTTP_MAX_CONNECTIONS_PER_ADDRESS, 5, 1_000_000),
        values.secret(Key.METRICS_TOKEN));
  }

  private List<String> list(Key key) {
    return Stream.of(values.text(key).split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private List<ClientAddress.Network> network(String text) {
    List<ClientAddress.Network> network = ClientAddress.Network.parse(text).stream().toList();
    if (network.isEmpty()) {
      settings.mistake(
          "%s must hold addresses or networks such as 10.0.0.0/8, not %s.",
          settings.where(Key.HTTP_TRUSTED_PROXIES), text);
    }
    return network;
  }

  private List<String> host(String text) {
    if (text.matches("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+\\]")) {
      return List.of(text.toLowerCase(Locale.ROOT));
    }
    settings.mistake(
        "%s must hold names without scheme and port, not %s.",
        settings.where(Key.HTTP_HOSTS), text);
    return List.of();
  }

  /** Whether proxies write {@code Forwarded}, else {@code X-Forwarded-For}. */
  private boolean forwarded() {
    String text = values.text(Key.HTTP_FORWARDED_HEADER).toLowerCase(Locale.ROOT);
    boolean forwarded = text.equals("forwarded");
    if (!forwarded && !text.equals("x-forwarded-for")) {
      settings.mistake(
          "%s must be one of x-forwarded-for, forwarded, not %s.",
          settings.where(Key.HTTP_FORWARDED_HEADER), text);
    }
    return forwarded;
  }
}
