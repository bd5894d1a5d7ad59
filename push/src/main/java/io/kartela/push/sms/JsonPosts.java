package io.kartela.push.sms;

import io.kartela.push.http.Bodies;
import io.kartela.push.http.HttpCalls;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Posts JSON to a gateway that asks who we are in a header. */
final class JsonPosts {
  private final URI address;
  private final String authorisation;
  private final HttpCalls calls;

  JsonPosts(URI address, String authorisation, Duration patience) {
    this.address = address;
    this.authorisation = authorisation;
    this.calls = new HttpCalls(patience);
  }

  static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  HttpCalls.Result post(String path, Map<String, ?> body) {
    return calls.call(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", Bodies.JSON)
            .header("Authorization", authorisation)
            .POST(HttpRequest.BodyPublishers.ofString(Bodies.json(body))));
  }
}
