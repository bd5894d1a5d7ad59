package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** No second request is ever obeyed out of the body of a first, however oddly that is framed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramingTest {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  private final TestKartela kartela = TestKartela.start(new TestClock());

  @AfterAll
  void close() {
    kartela.close();
  }

  @TestFactory
  Stream<DynamicTest> everyFraming() {
    return FramingTable.all().stream()
        .map(row -> DynamicTest.dynamicTest(row.name(), () -> judged(row)));
  }

  private void judged(FramingTable row) throws IOException {
    String answers = ask(row.bytes());
    assertFalse(answers.contains(FramingTable.HIDDEN_ID), answers);
    List<Integer> statuses =
        STATUS
            .matcher(answers)
            .results()
            .map((MatchResult m) -> Integer.parseInt(m.group(1)))
            .toList();
    assertEquals(row.status(), statuses.isEmpty() ? 0 : statuses.getFirst(), answers);
    assertEquals(row.more(), statuses.size() - 1, answers);
    if (row.status() == 400) {
      assertTrue(answers.toLowerCase(Locale.ROOT).contains("connection: close"), answers);
    }
  }

  /** Also what the web server refuses by itself, before any route or the door. */
  @TestFactory
  Stream<DynamicTest> everyRefusalIsAProblem() {
    return Stream.concat(
            FramingTable.all().stream().filter(row -> row.status() == 400 || row.status() > 429),
            FramingTable.refusedByTheWebServer().stream())
        .map(row -> DynamicTest.dynamicTest(row.name(), () -> problem(row)));
  }

  private void problem(FramingTable row) throws IOException {
    String answer = ask(row.bytes());
    String lower = answer.toLowerCase(Locale.ROOT);
    assertTrue(answer.startsWith("HTTP/1.1 " + row.status() + " "), answer);
    assertTrue(lower.contains("\r\ncontent-type: application/problem+json\r\n"), answer);
    assertTrue(lower.contains("\r\ncontent-security-policy: default-src 'none';"), answer);
    assertTrue(lower.contains("\r\nx-content-type-options: nosniff\r\n"), answer);
    assertTrue(answer.contains("\"code\":\"BAD_REQUEST\""), answer);
    assertTrue(answer.contains("\"title\":\""), answer);
  }

  /** All that comes until the server closes; a server that does not fails here. */
  private String ask(String bytes) throws IOException {
    try (Socket socket = new Socket(kartela.url().getHost(), kartela.url().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
