package io.kartela.push.max;

import io.kartela.push.callback.Callback;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.chat.ChatEvent;
import io.kartela.push.http.Bodies;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What MAX posts to a bot's webhook, with our secret in a header. It repeats itself for eight hours
 * until it hears 200.
 */
public final class MaxUpdates implements CallbackReader<ChatEvent> {
  private static final String HEADER = "X-Max-Bot-Api-Secret";
  private static final String START = "/start";
  private static final Pattern PHONE =
      Pattern.compile("(?im)^TEL[^:\\r\\n]*:\\s*(?:tel:)?\\+?([0-9() -]{7,30})\\s*$");

  private final String secret;

  public MaxUpdates(String secret) {
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
    Instant at = Instant.ofEpochMilli(update.path("timestamp").asLong(0));
    String chat = update.path("chat_id").asString("");
    String user = update.path("user").path("user_id").asString("");
    String type = update.path("update_type").asString("");
    if (type.equals("message_created")) {
      return written(update.path("message"), at);
    }
    if (chat.isEmpty() || user.isEmpty()) {
      return null;
    }
    return switch (type) {
      case "bot_started" ->
          new ChatEvent.Started(chat, user, at, update.path("payload").asString(""));
      case "bot_stopped" -> new ChatEvent.Left(chat, user, at, ChatEvent.How.BLOCKED);
      case "dialog_removed" -> new ChatEvent.Left(chat, user, at, ChatEvent.How.REMOVED);
      case "dialog_muted" ->
          new ChatEvent.Muted(
              chat, user, at, Instant.ofEpochMilli(update.path("muted_until").asLong(0)));
      case "dialog_unmuted" -> new ChatEvent.Unmuted(chat, user, at);
      default -> null;
    };
  }

  private static @Nullable ChatEvent written(JsonNode message, Instant at) {
    JsonNode sender = message.path("sender");
    String user = sender.path("user_id").asString("");
    String chat = message.path("recipient").path("chat_id").asString("");
    boolean dialogue = message.path("recipient").path("chat_type").asString("").equals("dialog");
    if (!dialogue || user.isEmpty() || chat.isEmpty() || sender.path("is_bot").asBoolean(false)) {
      return null;
    }
    for (JsonNode attachment : message.path("body").path("attachments")) {
      if (attachment.path("type").asString("").equals("contact")) {
        return contact(attachment.path("payload"), chat, user, at);
      }
    }
    String text = message.path("body").path("text").asString("");
    // Older applications write the link's payload instead of starting the bot.
    if (text.equals(START) || text.startsWith(START + " ")) {
      return new ChatEvent.Started(chat, user, at, text.substring(START.length()).strip());
    }
    return text.isBlank() ? null : new ChatEvent.Wrote(chat, user, at, text);
  }

  /** Only a contact of the sender's own account proves anything. */
  private static ChatEvent contact(JsonNode payload, String chat, String user, Instant at) {
    Matcher phone = PHONE.matcher(payload.path("vcf_info").asString(""));
    boolean own = payload.path("max_info").path("user_id").asString("").equals(user);
    String digits = own && phone.find() ? phone.group(1).replaceAll("[^0-9]", "") : "";
    return digits.matches("[1-9][0-9]{6,14}")
        ? new ChatEvent.OwnPhone(chat, user, at, "+" + digits)
        : new ChatEvent.ForeignPhone(chat, user, at);
  }
}
