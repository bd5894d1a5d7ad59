package io.kartela.service.platform.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request has to pass before a route sees it: a known host, no stranger's page, JSON
 * where a browser could send something else unasked. Thread-safe.
 *
 * @param limits of connections
 */
public record Door(KnownHosts hosts, ClientAddress clients, ConnectionLimits limits) {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);
  private static final HeaderName CSP = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName HSTS = HeaderNames.create("Strict-Transport-Security");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  /** For what is no page; pages bring their own. */
  static final String NOTHING =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** The cabinet's session, which a browser sends along unasked. */
  public static final String SESSION = "kartela_session";

  /** The same of the operator. */
  public static final String OPERATOR = "kartela_operator";

  /** The same of a member at their own place. */
  public static final String MEMBER = "kartela_member";

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  private static final AtomicBoolean WARNED = new AtomicBoolean();

  /** For a server on this machine without proxies. */
  static Door here() {
    return new Door(
        new KnownHosts(URI.create("http://localhost"), List.of()),
        new ClientAddress(List.of(), false),
        ConnectionLimits.USUAL);
  }

  void admit(ServerRequest req, ServerResponse res) {
    res.header(CSP, NOTHING);
    if (hosts.secure()) {
      res.header(HSTS, "max-age=31536000");
    }
    String path = req.path().path();
    String host = Http.header(req, HeaderNames.HOST).orElse("");
    // Load balancers ask after our health by address.
    if (!hosts.knows(host) && !path.equals("/health") && !path.startsWith("/health/")) {
      throw new Problem(ProblemCode.HOST_UNKNOWN);
    }
    req.context().register(new Client(client(req)));
    if (HARMLESS.contains(req.prologue().method().text())) {
      return;
    }
    // Mail programs post to letters' links from pages of their own; the link is the secret, no
    // cookie is asked.
    // Forms on shops' own sites ask no cookie either; their routes know which sites may ask.
    if (!path.startsWith("/u/") && !path.startsWith("/embed/")) {
      requireOwnPage(req, host);
    }
    // SMS gateways post forms; they show a secret of ours or sign, which no page of others can.
    boolean ours =
        (path.startsWith("/api/") && !path.startsWith("/api/v1/hooks/sms/"))
            || path.startsWith("/embed/")
            || path.startsWith("/simulator/");
    // Who proves by a key who he is may say nothing, as curl does: no page makes a browser send it.
    if (ours && req.content().hasEntity() && !signsByKey(req) && !isJson(req) && !isFile(req)) {
      throw new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (ours && req.content().hasEntity() && saysOtherCharset(req)) {
      throw new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  /** JSON is in UTF-8; what says otherwise would be read as something that was not meant. */
  private static boolean saysOtherCharset(ServerRequest req) {
    String type = Http.header(req, HeaderNames.CONTENT_TYPE).orElse("");
    Matcher charset = CHARSET.matcher(type);
    return isJson(req)
        && charset.find()
        && !UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT));
  }

  /** SameSite keeps the session's cookie at home; this is the second lock, for all routes. */
  private void requireOwnPage(ServerRequest req, String host) {
    List<String> origins =
        req.headers().contains(HeaderNames.ORIGIN)
            ? req.headers().get(HeaderNames.ORIGIN).allValues()
            : List.of();
    if (origins.size() > 1) {
      throw new Problem(ProblemCode.CROSS_ORIGIN);
    }
    String origin = origins.isEmpty() ? null : origins.getFirst();
    String site = Http.header(req, FETCH_SITE).orElse("");
    // Browsers send Origin with every write, and the newer ones the other, too; who sends neither
    // is none, and has no session to write with, or signs by a key, which no other site's page can.
    boolean own =
        origin != null
            ? hosts.isOwn(origin, host)
            : site.equals("same-origin") || (!site.endsWith("-site") && !writesBySession(req));
    if (!own) {
      throw new Problem(ProblemCode.CROSS_ORIGIN);
    }
  }

  private static boolean writesBySession(ServerRequest req) {
    var cookies = req.headers().cookies();
    boolean session =
        cookies.contains(SESSION) || cookies.contains(OPERATOR) || cookies.contains(MEMBER);
    return session && !signsByKey(req);
  }

  /**
   * Whether a key is shown, right or wrong; a session beside it counts for nothing. What a proxy's
   * own password leaves in the header is no key.
   */
  public static boolean signsByKey(ServerRequest req) {
    return Http.bearer(req).isPresent();
  }

  private static boolean isJson(ServerRequest req) {
    String type = Http.header(req, HeaderNames.CONTENT_TYPE).orElse("");
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return bare.equals("application/json") || bare.endsWith("+json");
  }

  /** A file as it is: like JSON, no other site's page can make a browser send it unasked. */
  private static boolean isFile(ServerRequest req) {
    return Http.header(req, HeaderNames.CONTENT_TYPE)
        .map(type -> type.strip().equalsIgnoreCase("application/octet-stream"))
        .orElse(false);
  }

  private String client(ServerRequest req) {
    String peer = req.remotePeer().host();
    List<String> forwarded = req.headers().values(clients.header());
    if (!forwarded.isEmpty() && !clients.isTrusted(peer) && WARNED.compareAndSet(false, true)) {
      LOG.warn(
          "{} sends {} but is not among http.trusted-proxies: all its clients count as one address",
          peer,
          clients.header().defaultCase());
    }
    return clients.of(peer, forwarded);
  }

  /** Kept with a request. */
  record Client(String address) {}
}
