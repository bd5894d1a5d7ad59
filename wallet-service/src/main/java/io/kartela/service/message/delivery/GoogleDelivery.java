package io.kartela.service.message.delivery;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.service.message.delivery.Finish.End;
import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.google.GoogleCards.Holder;
import io.kartela.service.wallet.google.GoogleCards.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Brings changed cards to Google, which brings them to phones. One call per member, however many
 * changes wait.
 */
final class GoogleDelivery {
  /** Changes of one card that follow so fast upon each other go together after the first. */
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  private final Database database;
  private final GoogleCards cards;
  private final Finish finish;
  private final DeliveryListener listener;
  private final DeliveryMeters meters;
  private final Window window;

  GoogleDelivery(
      Database database,
      GoogleCards cards,
      Finish finish,
      DeliveryListener listener,
      DeliveryMeters meters,
      InstantSource clock) {
    this.database = database;
    this.cards = cards;
    this.finish = finish;
    this.listener = listener;
    this.meters = meters;
    this.window = new Window(clock, TOGETHER);
  }

  /**
   * Whose card.
   *
   * @param serial the one that is meant; null: the member's living one
   */
  private record Member(long merchantId, long memberId, @Nullable String serial) {}

  /** Changes of which somebody stands at a till. */
  void deliver(List<OutboxRow> rows) {
    each(rows, this::deliver);
  }

  /** Texts of campaigns: they let everything else go first. */
  void deliverNews(List<OutboxRow> rows) {
    each(rows, this::deliverNews);
  }

  private interface Card {
    void deliver(Member member, List<OutboxRow> rows);
  }

  private void each(List<OutboxRow> rows, Card card) {
    Map<Member, List<OutboxRow>> byMember = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      byMember
          .computeIfAbsent(
              new Member(row.merchantId(), row.memberId(), row.serial()), m -> new ArrayList<>())
          .add(row);
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byMember.forEach(
          (member, own) ->
              threads.execute(
                  () -> {
                    try {
                      card.deliver(member, own);
                    } catch (RuntimeException | Error e) {
                      // One card's trouble is its own.
                      Lane.apart(own, e, Channel.GOOGLE, finish);
                    }
                  }));
    }
  }

  private void deliver(Member member, List<OutboxRow> rows) {
    Duration wait =
        rows.stream().anyMatch(row -> row.news() != null)
            ? Duration.ZERO
            : window.take(member.toString());
    if (!wait.isZero()) {
      finish(member.merchantId(), rows, new End.Wait(wait, Map.of()));
      return;
    }
    String serial = member.serial();
    Optional<GoogleAnswer> answer =
        serial == null
            ? cards.update(member.merchantId(), member.memberId(), messages(rows))
            : Optional.of(cards.update(member.merchantId(), serial));
    finish(member.merchantId(), rows, heard(answer));
  }

  private void deliverNews(Member member, List<OutboxRow> claimed) {
    List<OutboxRow> rows = meant(member.merchantId(), claimed);
    if (rows.isEmpty()) {
      return;
    }
    AtomicBoolean held = new AtomicBoolean();
    Optional<GoogleAnswer> answer =
        cards.updatePatiently(
            member.merchantId(),
            member.memberId(),
            messages(rows),
            () -> {
              held.set(!areMeant(member.merchantId(), rows));
              return !held.get();
            });
    if (held.get()) {
      List<OutboxRow> left = meant(member.merchantId(), rows);
      finish(member.merchantId(), left, new End.Wait(Duration.ZERO, Map.of()));
    } else {
      finish(member.merchantId(), rows, heard(answer));
    }
  }

  /** Those that are to go out; the others are held back, or ended. */
  private List<OutboxRow> meant(long merchantId, List<OutboxRow> rows) {
    Map<OutboxRow, End> over = new LinkedHashMap<>();
    return database.inTenant(
        merchantId,
        c -> {
          List<OutboxRow> meant = finish.meant(c, merchantId, rows, over);
          List<OutboxRow> _ = finish.remove(c, merchantId, Channel.GOOGLE, over);
          return meant;
        });
  }

  private boolean areMeant(long merchantId, List<OutboxRow> rows) {
    return database.inTenant(
        merchantId,
        c -> {
          List<OutboxRow> texts = rows.stream().filter(OutboxRow::isOffer).toList();
          if (!texts.isEmpty()
              && !listener.unwilling(c, merchantId, OutboxRow.members(texts)).isEmpty()) {
            return false;
          }
          for (OutboxRow row : rows) {
            if (row.hasSender()
                && listener.wish(c, merchantId, row.payload()) != DeliveryListener.Wish.SEND) {
              return false;
            }
          }
          return true;
        });
  }

  private End heard(Optional<GoogleAnswer> answer) {
    answer.ifPresent(a -> meters.pushed(Silences.Vendor.GOOGLE, a.asDelivery()));
    return answer.map(GoogleDelivery::end).orElse(new End.Skipped("NO_WALLET"));
  }

  /** Changes that may wait for each other: many cards in one request. */
  void deliverTogether(List<OutboxRow> rows) {
    Map<Holder, List<OutboxRow>> plain = new LinkedHashMap<>();
    List<OutboxRow> others = new ArrayList<>();
    for (OutboxRow row : rows) {
      if (row.news() == null && row.serial() == null) {
        plain
            .computeIfAbsent(new Holder(row.merchantId(), row.memberId()), h -> new ArrayList<>())
            .add(row);
      } else {
        others.add(row);
      }
    }
    Map<Holder, GoogleAnswer> answers = cards.updateAll(plain.keySet());
    plain.forEach(
        (holder, own) ->
            finish(holder.merchantId(), own, heard(Optional.ofNullable(answers.get(holder)))));
    deliver(others);
  }

  private void finish(long merchantId, List<OutboxRow> rows, End end) {
    Map<OutboxRow, End> ends = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      ends.put(row, end);
      if (end instanceof End.Delivered) {
        meters.delay("google", row.createdAt());
      }
    }
    List<OutboxRow> later =
        database.inTenantRepeatable(
            merchantId, c -> finish.remove(c, merchantId, Channel.GOOGLE, ends));
    finish.later(later, ends);
  }

  private static List<Message> messages(List<OutboxRow> rows) {
    Map<String, Message> messages = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      String text = row.news();
      if (text != null) {
        messages.put(row.newsKey(), new Message(row.newsKey(), text));
      }
    }
    return List.copyOf(messages.values());
  }

  private static End end(GoogleAnswer answer) {
    return switch (answer) {
      case GoogleAnswer.Done done -> new End.Delivered();
      case GoogleAnswer.Retry(var reason, var after) ->
          new End.Later(after, Reason.UNREACHABLE, reason, Map.of());
      case GoogleAnswer.Quota quota -> new End.Failed("QUOTA");
      case GoogleAnswer.NotFound gone -> new End.Lost(Reason.REFUSED, "notFound");
      case GoogleAnswer.Conflict conflict -> new End.Lost(Reason.REFUSED, "conflict");
      case GoogleAnswer.Refused(int status, var reason, var message) ->
          new End.Lost(isAccount(status, reason) ? Reason.ACCOUNT : Reason.REFUSED, reason);
    };
  }

  /** Whether Google's quarrel is with us, and not with the card. */
  private static boolean isAccount(int status, String reason) {
    return status == 401 || status == 403 || reason.equals("invalid_grant");
  }
}
