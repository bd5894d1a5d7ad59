package io.kartela.service.platform.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * Looks whether a port can be listened on, to say so before minutes of other work rather than
 * after.
 */
public final class Ports {
  private Ports() {}

  /**
   * Whether the port can be listened on right now; somebody else may still take it before we do.
   */
  public static boolean isFree(String host, int port) {
    return trouble(host, port).isEmpty();
  }

  /** One sentence saying why the port cannot be listened on and what to do; empty when it can. */
  public static Optional<String> trouble(String host, int port) {
    InetSocketAddress address;
    try {
      address = new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (IOException e) {
      return Optional.of(
          "The address %s to listen on is unknown; check http.host.".formatted(host));
    }
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: a connection that lingers from a run just ended must not look like a busy
      // port.
      socket.setReuseAddress(true);
      socket.bind(address);
      return Optional.empty();
    } catch (IOException e) {
      if (port > 0 && port < 1024) {
        return Optional.of(
            "Port %d on %s cannot be used (%s); ports below 1024 need special rights, choose another with --port."
                .formatted(port, host, e.getMessage()));
      }
      return Optional.of(
          "Port %d on %s cannot be used (%s); stop the program that uses it or choose another with --port."
              .formatted(port, host, e.getMessage()));
    }
  }
}
