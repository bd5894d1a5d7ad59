package io.kartela.service.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The front ends' static files from the class path: hashed assets are cached for a year, pages are
 * revalidated by ETag, texts go out compressed. Each page's own router takes over below its
 * address.
 */
public final class WebPages implements Routes {
  private static final HeaderName CSP = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName SHARED = HeaderNames.create("Cross-Origin-Resource-Policy");
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src"
          + " 'self' data:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'self'";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("map", "application/json"),
          Map.entry("mp3", "audio/mpeg"));

  private static final Coding GZIP = Coding.named("gzip", "(?:x-)?gzip");

  /** Made when the pages are built; the JDK has none. */
  private static final Coding BROTLI = Coding.named("br", "br");

  private final Preview join;
  private final Preview card;
  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  /** What to say of the page of this name; empty when there is nothing special. */
  @FunctionalInterface
  public interface Preview {
    Optional<PagePreview> of(String name, Lang lang);
  }

  /**
   * @param join of the pages where people sign up
   * @param card of the pages of their cards
   */
  public WebPages(Preview join, Preview card) {
    this.join = join;
    this.card = card;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record StaticFile(byte[] bytes, byte[] gzip, byte[] brotli, String type, String etag) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    page(routing, "/", "index.html");
    for (String page : new String[] {"cabinet", "till", "phone"}) {
      page(routing, "/" + page, page + ".html");
      page(routing, "/" + page + "/*", page + ".html");
    }
    page(routing, "/mailbox", "phone.html");
    memberPage(routing, "/join/{name}", join);
    page(routing, "/join/{name}/{text}", "member.html"); // what is agreed to there
    memberPage(routing, "/c/{name}", card);
    page(routing, "/c/{name}/place", "member.html");
    page(routing, "/u/{name}", "member.html");
    page(routing, "/r/{name}", "member.html");
    page(routing, "/g/{name}", "member.html");
    both(routing, "/assets/*", this::asset);
    both(
        routing,
        "/embed.js",
        (req, res) -> {
          // Shops' own sites load it.
          res.header(SHARED, "cross-origin");
          send(req, res, "embed.js", "no-cache");
        });
    for (String name :
        new String[] {
          "/favicon.svg",
          "/favicon.ico",
          "/robots.txt",
          "/manifest.webmanifest",
          "/sw.js",
          "/icon-192.png",
          "/icon-512.png"
        }) {
      both(routing, name, (req, res) -> send(req, res, name.substring(1), "no-cache"));
    }
  }

  private void page(HttpRouting.Builder routing, String path, String file) {
    both(routing, path, (req, res) -> send(req, res, file, "no-cache"));
  }

  /** Told apart per language and address, so the file's own tag does not fit. */
  private void memberPage(HttpRouting.Builder routing, String path, Preview preview) {
    both(
        routing,
        path,
        (req, res) -> {
          StaticFile page =
              find("member.html").orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
          Optional<PagePreview> told = preview.of(Http.pathParam(req, "name"), Http.lang(req));
          if (told.isPresent()) {
            byte[] bytes =
                told.get()
                    .into(new String(page.bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            page = new StaticFile(bytes, gzip(bytes), new byte[0], page.type, etag(bytes));
          }
          answer(req, res, page, "no-cache", "Accept-Encoding, Accept-Language");
        });
  }

  private static void both(HttpRouting.Builder routing, String path, Handler handler) {
    routing.get(path, handler).head(path, handler);
  }

  private void asset(ServerRequest req, ServerResponse res) {
    send(req, res, req.path().path().substring(1), "public, max-age=31536000, immutable");
  }

  private void send(ServerRequest req, ServerResponse res, String name, String cacheControl) {
    StaticFile file = find(name).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    answer(req, res, file, cacheControl, "Accept-Encoding");
  }

  private static void answer(
      ServerRequest req, ServerResponse res, StaticFile file, String cacheControl, String vary) {
    // With every file, not only with pages: a worker's own script says what the worker may fetch.
    res.header(CSP, POLICY);
    res.header(HeaderNames.CACHE_CONTROL, cacheControl);
    res.header(HeaderNames.ETAG, file.etag);
    res.header(HeaderNames.VARY, vary);
    if (EntityTags.held(req, file.etag)) {
      res.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    res.header(HeaderNames.CONTENT_TYPE, file.type);
    String accepted = String.join(",", req.headers().values(HeaderNames.ACCEPT_ENCODING));
    if (file.brotli.length > 0 && BROTLI.taken(accepted)) {
      res.header(HeaderNames.CONTENT_ENCODING, BROTLI.name);
      Http.send(req, res, file.brotli);
    } else if (file.gzip.length > 0 && GZIP.taken(accepted)) {
      res.header(HeaderNames.CONTENT_ENCODING, GZIP.name);
      Http.send(req, res, file.gzip);
    } else {
      Http.send(req, res, file.bytes);
    }
  }

  /** A way to compress, as {@code Accept-Encoding} speaks of it. */
  private record Coding(String name, Pattern said, Pattern refused) {
    static Coding named(String name, String spelled) {
      return new Coding(
          name,
          Pattern.compile("(?i)(?:^|[\\s,])" + spelled + "(?=[\\s,;]|$)"),
          Pattern.compile(
              "(?i)(?:^|[\\s,])" + spelled + "\\s*;\\s*q\\s*=\\s*0(?:\\.0*)?(?=[\\s,]|$)"));
    }

    boolean taken(String accepted) {
      return said.matcher(accepted).find() && !refused.matcher(accepted).find();
    }
  }

  private Optional<StaticFile> find(String name) {
    if (name.length() > 200 || name.contains("..") || !name.matches("[A-Za-z0-9._/-]+")) {
      return Optional.empty();
    }
    StaticFile known = files.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StaticFile> read = read(name);
    read.ifPresent(f -> files.put(name, f));
    return read;
  }

  private static Optional<StaticFile> read(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try {
      byte[] bytes = resource(name);
      if (bytes.length == 0) {
        return Optional.empty();
      }
      boolean text =
          !type.startsWith("image/png") && !type.startsWith("font/") && !type.startsWith("audio/");
      return Optional.of(
          new StaticFile(
              bytes, text ? gzip(bytes) : new byte[0], resource(name + ".br"), type, etag(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when there is none. */
  private static byte[] resource(String name) throws IOException {
    try (InputStream in = WebPages.class.getClassLoader().getResourceAsStream("web/" + name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
