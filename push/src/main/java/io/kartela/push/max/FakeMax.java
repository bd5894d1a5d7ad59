package io.kartela.push.max;

import io.kartela.push.chat.ChatEvent;
import io.kartela.push.chat.FakeMessenger;
import io.kartela.push.http.Bodies;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays MAX's Bot API on loopback, with people who block, mute and come back. Thread-safe. */
public final class FakeMax extends FakeMessenger {
  private static final long CHATS_FROM = 900_000_000L;
  private static final int LONGEST = 4_000;

  private final String token;

  public FakeMax(String token, InstantSource clock, Consumer<Shown> screen) {
    super(clock, screen);
    this.token = token;
    start();
  }

  @Override
  protected String chatOf(String user) {
    return Long.toString(CHATS_FROM + Long.parseLong(user));
  }

  @Override
  protected Reply answer(Request request) {
    // In the query, as the older API had it, the token is no good.
    if (!token.equals(request.header("Authorization"))) {
      return refusal(401);
    }
    @Nullable JsonNode json = request.json();
    if (json == null) {
      return refusal(400);
    }
    return switch (request.path()) {
      case "/messages" -> send(request.parameters(), json);
      case "/subscriptions" -> subscribe(json);
      default -> refusal(404);
    };
  }

  @Override
  protected Reply refusal(int code) {
    String word =
        switch (code) {
          case 400 -> "proto.payload";
          case 401 -> "verify.token";
          case 403 -> "chat.denied";
          case 404 -> "chat.not.found";
          case 429 -> "too.many.requests";
          default -> "service.unavailable";
        };
    return Reply.json(code, Map.of("code", word, "message", "refused"));
  }

  @Override
  protected Reply throttled(Duration after) {
    return refusal(429);
  }

  private Reply send(Map<String, String> query, JsonNode json) {
    String user = query.getOrDefault("user_id", "");
    String chat = query.getOrDefault("chat_id", "");
    if (user.isEmpty() && chat.matches("[0-9]{1,18}")) {
      user = Long.toString(Long.parseLong(chat) - CHATS_FROM);
    }
    String text = json.path("text").asString("");
    if (text.isEmpty() || text.length() > LONGEST) {
      return refusal(400);
    }
    return switch (stateOf(user)) {
      case STRANGER -> refusal(404);
      case BLOCKED, REMOVED, GONE -> refusal(403);
      case OPEN -> {
        int number = take(user, text, buttons(json));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("recipient", Map.of("chat_id", Long.parseLong(chatOf(user))));
        message.put("timestamp", clock.instant().toEpochMilli());
        message.put(
            "body", Map.of("mid", "mid.%016x".formatted(number), "seq", number, "text", text));
        yield Reply.json(200, Map.of("message", message));
      }
    };
  }

  private static List<String> buttons(JsonNode json) {
    List<String> labels = new ArrayList<>();
    for (JsonNode attachment : json.path("attachments")) {
      for (JsonNode row : attachment.path("payload").path("buttons")) {
        for (JsonNode button : row) {
          labels.add(button.path("text").asString(""));
        }
      }
    }
    return labels;
  }

  private Reply subscribe(JsonNode json) {
    String secret = json.path("secret").asString("");
    if (!secret.matches("[A-Za-z0-9_-]{5,256}")) {
      return refusal(400);
    }
    listener(URI.create(json.path("url").asString("")), secret);
    return Reply.json(200, Map.of("success", true));
  }

  @Override
  protected Post written(ChatEvent event, String secret) {
    Instant at = event.at() == null ? clock.instant() : event.at();
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("timestamp", at.toEpochMilli());
    switch (event) {
      case ChatEvent.Wrote wrote -> message(update, event, Map.of("text", wrote.text()));
      case ChatEvent.OwnPhone own ->
          message(update, event, contact(own.phone(), Long.parseLong(event.user())));
      case ChatEvent.ForeignPhone _ -> message(update, event, contact("+79990000001", 1));
      default -> {
        update.put("chat_id", Long.parseLong(event.chat()));
        update.put("user", user(event.user()));
        update.put("update_type", type(event));
        if (event instanceof ChatEvent.Started started && !started.payload().isEmpty()) {
          update.put("payload", started.payload());
        }
        if (event instanceof ChatEvent.Muted muted) {
          update.put("muted_until", muted.until().toEpochMilli());
        }
      }
    }
    update.put("user_locale", "ru");
    return new Post(
        Map.of("Content-Type", Bodies.JSON, "X-Max-Bot-Api-Secret", secret), Bodies.json(update));
  }

  private static String type(ChatEvent event) {
    return switch (event) {
      case ChatEvent.Left left ->
          left.how() == ChatEvent.How.REMOVED ? "dialog_removed" : "bot_stopped";
      case ChatEvent.Muted _ -> "dialog_muted";
      case ChatEvent.Unmuted _ -> "dialog_unmuted";
      // Who comes back in MAX starts the bot anew.
      case ChatEvent.Started _, ChatEvent.Returned _ -> "bot_started";
      case ChatEvent.Wrote _, ChatEvent.OwnPhone _, ChatEvent.ForeignPhone _ -> "message_created";
    };
  }

  private static Map<String, Object> user(String id) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("user_id", Long.parseLong(id));
    user.put("first_name", "Anna");
    user.put("is_bot", false);
    return user;
  }

  private static void message(
      Map<String, Object> update, ChatEvent event, Map<String, Object> body) {
    Map<String, Object> message = new LinkedHashMap<>();
    Map<String, Object> recipient = new LinkedHashMap<>();
    recipient.put("chat_id", Long.parseLong(event.chat()));
    recipient.put("chat_type", "dialog");
    message.put("recipient", recipient);
    message.put("sender", user(event.user()));
    message.put("body", body);
    update.put("message", message);
    update.put("update_type", "message_created");
  }

  private static Map<String, Object> contact(String phone, long owner) {
    String card =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:%s\r\nFN:Anna\r\nEND:VCARD\r\n"
            .formatted(phone.substring(1));
    return Map.of(
        "attachments",
        List.of(
            Map.of(
                "type",
                "contact",
                "payload",
                Map.of("vcf_info", card, "max_info", Map.of("user_id", owner)))));
  }
}
