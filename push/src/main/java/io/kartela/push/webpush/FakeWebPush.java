package io.kartela.push.webpush;

import io.kartela.push.http.Bodies;
import io.kartela.push.http.FakeVendor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays a push service and the browsers behind it: checks who writes, keeps what cannot be
 * delivered yet until its life ends or a newer one of its topic comes, and shows what the browser's
 * own key can read. Thread-safe.
 */
public final class FakeWebPush extends FakeVendor {
  private static final int MAX_BODY = 4_096;
  private static final Duration LONGEST_TOKEN = Duration.ofHours(24);
  private static final Pattern HEADER =
      Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+), ?k=([\\w-]+)");

  private final Map<String, FakeBrowser> browsers = new HashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final Set<String> verified = new HashSet<>();
  private int next = 1;

  /** A message that was taken, read with the browser's key; null when it could not be read. */
  public record Taken(URI endpoint, @Nullable String text, Instant at) {}

  public FakeWebPush(InstantSource clock) {
    super(clock);
    start();
  }

  /**
   * A person allows notifications of a site in a browser.
   *
   * @param serverKey the site's {@code applicationServerKey}
   * @param shown gets what appears on the screen
   */
  public FakeBrowser browser(String serverKey, Consumer<String> shown) {
    return locked(
        () -> {
          String id = "b" + next++;
          FakeBrowser browser =
              new FakeBrowser(address().resolve("/push/" + id), serverKey, clock, shown);
          browsers.put("/push/" + id, browser);
          return browser;
        });
  }

  /** Every message that was taken, oldest first. */
  public List<Taken> taken() {
    return locked(() -> new ArrayList<>(taken));
  }

  @Override
  protected Reply answer(Request request) {
    FakeBrowser browser = browsers.get(request.path());
    if (browser == null) {
      return refusal(404);
    }
    if (browser.isGone()) {
      return refusal(410);
    }
    int refused = judge(request, browser);
    if (refused != 0) {
      return refusal(refused);
    }
    String text =
        browser.take(
            request.bytes(),
            Duration.ofSeconds(Long.parseLong(request.header("TTL"))),
            request.header("Topic"));
    taken.add(new Taken(browser.subscription().endpoint(), text, clock.instant()));
    return new Reply(201, "", Map.of("Location", address() + "/message/" + taken.size()));
  }

  @Override
  protected Reply refusal(int code) {
    return new Reply(
        code,
        Bodies.json(Map.of("code", code, "errno", code == 404 ? 102 : 109, "error", "refused")),
        code == 429 || code == 406 ? Map.of("Retry-After", "30") : Map.of());
  }

  @Override
  protected Reply throttled(Duration after) {
    Reply refusal = refusal(429);
    return new Reply(429, refusal.body(), Map.of("Retry-After", Long.toString(after.toSeconds())));
  }

  /** 0: welcome. */
  private int judge(Request request, FakeBrowser browser) {
    boolean formed =
        request.method().equals("POST")
            && request.header("TTL").matches("[0-9]{1,9}")
            && request.header("Content-Encoding").equals("aes128gcm")
            && request.header("Topic").matches("[A-Za-z0-9_-]{0,32}")
            && request.header("Urgency").matches("|very-low|low|normal|high");
    if (!formed) {
      return 400;
    }
    if (request.bytes().length > MAX_BODY) {
      return 413;
    }
    Matcher header = HEADER.matcher(request.header("Authorization"));
    if (!header.matches()) {
      return 401;
    }
    if (!verified(header) || !claims(header.group(2))) {
      return 401;
    }
    return header.group(4).equals(browser.serverKey()) ? 0 : 403;
  }

  /** A token serves for half a day: verified once, as real services do. */
  private boolean verified(Matcher header) {
    if (verified.contains(header.group())) {
      return true;
    }
    if (!signed(header)) {
      return false;
    }
    if (verified.size() > 100) {
      verified.clear();
    }
    return verified.add(header.group());
  }

  private static boolean signed(Matcher header) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(P256.publicKey(P256.bytes(header.group(4))));
      signature.update(
          (header.group(1) + "." + header.group(2)).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(P256.bytes(header.group(3)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean claims(String part) {
    @Nullable JsonNode said = Bodies.object(P256.bytes(part));
    if (said == null) {
      return false;
    }
    Instant expires = Instant.ofEpochSecond(said.path("exp").asLong(0));
    Instant now = clock.instant();
    return said.path("aud").asString("").equals(address().toString())
        && said.path("sub").asString("").matches("(mailto|https):.+")
        && expires.isAfter(now)
        && !expires.isAfter(now.plus(LONGEST_TOKEN));
  }
}
