package io.kartela.push.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.TlsIdentity;
import io.kartela.push.Answer;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.max.Max;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** A messenger whose certificate the JDK does not know. */
class TrustTest {
  private static SSLContext server(TlsIdentity identity) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setKeyEntry(
        "server", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void itsAuthorityIsTrustedWhenItIsNamedAndOnlyThen() throws Exception {
    DevelopmentCa ca = DevelopmentCa.inMemory(Instant.now());
    HttpsServer messenger =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      messenger.setHttpsConfigurator(new HttpsConfigurator(server(ca.serverIdentity())));
      messenger.createContext(
          "/messages",
          exchange -> {
            byte[] body =
                "{\"message\": {\"body\": {\"mid\": \"m1\"}}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      messenger.start();
      URI at = URI.create("https://localhost:" + messenger.getAddress().getPort());
      assertEquals(
          new Answer.Accepted("m1"), max(at, ca.rootPem()).send(ChatMessage.of("1", "hello", "1")));
      assertInstanceOf(Answer.NotSent.class, max(at, "").send(ChatMessage.of("1", "hello", "1")));
    } finally {
      messenger.stop(0);
    }
  }

  private static Max max(URI at, String authorities) {
    return new Max(new Max.Settings(at, "TOKEN", authorities, Duration.ofSeconds(5)));
  }

  @Test
  void whatIsNoCertificateIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Trust.with("not a certificate"));
    assertThrows(IllegalArgumentException.class, () -> Trust.with(" "));
  }
}
