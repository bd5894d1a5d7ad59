package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole way a customer, a cashier and a phone take in production: TLS to a real nginx, set up
 * as {@code deploy/nginx.conf} says, and through it to the service. Skipped where no nginx is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindNginxTest {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  @TempDir static Path folder;

  private TestKartela kartela;
  private Process nginx;
  private SSLContext tls;
  private URI url;

  @BeforeAll
  void start() throws Exception {
    assumeTrue(Files.isExecutable(NGINX), "nginx is not installed (apt-get install nginx-light)");
    int port = freePort();
    url = URI.create("https://localhost:" + port);
    kartela =
        TestKartela.start(
            InstantSource.tick(InstantSource.system(), Duration.ofMillis(1)),
            Map.of(
                "KARTELA_HTTP_PUBLIC_URL", url.toString(),
                "KARTELA_HTTP_TRUSTED_PROXIES", "127.0.0.1",
                "KARTELA_SIMULATOR_ENABLED", "true"));
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(kartela.folder().resolve("certs"), kartela.clock().instant());
    pem("key.pem", "PRIVATE KEY", List.of(ca.serverIdentity().key().getEncoded()));
    pem(
        "fullchain.pem",
        "CERTIFICATE",
        List.of(ca.serverIdentity().chain().get(0).getEncoded(), ca.intermediate().getEncoded()));
    tls = trusting(ca);
    Path config = folder.resolve("nginx.conf");
    Files.writeString(config, config(port));
    nginx =
        new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    awaitListening(port);
  }

  @AfterAll
  void close() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor(10, TimeUnit.SECONDS);
    }
    if (kartela != null) {
      kartela.close();
    }
  }

  /** The example of {@code deploy}, with our names and ports, inside the least around it. */
  private String config(int port) throws IOException {
    String example =
        Files.readString(example())
            .replace("127.0.0.1:8080", "127.0.0.1:" + kartela.direct().base().getPort())
            .replace("listen 443", "listen 127.0.0.1:" + port)
            .replace("cards.example.com", "localhost")
            .replace("/etc/ssl/kartela", folder.toString());
    return """
    daemon off;
    pid FOLDER/nginx.pid;
    error_log FOLDER/error.log;
    events {}
    http {
      log_format ids "$http_x_request_id";
      access_log FOLDER/access.log ids;
      keepalive_timeout 1s;
      client_body_temp_path FOLDER/body;
      proxy_temp_path FOLDER/proxy;
      fastcgi_temp_path FOLDER/fastcgi;
      uwsgi_temp_path FOLDER/uwsgi;
      scgi_temp_path FOLDER/scgi;
    """
            .replace("FOLDER", folder.toString())
        + example
        + "}\n";
  }

  private static Path example() {
    Path here = Path.of("deploy", "nginx.conf");
    return Files.exists(here) ? here : Path.of("..").resolve(here);
  }

  private void pem(String name, String kind, List<byte[]> contents) throws IOException {
    StringBuilder text = new StringBuilder();
    for (byte[] content : contents) {
      text.append("-----BEGIN ").append(kind).append("-----\n");
      text.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
      text.append("\n-----END ").append(kind).append("-----\n");
    }
    Files.writeString(folder.resolve(name), text);
  }

  private static SSLContext trusting(DevelopmentCa ca) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("root", ca.root());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitListening(int port) throws Exception {
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertEquals(port, socket.getPort());
        return;
      } catch (IOException e) {
        assertFalse(
            nginx.waitFor(50, TimeUnit.MILLISECONDS),
            () -> "nginx ended: " + text(folder.resolve("nginx.out")));
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private HttpClient client(String from) throws IOException {
    return HttpClient.newBuilder()
        .sslContext(tls)
        .localAddress(InetAddress.ofLiteral(from))
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  private Api visitor(HttpClient http) {
    return Api.at(http, url).with("Accept-Language", "en");
  }

  @Test
  void signUpSignInTillAndPhone() throws Exception {
    try (HttpClient http = client("127.0.0.2")) {
      Api visitor = visitor(http).with("Origin", url.toString());
      Newcomer member = Newcomer.join(visitor, "+79165557001", "Nginx", true);
      assertEquals(true, member.cardUrl().startsWith(url.toString()));
      Api owner = visitor.signedIn(DemoShop.OWNER, kartela.demoPassword());
      owner.get("/api/v1/session").expect(200);
      owner
          .with("Origin", "https://evil.example")
          .delete("/api/v1/session")
          .refused(403, "CROSS_ORIGIN");
      Api till = visitor(http).key(kartela.demoKey());
      Map<String, Object> bill =
          Map.of(
              "memberId",
              member.memberId(),
              "lines",
              List.of(Map.of("lineNo", 1, "sku", "LATTE", "amount", 30_000)));
      till.post("/api/v1/quotes", bill).expect(200);
      till.post("/api/v1/receipts", bill).expect(201);
      phone(http, member);
    }
  }

  /** Apple's web service: registration, what changed, the pass itself. */
  private void phone(HttpClient http, Newcomer member) throws Exception {
    AppleDevice device =
        new AppleDevice(
            http, kartela.folder().resolve("certs/root.pem"), "nginx-phone", "0a".repeat(32));
    AppleDevice.Held held =
        device.open(
            visitor(http).get("/c/" + member.cardToken() + ".pkpass").expectStatus(200).bytes());
    Api wallet =
        visitor(http)
            .with("Authorization", "ApplePass " + held.pass.path("authenticationToken").asString());
    String registrations = "/apple/v1/devices/nginx-phone/registrations/" + held.type();
    wallet
        .post(registrations + "/" + held.serial(), Map.of("pushToken", "0a".repeat(32)))
        .expectStatus(201);
    JsonNode changed = visitor(http).get(registrations).expect(200);
    assertEquals(held.serial(), changed.path("serialNumbers").path(0).asString());
    wallet.get("/apple/v1/passes/" + held.type() + "/" + held.serial()).expectStatus(200);
  }

  @Test
  void limitsGoByTheRealAddress() throws Exception {
    String path = "/api/v1/public/shops/" + DemoShop.SLUG + "/inviter?code=K7QM-2XWP";
    try (HttpClient first = client("127.0.0.3");
        HttpClient second = client("127.0.0.4")) {
      int last = 0;
      for (int i = 0; i < 70 && last != 429; i++) {
        last = visitor(first).with("X-Forwarded-For", "198.51.100." + i).get(path).status();
      }
      assertEquals(429, last, "what the client writes itself is not believed");
      assertEquals(404, visitor(second).get(path).status());
    }
  }

  /**
   * nginx forgives some of the oddities and takes what follows for the next request; that is its
   * reading. What must never be is that the service obeys a request that nginx did not see.
   */
  @Test
  void theServiceObeysNoRequestThatNginxDidNotSee() throws Exception {
    try (HttpClient http = client("127.0.0.5")) {
      long obeyed = 0;
      int number = 0;
      for (FramingTable row : FramingTable.all()) {
        obeyed += count(ask(row.bytes()));
        // Nor is anything left in the connections between nginx and the service.
        String id = "clean-request-" + number++;
        Answer clean = visitor(http).with("X-Request-Id", id).get("/health/live");
        assertEquals(200, clean.status(), row.name());
        assertEquals(id, clean.header("X-Request-Id"), row.name());
        long seen = count(text(folder.resolve("access.log")));
        assertTrue(obeyed <= seen, row.name() + ": " + obeyed + " obeyed, " + seen + " seen");
      }
    }
  }

  private static long count(String text) {
    return text.lines().filter(line -> line.contains(FramingTable.HIDDEN_ID)).count();
  }

  private String ask(String bytes) throws IOException {
    StringBuilder answers = new StringBuilder();
    try (Socket socket = tls.getSocketFactory().createSocket("localhost", url.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      byte[] buffer = new byte[8_192];
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        answers.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      throw e; // neither an answer nor an end
    } catch (IOException e) {
      return answers.toString(); // reset: it did not want to read on
    }
    return answers.toString();
  }
}
