package io.kartela.service.platform.http;

import io.kartela.service.platform.http.Framing.Broken;
import java.util.List;

/**
 * The rules of RFC 9112 for the head of a request, with nothing forgiven that two servers could
 * understand in two ways.
 */
final class RequestHead {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private RequestHead() {}

  /** How the body behind a head is framed. */
  record Body(boolean chunked, long length) {}

  /**
   * @param head with all its line ends, the empty line included
   */
  static Body body(String head) {
    List<String> lines = head.substring(0, head.length() - 4).lines().toList();
    requireRequestLine(lines.getFirst());
    int hosts = 0;
    int lengths = 0;
    int encodings = 0;
    long length = 0;
    for (String line : lines.subList(1, lines.size())) {
      int colon = requireField(line);
      switch (colon) {
        case 4 -> hosts += named(line, colon, "host") ? 1 : 0;
        case 14 -> {
          if (named(line, colon, "content-length")) {
            lengths++;
            length = length(value(line, colon));
          }
        }
        case 17 -> {
          if (named(line, colon, "transfer-encoding")) {
            encodings++;
            if (!value(line, colon).equalsIgnoreCase("chunked")) {
              throw new Broken(400, "a transfer encoding other than chunked");
            }
          }
        }
        default -> {}
      }
    }
    if (hosts != 1) {
      throw new Broken(400, "not exactly one Host");
    }
    if (lengths + encodings > 1) {
      throw new Broken(400, "the body's length is said twice");
    }
    return new Body(encodings == 1, length);
  }

  private static void requireRequestLine(String line) {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first < 1 || last <= first + 1 || line.indexOf(' ', first + 1) != last) {
      throw new Broken(400, "the request line is not three words");
    }
    for (int i = 0; i < first; i++) {
      requireToken(line.charAt(i));
    }
    for (int i = first + 1; i < last; i++) {
      char c = line.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        throw new Broken(400, "a control character in the address");
      }
    }
    char target = line.charAt(first + 1);
    if (target != '/' && !line.substring(first + 1, last).equals("*")) {
      throw new Broken(400, "the address is not a path");
    }
    switch (line.substring(last + 1)) {
      case "HTTP/1.1" -> {}
      case "HTTP/1.0" -> throw new Broken(505, "HTTP/1.0");
      default -> throw new Broken(400, "not HTTP/1.1");
    }
  }

  /** Returns where the colon of a header is. */
  static int requireField(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new Broken(400, "a header without a name");
    }
    for (int i = 0; i < colon; i++) {
      requireToken(line.charAt(i));
    }
    for (int i = colon + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new Broken(400, "a control character in a header");
      }
    }
    return colon;
  }

  private static void requireToken(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && TOKEN_MARKS.indexOf(c) < 0) {
      throw new Broken(400, "a name with a character that no name has");
    }
  }

  private static boolean named(String line, int colon, String name) {
    return line.regionMatches(true, 0, name, 0, colon);
  }

  private static String value(String line, int colon) {
    int start = colon + 1;
    int end = line.length();
    while (start < end && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    while (end > start && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    return line.substring(start, end);
  }

  private static long length(String text) {
    if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Broken(400, "Content-Length is not a number");
    }
    return Long.parseLong(text);
  }
}
