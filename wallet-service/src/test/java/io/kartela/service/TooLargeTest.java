package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bodies far over any limit are answered, not cut off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TooLargeTest {
  private static final int MEGABYTE = 1024 * 1024;

  private final TestKartela kartela = TestKartela.start(new TestClock());

  @AfterAll
  void close() {
    kartela.close();
  }

  /** Announces so many megabytes and sends so many before it reads what comes back. */
  private void refused(int announced, int sent, String more) throws IOException {
    try (Socket socket = new Socket(kartela.url().getHost(), kartela.url().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /api/v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
              + (long) announced * MEGABYTE
              + "\r\n"
              + more
              + "\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] part = new byte[MEGABYTE];
      for (int i = 0; i < sent; i++) {
        out.write(part);
      }
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertEquals("HTTP/1.1 413 Request Entity Too Large", in.readLine());
      StringBuilder rest = new StringBuilder();
      int length = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        rest.append(line).append('\n');
        length =
            line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
      }
      char[] body = new char[length];
      assertEquals(length, in.read(body));
      assertTrue(rest.indexOf("Connection: close") >= 0, rest::toString);
      assertTrue(new String(body).contains("\"code\":\"BODY_TOO_LARGE\""), new String(body));
    }
  }

  @Test
  void whoHasSentNothingIsAnsweredAtOnce() throws IOException {
    refused(200, 0, "");
    refused(200, 0, "Expect: 100-continue\r\n");
  }

  @Test
  void whoSendsAllOfItBeforeReadingSeesTheAnswer() throws IOException {
    refused(200, 200, "");
  }
}
