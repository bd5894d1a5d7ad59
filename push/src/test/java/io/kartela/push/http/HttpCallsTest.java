package io.kartela.push.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.http.HttpCalls.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One request against servers that wish us ill. */
class HttpCallsTest {
  private final HttpCalls calls = new HttpCalls(Duration.ofMillis(700));

  private interface Speaking {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  /** Says what it is told to whoever calls first. */
  private Result against(Speaking speaking) throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket one = server.accept();
                        InputStream in = one.getInputStream();
                        OutputStream out = one.getOutputStream()) {
                      int heard = in.read(new byte[4_096]);
                      if (heard > 0) {
                        speaking.to(out);
                      }
                    } catch (IOException e) {
                      // The client has hung up.
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      try {
        return calls.call(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/x"))
                .POST(HttpRequest.BodyPublishers.ofString("words")));
      } finally {
        thread.interrupt();
      }
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void assertUnknown(Result result) {
    assertInstanceOf(Answer.Unknown.class, assertInstanceOf(Result.Failed.class, result).answer());
  }

  @Test
  void anAnswerWithoutEndDoesNotHoldUs() throws Exception {
    assertUnknown(
        against(
            out -> {
              say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
              while (true) {
                say(out, "x");
                Thread.sleep(50);
              }
            }));
  }

  @Test
  void anAnswerThatIsTooLargeIsNotRead() throws Exception {
    assertUnknown(
        against(
            out -> {
              say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
              for (int i = 0; i < 1_000; i++) {
                say(out, "x".repeat(1_000));
              }
            }));
  }

  @Test
  void aRedirectIsNotFollowedAndWaitsAreKeptWithinReason() throws Exception {
    Result.Answered moved =
        assertInstanceOf(
            Result.Answered.class,
            against(
                out ->
                    say(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: /else\r\nContent-Length: 0\r\n\r\n")));
    assertEquals(new Answer.NotSent("HTTP 302"), moved.outsiders());
    Result.Answered later =
        assertInstanceOf(
            Result.Answered.class,
            against(
                out ->
                    say(
                        out,
                        "HTTP/1.1 429 No\r\nRetry-After: 999999999\r\nContent-Length: 0\r\n\r\n")));
    assertEquals(new Answer.Throttled("HTTP 429", Duration.ofDays(1)), later.outsiders());
    assertTrue(later.good().isEmpty());
  }
}
