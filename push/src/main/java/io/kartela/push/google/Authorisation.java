package io.kartela.push.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Puts the access token on each request; a refused one is renewed and the request repeated once.
 */
final class Authorisation implements HttpRequestInitializer {
  private final AccessTokens tokens;
  private final HttpRequestInitializer timeouts;

  Authorisation(AccessTokens tokens, HttpRequestInitializer timeouts) {
    this.tokens = tokens;
    this.timeouts = timeouts;
  }

  @Override
  public void initialize(HttpRequest request) throws IOException {
    timeouts.initialize(request);
    AtomicReference<String> offered = new AtomicReference<>();
    request.setInterceptor(
        sent -> {
          String token = tokens.token();
          offered.set(token);
          sent.getHeaders().setAuthorization("Bearer " + token);
        });
    request.setUnsuccessfulResponseHandler(
        (sent, response, supportsRetry) -> {
          if (response.getStatusCode() != 401 || !supportsRetry) {
            return false;
          }
          String refused = offered.get();
          if (refused == null) {
            return false;
          }
          tokens.forget(refused);
          return true;
        });
  }
}
