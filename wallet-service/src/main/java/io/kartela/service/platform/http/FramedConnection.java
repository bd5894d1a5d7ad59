package io.kartela.service.platform.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection as the web server sees it: through {@link Framing}, and with a deadline on
 * everything it waits for, be it bytes from outside or somebody who takes them. The web server
 * reads on its own; here it is made sure that it never takes a part of a body for a request.
 */
final class FramedConnection
    implements ConnectionContext, ServerConnection, InterruptableTask<Void> {
  private static final Logger LOG = LoggerFactory.getLogger("io.kartela.http");

  private static final int LINGERED = 256 * 1024;

  private final ConnectionContext real;
  private final ConnectionLimits limits;
  private final Consumer<FramedConnection> ended;
  private final Framing framing = new Framing(this::read);
  private final DataReader reader = DataReader.create(this::next);
  private final DataWriter writer;
  private final ServerConnection http;

  /** Bytes handed to the web server so far, and where among them the last head began. */
  private long delivered;

  private long headStart;
  private int requestLine;
  private long bodyStarted;
  private long bodyReceived;
  private long headStarted;

  /** By {@link System#nanoTime}; 0: nothing is waited for. */
  private volatile long deadline;

  private volatile boolean midRequest;

  /** Of the watch only. */
  private boolean told;

  FramedConnection(
      ConnectionContext real,
      ServerConnectionSelector selector,
      ConnectionLimits limits,
      Consumer<FramedConnection> ended) {
    this.real = real;
    this.limits = limits;
    this.ended = ended;
    this.writer =
        new TimedWriter(
            real.dataWriter(),
            () -> await(false, System.nanoTime() + limits.body().toNanos()),
            () -> deadline = 0);
    this.http = selector.connection(this);
  }

  /** What the web server reads next: never two requests' bytes at once. */
  private byte @Nullable [] next() {
    boolean head = framing.atHead();
    byte[] piece;
    try {
      piece = framing.next();
    } catch (Framing.Broken e) {
      LOG.info("A request is refused and its connection closed: {}", e.getMessage());
      if (head) {
        Refusals.write(writer, e.status());
        if (e.status() == 414 || e.status() == 431) {
          linger();
        }
        throw new CloseConnectionException("refused: " + e.getMessage());
      }
      return null; // the route meets the end of the body and says so
    }
    if (piece == null) {
      return null;
    }
    if (head) {
      headStart = delivered;
      requestLine = lineLength(piece);
      bodyStarted = 0;
      bodyReceived = 0;
      headStarted = 0;
    }
    delivered += piece.length;
    return piece;
  }

  /** Whoever is in the middle of sending would meet a closed connection instead of the answer. */
  private void linger() {
    await(false, System.nanoTime() + Duration.ofSeconds(1).toNanos());
    int read = 0;
    for (byte[] bytes = raw(); bytes != null && read < LINGERED; bytes = raw()) {
      read += bytes.length;
    }
  }

  private static int lineLength(byte[] head) {
    int at = 0;
    while (head[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  /** The web server believes that it has read the first line of a request. */
  void atRequestLine() {
    if (delivered - reader.available() != headStart + requestLine) {
      throw new CloseConnectionException(
          "a body was left unread and must not be taken for a request");
    }
  }

  /** Bytes from outside, with a deadline. */
  private byte @Nullable [] read() {
    long now = System.nanoTime();
    if (!framing.atHead()) {
      bodyStarted = bodyStarted == 0 ? now : bodyStarted;
      await(true, bodyStarted + limits.bodyNanos(bodyReceived));
    } else if (framing.headBegun()) {
      headStarted = headStarted == 0 ? now : headStarted;
      await(true, headStarted + limits.head().toNanos());
    } else {
      await(false, now + limits.idle().toNanos());
    }
    byte[] bytes = raw();
    deadline = 0;
    bodyReceived += framing.atHead() || bytes == null ? 0 : bytes.length;
    return bytes;
  }

  private void await(boolean request, long until) {
    midRequest = request;
    deadline = until == 0 ? 1 : until;
  }

  private byte @Nullable [] raw() {
    DataReader from = real.dataReader();
    try {
      from.ensureAvailable();
    } catch (DataReader.InsufficientDataAvailableException e) {
      return null;
    }
    return from.readBytes(from.available());
  }

  /** Called often by the watch; whoever is too late is told so if that can be, and cut off. */
  void closeIfLate(long now) {
    long until = deadline;
    if (until == 0 || now - until < 0) {
      return;
    }
    if (midRequest && !told) {
      told = true;
      // Of its own, because a peer that does not read either would hold the watch up.
      Thread.startVirtualThread(
          () -> {
            Refusals.write(real.dataWriter(), 408);
            shut();
          });
    } else {
      shut();
    }
  }

  void shut() {
    try {
      real.serverSocket().close();
    } catch (RuntimeException e) {
      LOG.debug("A connection was closed already: {}", e.toString());
    }
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    try {
      http.handle(limit);
    } finally {
      ended.accept(this);
    }
  }

  @Override
  @SuppressWarnings("removal") // the interface still asks for it
  public void handle(Semaphore semaphore) throws InterruptedException {
    try {
      http.handle(semaphore);
    } finally {
      ended.accept(this);
    }
  }

  @Override
  public Duration idleTime() {
    return http.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http.close(interrupt);
  }

  @Override
  public boolean canInterrupt() {
    return http instanceof Http1Connection one && one.canInterrupt();
  }

  @Override
  public DataReader dataReader() {
    return reader;
  }

  @Override
  public DataWriter dataWriter() {
    return writer;
  }

  @Override
  public ListenerContext listenerContext() {
    return real.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return real.executor();
  }

  @Override
  public Router router() {
    return real.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return real.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return real.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return real.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return real.localPeer();
  }

  @Override
  public boolean isSecure() {
    return real.isSecure();
  }

  @Override
  public String socketId() {
    return real.socketId();
  }

  @Override
  public String childSocketId() {
    return real.childSocketId();
  }
}
