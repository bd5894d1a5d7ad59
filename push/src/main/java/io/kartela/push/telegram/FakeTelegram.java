package io.kartela.push.telegram;

import io.kartela.push.chat.ChatEvent;
import io.kartela.push.chat.FakeMessenger;
import io.kartela.push.http.Bodies;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays Telegram's Bot API on loopback, with people who block and come back. Thread-safe. */
public final class FakeTelegram extends FakeMessenger {
  private static final int LONGEST = 4_096;

  private final String token;
  private int updates = 1;

  public FakeTelegram(String token, InstantSource clock, Consumer<Shown> screen) {
    super(clock, screen);
    this.token = token;
    start();
  }

  @Override
  protected Reply answer(Request request) {
    String[] path = request.path().split("/", -1);
    if (path.length != 3 || !path[1].startsWith("bot")) {
      return refusal(404);
    }
    if (!path[1].equals("bot" + token)) {
      return refusal(401);
    }
    @Nullable JsonNode json = request.json();
    if (json == null) {
      return failed(400, "Bad Request: message text is empty", Map.of());
    }
    return switch (path[2]) {
      case "sendMessage" -> send(json);
      case "setWebhook" -> {
        listener(URI.create(json.path("url").asString("")), json.path("secret_token").asString(""));
        yield Reply.json(200, Map.of("ok", true, "result", true));
      }
      default -> refusal(404);
    };
  }

  @Override
  protected Reply refusal(int code) {
    String words =
        switch (code) {
          case 400 -> "Bad Request: can't parse entities";
          case 401 -> "Unauthorized";
          case 403 -> "Forbidden: bot was blocked by the user";
          case 404 -> "Not Found";
          case 409 -> "Conflict: can't use getUpdates method while webhook is active";
          default -> "Internal Server Error";
        };
    return code == 429 ? throttled(Duration.ofSeconds(3)) : failed(code, words, Map.of());
  }

  @Override
  protected Reply throttled(Duration after) {
    long wait = after.toSeconds();
    Reply reply =
        failed(429, "Too Many Requests: retry after " + wait, Map.of("retry_after", wait));
    return new Reply(429, reply.body(), Map.of("Retry-After", Long.toString(wait)));
  }

  private static Reply failed(int code, String words, Map<String, Object> parameters) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ok", false);
    body.put("error_code", code);
    body.put("description", words);
    if (!parameters.isEmpty()) {
      body.put("parameters", parameters);
    }
    return Reply.json(code, body);
  }

  private Reply send(JsonNode json) {
    String user = json.path("chat_id").asString("");
    String text = json.path("text").asString("");
    if (text.isBlank()) {
      return failed(400, "Bad Request: message text is empty", Map.of());
    }
    if (text.length() > LONGEST) {
      return failed(400, "Bad Request: message is too long", Map.of());
    }
    return switch (stateOf(user)) {
      case STRANGER -> failed(400, "Bad Request: chat not found", Map.of());
      case BLOCKED -> refusal(403);
      case GONE -> failed(403, "Forbidden: user is deactivated", Map.of());
      // Deleting the dialogue does not stop a bot in Telegram.
      case OPEN, REMOVED -> {
        int number = take(user, text, buttons(json.path("reply_markup")));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("message_id", number);
        result.put("chat", chat(user));
        result.put("date", clock.instant().getEpochSecond());
        result.put("text", text);
        yield Reply.json(200, Map.of("ok", true, "result", result));
      }
    };
  }

  private static List<String> buttons(JsonNode markup) {
    List<String> labels = new ArrayList<>();
    for (String kind : List.of("inline_keyboard", "keyboard")) {
      for (JsonNode row : markup.path(kind)) {
        for (JsonNode button : row) {
          labels.add(button.path("text").asString(""));
        }
      }
    }
    return labels;
  }

  private static Map<String, Object> chat(String user) {
    return Map.of("id", Long.parseLong(user), "type", "private");
  }

  @Override
  protected Post written(ChatEvent event, String secret) {
    Map<String, Object> what = new LinkedHashMap<>();
    what.put("chat", chat(event.user()));
    what.put("from", Map.of("id", Long.parseLong(event.user()), "is_bot", false));
    what.put("date", clock.instant().getEpochSecond());
    String kind = "message";
    switch (event) {
      case ChatEvent.Started started -> what.put("text", ("/start " + started.payload()).strip());
      case ChatEvent.Wrote wrote -> what.put("text", wrote.text());
      case ChatEvent.OwnPhone own -> what.put("contact", contact(own.phone(), event.user()));
      case ChatEvent.ForeignPhone _ -> what.put("contact", contact("+79990000001", "1"));
      case ChatEvent.Left _ -> {
        kind = "my_chat_member";
        what.put("new_chat_member", Map.of("status", "kicked"));
      }
      case ChatEvent.Returned _ -> {
        kind = "my_chat_member";
        what.put("new_chat_member", Map.of("status", "member"));
      }
      // Telegram does not tell its bots who has muted them.
      case ChatEvent.Muted _, ChatEvent.Unmuted _ -> kind = "edited_message";
    }
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("update_id", updates++);
    update.put(kind, what);
    return new Post(
        Map.of("Content-Type", Bodies.JSON, "X-Telegram-Bot-Api-Secret-Token", secret),
        Bodies.json(update));
  }

  private static Map<String, Object> contact(String phone, String owner) {
    return Map.of("phone_number", phone.substring(1), "user_id", Long.parseLong(owner));
  }
}
