package io.kartela.push.google;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.UrlEncodedContent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches and keeps the access token of a service account (OAuth 2, RFC 7523). Thread-safe. */
final class AccessTokens {
  private static final String SCOPE = "https://www.googleapis.com/auth/wallet_object.issuer";
  private static final Duration EARLY = Duration.ofMinutes(1);
  private static final Duration ASSERTION_LIFE = Duration.ofMinutes(10);

  private final GoogleSettings settings;
  private final HttpTransport transport;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Token current;

  AccessTokens(GoogleSettings settings, HttpTransport transport, InstantSource clock) {
    this.settings = settings;
    this.transport = transport;
    this.clock = clock;
  }

  private record Token(String value, Instant until) {}

  /** The token endpoint said no. */
  static final class Denied extends IOException {
    private final int status;

    Denied(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /**
   * A token that is good for a minute at least.
   *
   * @throws Denied when Google refuses the service account
   */
  String token() throws IOException {
    Token known = current;
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.value();
    }
    lock.lock();
    try {
      Token meanwhile = current;
      if (meanwhile != null && clock.instant().isBefore(meanwhile.until())) {
        return meanwhile.value();
      }
      Token fresh = fetch();
      current = fresh;
      return fresh.value();
    } finally {
      lock.unlock();
    }
  }

  /** Google refused this token: do not offer it again. */
  void forget(String refused) {
    lock.lock();
    try {
      Token known = current;
      if (known != null && known.value().equals(refused)) {
        current = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private Token fetch() throws IOException {
    Instant now = clock.instant();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", settings.clientEmail());
    claims.put("scope", SCOPE);
    claims.put("aud", settings.tokenUri().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(ASSERTION_LIFE).getEpochSecond());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("assertion", Jwt.sign(claims, settings.privateKey()));
    HttpRequest request =
        transport
            .createRequestFactory(GoogleWallet.timeouts(settings))
            .buildPostRequest(
                new GenericUrl(settings.tokenUri().toString()), new UrlEncodedContent(form))
            .setThrowExceptionOnExecuteError(false);
    HttpResponse response = request.execute();
    try {
      String body = response.parseAsString();
      if (!response.isSuccessStatusCode()) {
        throw new Denied(response.getStatusCode(), "token endpoint: " + shorten(body));
      }
      return parse(body, now);
    } finally {
      response.disconnect();
    }
  }

  private static Token parse(String body, Instant now) throws IOException {
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      String value = json.path("access_token").asString("");
      if (value.isEmpty()) {
        throw new IOException("token endpoint answered without a token");
      }
      long seconds = json.path("expires_in").asLong(0);
      return new Token(value, now.plusSeconds(seconds).minus(EARLY));
    } catch (JacksonException e) {
      throw new IOException("token endpoint did not answer in JSON", e);
    }
  }

  private static String shorten(String body) {
    return body.substring(0, Math.min(200, body.length()));
  }
}
