package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What phones, proxies, monitors and link previews expect of any web server, byte by byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpMannersTest {
  private static final String ASSET = "/assets/manners.js";

  private final TestKartela kartela = TestKartela.start(new TestClock());
  private final URI base = kartela.url();
  private final String token =
      kartela
          .register()
          .post(
              "/api/v1/members",
              Map.of(
                  "phone",
                  "+79165559902",
                  "name",
                  "Мира",
                  "consentTerms",
                  true,
                  "consentData",
                  true))
          .expect(201)
          .path("cardToken")
          .asString();

  @AfterAll
  void close() {
    kartela.close();
  }

  /** An answer as it came over the wire. */
  private record Raw(int status, Map<String, String> headers, int body) {}

  /** Reads to the end of the connection, as the request wishes it to be closed. */
  private Raw ask(String request, String... headers) throws IOException {
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(60_000); // a server that does not close fails here
      String text =
          request
              + " HTTP/1.1\r\nHost: "
              + base.getAuthority()
              + "\r\nConnection: close\r\n"
              + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      byte[] all = socket.getInputStream().readAllBytes();
      String answer = new String(all, StandardCharsets.ISO_8859_1);
      int head = answer.indexOf("\r\n\r\n");
      Map<String, String> found = new TreeMap<>();
      for (String line : answer.substring(0, head).lines().toList()) {
        int colon = line.indexOf(": ");
        if (colon > 0) {
          found.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
        }
      }
      return new Raw(
          Integer.parseInt(answer.substring(9, 12)),
          found,
          all.length - head - "\r\n\r\n".length());
    }
  }

  @Test
  void headSaysWhatGetWouldWithoutItsBody() throws IOException {
    for (String path : List.of(ASSET, "/c/" + token + ".pkpass", "/health", "/health/live")) {
      Raw get = ask("GET " + path);
      Raw head = ask("HEAD " + path);
      assertEquals(200, head.status(), path);
      assertEquals(0, head.body(), path);
      assertEquals(get.headers().get("content-type"), head.headers().get("content-type"), path);
      assertEquals(Integer.toString(get.body()), head.headers().get("content-length"), path);
    }
  }

  @Test
  void aWrongMethodIsNamedAsSuch() throws IOException {
    Raw card = ask("DELETE /c/" + token);
    assertEquals(405, card.status());
    assertEquals("GET, HEAD", card.headers().get("allow"));
    assertEquals("POST", ask("GET /apple/v1/log").headers().get("allow"));
    assertEquals(
        "POST, DELETE", ask("GET /apple/v1/devices/d/registrations/p/s").headers().get("allow"));
    assertEquals("GET, HEAD", ask("PUT /apple/v1/passes/p/s").headers().get("allow"));
    assertEquals(405, ask("PUT /api/v1/members").status());
    assertEquals(404, ask("PUT /api/v1/nothing").status());
    assertEquals(404, ask("GET /apple/v2/log").status());
  }

  @Test
  void conditionsInEveryShape() throws IOException {
    String path = "GET " + ASSET;
    String tag = ask(path).headers().getOrDefault("etag", "none");
    for (String shown : List.of(tag, "W/" + tag, "*", "\"a, b\", " + tag, "\"a\",W/" + tag)) {
      assertEquals(304, ask(path, "If-None-Match: " + shown).status(), shown);
    }
    assertEquals(304, ask(path, "If-None-Match: \"a\"", "If-None-Match: " + tag).status());
    for (String shown : List.of("\"a\"", tag.substring(1, tag.length() - 1), "", ",", "\"*\"")) {
      assertEquals(200, ask(path, "If-None-Match: " + shown).status(), shown);
    }
  }

  @Test
  void compressedOnlyForWhoTakesIt() throws IOException {
    for (String taken : List.of("gzip", "br, gzip;q=0.5", "deflate,GZIP", "gzip;q=0.001")) {
      assertEquals(
          "gzip",
          ask("GET " + ASSET, "Accept-Encoding: " + taken).headers().get("content-encoding"),
          taken);
    }
    for (String refused : List.of("gzip;q=0", "gzip; q=0.000, br", "identity", "xgzip")) {
      assertTrue(
          ask("GET " + ASSET, "Accept-Encoding: " + refused).headers().get("content-encoding")
              == null,
          refused);
    }
  }

  /** The smaller twin that was made when the pages were built, under the file's own tag. */
  @Test
  void brotliWhereThereIsAndWhoTakesIt() throws IOException {
    String twin = "GET /assets/twin-4fd1.js";
    for (String taken : List.of("gzip, deflate, br, zstd", "BR", "br;q=0.5, gzip")) {
      assertEquals(
          "br", ask(twin, "Accept-Encoding: " + taken).headers().get("content-encoding"), taken);
    }
    for (String refused : List.of("gzip", "br;q=0, gzip", "brr, gzip", "gzip, xbr")) {
      assertEquals(
          "gzip",
          ask(twin, "Accept-Encoding: " + refused).headers().get("content-encoding"),
          refused);
    }
    assertEquals(
        ask(twin).headers().get("etag"), ask(twin, "Accept-Encoding: br").headers().get("etag"));
    assertEquals(404, ask(twin + ".br").status());
  }

  private String page(String path, String language) {
    return kartela.api().with("Accept-Language", language).get(path).expectStatus(200).text();
  }

  @Test
  void aMessengerDrawsTheShopAndNothingOfTheMember() {
    String card = page("/c/" + token, "ru");
    assertTrue(card.contains("<meta property=\"og:title\" content=\"Карта · "), card);
    assertTrue(card.contains("<html lang=\"ru\">"), card);
    assertTrue(card.contains("<meta name=\"robots\" content=\"noindex\">"), card);
    assertTrue(card.contains("href=\"/c/" + token + ".pkpass\""), "works without a script");
    assertTrue(!card.contains("Мира") && !card.contains("5559902"), card);
    assertTrue(page("/c/" + token, "en").contains("content=\"Card · "));
    assertTrue(page("/join/zerno", "en").contains("<noscript>"));
    assertTrue(!page("/join/zerno", "en").contains("noindex"));
    assertTrue(page("/join/nobody", "en").contains("<title>Kartela</title>"));
    assertTrue(page("/c/nonsense", "en").contains("<title>Kartela</title>"));
  }
}
