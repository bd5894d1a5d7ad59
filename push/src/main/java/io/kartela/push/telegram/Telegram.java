package io.kartela.push.telegram;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.TextChannel;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.http.Bodies;
import io.kartela.push.http.HttpCalls;
import io.kartela.push.http.HttpCalls.Result;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Messages of a Telegram bot. The token stands in every address, so that addresses are never
 * written down. It knows no idempotency key and tells nothing of delivery: an answer that got lost
 * stays {@link Answer.Unknown}.
 */
public final class Telegram implements TextChannel<ChatMessage> {
  private static final int LONGEST = 4_096;
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  private final Settings settings;
  private final HttpCalls calls;

  /**
   * Which bot we are.
   *
   * @param address with neither path nor query; https but on loopback
   */
  public record Settings(URI address, String token, Duration patience) {
    public Settings {
      Objects.requireNonNull(address);
      if (!token.matches("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}")) {
        throw new IllegalArgumentException("not a bot's token");
      }
    }

    @Override
    public String toString() {
      return "Telegram[" + address + "]";
    }
  }

  public Telegram(Settings settings) {
    this.settings = settings;
    this.calls = new HttpCalls(settings.patience);
  }

  @Override
  public Answer send(ChatMessage message) {
    ChatMessage.Link link = message.link();
    String text = message.text();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("chat_id", Long.parseLong(message.chat()));
    if (message.askPhone() != null) {
      // A message has one keyboard: beside the phone's button the link goes into the words.
      text = link == null ? text : text + "\n" + link.page();
      Map<String, Object> keyboard = new LinkedHashMap<>();
      keyboard.put(
          "keyboard",
          List.of(List.of(Map.of("text", message.askPhone(), "request_contact", true))));
      keyboard.put("resize_keyboard", true);
      keyboard.put("one_time_keyboard", true);
      body.put("reply_markup", keyboard);
    } else if (link != null) {
      Map<String, String> button = Map.of("text", link.label(), "url", link.page().toString());
      body.put("reply_markup", Map.of("inline_keyboard", List.of(List.of(button))));
    }
    if (text.length() > LONGEST) {
      return new Answer.TextRefused("longer than " + LONGEST);
    }
    body.put("text", text);
    body.put("link_preview_options", Map.of("is_disabled", true));
    return post("sendMessage", body);
  }

  /**
   * Has everything that people do posted there.
   *
   * @param webhook https on port 443, 80, 88 or 8443; read there by {@link TelegramUpdates}
   * @param secret 1 to 256 of A-Z, a-z, 0-9, _ and -
   */
  public Answer listen(URI webhook, String secret) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("url", webhook.toString());
    body.put("secret_token", secret);
    body.put("allowed_updates", List.of("message", "my_chat_member"));
    return post("setWebhook", body);
  }

  private Answer post(String method, Map<String, Object> body) {
    Result result =
        calls.call(
            HttpRequest.newBuilder(settings.address.resolve("/bot" + settings.token + "/" + method))
                .header("Content-Type", Bodies.JSON)
                .POST(HttpRequest.BodyPublishers.ofString(Bodies.json(body))));
    return switch (result) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered);
    };
  }

  private static Answer read(Result.Answered answered) {
    @Nullable JsonNode json = answered.json();
    if (json == null || !json.has("ok")) {
      return answered.outsiders();
    }
    if (json.path("ok").asBoolean(false)) {
      return new Answer.Accepted(json.path("result").path("message_id").asString(""));
    }
    int code = json.path("error_code").asInt(0);
    String words = json.path("description").asString("");
    return switch (code) {
      // A token that never was is answered as a page that never was.
      case 401, 404 -> new Answer.CredentialRefused(Integer.toString(code));
      case 403 -> forbidden(words);
      case 400 -> bad(json, words);
      case 429 ->
          new Answer.Throttled(
              "429",
              json.path("parameters").has("retry_after")
                  ? HttpCalls.waiting(json.path("parameters").path("retry_after").asLong(1))
                  : answered.retryAfter(A_WHILE));
      default -> new Answer.Unknown("code " + code);
    };
  }

  private static Answer forbidden(String words) {
    if (words.contains("blocked by the user")) {
      return new Answer.AddressRefused("403 blocked", AddressFate.DEAD);
    }
    if (words.contains("user is deactivated")) {
      return new Answer.AddressRefused("403 deactivated", AddressFate.DEAD);
    }
    // Never started the bot, or something new: not to be written to, nor forgotten.
    return new Answer.AddressRefused("403", AddressFate.QUARANTINE);
  }

  private static Answer bad(JsonNode json, String words) {
    if (words.contains("chat not found")) {
      return new Answer.AddressRefused("400 chat not found", AddressFate.DEAD);
    }
    return json.path("parameters").has("migrate_to_chat_id")
        ? new Answer.AddressRefused("400 migrated", AddressFate.DEAD)
        : new Answer.TextRefused("400");
  }
}
