package io.kartela.service;

import io.kartela.service.config.Config;

/**
 * The running service, put together by hand: one short method per area. Close it to stop everything
 * in order.
 */
final class Kartela implements AutoCloseable {
  private final Closing closing;
  private final String welcome;

  Kartela(Closing closing, String welcome) {
    this.closing = closing;
    this.welcome = welcome;
  }

  /** What the console says once the service is ready. */
  String welcome() {
    return welcome;
  }

  static Kartela start(Config config) {
    Closing closing = new Closing();
    try {
      return new Wiring(config, closing).start();
    } catch (RuntimeException | Error e) {
      closing.close();
      throw e;
    }
  }

  @Override
  public void close() {
    closing.close();
  }
}
