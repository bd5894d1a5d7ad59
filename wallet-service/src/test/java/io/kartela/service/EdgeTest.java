package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.demo.DemoShop;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may come in: behind a trusted proxy, under which names, from whose pages, with what body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest {
  private static final String PUBLIC = "https://cards.example.com";

  private final TestClock clock = new TestClock();
  private final TestKartela kartela =
      TestKartela.start(
          clock,
          Map.of(
              "KARTELA_HTTP_PUBLIC_URL", PUBLIC,
              "KARTELA_HTTP_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8",
              "KARTELA_HTTP_HOSTS", "other.example.com",
              "KARTELA_METRICS_TOKEN", "figures"));
  // The public address is somebody else's machine; here is the way to this one.
  private final Api visitor = kartela.direct();

  @AfterAll
  void close() {
    kartela.close();
  }

  private Api from(String forwarded) {
    return visitor.with("X-Forwarded-For", forwarded);
  }

  private int invite(String forwarded) {
    return from(forwarded)
        .get("/api/v1/public/shops/" + DemoShop.SLUG + "/inviter?code=K7QM-2XWP")
        .status();
  }

  private void exhaust(String forwarded) {
    int last = 0;
    for (int i = 0; i < 70 && last != 429; i++) {
      last = invite(forwarded);
    }
    assertEquals(429, last);
  }

  @Test
  void limitsGoByTheAddressThatTheProxySaw() {
    exhaust("203.0.113.1");
    assertEquals(404, invite("203.0.113.2"));
    // What the client wrote itself stands further left and is not believed.
    assertEquals(429, invite("198.51.100.7, 203.0.113.1"));
    assertEquals(429, invite("203.0.113.1, 10.1.2.3"));
    assertEquals(429, invite("198.51.100.8, 203.0.113.1:4711, 10.1.2.3"));
    // A household's addresses are one.
    exhaust("2001:db8:1:2::1");
    assertEquals(429, invite("2001:db8:1:2:ffff::9"));
    assertEquals(429, invite("[2001:db8:1:2:ffff::9]:443"));
    assertEquals(404, invite("2001:db8:1:3::1"));
    assertEquals(429, invite("::ffff:203.0.113.1"));
  }

  @Test
  void anAccountUnderAttackStaysOpenToItsOwner() {
    Map<String, String> guess = Map.of("email", DemoShop.OWNER, "password", "guess");
    for (int address = 1; address <= 3; address++) {
      Api attacker = from("192.0.2." + address);
      for (int i = 0; i < 10; i++) {
        attacker.post("/api/v1/session", guess).refused(401, "SIGN_IN_FAILED");
      }
      attacker.post("/api/v1/session", guess).refused(429, "TOO_MANY_REQUESTS");
    }
    Map<String, String> right = Map.of("email", DemoShop.OWNER, "password", kartela.demoPassword());
    from("192.0.2.100").post("/api/v1/session", right).expect(200);
  }

  private int get(String host, String path) throws IOException {
    return ask("GET", host, path);
  }

  private int ask(String method, String host, String path, String... headers) throws IOException {
    try (Socket socket = new Socket(visitor.base().getHost(), visitor.base().getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n"
              + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void onlyKnownNamesAreAnswered() throws IOException {
    for (String host :
        List.of("cards.example.com", "CARDS.example.com:443", "other.example.com", "localhost:1")) {
      assertEquals(200, get(host, "/openapi.yaml"), host);
    }
    for (String host : List.of("evil.example", "cards.example.com.evil.example", "[::2]")) {
      assertEquals(421, get(host, "/openapi.yaml"), host);
      assertEquals(421, get(host, "/simulator/messages"), host);
      assertEquals(421, ask("POST", host, "/api/v1/session", "Content-Length: 0"), host);
      assertEquals(200, get(host, "/health"), host);
    }
  }

  @Test
  void anOriginIsSchemeHostAndPort() throws IOException {
    String host = "cards.example.com";
    for (String origin : List.of(PUBLIC, PUBLIC + ":443")) {
      assertEquals(401, write(host, origin), origin);
    }
    for (String origin :
        List.of("http://cards.example.com", PUBLIC + ":8443", "https://evil.example", "null", "")) {
      assertEquals(403, write(host, origin), origin);
    }
    assertEquals(401, write("other.example.com", "https://other.example.com"));
    assertEquals(403, ask("POST", host, "/api/v1/campaigns", "Sec-Fetch-Site: cross-site"));
  }

  /** What browsers send by themselves, and what the contract asks of everybody with a session. */
  @Test
  void aSessionWritesFromItsOwnPagesOnly() throws IOException {
    Map<String, String> right =
        Map.of("email", DemoShop.MARKETER, "password", kartela.demoPassword());
    String cookie = from("192.0.2.202").post("/api/v1/session", right).header("Set-Cookie");
    String session = "Cookie: " + cookie.substring(0, cookie.indexOf(';'));
    String json = "Content-Type: application/json";
    String host = "cards.example.com";
    assertEquals(200, ask("GET", host, "/api/v1/members", session));
    assertEquals(403, ask("POST", host, "/api/v1/campaigns", session, json));
    assertEquals(403, ask("DELETE", host, "/api/v1/session", session));
    for (String from : List.of("none", "cross-site", "same-site", "")) {
      assertEquals(
          403,
          ask("POST", host, "/api/v1/campaigns", session, json, "Sec-Fetch-Site: " + from),
          from);
    }
    for (String own : List.of("Origin: " + PUBLIC, "Sec-Fetch-Site: same-origin")) {
      assertEquals(400, ask("POST", host, "/api/v1/campaigns", session, json, own), own);
    }
    // A register that keeps other cookies than ours, such as a balancer's, is no browser; and what
    // keeps ours, too, but signs by its key, does not write by the session.
    for (String kept : List.of("Cookie: route=a1", session)) {
      assertEquals(
          400,
          ask("POST", host, "/api/v1/scans", kept, "Authorization: Bearer " + kartela.demoKey()),
          kept);
    }
    // What is no key does not make a session's write a key's, and a key beside it leaves it unused.
    for (String no : List.of("Basic eDp5", "Digest x", "Negotiate", "Bearer", "")) {
      String header = "Authorization: " + no;
      assertEquals(403, ask("POST", host, "/api/v1/campaigns", session, json, header), no);
    }
    assertEquals(
        401, ask("POST", host, "/api/v1/campaigns", session, json, "Authorization: Bearer x"));
    String own = "Origin: " + PUBLIC;
    String evil = "Origin: https://evil.example";
    assertEquals(403, ask("POST", host, "/api/v1/campaigns", session, json, own, evil));
    assertEquals(403, ask("POST", host, "/api/v1/campaigns", session, json, evil, own));
  }

  private int write(String host, String origin) throws IOException {
    return ask("POST", host, "/api/v1/campaigns", "Origin: " + origin);
  }

  @Test
  void jsonIsRequiredWhereNoKeyProvesTheCaller() {
    Map<String, String> body = Map.of("email", "a@b.example", "password", "x");
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x/y")) {
      visitor
          .with("Content-Type", type)
          .post("/api/v1/session", body)
          .refused(415, "UNSUPPORTED_MEDIA_TYPE");
      // Else curl's own type would have to be talked out of it on every register.
      visitor
          .key(kartela.demoKey())
          .with("Content-Type", type)
          .post("/api/v1/scans", Map.of("text", "x"))
          .refused(422, "CODE_UNREADABLE");
    }
    visitor
        .with("Content-Type", "application/json; charset=utf-8")
        .post("/api/v1/session", body)
        .refused(401, "SIGN_IN_FAILED");
  }

  @Test
  void everyAnswerIsLockedDown() {
    for (String path : List.of("/", "/health", "/api/v1/session", "/nothing", "/openapi.yaml")) {
      Answer answer = visitor.get(path);
      assertTrue(answer.header("Content-Security-Policy").contains("frame-ancestors"), path);
      assertFalse(answer.header("Content-Security-Policy").contains("script-src 'unsafe"), path);
      assertEquals("max-age=31536000", answer.header("Strict-Transport-Security"), path);
    }
  }

  /** Its own script's policy is a worker's, not that of the page that started it. */
  @Test
  void whatWorksWithoutANetworkMayFetchWhenThereIsOne() {
    String policy = visitor.get("/sw.js").expectStatus(200).header("Content-Security-Policy");
    assertTrue(policy.contains("connect-src 'self'"), policy);
  }

  @Test
  void theContractsPageFindsAllItNeeds() {
    String page = visitor.with("Accept", "text/html").get("/openapi").expectStatus(200).text();
    for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js")) {
      assertTrue(page.contains("/openapi/" + file), page);
      assertTrue(visitor.get("/openapi/" + file).expectStatus(200).text().length() > 50, file);
    }
  }

  @Test
  void figuresAreForWhoHasTheToken() {
    visitor.get("/metrics").refused(401, "METRICS_TOKEN_WRONG");
    visitor.key("wrong").get("/metrics").refused(401, "METRICS_TOKEN_WRONG");
    visitor.key("figures").get("/metrics").expectStatus(200);
    visitor.with("Authorization", "bearer figures").get("/metrics").expectStatus(200);
  }

  @Test
  void aCashierPagesNoTelephoneNumbers() {
    visitor
        .key(kartela.demoKey())
        .post(
            "/api/v1/members",
            Map.of(
                "phone",
                "+79165551234",
                "name",
                "Masked",
                "consentTerms",
                true,
                "consentData",
                true))
        .expect(201);
    for (String email : List.of(DemoShop.CASHIER, DemoShop.MARKETER)) {
      Api staff =
          visitor.with("X-Forwarded-For", "192.0.2.201").signedIn(email, kartela.demoPassword());
      String list = staff.get("/api/v1/members?q=Masked").expectStatus(200).text();
      boolean whole = email.equals(DemoShop.MARKETER);
      assertTrue(list.contains(whole ? "+79165551234" : "•••• 1234"), list);
      assertEquals(whole, list.contains("9165551234"));
    }
  }

  @Test
  void anUnusedSessionEndsAndAUsedOneLastsItsDay() {
    Map<String, String> right =
        Map.of("email", DemoShop.MARKETER, "password", kartela.demoPassword());
    String cookie = from("192.0.2.200").post("/api/v1/session", right).header("Set-Cookie");
    Api marketer = visitor.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    for (int i = 0; i < 4; i++) {
      clock.plus(Duration.ofMinutes(119));
      marketer.get("/api/v1/session").expect(200);
    }
    clock.plus(Duration.ofHours(2).plusSeconds(1));
    marketer.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
  }
}
