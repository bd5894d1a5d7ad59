package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.brendamour.jpasskit.PKPass;
import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A phone written from Apple's description of the pass web service alone. It knows a pass file and
 * its own identifiers, and finds everything else in the pass.
 */
final class AppleDevice {
  private final HttpClient http;
  private final Path root;
  final String library;
  String pushToken;
  private @Nullable String tag;

  AppleDevice(HttpClient http, Path root, String library, String pushToken) {
    this.http = http;
    this.root = root;
    this.library = library;
    this.pushToken = pushToken;
  }

  /** A pass on this phone. */
  static final class Held {
    JsonNode pass;
    String lastModified = "";
    String entityTag = "";

    private Held(JsonNode pass) {
      this.pass = pass;
    }

    String serial() {
      return pass.path("serialNumber").asString();
    }

    String type() {
      return pass.path("passTypeIdentifier").asString();
    }

    JsonNode field(String group, String key) {
      for (JsonNode field : pass.path("storeCard").path(group)) {
        if (field.path("key").asString().equals(key)) {
          return field;
        }
      }
      return Http.JSON.missingNode();
    }

    private String at(String path) {
      return pass.path("webServiceURL").asString() + path;
    }
  }

  /** Opens what Safari downloaded: manifest, signature and another implementation's reader. */
  Held open(byte[] file) {
    return new Held(read(file));
  }

  private JsonNode read(byte[] file) {
    OpenedPass opened = OpenedPass.of(file);
    opened.assertManifestIsTrue();
    opened.assertSignedUnder(root);
    try {
      PKPass oracle =
          JsonMapper.builder()
              .findAndAddModules()
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(opened.pass().toString(), PKPass.class);
      assertEquals(List.of(), PKPass.builder(oracle).getValidationErrors());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return opened.pass();
  }

  int register(Held card) {
    return register(card, card.pass.path("authenticationToken").asString());
  }

  int register(Held card, String token) {
    return send(
            "POST",
            card,
            registration(card),
            token,
            "{\"pushToken\":\"" + pushToken + "\"}",
            Map.of())
        .statusCode();
  }

  int unregister(Held card, String token) {
    return send("DELETE", card, registration(card), token, null, Map.of()).statusCode();
  }

  private String registration(Held card) {
    return "/v1/devices/" + library + "/registrations/" + card.type() + "/" + card.serial();
  }

  /** The serials of changed passes; remembers the tag. */
  List<String> poll(Held any) {
    return poll(any, tag).orElse(List.of());
  }

  /** Empty: nothing changed (204). */
  Optional<List<String>> poll(Held any, @Nullable String since) {
    String query = since == null ? "" : "?passesUpdatedSince=" + since;
    HttpResponse<byte[]> answer =
        send(
            "GET",
            any,
            "/v1/devices/" + library + "/registrations/" + any.type() + query,
            null,
            null,
            Map.of());
    if (answer.statusCode() == 204) {
      assertEquals(0, answer.body().length);
      return Optional.empty();
    }
    assertEquals(200, answer.statusCode());
    JsonNode said = Http.JSON.readTree(answer.body());
    assertTrue(said.path("lastUpdated").isString(), "Wallet fetches nothing otherwise");
    tag = said.path("lastUpdated").asString();
    List<String> serials = new ArrayList<>();
    said.path("serialNumbers").forEach(s -> serials.add(s.asString()));
    return Optional.of(serials);
  }

  @Nullable String tag() {
    return tag;
  }

  /** Asks for the latest pass as Wallet does; the status, and the card shows what came. */
  int fetch(Held card) {
    Map<String, String> condition =
        card.lastModified.isEmpty() ? Map.of() : Map.of("If-Modified-Since", card.lastModified);
    HttpResponse<byte[]> answer =
        get("GET", card, card.pass.path("authenticationToken").asString(), condition);
    if (answer.statusCode() == 200) {
      assertEquals(
          "application/vnd.apple.pkpass", answer.headers().firstValue("Content-Type").orElse(""));
      card.pass = read(answer.body());
      card.lastModified = answer.headers().firstValue("Last-Modified").orElseThrow();
      card.entityTag = answer.headers().firstValue("ETag").orElse("");
    }
    return answer.statusCode();
  }

  HttpResponse<byte[]> get(String method, Held card, String token, Map<String, String> condition) {
    return send(
        method, card, "/v1/passes/" + card.type() + "/" + card.serial(), token, null, condition);
  }

  int log(Held card, String... lines) {
    return send(
            "POST",
            card,
            "/v1/log",
            null,
            Http.JSON.writeValueAsString(Map.of("logs", List.of(lines))),
            Map.of())
        .statusCode();
  }

  private HttpResponse<byte[]> send(
      String method,
      Held card,
      String path,
      @Nullable String token,
      @Nullable String body,
      Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(card.at(path)))
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (token != null) {
      request.header("Authorization", "ApplePass " + token);
    }
    headers.forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
