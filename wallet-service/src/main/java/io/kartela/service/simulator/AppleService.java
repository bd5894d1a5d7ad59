package io.kartela.service.simulator;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.preview.PhoneHttp;
import io.kartela.service.wallet.preview.PkPass;
import io.kartela.service.wallet.preview.WalletRefused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A device's side of Apple's pass web service, written from the protocol alone. Thread-safe. */
final class AppleService {
  private static final Logger LOG = LoggerFactory.getLogger(AppleService.class);

  private final PhoneHttp http;
  private final String deviceId;

  AppleService(PhoneHttp http, String deviceId) {
    this.http = http;
    this.deviceId = deviceId;
  }

  /** What changed, and the tag to show next time. */
  record Changes(List<String> serials, String tag) {}

  /** Whether the service took the registration; a real phone tries again later, too. */
  boolean register(PkPass pass, String pushToken) {
    HttpRequest request =
        authorised(pass, registration(pass))
            .POST(BodyPublishers.ofString("{\"pushToken\":\"" + pushToken + "\"}"))
            .header("Content-Type", "application/json")
            .build();
    int status = send(request).statusCode();
    if (status != 200 && status != 201) {
      LOG.warn("registration of {} answers {}", pass.serial(), status);
      return false;
    }
    return true;
  }

  void unregister(PkPass pass) {
    int status = send(authorised(pass, registration(pass)).DELETE().build()).statusCode();
    if (status != 200) {
      LOG.warn("unregistering {} answers {}", pass.serial(), status);
    }
  }

  /**
   * Which cards changed.
   *
   * @param any a card of the service that is asked
   * @param tag of the last time; empty at first
   */
  Changes changes(PkPass any, String tag) {
    String address =
        base(any) + "/v1/devices/" + deviceId + "/registrations/" + any.text("passTypeIdentifier");
    if (!tag.isEmpty()) {
      address += "?passesUpdatedSince=" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }
    HttpResponse<byte[]> answer = get(URI.create(address));
    if (answer.statusCode() == 204) {
      return new Changes(List.of(), tag);
    }
    if (answer.statusCode() != 200) {
      throw new WalletRefused("the list of changes answers " + answer.statusCode());
    }
    JsonNode json = json(answer.body());
    if (!json.path("lastUpdated").isString()) {
      throw new WalletRefused("lastUpdated is not a string"); // a real phone fetches nothing then
    }
    List<String> serials = new ArrayList<>();
    json.path("serialNumbers").forEach(serial -> serials.add(serial.asString("")));
    return new Changes(serials, json.path("lastUpdated").asString(""));
  }

  /** The latest pass, or 304 when it did not change since. */
  HttpResponse<byte[]> latest(PkPass pass, @Nullable String lastModified) {
    URI address =
        URI.create(
            base(pass) + "/v1/passes/" + pass.text("passTypeIdentifier") + "/" + pass.serial());
    HttpRequest.Builder request = authorised(pass, address);
    if (lastModified != null) {
      request.header("If-Modified-Since", lastModified);
    }
    return send(request.build());
  }

  HttpResponse<byte[]> get(URI address) {
    return send(http.request(address).build());
  }

  private static String base(PkPass pass) {
    return pass.text("webServiceURL");
  }

  private URI registration(PkPass pass) {
    return URI.create(
        base(pass)
            + "/v1/devices/"
            + deviceId
            + "/registrations/"
            + pass.text("passTypeIdentifier")
            + "/"
            + pass.serial());
  }

  private HttpRequest.Builder authorised(PkPass pass, URI address) {
    return http.request(address)
        .header("Authorization", "ApplePass " + pass.text("authenticationToken"));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request);
    } catch (IOException e) {
      throw new WalletRefused("no connection to " + request.uri().getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WalletRefused("interrupted", e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return Http.JSON.readTree(body);
    } catch (JacksonException e) {
      throw new WalletRefused("the answer is not JSON", e);
    }
  }
}
