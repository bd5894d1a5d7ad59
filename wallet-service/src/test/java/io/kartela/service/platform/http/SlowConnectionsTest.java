package io.kartela.service.platform.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody holds a connection without end, and nobody holds all of them. */
class SlowConnectionsTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(10);

  /** More than the kernel takes off our hands between two sockets. */
  private static final int LARGE = 32 * 1024 * 1024;

  private final List<Socket> sockets = new ArrayList<>();
  private HttpServer server = start(new ConnectionLimits(LONG, LONG, LONG, 4, 4));

  private static HttpServer start(ConnectionLimits limits) {
    return new HttpServer(
        InetAddress.getLoopbackAddress(),
        0,
        new SimpleMeterRegistry(),
        List.of(
            routing ->
                routing
                    .post(
                        "/read",
                        (req, res) -> {
                          Http.body(req, Http.SMALL_BODY);
                          Http.noContent(res);
                        })
                    .get("/large", (req, res) -> res.send(new byte[LARGE]))),
        new Door(
            new KnownHosts(URI.create("http://localhost"), List.of()),
            new ClientAddress(List.of(), false),
            limits),
        new Outages());
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  private Socket open(String first) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    sockets.add(socket);
    socket.setSoTimeout(30_000); // a server that waits without end fails here
    socket.getOutputStream().write(first.getBytes(US_ASCII));
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }

  private void restart(Duration head, Duration body, Duration idle) {
    server.close();
    server = start(new ConnectionLimits(head, body, idle, 100, 100));
  }

  @Test
  void halfAHeadIsNotWaitedForWithoutEnd() throws IOException {
    restart(SHORT, LONG, LONG);
    assertTrue(rest(open("POST /read HTTP/1.1\r\nHost: loc")).startsWith("HTTP/1.1 408 "));
  }

  @Test
  void bytesThatTrickleDoNotBuyTime() throws IOException {
    restart(SHORT, LONG, LONG);
    Socket socket = open("POST /read HTTP/1.1\r\nHost: localhost\r\nX: ");
    try {
      while (true) { // ends because the server does
        socket.getOutputStream().write('x');
        socket.getOutputStream().flush();
        Thread.sleep(20);
      }
    } catch (SocketException e) {
      assertTrue(socket.isConnected());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void halfABodyIsNotWaitedForWithoutEnd() throws IOException {
    restart(LONG, SHORT, LONG);
    String head = "POST /read HTTP/1.1\r\nHost: localhost\r\n";
    assertTrue(rest(open(head + "Content-Length: 9\r\n\r\nhalf")).startsWith("HTTP/1.1 4"));
    assertTrue(
        rest(open(head + "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf")).startsWith("HTTP/1.1 4"));
  }

  @Test
  void anAnswerThatIsNotTakenIsNotOfferedWithoutEnd() throws IOException {
    server.close();
    server = start(new ConnectionLimits(LONG, SHORT, LONG, 1, 1));
    Socket deaf = new Socket();
    sockets.add(deaf);
    deaf.setReceiveBufferSize(4 * 1024);
    deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    deaf.getOutputStream()
        .write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
    assertEquals('H', deaf.getInputStream().read());
    // Its place is the only one; given back, it is another's.
    awaitPlace("POST /read HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  @Test
  void anAnswerThatIsTakenSlowlyComesWhole() throws IOException {
    restart(LONG, Duration.ofSeconds(5), LONG);
    Socket slow = open("GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertTrue(rest(slow).length() > LARGE);
  }

  @Test
  void idleConnectionsAreClosedSilently() throws IOException {
    restart(LONG, LONG, SHORT);
    assertEquals("", rest(open("")));
    String answer = rest(open("POST /read HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
  }

  @Test
  void oneTooManyIsToldSoAndAPlaceGivenBackIsFree() throws IOException {
    String post = "POST /read HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (int i = 0; i < 4; i++) {
      assertEquals('H', open(post).getInputStream().read());
    }
    String refused = rest(open(""));
    assertTrue(refused.startsWith("HTTP/1.1 503 ") && refused.contains("Retry-After"), refused);
    sockets.getFirst().close();
    awaitPlace(post);
  }

  private void awaitPlace(String post) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String again;
    do { // until the server has noticed
      Socket next = open(post);
      again = new String(next.getInputStream().readNBytes(12), US_ASCII);
      if (again.endsWith("503")) {
        next.close();
      }
    } while (again.endsWith("503") && System.nanoTime() < end);
    assertEquals("HTTP/1.1 204", again);
  }
}
