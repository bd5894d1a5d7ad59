package io.kartela.push.max;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.TextChannel;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.http.Bodies;
import io.kartela.push.http.HttpCalls;
import io.kartela.push.http.HttpCalls.Result;
import io.kartela.push.http.Trust;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Messages of a bot in MAX. It knows no idempotency key and tells nothing of delivery: an answer
 * that got lost stays {@link Answer.Unknown}.
 */
public final class Max implements TextChannel<ChatMessage> {
  private static final int LONGEST = 4_000;
  private static final List<String> UPDATES =
      List.of(
          "bot_started",
          "bot_stopped",
          "message_created",
          "dialog_removed",
          "dialog_muted",
          "dialog_unmuted");

  private final Settings settings;
  private final HttpCalls calls;

  /**
   * Which bot we are.
   *
   * @param address with neither path nor query; https but on loopback
   * @param authorities more certificates to trust, in PEM: MAX's is issued by a Russian authority
   *     that the JDK does not know; empty: none
   */
  public record Settings(URI address, String token, String authorities, Duration patience) {
    public Settings {
      Objects.requireNonNull(address);
      if (token.isBlank()) {
        throw new IllegalArgumentException("a token is needed");
      }
    }

    @Override
    public String toString() {
      return "Max[" + address + "]";
    }
  }

  public Max(Settings settings) {
    this.settings = settings;
    this.calls =
        settings.authorities.isEmpty()
            ? new HttpCalls(settings.patience)
            : new HttpCalls(settings.patience, Trust.with(settings.authorities));
  }

  @Override
  public Answer send(ChatMessage message) {
    if (message.text().length() > LONGEST) {
      return new Answer.TextRefused("longer than " + LONGEST);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", message.text());
    body.put("notify", true);
    List<List<Map<String, String>>> rows = buttons(message);
    if (!rows.isEmpty()) {
      body.put(
          "attachments",
          List.of(Map.of("type", "inline_keyboard", "payload", Map.of("buttons", rows))));
    }
    return post("/messages?disable_link_preview=true&chat_id=" + message.chat(), body);
  }

  private static List<List<Map<String, String>>> buttons(ChatMessage message) {
    List<List<Map<String, String>>> rows = new ArrayList<>();
    if (message.link() != null) {
      rows.add(
          List.of(
              Map.of(
                  "type", "link",
                  "text", message.link().label(),
                  "url", message.link().page().toString())));
    }
    if (message.askPhone() != null) {
      rows.add(List.of(Map.of("type", "request_contact", "text", message.askPhone())));
    }
    return rows;
  }

  /**
   * Has everything that people do posted there.
   *
   * @param webhook https; read there by {@link MaxUpdates}
   * @param secret 5 to 256 of A-Z, a-z, 0-9, _ and -
   */
  public Answer listen(URI webhook, String secret) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("url", webhook.toString());
    body.put("update_types", UPDATES);
    body.put("secret", secret);
    return post("/subscriptions", body);
  }

  private Answer post(String path, Map<String, Object> body) {
    Result result =
        calls.call(
            HttpRequest.newBuilder(settings.address.resolve(path))
                .header("Authorization", settings.token)
                .header("Content-Type", Bodies.JSON)
                .POST(HttpRequest.BodyPublishers.ofString(Bodies.json(body))));
    return switch (result) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered);
    };
  }

  private static Answer read(Result.Answered answered) {
    @Nullable JsonNode json = answered.json();
    if (json == null) {
      return answered.outsiders();
    }
    String told = json.path("code").asString("");
    String code = told.matches("[A-Za-z0-9._]{1,60}") ? told : "HTTP " + answered.status();
    return switch (answered.status()) {
      case 200 -> new Answer.Accepted(json.path("message").path("body").path("mid").asString(""));
      case 401 -> new Answer.CredentialRefused(code);
      // The person has stopped the bot, or deleted the dialogue.
      case 403 -> new Answer.AddressRefused(code, AddressFate.DEAD);
      // No such chat; a wrong address of the whole service would say the same of everybody.
      case 404 -> new Answer.AddressRefused(code, AddressFate.QUARANTINE);
      case 429 -> new Answer.Throttled(code, answered.retryAfter(Duration.ofSeconds(1)));
      case 503 -> new Answer.NotSent(code);
      case 400 ->
          code.equals("attachment.not.ready")
              ? new Answer.Throttled(code, Duration.ofSeconds(1))
              : new Answer.TextRefused(code);
      default -> answered.outsiders();
    };
  }

  @Override
  public void close() {
    calls.close();
  }
}
