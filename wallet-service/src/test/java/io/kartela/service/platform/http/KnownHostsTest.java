package io.kartela.service.platform.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownHostsTest {
  private final KnownHosts hosts =
      new KnownHosts(URI.create("https://cards.example.com:8443"), List.of("other.example.com"));

  /** A proxy may write the name alone; what else listens there is somebody else. */
  @Test
  void underThePublicNameOnlyThePublicAddressIsOurs() {
    for (String host :
        List.of("cards.example.com", "cards.example.com:8443", "CARDS.example.com.")) {
      assertTrue(hosts.isOwn("https://cards.example.com:8443", host), host);
      assertFalse(hosts.isOwn("https://cards.example.com", host), host);
      assertFalse(hosts.isOwn("https://cards.example.com:443", host), host);
      assertFalse(hosts.isOwn("http://cards.example.com:8443", host), host);
    }
  }

  @Test
  void otherNamesAreOursAtThePortThatTheyWereReachedAt() {
    assertTrue(hosts.isOwn("https://other.example.com", "other.example.com"));
    assertTrue(hosts.isOwn("https://localhost:9000", "localhost:9000"));
    assertFalse(hosts.isOwn("https://localhost", "localhost:9000"));
    assertFalse(hosts.isOwn("https://evil.example", "evil.example"));
    // Many services of one machine bear this name, and a container's port is not the one outside.
    KnownHosts here = new KnownHosts(URI.create("http://localhost:8080"), List.of());
    assertTrue(here.isOwn("http://localhost:9000", "localhost:9000"));
    assertFalse(here.isOwn("http://localhost:3000", "localhost:8080"));
  }
}
