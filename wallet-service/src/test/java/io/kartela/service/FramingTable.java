package io.kartela.service;

import java.util.ArrayList;
import java.util.List;

/**
 * Framings of a request, right and wrong, each with a second request behind it that must never be
 * obeyed when it stands inside the first.
 *
 * @param name what is odd about it
 * @param bytes as they go over the wire, one character a byte
 * @param status of the first answer
 * @param more how many answers come after the first
 */
record FramingTable(String name, String bytes, int status, int more) {
  /** What nobody may obey: it would be answered with its own request id. */
  static final String HIDDEN_ID = "smuggled-request";

  private static final String BODY = "{\"text\":\"1\"}";
  private static final String HIDDEN =
      "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + HIDDEN_ID + "\r\n\r\n";
  private static final String NEXT =
      "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  private static String post(String headers) {
    return "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + headers
        + "\r\n";
  }

  private static String chunked(String... chunks) {
    return post("Transfer-Encoding: chunked\r\n") + String.join("", chunks);
  }

  private static FramingTable refused(String name, String bytes) {
    return new FramingTable(name, bytes, 400, 0);
  }

  static List<FramingTable> all() {
    List<FramingTable> all = new ArrayList<>();
    heads(all);
    lengths(all);
    chunks(all);
    accepted(all);
    return all;
  }

  /** Framed well, and yet nothing that the web server makes a request of. */
  static List<FramingTable> refusedByTheWebServer() {
    List<FramingTable> all = new ArrayList<>();
    for (String target : List.of("/%zz", "/a|b", "/\"<>")) {
      all.add(
          refused(
              "GET " + target,
              "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }
    all.add(refused("Host: a b", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"));
    all.add(refused("Host: []", "GET / HTTP/1.1\r\nHost: []\r\nConnection: close\r\n\r\n"));
    return all;
  }

  private static void heads(List<FramingTable> all) {
    all.add(refused("bare LF", "GET / HTTP/1.1\nHost: localhost\n\n" + HIDDEN));
    all.add(refused("bare CR", "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n" + HIDDEN));
    all.add(refused("NUL", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n" + HIDDEN));
    all.add(refused("blank before colon", post("Content-Length : 12\r\n") + BODY + HIDDEN));
    all.add(refused("folded line", post("X: a\r\n Content-Length: 12\r\n") + BODY + HIDDEN));
    all.add(refused("header without name", post(": x\r\n") + HIDDEN));
    all.add(refused("header without colon", post("nonsense\r\n") + HIDDEN));
    all.add(refused("two hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: b\r\n\r\n" + HIDDEN));
    all.add(refused("no host", "GET / HTTP/1.1\r\nX: y\r\n\r\n" + HIDDEN));
    all.add(
        refused(
            "whole address",
            "GET http://localhost/health HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN));
    all.add(refused("two blanks", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN));
    all.add(refused("a tab", "GET\t/ HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN));
    all.add(
        new FramingTable("HTTP/1.0", "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n" + HIDDEN, 505, 0));
    all.add(
        new FramingTable(
            "endless head",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n\r\n" + HIDDEN,
            431,
            0));
  }

  private static void lengths(List<FramingTable> all) {
    for (String length :
        List.of("+12", "-12", "12, 12", "12 12", "0x0c", "", "1e1", "99999999999999999999")) {
      all.add(
          refused(
              "Content-Length: " + length, post("Content-Length: " + length + "\r\n") + HIDDEN));
    }
    all.add(refused("two lengths", post("Content-Length: 12\r\nContent-Length: 12\r\n") + HIDDEN));
    all.add(refused("other lengths", post("Content-Length: 12\r\nContent-Length: 0\r\n") + HIDDEN));
    for (String encoding :
        List.of(
            "chunked, identity",
            "identity, chunked",
            "identity",
            "xchunked",
            "chunked, chunked",
            "gzip, chunked",
            "\"chunked\"",
            "\u000bchunked",
            "")) {
      all.add(
          refused(
              "Transfer-Encoding: " + encoding,
              post("Transfer-Encoding: " + encoding + "\r\n") + "0\r\n\r\n" + HIDDEN));
    }
    all.add(
        refused(
            "length and chunks",
            post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + HIDDEN));
    all.add(
        refused(
            "chunks and length",
            post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n" + HIDDEN));
    all.add(
        refused(
            "chunks twice",
            post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")
                + "0\r\n\r\n"
                + HIDDEN));
  }

  private static void chunks(List<FramingTable> all) {
    for (String size :
        List.of(
            "-1",
            "zz",
            "0x2",
            "",
            " 2",
            "2 ",
            "+2",
            "FFFFFFFFFFFFFFFFF",
            "80000000",
            "2,2",
            "2;a=\0",
            "1_0",
            "\u00b2")) {
      all.add(refused("chunk of " + size, chunked(size, "\r\n{}\r\n", HIDDEN)));
    }
    all.add(refused("chunk size after bare LF", chunked("2\n{}\r\n0\r\n\r\n", HIDDEN)));
    all.add(refused("chunk without its end", chunked("2\r\n{}0\r\n\r\n", HIDDEN)));
    all.add(refused("chunk with LF as its end", chunked("2\r\n{}\n0\r\n\r\n", HIDDEN)));
    all.add(refused("chunk longer than said", chunked("2\r\n{}    \r\n0\r\n\r\n", HIDDEN)));
    all.add(refused("last chunk without its end", chunked("0\r\n", HIDDEN)));
    all.add(refused("trailer without colon", chunked("0\r\nnonsense\r\n\r\n", HIDDEN)));
    all.add(refused("endless extension", chunked("2;" + "a".repeat(9_000) + "\r\n{}\r\n", HIDDEN)));
  }

  private static void accepted(List<FramingTable> all) {
    all.add(new FramingTable("plain", post("Content-Length: 2\r\n") + "{}" + NEXT, 422, 1));
    all.add(new FramingTable("a chunk", chunked("2\r\n{}\r\n0\r\n\r\n", NEXT), 422, 1));
    for (String extension : List.of(";a=b", ";a", " ; a=\"b c\"", ";a=b;c=d")) {
      all.add(
          new FramingTable(
              "chunk with extension " + extension,
              chunked("2" + extension + "\r\n{}\r\n0" + extension + "\r\n\r\n", NEXT),
              422,
              1));
    }
    all.add(
        new FramingTable("chunks of zeros", chunked("0002\r\n{}\r\n000\r\n\r\n", NEXT), 422, 1));
    all.add(new FramingTable("trailers", chunked("2\r\n{}\r\n0\r\nA: b\r\n\r\n", NEXT), 422, 1));
    all.add(
        new FramingTable(
            "Transfer-Encoding: Chunked",
            post("Transfer-Encoding: Chunked\r\n") + "2\r\n{}\r\n0\r\n\r\n" + NEXT,
            422,
            1));
    all.add(
        new FramingTable(
            "body of a GET",
            "GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + HIDDEN.length()
                + "\r\n\r\n"
                + HIDDEN
                + NEXT,
            200,
            1));
    all.add(
        new FramingTable(
            "body that no route reads",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + HIDDEN.length()
                + "\r\n\r\n"
                + HIDDEN
                + NEXT,
            404,
            1));
    all.add(
        new FramingTable(
            "body behind the wish to close",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + HIDDEN.length()
                + "\r\n\r\n"
                + HIDDEN,
            404,
            0));
    all.add(
        new FramingTable(
            "body behind Expect",
            "POST /nothing HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                + HIDDEN.length()
                + "\r\n\r\n"
                + HIDDEN
                + NEXT,
            404,
            0));
    all.add(
        new FramingTable(
            "an empty line first",
            "\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n" + NEXT,
            200,
            1));
  }
}
