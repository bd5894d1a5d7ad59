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

/** Plays MTS Exolve on loopback: refusals by HTTP status, receipts only posted. Thread-safe. */
public final class FakeExolve extends FakeSms {
  private final String key;

  /**
   * Starts listening.
   *
   * @param phones gets every text that was taken for a line that is alive
   */
  public FakeExolve(String key, InstantSource clock, Consumer<TextMessage> phones) {
    super(clock, phones);
    this.key = key;
    start();
  }

  @Override
  protected Reply answer(Request request) {
    if (!("Bearer " + key).equals(request.header("Authorization"))) {
      return refusal(401);
    }
    @Nullable JsonNode json = request.json();
    if (!request.path().equals("/messaging/v1/SendSMS") || json == null) {
      return refusal(404);
    }
    String to = json.path("destination").asString("");
    String text = json.path("text").asString("");
    String sender = json.path("number").asString("");
    if (!to.matches("[1-9][0-9]{6,14}") || text.isBlank() || sender.isBlank()) {
      return refusal(400);
    }
    if (said("+" + to) != 100) {
      return refusal(said("+" + to));
    }
    if (!canPay(text)) {
      return refusal(402);
    }
    String id = Integer.toString(439_000_000 + nextNumber());
    take(id, "+" + to, text, sender);
    return Reply.json(200, Map.of("message_id", id));
  }

  @Override
  protected Reply refusal(int code) {
    return Reply.json(code, Map.of("error", Map.of("code", code, "message", "refused")));
  }

  @Override
  protected Reply throttled(Duration after) {
    return new Reply(
        429, refusal(429).body(), Map.of("Retry-After", Long.toString(after.toSeconds())));
  }

  @Override
  void post(Kept kept, URI to, FakeCallbacks callbacks) {
    String end =
        switch (lineOf(kept)) {
          case ALIVE -> "DELIVERED";
          case ABSENT -> "EXPIRED";
          case DEAD, BARRED, REFUSES_ADS, SIM_CHANGED -> "UNDELIVERED";
        };
    for (String word : List.of("SENT", end)) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("message_id", kept.id());
      told.put("delivery_status", word);
      callbacks.post(to, Map.of("Content-Type", Bodies.JSON), Bodies.json(told));
    }
  }
}
