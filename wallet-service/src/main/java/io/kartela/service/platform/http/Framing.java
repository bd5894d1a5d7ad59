package io.kartela.service.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where one request ends and the next begins, judged strictly and in one place. What comes over a
 * connection leaves here a head or a piece of a body at a time, chunked bodies without extensions
 * and trailers, so that the web server behind it has nothing left to understand otherwise. After
 * the first thing that is wrong nothing leaves any more: there is no telling where the next request
 * would begin. See docs/adr/0009-framing.md. Belongs to one connection and its thread.
 */
final class Framing {
  /** All of a request's head; the web server's own limits are within it. */
  static final int MAX_HEAD = 20 * 1024;

  private static final int MAX_LINE = 4 * 1024;
  private static final int MAX_EMPTY_LINES = 2;
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Source source;
  private byte[] buffer = new byte[0];
  private int from;
  private State state = State.HEAD;

  /** What is left of the body, or of the chunk. */
  private long left;

  private enum State {
    HEAD,
    LENGTH,
    CHUNK_SIZE,
    CHUNK,
    BROKEN
  }

  /** The next bytes as they come; null at the end. */
  @FunctionalInterface
  interface Source {
    byte @Nullable [] read();
  }

  /** What is wrong, and how a request is answered whose head it is in. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Broken(int status, String message) {
      super(message, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  Framing(Source source) {
    this.source = source;
  }

  /** Whether the next piece begins another request. */
  boolean atHead() {
    return state == State.HEAD;
  }

  /** Whether part of a head is here already. */
  boolean headBegun() {
    return state == State.HEAD && available() > 0;
  }

  /**
   * The next piece; null at the end of the connection, also in the middle of a request.
   *
   * @throws Broken once, when what comes is no request; null ever after
   */
  byte @Nullable [] next() {
    try {
      return switch (state) {
        case HEAD -> head();
        case LENGTH, CHUNK -> piece();
        case CHUNK_SIZE -> chunk();
        case BROKEN -> null;
      };
    } catch (Broken e) {
      state = State.BROKEN;
      throw e;
    }
  }

  private int available() {
    return buffer.length - from;
  }

  private boolean more() {
    byte[] bytes = source.read();
    if (bytes == null) {
      return false;
    }
    int kept = available();
    byte[] joined =
        kept == 0 ? bytes : Arrays.copyOf(slice(from, buffer.length), kept + bytes.length);
    if (kept > 0) {
      System.arraycopy(bytes, 0, joined, kept, bytes.length);
    }
    buffer = joined;
    from = 0;
    return true;
  }

  private byte[] slice(int start, int end) {
    return start == 0 && end == buffer.length ? buffer : Arrays.copyOfRange(buffer, start, end);
  }

  private byte[] take(int length) {
    byte[] taken = slice(from, from + length);
    from += length;
    return taken;
  }

  private byte @Nullable [] head() {
    int lineStart = 0; // from here on, so that more bytes do not move it
    int at = 0;
    int lines = 0;
    int empty = 0;
    while (true) {
      if (at == available()) {
        if (at > MAX_HEAD) {
          throw new Broken(431, "the head is too large");
        }
        if (!more()) {
          return end();
        }
        continue;
      }
      byte b = buffer[from + at];
      if (b == 0 || (b == '\n' && (at == 0 || buffer[from + at - 1] != '\r'))) {
        throw new Broken(400, "a bare line feed or NUL in the head");
      }
      if (at > 0 && buffer[from + at - 1] == '\r' && b != '\n') {
        throw new Broken(400, "a bare carriage return in the head");
      }
      at++;
      if (b != '\n') {
        if (lines == 0 && at - lineStart > MAX_LINE + 2) {
          throw new Broken(414, "the request line is too long");
        }
        continue;
      }
      if (at - lineStart > 2) {
        lines++;
        lineStart = at;
      } else if (lines > 0) {
        return whole(at);
      } else if (++empty > MAX_EMPTY_LINES) {
        throw new Broken(400, "empty lines instead of a request");
      } else {
        // An old client's line feed after a body; the standard asks to overlook it.
        from += at;
        at = 0;
      }
    }
  }

  private byte @Nullable [] end() {
    state = State.BROKEN;
    return null;
  }

  private byte[] whole(int length) {
    if (length > MAX_HEAD) {
      throw new Broken(431, "the head is too large");
    }
    byte[] head = take(length);
    RequestHead.Body body = RequestHead.body(new String(head, StandardCharsets.ISO_8859_1));
    if (body.chunked()) {
      state = State.CHUNK_SIZE;
    } else if (body.length() > 0) {
      state = State.LENGTH;
      left = body.length();
    }
    return head;
  }

  /** A piece of a body whose length is known; of a chunk with the line end behind it. */
  private byte @Nullable [] piece() {
    if (available() == 0 && !more()) {
      return end();
    }
    byte[] taken = take((int) Math.min(available(), left));
    left -= taken.length;
    if (left > 0) {
      return taken;
    }
    if (state == State.LENGTH) {
      state = State.HEAD;
      return taken;
    }
    if (!expectLineEnd()) {
      return taken; // the end comes next
    }
    state = State.CHUNK_SIZE;
    byte[] closed = Arrays.copyOf(taken, taken.length + 2);
    closed[taken.length] = '\r';
    closed[taken.length + 1] = '\n';
    return closed;
  }

  private boolean expectLineEnd() {
    while (available() < 2) {
      if (!more()) {
        state = State.BROKEN;
        return false;
      }
    }
    if (buffer[from] != '\r' || buffer[from + 1] != '\n') {
      throw new Broken(400, "a chunk is longer than it says");
    }
    from += 2;
    return true;
  }

  private byte @Nullable [] chunk() {
    String line = line();
    if (line == null) {
      return end();
    }
    long size = Chunks.size(line);
    if (size > 0) {
      state = State.CHUNK;
      left = size;
      return (Long.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
    int trailers = 0;
    for (String trailer = line(); trailer == null || !trailer.isEmpty(); trailer = line()) {
      if (trailer == null) {
        return end();
      }
      trailers += trailer.length();
      if (trailers > MAX_LINE) {
        throw new Broken(400, "the trailers are too large");
      }
      RequestHead.requireField(trailer);
    }
    state = State.HEAD;
    return LAST_CHUNK;
  }

  /** A line without its end; null when the connection ends first. */
  private @Nullable String line() {
    int at = 0;
    while (true) {
      if (at == available()) {
        if (at > MAX_LINE) {
          throw new Broken(400, "a line of the body's framing is too long");
        }
        if (!more()) {
          return null;
        }
        continue;
      }
      byte b = buffer[from + at];
      boolean afterReturn = at > 0 && buffer[from + at - 1] == '\r';
      if (b == 0 || (b == '\n') != afterReturn) {
        throw new Broken(400, "a line of the body's framing ends wrongly");
      }
      at++;
      if (b == '\n') {
        return new String(take(at), 0, at - 2, StandardCharsets.ISO_8859_1);
      }
    }
  }
}
