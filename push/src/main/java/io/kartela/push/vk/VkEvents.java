package io.kartela.push.vk;

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
 * What VK's Callback API posts, with our secret in the body. When the address is entered it asks
 * once for the confirmation; everything else wants to hear ok.
 */
public final class VkEvents implements CallbackReader<ChatEvent> {
  private final String group;
  private final String secret;
  private final String confirmation;

  /**
   * For one community.
   *
   * @param group its number
   * @param confirmation the string that the community's settings show
   */
  public VkEvents(String group, String secret, String confirmation) {
    this.group = group;
    this.secret = secret;
    this.confirmation = confirmation;
  }

  @Override
  public Heard<ChatEvent> read(Callback callback) {
    @Nullable JsonNode json = Bodies.object(callback.body());
    if (json == null || !json.path("group_id").asString("").equals(group)) {
      return new Heard.Foreign<>();
    }
    String type = json.path("type").asString("");
    if (type.equals("confirmation")) {
      return new Heard.Genuine<>(List.of(), confirmation);
    }
    if (!Callback.same(secret, json.path("secret").asString(""))) {
      return new Heard.Foreign<>();
    }
    @Nullable ChatEvent event = event(type, json.path("object"));
    return new Heard.Genuine<>(event == null ? List.of() : List.of(event), "ok");
  }

  private static @Nullable ChatEvent event(String type, JsonNode what) {
    if (type.equals("message_new")) {
      return written(what.path("message"));
    }
    String user = what.path("user_id").asString("");
    if (user.isEmpty()) {
      return null;
    }
    return switch (type) {
      case "message_allow" ->
          new ChatEvent.Started(user, user, null, what.path("key").asString(""));
      case "message_deny" -> new ChatEvent.Left(user, user, null, ChatEvent.How.DENIED);
      default -> null;
    };
  }

  private static @Nullable ChatEvent written(JsonNode message) {
    String user = message.path("from_id").asString("");
    String chat = message.path("peer_id").asString("");
    // Several people in one conversation are not a member's address.
    if (user.isEmpty() || !user.equals(chat)) {
      return null;
    }
    Instant at = Instant.ofEpochSecond(message.path("date").asLong(0));
    String reference = message.path("ref").asString("");
    if (!reference.isEmpty()) {
      return new ChatEvent.Started(chat, user, at, reference);
    }
    String text = message.path("text").asString("");
    return text.isBlank() ? null : new ChatEvent.Wrote(chat, user, at, text);
  }
}
