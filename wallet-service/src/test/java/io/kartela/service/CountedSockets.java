package io.kartela.service;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Counts how often pgjdbc speaks and then listens: a round trip, however many statements travel in
 * it. pgjdbc makes it by its name, which is why the count is everybody's.
 */
public final class CountedSockets extends SocketFactory {
  private static final AtomicLong TRIPS = new AtomicLong();

  /** So far, on all connections. */
  static long trips() {
    return TRIPS.get();
  }

  @Override
  public Socket createSocket() {
    return new Counted();
  }

  private static final class Counted extends Socket {
    private final AtomicBoolean spoke = new AtomicBoolean();

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          spoke.set(true);
          out.write(bytes, from, length);
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          if (spoke.compareAndSet(true, false)) {
            TRIPS.incrementAndGet();
          }
          return super.read(bytes, from, length);
        }
      };
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }
}
