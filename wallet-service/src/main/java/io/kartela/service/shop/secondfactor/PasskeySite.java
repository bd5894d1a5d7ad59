package io.kartela.service.shop.secondfactor;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where passkeys are good: the public address and nowhere else.
 *
 * @param rpId its name
 * @param origin as browsers say it
 */
public record PasskeySite(String rpId, String origin) {

  /** Empty where browsers allow none: without TLS, or at an IP address. This machine is fine. */
  public static Optional<PasskeySite> of(URI publicUrl) {
    String host = publicUrl.getHost() == null ? "" : publicUrl.getHost().toLowerCase(Locale.ROOT);
    String scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
    boolean address = host.isEmpty() || host.startsWith("[") || host.matches("[0-9.]+");
    boolean secure =
        scheme.equals("https") || host.equals("localhost") || host.endsWith(".localhost");
    if (address || !secure) {
      return Optional.empty();
    }
    int usual = scheme.equals("https") ? 443 : 80;
    boolean plain = publicUrl.getPort() < 0 || publicUrl.getPort() == usual;
    return Optional.of(
        new PasskeySite(host, scheme + "://" + host + (plain ? "" : ":" + publicUrl.getPort())));
  }
}
