package io.kartela.push.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did in the chat with our bot. Exhaustive: switch over it without a default. Events
 * come late, twice and in the wrong order.
 */
public sealed interface ChatEvent {

  /** Where to write to this person. */
  String chat();

  /** The person, as the messenger counts people. */
  String user();

  /** By the messenger's clock; null when it does not say. */
  @Nullable Instant at();

  /**
   * Came by a link of ours, and allowed us to write.
   *
   * @param payload what we put into the link; empty when the person came without one. Anybody can
   *     make it up.
   */
  record Started(String chat, String user, @Nullable Instant at, String payload)
      implements ChatEvent {}

  /**
   * Gave the own phone by the button, and the messenger vouches for it.
   *
   * @param phone E.164
   */
  record OwnPhone(String chat, String user, @Nullable Instant at, String phone)
      implements ChatEvent {
    /** The phone stays out of logs. */
    @Override
    public String toString() {
      return "OwnPhone[" + user + "]";
    }
  }

  /** Sent somebody's contact, which proves nothing. */
  record ForeignPhone(String chat, String user, @Nullable Instant at) implements ChatEvent {}

  /** Wrote something. */
  record Wrote(String chat, String user, @Nullable Instant at, String text) implements ChatEvent {
    /** What people write stays out of logs. */
    @Override
    public String toString() {
      return "Wrote[" + user + "]";
    }
  }

  /** Wants nothing of ours any more: blocked the bot, removed the dialogue, or forbade to write. */
  record Left(String chat, String user, @Nullable Instant at, How how) implements ChatEvent {}

  /** Lets us write again, without having come by a link. */
  record Returned(String chat, String user, @Nullable Instant at) implements ChatEvent {}

  /** Wants quiet until then. */
  record Muted(String chat, String user, @Nullable Instant at, Instant until)
      implements ChatEvent {}

  /** Wants to hear us again. */
  record Unmuted(String chat, String user, @Nullable Instant at) implements ChatEvent {}

  /** By which way the person left. */
  enum How {
    /** Stopped or blocked the bot. */
    BLOCKED,
    /** Deleted the dialogue. */
    REMOVED,
    /** Forbade the community to write. */
    DENIED
  }
}
