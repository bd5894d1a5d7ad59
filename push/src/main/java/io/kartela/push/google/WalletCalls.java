package io.kartela.push.google;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.GenericJson;
import com.google.api.client.util.Data;
import com.google.api.services.walletobjects.Walletobjects;
import com.google.api.services.walletobjects.WalletobjectsRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Single calls on Google's client, and the translation of what comes back. Its model classes are
 * left out on purpose: they lack newer fields and refuse a number where the wire has a string.
 */
final class WalletCalls {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final Duration SHORTLY = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(WalletCalls.class);

  private final Walletobjects client;

  WalletCalls(Walletobjects client) {
    this.client = client;
  }

  private static final class Call extends WalletobjectsRequest<GenericJson> {
    Call(Walletobjects client, String method, String path, @Nullable Object content) {
      super(client, method, path, content, GenericJson.class);
    }
  }

  GoogleAnswer get(String kind, String id) {
    return execute(on(id, new Call(client, "GET", path(kind) + "/{resourceId}", null)));
  }

  /** The first of an issuer's, or a refusal. */
  GoogleAnswer first(String kind, String issuerId) {
    Call call = new Call(client, "GET", path(kind), null);
    call.set("issuerId", issuerId);
    call.set("maxResults", 1);
    return execute(call);
  }

  GoogleAnswer insert(String kind, Map<String, ?> body) {
    return execute(new Call(client, "POST", path(kind), wire(body)));
  }

  GoogleAnswer patch(String kind, String id, Map<String, ? extends @Nullable Object> body) {
    return execute(on(id, new Call(client, "PATCH", path(kind) + "/{resourceId}", wire(body))));
  }

  GoogleAnswer addMessage(String kind, String id, Map<String, ?> body) {
    return execute(
        on(id, new Call(client, "POST", path(kind) + "/{resourceId}/addMessage", wire(body))));
  }

  /** One part of a batch. */
  record Part(String id, Map<String, ? extends @Nullable Object> body) {}

  /**
   * Patches in one request. Every part is judged by itself: what happened to one says nothing of
   * the others.
   *
   * @param outer for the request around them; Google wants no authorisation on it, each part
   *     carries its own
   */
  List<GoogleAnswer> patchAll(String kind, List<Part> parts, HttpRequestInitializer outer) {
    List<GoogleAnswer> answers =
        new ArrayList<>(
            Collections.nCopies(
                parts.size(), new GoogleAnswer.Retry("no answer within the batch", SHORTLY)));
    BatchRequest batch = client.batch(outer);
    try {
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        on(part.id, new Call(client, "PATCH", path(kind) + "/{resourceId}", wire(part.body)))
            .queue(batch, new Judge(answers, i));
      }
      batch.execute();
    } catch (IOException e) {
      GoogleAnswer why = translate(e);
      answers.replaceAll(known -> known instanceof GoogleAnswer.Retry ? why : known);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      // Google's client does not say more of an answer that it cannot read.
      LOG.warn("an answer to a batch cannot be read: {}", e.toString());
    }
    return answers;
  }

  /** Puts a part's answer where it belongs. */
  private static final class Judge extends JsonBatchCallback<GenericJson> {
    private final List<GoogleAnswer> answers;
    private final int at;

    Judge(List<GoogleAnswer> answers, int at) {
      this.answers = answers;
      this.at = at;
    }

    @Override
    public void onSuccess(GenericJson body, HttpHeaders headers) {
      answers.set(at, new GoogleAnswer.Done(Collections.unmodifiableMap(body), false));
    }

    @Override
    public void onFailure(@Nullable GoogleJsonError error, HttpHeaders headers) {
      answers.set(
          at, GoogleErrors.translate(error == null ? 500 : error.getCode(), headers, error));
    }
  }

  private static String path(String kind) {
    return "walletobjects/v1/" + kind;
  }

  private static Call on(String id, Call call) {
    call.set("resourceId", id);
    return call;
  }

  private static GoogleAnswer execute(Call call) {
    try {
      HttpResponse response = call.executeUnparsed();
      try {
        String text = response.parseAsString();
        Map<String, Object> body =
            text.isBlank() ? Map.of() : JsonMapper.shared().readValue(text, MAP);
        return new GoogleAnswer.Done(Collections.unmodifiableMap(body), false);
      } finally {
        response.disconnect();
      }
    } catch (JacksonException e) {
      return new GoogleAnswer.Retry("the answer was not JSON", BUSY);
    } catch (IOException e) {
      return translate(e);
    }
  }

  private static GoogleAnswer translate(IOException trouble) {
    return switch (trouble) {
      case HttpResponseException e -> GoogleErrors.translate(e);
      case AccessTokens.Denied e ->
          e.status() >= 500 || e.status() == 429
              ? new GoogleAnswer.Retry("token endpoint: " + e.status(), BUSY)
              : new GoogleAnswer.Refused(
                  e.status(), "invalid_grant", String.valueOf(e.getMessage()));
      case SocketTimeoutException e -> new GoogleAnswer.Retry("no answer in time", SHORTLY);
      default ->
          new GoogleAnswer.Retry("out of reach: " + trouble.getClass().getSimpleName(), SHORTLY);
    };
  }

  /** Google's serializer skips nulls unless they are its own; ours mean "clear the field". */
  private static Object wire(@Nullable Object value) {
    return switch (value) {
      case null -> Data.nullOf(Object.class);
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, one) -> copy.put(String.valueOf(key), wire(one)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>(list.size());
        list.forEach(one -> copy.add(wire(one)));
        yield copy;
      }
      default -> value;
    };
  }
}
