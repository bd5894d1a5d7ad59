package io.kartela.push.vk;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.TextChannel;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.http.Bodies;
import io.kartela.push.http.Digests;
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
 * Messages of a VK community. It knows messages by {@code random_id}, which is made of ours: what
 * is sent twice arrives once. There is no button for a phone. Tells nothing of delivery.
 */
public final class Vk implements TextChannel<ChatMessage> {
  private static final int LONGEST = 9_000;
  private static final String VERSION = "5.199";

  private final Settings settings;
  private final HttpCalls calls;

  /**
   * Which community we are.
   *
   * @param address with neither path nor query; https but on loopback
   * @param token the community's
   */
  public record Settings(URI address, String token, Duration patience) {
    public Settings {
      Objects.requireNonNull(address);
      if (token.isBlank()) {
        throw new IllegalArgumentException("a token is needed");
      }
    }

    @Override
    public String toString() {
      return "Vk[" + address + "]";
    }
  }

  public Vk(Settings settings) {
    this.settings = settings;
    this.calls = new HttpCalls(settings.patience);
  }

  @Override
  public boolean knowsIds() {
    return true;
  }

  @Override
  public Answer send(ChatMessage message) {
    if (message.text().length() > LONGEST) {
      return new Answer.TextRefused("longer than " + LONGEST);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("access_token", settings.token);
    form.put("v", VERSION);
    form.put("peer_ids", message.chat());
    form.put("random_id", Integer.toString(randomId(message.id())));
    form.put("message", message.text());
    form.put("dont_parse_links", "1");
    if (message.link() instanceof ChatMessage.Link(String label, URI page)) {
      form.put("keyboard", keyboard(label, page));
    }
    Result result =
        calls.call(
            HttpRequest.newBuilder(settings.address.resolve("/method/messages.send"))
                .header("Content-Type", Bodies.FORM)
                .POST(HttpRequest.BodyPublishers.ofString(Bodies.form(form))));
    return switch (result) {
      case Result.Failed(Answer answer) -> answer;
      case Result.Answered answered -> read(answered, message.chat());
    };
  }

  private static String keyboard(String label, URI page) {
    Map<String, Object> button =
        Map.of("action", Map.of("type", "open_link", "link", page.toString(), "label", label));
    return Bodies.json(Map.of("inline", true, "buttons", List.of(List.of(button))));
  }

  /** Never 0, which means none. */
  static int randomId(String messageId) {
    int number = Integer.parseUnsignedInt(Digests.sha256(messageId).substring(0, 8), 16);
    return Math.max(1, number & Integer.MAX_VALUE);
  }

  private static Answer read(Result.Answered answered, String chat) {
    @Nullable JsonNode json = answered.json();
    if (answered.status() != 200 || json == null) {
      return answered.outsiders();
    }
    if (json.has("error")) {
      return refused(json.path("error").path("error_code").asInt(0));
    }
    for (JsonNode one : json.path("response")) {
      if (one.path("peer_id").asString("").equals(chat)) {
        return one.has("error")
            ? refused(one.path("error").path("code").asInt(0))
            : new Answer.Accepted(one.path("message_id").asString(""));
      }
    }
    return new Answer.Unknown("neither an error nor a message");
  }

  private static Answer refused(int code) {
    String text = Integer.toString(code);
    return switch (code) {
      // No permission, privacy, black list, no such contact, an account that is no more.
      case 18, 900, 901, 902, 936 -> new Answer.AddressRefused(text, AddressFate.DEAD);
      // Only in answer to the person's own words.
      case 950 -> new Answer.AddressRefused(text, AddressFate.KEEP);
      case 6 -> new Answer.Throttled(text, Duration.ofSeconds(1));
      case 9 -> new Answer.Throttled(text, Duration.ofMinutes(5));
      case 29 -> new Answer.Throttled(text, Duration.ofHours(1));
      // Out of order; sent again it arrives once.
      case 10 -> new Answer.NotSent(text);
      case 5, 15, 27, 28 -> new Answer.CredentialRefused(text);
      case 100, 914, 943, 944 -> new Answer.TextRefused(text);
      default -> new Answer.Unknown("code " + text);
    };
  }
}
