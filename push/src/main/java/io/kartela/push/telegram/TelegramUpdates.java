package io.kartela.push.telegram;

import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.chat.ChatEvent;
import io.kartela.push.http.Bodies;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Telegram posts to a bot's webhook, with our secret in a header. Never answer 410: after a
 * day of it the webhook is dropped.
 */
public final class TelegramUpdates implements CallbackReader<ChatEvent> {
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final String START = "/start";

  private final String secret;

  public TelegramUpdates(String secret) {
    this.secret = secret;
  }

  @Override
  public Heard<ChatEvent> read(Callback callback) {
    if (!Callback.same(secret, callback.header().apply(HEADER))) {
      return new Heard.Foreign<>();
    }
    @Nullable JsonNode update = Bodies.object(callback.body());
    @Nullable ChatEvent event = update == null ? null : event(update);
    return new Heard.Genuine<>(event == null ? List.of() : List.of(event), "");
  }

  private static @Nullable ChatEvent event(JsonNode update) {
    JsonNode what = update.has("message") ? update.path("message") : update.path("my_chat_member");
    String chat = what.path("chat").path("id").asString("");
    String user = what.path("from").path("id").asString("");
    boolean own = what.path("chat").path("type").asString("").equals("private");
    if (!own || chat.isEmpty() || user.isEmpty()) {
      return null;
    }
    Instant at = Instant.ofEpochSecond(what.path("date").asLong(0));
    return update.has("message") ? message(what, chat, user, at) : member(what, chat, user, at);
  }

  private static @Nullable ChatEvent message(
      JsonNode message, String chat, String user, Instant at) {
    if (message.has("contact")) {
      return contact(message.path("contact"), chat, user, at);
    }
    String text = message.path("text").asString("");
    if (text.equals(START) || text.startsWith(START + " ")) {
      return new ChatEvent.Started(chat, user, at, text.substring(START.length()).strip());
    }
    return text.isBlank() ? null : new ChatEvent.Wrote(chat, user, at, text);
  }

  /** A forwarded contact of somebody else looks the same but for its owner. */
  private static ChatEvent contact(JsonNode contact, String chat, String user, Instant at) {
    boolean own = contact.path("user_id").asString("").equals(user);
    String digits = contact.path("phone_number").asString("").replaceAll("[^0-9]", "");
    return own && digits.matches("[1-9][0-9]{6,14}")
        ? new ChatEvent.OwnPhone(chat, user, at, "+" + digits)
        : new ChatEvent.ForeignPhone(chat, user, at);
  }

  private static @Nullable ChatEvent member(JsonNode change, String chat, String user, Instant at) {
    return switch (change.path("new_chat_member").path("status").asString("")) {
      case "kicked" -> new ChatEvent.Left(chat, user, at, ChatEvent.How.BLOCKED);
      case "member" -> new ChatEvent.Returned(chat, user, at);
      default -> null;
    };
  }
}
