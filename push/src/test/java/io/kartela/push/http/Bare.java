package io.kartela.push.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows no adapter of ours: what a stand-in says is looked at as it is. */
public final class Bare {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Bare() {}

  /** Status, headers and body. */
  public record Seen(int status, java.net.http.HttpHeaders headers, String body) {
    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  public static Seen post(URI address, String type, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> got = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Seen(got.statusCode(), got.headers(), got.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static Seen form(URI address, String body) {
    return post(address, "application/x-www-form-urlencoded", body, Map.of());
  }

  public static Seen json(URI address, String body, Map<String, String> headers) {
    return post(address, "application/json", body, headers);
  }
}
