package io.kartela.push.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/** On loopback only; the library's own listens on every interface. */
final class FakeSmppSocket implements ServerConnectionFactory {
  private int port;

  int port() {
    return port;
  }

  @Override
  public ServerConnection listen(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
    port = socket.getLocalPort();
    return new ServerSocketConnection(socket);
  }

  @Override
  public ServerConnection listen(int wanted, int timeout) throws IOException {
    return listen(wanted);
  }

  @Override
  public ServerConnection listen(int wanted, int timeout, int backlog) throws IOException {
    return listen(wanted);
  }
}
