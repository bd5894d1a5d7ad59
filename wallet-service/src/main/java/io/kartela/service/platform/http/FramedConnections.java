package io.kartela.service.platform.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * All connections of the web server: each behind {@link FramedConnection}, their number bounded
 * together and per address, and nobody waited for without end. Thread-safe.
 */
final class FramedConnections implements ServerConnectionSelector, AutoCloseable {
  private static final long WATCH_MILLIS = 250;

  /** A list's filter stands in its address, where a letter may take six bytes. */
  private static final int LONGEST_REQUEST_LINE = 8_192;

  private final ConnectionLimits limits;
  private final Predicate<String> uncounted;
  private final ServerConnectionSelector http;
  private final AtomicInteger total = new AtomicInteger();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final Set<FramedConnection> open = ConcurrentHashMap.newKeySet();
  private final Thread watch;

  /**
   * @param uncounted addresses from which there may be any number of connections
   */
  FramedConnections(ConnectionLimits limits, Predicate<String> uncounted) {
    this.limits = limits;
    this.uncounted = uncounted;
    this.http =
        Http1ConnectionSelector.builder()
            .config(
                Http1Config.builder()
                    .maxPrologueLength(LONGEST_REQUEST_LINE)
                    .addReceiveListener(new RequestLines())
                    .build())
            .build();
    this.watch = Thread.ofPlatform().daemon().name("http-watch").start(this::watch);
  }

  private static final class RequestLines implements Http1ConnectionListener {
    @Override
    public void prologue(ConnectionContext ctx, HttpPrologue prologue) {
      if (ctx instanceof FramedConnection framed) {
        framed.atRequestLine();
      }
    }
  }

  @Override
  public ServerConnection connection(ConnectionContext ctx) {
    String address = ClientAddress.key(ctx.remotePeer().host());
    boolean counted = !uncounted.test(address);
    if (!enter(address, counted)) {
      Refusals.write(ctx.dataWriter(), 503);
      throw new CloseConnectionException("too many connections");
    }
    FramedConnection connection =
        new FramedConnection(
            ctx,
            http,
            limits,
            ended -> {
              open.remove(ended);
              leave(address, counted);
            });
    open.add(connection);
    return connection;
  }

  private boolean enter(String address, boolean counted) {
    if (total.incrementAndGet() > limits.total()) {
      total.decrementAndGet();
      return false;
    }
    if (counted && perAddress.merge(address, 1, Integer::sum) > limits.perAddress()) {
      leave(address, true);
      return false;
    }
    return true;
  }

  private void leave(String address, boolean counted) {
    total.decrementAndGet();
    if (counted) {
      perAddress.computeIfPresent(address, (a, n) -> n > 1 ? n - 1 : null);
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(WATCH_MILLIS);
        long now = System.nanoTime();
        open.forEach(c -> c.closeIfLate(now));
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
