package io.kartela.push.sms;

import io.kartela.push.http.Bodies;
import io.kartela.push.http.FakeCallbacks;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays SMS Aero (API v2) on loopback. Thread-safe. */
public final class FakeSmsAero extends FakeSms {
  private final String authorisation;

  /**
   * Starts listening.
   *
   * @param phones gets every text that was taken for a line that is alive
   */
  public FakeSmsAero(String email, String key, InstantSource clock, Consumer<TextMessage> phones) {
    super(clock, phones);
    this.authorisation = JsonPosts.basic(email, key);
    start();
  }

  @Override
  protected Reply answer(Request request) {
    if (!authorisation.equals(request.header("Authorization"))) {
      return refusal(401);
    }
    @Nullable JsonNode json = request.json();
    if (json == null) {
      return refusal(400);
    }
    return switch (request.path()) {
      case "/v2/sms/send" -> send(json);
      case "/v2/sms/status" -> status(json.path("id").asString(""));
      case "/v2/balance" -> success(Map.of("balance", left()));
      default -> refusal(404);
    };
  }

  @Override
  protected Reply refusal(int code) {
    return failure(code, Map.of());
  }

  @Override
  protected Reply throttled(Duration after) {
    Reply reply = refusal(429);
    return new Reply(429, reply.body(), Map.of("Retry-After", Long.toString(after.toSeconds())));
  }

  private static Reply success(Map<String, Object> data) {
    return Reply.json(200, Map.of("success", true, "data", data));
  }

  private static Reply failure(int status, Map<String, Object> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("data", data);
    body.put(
        "message",
        switch (status) {
          case 401 -> "Your request was made with invalid credentials.";
          case 402 -> "Not enough money";
          case 429 -> "Too Many Requests";
          default -> "Validation error.";
        });
    return Reply.json(status, body);
  }

  private Reply send(JsonNode json) {
    String to = json.path("number").asString("");
    String text = json.path("text").asString("");
    if (!to.matches("[1-9][0-9]{6,14}") || said("+" + to) != 100) {
      return failure(400, Map.of("number", List.of("is wrong")));
    }
    if (text.length() < 2 || text.length() > 640) {
      return failure(400, Map.of("text", List.of("is too short or too long")));
    }
    String sign = json.path("sign").asString("");
    if (sign.isEmpty()) {
      return failure(400, Map.of("sign", List.of("is wanted")));
    }
    if (!canPay(text)) {
      return refusal(402);
    }
    String id = Integer.toString(nextNumber());
    String listener = json.path("callbackUrl").asString("");
    take(id, "+" + to, text, sign, listener.isEmpty() ? null : URI.create(listener));
    Map<String, Object> data = station(id, 0, "queue");
    data.put("channel", "FREE SIGN");
    data.put("cost", price(text));
    return success(data);
  }

  private static Map<String, Object> station(String id, int status, String words) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", Long.parseLong(id));
    data.put("status", status);
    data.put("extendStatus", words);
    return data;
  }

  private Reply status(String id) {
    Kept kept = find(id);
    if (kept == null) {
      return failure(404, Map.of());
    }
    return success(settled(kept) ? end(kept) : station(id, 3, "transmit"));
  }

  private Map<String, Object> end(Kept kept) {
    return switch (lineOf(kept)) {
      case ALIVE -> station(kept.id(), 1, "delivery");
      case DEAD, BARRED, ABSENT, SIM_CHANGED -> station(kept.id(), 2, "not delivered");
      case REFUSES_ADS -> station(kept.id(), 6, "reject");
    };
  }

  @Override
  void post(Kept kept, URI to, FakeCallbacks callbacks) {
    for (Map<String, Object> told : List.of(station(kept.id(), 3, "transmit"), end(kept))) {
      callbacks.post(to, Map.of("Content-Type", Bodies.JSON), Bodies.json(told));
    }
  }
}
