package io.kartela.service.platform.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names this service answers to, and the pages that are its own. A page of a stranger whose
 * name was pointed at us bears his name in {@code Host}; that is how it is told. Immutable.
 */
public final class KnownHosts {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Pattern PLAIN = Pattern.compile("([a-z0-9.-]+)(?::[0-9]{1,5})?");

  private final String scheme;
  private final String origin;
  private final String publicName;
  private final Set<String> names = new HashSet<>(THIS_MACHINE);

  /**
   * @param more names besides the public address's and this machine's
   */
  public KnownHosts(URI publicUrl, List<String> more) {
    this.scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
    this.origin = origin(publicUrl).orElse("");
    this.publicName = host(publicUrl);
    names.add(publicName);
    more.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether the public address is one that browsers shall use with TLS only. */
  boolean secure() {
    return scheme.equals("https");
  }

  /**
   * @param hostHeader a name or address, with or without a port, which does not matter here
   */
  boolean knows(String hostHeader) {
    // As nearly every request says it; anything else is read with care.
    Matcher plain = PLAIN.matcher(hostHeader);
    if (plain.matches() && names.contains(plain.group(1))) {
      return true;
    }
    return authority(hostHeader).filter(uri -> names.contains(host(uri))).isPresent();
  }

  /**
   * Whether a page from there is ours: scheme, host and port are those of the public address, or
   * those of another of our names under which we were reached. A proxy may keep the port from us,
   * so under the public name nothing but the public address counts.
   */
  boolean isOwn(String originHeader, String hostHeader) {
    try {
      URI given = new URI(originHeader);
      if (given.getHost() == null
          || !given.getRawPath().isEmpty()
          || given.getRawQuery() != null
          || given.getRawFragment() != null
          || given.getRawUserInfo() != null) {
        return false;
      }
      String theirs = origin(given).orElse("?");
      return theirs.equals(origin)
          || (knows(hostHeader)
              && authority(hostHeader)
                  .filter(at -> !isPublic(host(at)))
                  .flatMap(KnownHosts::origin)
                  .filter(theirs::equals)
                  .isPresent());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** This machine has many services under one name, and containers other ports outside than in. */
  private boolean isPublic(String name) {
    return name.equals(publicName) && !THIS_MACHINE.contains(name);
  }

  private Optional<URI> authority(String hostHeader) {
    try {
      URI uri = new URI(scheme + "://" + hostHeader);
      boolean plain =
          uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawPath().isEmpty();
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String host(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static Optional<String> origin(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    int usual =
        switch (scheme) {
          case "http" -> 80;
          case "https" -> 443;
          default -> -1;
        };
    if (usual < 0 || uri.getHost() == null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return Optional.of(scheme + "://" + host(uri) + ":" + port);
  }
}
