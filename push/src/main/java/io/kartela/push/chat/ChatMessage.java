package io.kartela.push.chat;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Words to one person in a messenger.
 *
 * @param chat as an event named it
 * @param id ours; a messenger that can tell messages apart by it shows this one only once
 * @param link under the words; null: none
 * @param askPhone what stands on the button by which the person gives the own phone; null: none.
 *     Where the messenger has no such button it is left out.
 */
public record ChatMessage(
    String chat, String text, String id, @Nullable Link link, @Nullable String askPhone) {

  /** A button that opens a page. */
  public record Link(String label, URI page) {}

  public ChatMessage {
    if (!chat.matches("-?[0-9]{1,19}")) {
      throw new IllegalArgumentException("not a chat's number");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("an empty text");
    }
  }

  /** Words alone. */
  public static ChatMessage of(String chat, String text, String id) {
    return new ChatMessage(chat, text, id, null, null);
  }

  /** Whom it goes to and what it says stays out of logs. */
  @Override
  public String toString() {
    return "ChatMessage[" + id + "]";
  }
}
