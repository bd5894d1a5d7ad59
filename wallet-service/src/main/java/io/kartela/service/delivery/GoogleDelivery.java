package io.kartela.service.delivery;

import io.kartela.push.google.GoogleAnswer;
import io.kartela.service.db.Database;
import io.kartela.service.delivery.Finish.End;
import io.kartela.service.pass.google.GoogleCards;
import io.kartela.service.pass.google.GoogleCards.Holder;
import io.kartela.service.pass.google.GoogleCards.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Brings changed cards to Google, which brings them to phones. One call per member, however many
 * changes wait.
 */
final class GoogleDelivery implements Lane.Handler {
  /** Holds the pace of 20 calls a second also while each answer takes six seconds. */
  private static final int AT_ONCE = 120;

  private final Database database;
  private final GoogleCards cards;
  private final Finish finish;
  private final DeliveryMeters meters;
  private final Semaphore calls = new Semaphore(AT_ONCE);

  GoogleDelivery(Database database, GoogleCards cards, Finish finish, DeliveryMeters meters) {
    this.database = database;
    this.cards = cards;
    this.finish = finish;
    this.meters = meters;
  }

  /**
   * Whose card.
   *
   * @param serial the one that is meant; null: the member's living one
   */
  private record Member(long merchantId, long memberId, @Nullable String serial) {}

  @Override
  public void deliver(List<OutboxRow> rows) {
    Map<Member, List<OutboxRow>> byMember = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      byMember
          .computeIfAbsent(
              new Member(row.merchantId(), row.memberId(), row.serial()), m -> new ArrayList<>())
          .add(row);
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byMember.forEach((member, own) -> threads.execute(() -> deliver(member, own)));
    }
  }

  private void deliver(Member member, List<OutboxRow> rows) {
    End end;
    calls.acquireUninterruptibly();
    try {
      String serial = member.serial();
      Optional<GoogleAnswer> answer =
          serial == null
              ? cards.update(member.merchantId(), member.memberId(), messages(rows))
              : Optional.of(cards.update(member.merchantId(), serial));
      answer.ifPresent(a -> meters.pushed("google", a.asDelivery()));
      end = answer.map(GoogleDelivery::end).orElse(new End.Skipped("NO_WALLET"));
    } finally {
      calls.release();
    }
    finish(member.merchantId(), rows, end);
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
        (holder, own) -> {
          GoogleAnswer answer = answers.get(holder);
          if (answer != null) {
            meters.pushed("google", answer.asDelivery());
          }
          finish(
              holder.merchantId(),
              own,
              answer == null ? new End.Skipped("NO_WALLET") : end(answer));
        });
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
        database.inTenantRepeatable(merchantId, c -> finish.remove(c, merchantId, ends));
    finish.later(later, ends, "touched");
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
      case GoogleAnswer.Retry(var reason, var after) -> new End.Later(after);
      case GoogleAnswer.Quota quota -> new End.Failed("QUOTA");
      case GoogleAnswer.NotFound gone -> new End.Failed("NOT_FOUND");
      case GoogleAnswer.Conflict conflict -> new End.Failed("REFUSED");
      case GoogleAnswer.Refused refused -> new End.Failed("REFUSED");
    };
  }
}
