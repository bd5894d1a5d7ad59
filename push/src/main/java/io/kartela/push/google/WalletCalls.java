package io.kartela.push.google;

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
    } catch (HttpResponseException e) {
      return GoogleErrors.translate(e);
    } catch (AccessTokens.Denied e) {
      return e.status() >= 500 || e.status() == 429
          ? new GoogleAnswer.Retry("token endpoint: " + e.status(), BUSY)
          : new GoogleAnswer.Refused(e.status(), "invalid_grant", String.valueOf(e.getMessage()));
    } catch (SocketTimeoutException e) {
      return new GoogleAnswer.Retry("no answer in time", SHORTLY);
    } catch (JacksonException e) {
      return new GoogleAnswer.Retry("the answer was not JSON", BUSY);
    } catch (IOException e) {
      return new GoogleAnswer.Retry("out of reach: " + e.getClass().getSimpleName(), SHORTLY);
    }
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
