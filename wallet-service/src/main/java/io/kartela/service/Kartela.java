package io.kartela.service;

import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.http.Routes;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** The running service. Close it to stop everything in order. */
final class Kartela implements AutoCloseable {
  private final Closing closing;
  private final URI url;
  private final URI local;
  private final String welcome;
  private final List<Routes> routes;

  Kartela(Closing closing, URI url, URI local, String welcome, List<Routes> routes) {
    this.closing = closing;
    this.url = url;
    this.local = local;
    this.welcome = welcome;
    this.routes = List.copyOf(routes);
  }

  /**
   * Starts everything; what was started is closed again when a later part fails.
   *
   * @param clock what time it is; milliseconds are what PostgreSQL, JSON and people can all carry
   *     without loss
   */
  static Kartela start(Config config, InstantSource clock) {
    return start(config, clock, true);
  }

  /** As above; {@code demoHistory} false leaves the demo shop without the year of its past. */
  static Kartela start(Config config, InstantSource clock, boolean demoHistory) {
    Closing closing = new Closing();
    try {
      return new Wiring(config, clock, closing, demoHistory).start();
    } catch (RuntimeException | Error e) {
      closing.close();
      throw e;
    }
  }

  /** Where it is reached. */
  URI url() {
    return url;
  }

  /** Where it listens, whatever stands in front of it. */
  URI local() {
    return local;
  }

  /** What the console says once the service is ready. */
  String welcome() {
    return welcome;
  }

  /** What the web server was given, so that it can be held against the contract. */
  List<Routes> routes() {
    return routes;
  }

  @Override
  public void close() {
    closing.close();
  }
}
