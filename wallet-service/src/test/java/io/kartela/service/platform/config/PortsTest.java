package io.kartela.service.platform.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aPortIsBusyWhileSomebodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
      assertFalse(Ports.isFree("127.0.0.1", port));
      assertEquals(
          Optional.of(
              "Port %d on 127.0.0.1 cannot be used (Address already in use); stop the program that uses it or choose another with --port."
                  .formatted(port)),
          Ports.trouble("127.0.0.1", port));
    }
    assertTrue(Ports.isFree("127.0.0.1", port));
  }

  @Test
  void anAddressThatIsNotOursIsNamed() {
    assertEquals(
        Optional.of(
            "Port 8080 on 192.0.2.1 cannot be used (Cannot assign requested address); stop the"
                + " program that uses it or choose another with --port."),
        Ports.trouble("192.0.2.1", 8080));
  }
}
