package io.kartela.service.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bodies that announce to be far larger than any route takes: they are answered before they come.
 * Whoever is in the middle of sending would meet a closed connection instead of the answer, so for
 * a while the rest is read and thrown away.
 */
final class TooLarge {
  private static final Logger LOG = LoggerFactory.getLogger(TooLarge.class);

  /** Beyond it the web server ends the connection by itself. */
  static final long ENDLESS = 1024L * 1024 * 1024;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private TooLarge() {}

  static boolean announced(ServerRequest req) {
    return req.headers().contentLength().orElse(0) > Http.DISCARDED_BODY;
  }

  static void answer(ServerRequest req, ServerResponse res) {
    res.header(HeaderValues.CONNECTION_CLOSE);
    Http.problem(req, res, new Problem(ProblemCode.BODY_TOO_LARGE, Http.LARGE_BODY));
    // Who asked first has sent nothing.
    if (!req.headers().contains(HeaderNames.EXPECT)) {
      discard(req);
    }
  }

  private static void discard(ServerRequest req) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    byte[] buffer = new byte[64 * 1024];
    try (InputStream in = req.content().inputStream()) {
      while (System.nanoTime() - end < 0 && in.read(buffer) >= 0) {
        // thrown away
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("The sender of a body that is too large has gone: {}", e.toString());
    }
  }
}
