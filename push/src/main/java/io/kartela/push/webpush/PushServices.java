package io.kartela.push.webpush;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The push services of browsers. An endpoint is said by the browser; without this list anybody
 * could have the server write to hosts of the inner network.
 *
 * @param hosts allowed as they are, and with anything before them when they begin with a dot
 * @param loopback whether the stand-in on this machine is one
 */
public record PushServices(List<String> hosts, boolean loopback) {
  /** Chrome, Edge, Firefox, Safari and those built on them. */
  public static final PushServices KNOWN =
      new PushServices(
          List.of(
              "fcm.googleapis.com",
              ".push.services.mozilla.com",
              ".push.apple.com",
              ".notify.windows.com"),
          false);

  public PushServices {
    hosts = List.copyOf(hosts);
  }

  /** These, and the stand-in on this machine. */
  public PushServices andLoopback() {
    return new PushServices(hosts, true);
  }

  public boolean allow(URI endpoint) {
    @Nullable String host = endpoint.getHost();
    if (host == null || endpoint.getUserInfo() != null || endpoint.getFragment() != null) {
      return false;
    }
    if (loopback && "http".equals(endpoint.getScheme()) && host.equals("127.0.0.1")) {
      return true;
    }
    boolean usual = "https".equals(endpoint.getScheme()) && endpoint.getPort() == -1;
    return usual && hosts.stream().anyMatch(allowed -> matches(host, allowed));
  }

  private static boolean matches(String host, String allowed) {
    return allowed.startsWith(".") ? host.endsWith(allowed) : host.equals(allowed);
  }
}
