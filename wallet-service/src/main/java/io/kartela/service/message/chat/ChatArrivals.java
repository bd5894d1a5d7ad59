package io.kartela.service.message.chat;

import io.kartela.push.chat.ChatEvent;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Addresses.Reach;
import io.kartela.service.message.channel.Addresses.Standing;
import io.kartela.service.message.channel.ChannelKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people do in the chat with a shop's bot, and what that means for the ways to them. Told
 * twice, late or in the wrong order, it means the same. In the caller's transaction, confined to
 * the merchant. Stateless.
 */
final class ChatArrivals {
  private static final Set<String> STOP =
      Set.of("стоп", "/stop", "stop", "отписаться", "отписка", "unsubscribe");

  private ChatArrivals() {}

  /** What is known of a chat when something happens there. */
  private record Scene(
      Connection c, long merchantId, Reach reach, @Nullable Standing standing, Instant at) {
    /** Whether something later is known already. */
    boolean late() {
      return standing != null && at.isBefore(standing.at());
    }

    /** Of two acts at one time nobody knows which came first: then nothing is opened. */
    boolean later() {
      return standing == null || at.isAfter(standing.at());
    }
  }

  /** The chat that has just become a member's; empty: it has not. */
  static Optional<String> heard(
      Connection c, long merchantId, ChannelKind kind, ChatEvent event, Instant now)
      throws SQLException {
    Instant told = event.at() == null ? now : event.at();
    Instant at = told.isAfter(now) ? now : told;
    if (event instanceof ChatEvent.Started started && !started.payload().isEmpty()) {
      Optional<Long> invited = Invitations.take(c, merchantId, kind, started.payload(), now);
      if (invited.isPresent()) {
        open(scene(c, merchantId, new Reach(invited.get(), kind, event.chat()), at));
        return Optional.of(event.chat());
      }
      if (event.at() == null) {
        return Optional.empty(); // as old as it may be
      }
    }
    Optional<Long> whose = Addresses.whose(c, merchantId, kind, event.chat());
    if (whose.isPresent()) {
      known(scene(c, merchantId, new Reach(whose.get(), kind, event.chat()), at), event);
    }
    return Optional.empty();
  }

  private static Scene scene(Connection c, long merchantId, Reach reach, Instant at)
      throws SQLException {
    Standing standing = Addresses.standing(c, merchantId, reach.memberId()).get(reach.kind());
    return new Scene(c, merchantId, reach, standing, at);
  }

  private static void known(Scene s, ChatEvent event) throws SQLException {
    switch (event) {
      case ChatEvent.Started _, ChatEvent.Returned _ -> {
        if (s.later()) {
          open(s);
        }
      }
      case ChatEvent.Left left -> close(s, left.how().name());
      case ChatEvent.Wrote wrote -> {
        if (STOP.contains(wrote.text().strip().toLowerCase(Locale.ROOT))) {
          close(s, "STOP");
        }
      }
      case ChatEvent.Muted muted -> {
        if (!s.late() && !isClosed(s)) {
          // Without a time MAX says zero.
          Instant until = muted.until().equals(Instant.EPOCH) ? null : muted.until();
          Addresses.muted(s.c, s.merchantId, s.reach, until, s.at);
        }
      }
      case ChatEvent.Unmuted _ -> {
        if (!s.late() && !isClosed(s)) {
          Addresses.opened(s.c, s.merchantId, s.reach, "UNMUTED", s.at);
        }
      }
      case ChatEvent.OwnPhone _, ChatEvent.ForeignPhone _ -> {}
    }
  }

  private static boolean isClosed(Scene s) {
    return s.standing != null && s.standing.closed();
  }

  private static void open(Scene s) throws SQLException {
    boolean closed = isClosed(s);
    Addresses.opened(s.c, s.merchantId, s.reach, "STARTED", s.at);
    if (closed) {
      Consents.reopened(
          s.c,
          s.merchantId,
          s.reach.memberId(),
          s.reach.kind().name(),
          new Evidence.ByVendor("STARTED"),
          s.at);
    }
  }

  private static void close(Scene s, String word) throws SQLException {
    if (s.late() || (s.standing != null && s.standing.state().equals("REFUSED"))) {
      return;
    }
    Addresses.closed(s.c, s.merchantId, s.reach, word, s.at);
    Consents.closed(
        s.c,
        s.merchantId,
        s.reach.memberId(),
        s.reach.kind().name(),
        new Evidence.ByVendor(word),
        s.at);
  }
}
