package io.kartela.service.message.proof;

import io.kartela.push.chat.ChatEvent;
import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.member.profile.SignUpProofs.State;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.proof.ProofTable.Row;
import io.kartela.service.platform.http.Lang;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proofs by the button of a messenger that gives the own phone. In the caller's transaction,
 * confined to the merchant. Stateless.
 */
public final class ProofChats {
  private ProofChats() {}

  /** What a bot answers. */
  public enum Say {
    /** Press the button. */
    ASK,
    PROVEN,
    OTHER_PHONE,
    /** Somebody else's contact. */
    FOREIGN,
    /** The link is good no more. */
    STALE
  }

  /** What a bot answers, and in which language. */
  public record Said(Say say, @Nullable Lang lang) {}

  /**
   * What people do in a chat; told twice, late or by a stranger, it proves nothing more. In the
   * caller's transaction, confined to the merchant.
   *
   * @return what the bot answers; empty: it is about no proof
   */
  public static Optional<Said> heard(
      Connection c, long merchantId, ChannelKind kind, ChatEvent event, Instant now)
      throws SQLException {
    Optional<ProofWay> way = PhoneProofs.way(kind);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    return switch (event) {
      case ChatEvent.Started started -> started(c, merchantId, way.get(), started, now);
      case ChatEvent.OwnPhone own -> {
        Optional<Row> row = waiting(c, merchantId, way.get(), event, now);
        if (row.isEmpty()) {
          yield Optional.empty();
        }
        boolean same = own.phone().equals(row.get().phone());
        State state = same ? State.PROVEN : State.OTHER_PHONE;
        ProofTable.becomes(c, merchantId, row.get().id(), state, now);
        yield said(same ? Say.PROVEN : Say.OTHER_PHONE, row.get());
      }
      case ChatEvent.ForeignPhone _ ->
          waiting(c, merchantId, way.get(), event, now).flatMap(row -> said(Say.FOREIGN, row));
      case ChatEvent.Wrote _,
          ChatEvent.Left _,
          ChatEvent.Returned _,
          ChatEvent.Muted _,
          ChatEvent.Unmuted _ ->
          Optional.empty();
    };
  }

  /** Whether a chat came for a proof that is not over: the messenger may repeat itself. */
  public static boolean isBound(Connection c, long merchantId, ChannelKind kind, String chat)
      throws SQLException {
    Optional<ProofWay> way = PhoneProofs.way(kind);
    return way.isPresent() && ProofTable.byChat(c, merchantId, way.get(), chat).isPresent();
  }

  private static Optional<Said> started(
      Connection c, long merchantId, ProofWay way, ChatEvent.Started started, Instant now)
      throws SQLException {
    if (started.payload().isEmpty()) {
      return Optional.empty();
    }
    Optional<Row> found = ProofTable.byToken(c, merchantId, way, started.payload());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Row row = found.get();
    if (!row.isWaiting(now)) {
      return said(Say.STALE, row);
    }
    if (row.chat() != null) {
      // The messenger repeats itself, or somebody else was handed the link.
      return row.chat().equals(started.chat()) ? Optional.empty() : said(Say.STALE, row);
    }
    ProofTable.bind(c, merchantId, row.id(), started.chat(), at(started, now));
    return said(Say.ASK, row);
  }

  private static Instant at(ChatEvent event, Instant now) {
    Instant at = event.at();
    return at == null || at.isAfter(now) ? now : at;
  }

  /** Of a contact that was given before the chat came by the link nobody hears again. */
  private static Optional<Row> waiting(
      Connection c, long merchantId, ProofWay way, ChatEvent event, Instant now)
      throws SQLException {
    Instant at = event.at();
    return ProofTable.byChat(c, merchantId, way, event.chat())
        .filter(row -> row.isWaiting(now))
        .filter(row -> at != null && row.boundAt() != null && !at.isBefore(row.boundAt()));
  }

  private static Optional<Said> said(Say say, Row row) {
    return Optional.of(new Said(say, row.lang()));
  }
}
