package io.kartela.push.http;

import com.sun.net.httpserver.HttpServer;
import io.kartela.push.callback.Callback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears what stand-ins post; says 503 as often as told before it says 200. */
public final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<Callback> heard = new LinkedBlockingQueue<>();

  public Listener(int deafAtFirst) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] deaf = {deafAtFirst};
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean listens = deaf[0]-- <= 0;
            exchange.sendResponseHeaders(listens ? 200 : 503, -1);
            if (listens) {
              heard.add(
                  new Callback(
                      query == null ? "" : query, body, exchange.getRequestHeaders()::getFirst));
            }
          }
        });
    server.start();
  }

  public URI address(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
  }

  /** Waits for so many. */
  public List<Callback> next(int count) throws InterruptedException {
    List<Callback> all = new ArrayList<>();
    while (all.size() < count) {
      Callback one = heard.poll(20, TimeUnit.SECONDS);
      if (one == null) {
        throw new AssertionError("only " + all.size() + " of " + count + " were posted");
      }
      all.add(one);
    }
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
