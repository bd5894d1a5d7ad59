package io.kartela.push.mail;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one person.
 *
 * @param text for all
 * @param html the same for those who see more; null: none
 * @param id ours: the letter's name is made of it, the same every time
 * @param unsubscribe for letters that may be refused; null: none, as for a new password
 */
public record Mail(
    String to,
    String subject,
    String text,
    @Nullable String html,
    String id,
    @Nullable Unsubscribe unsubscribe) {

  /**
   * How a person refuses further letters by one click in the mail program (RFC 8058).
   *
   * @param page https; gets a POST without cookies. To be opened it must ask first, since programs
   *     that look for viruses open it too.
   * @param address a letter there does the same; empty: none
   */
  public record Unsubscribe(URI page, String address) {}

  public Mail {
    if (to.isBlank() || subject.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("an empty letter");
    }
    if ((to + subject).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a line break where none can be");
    }
  }

  /** In plain text, of a kind that cannot be refused. */
  public Mail(String to, String subject, String text) {
    this(to, subject, text, null, UUID.randomUUID().toString(), null);
  }

  /** Whom it goes to and what it says stays out of logs. */
  @Override
  public String toString() {
    return "Mail[…]";
  }
}
