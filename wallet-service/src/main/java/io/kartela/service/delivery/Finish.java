package io.kartela.service.delivery;

import io.kartela.service.delivery.DeliveryResult.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ends claimed rows: removed with their result told, or given back for later. */
final class Finish {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final DeliveryListener listener;
  private final DeliverySettings settings;

  Finish(Outbox outbox, DeliveryListener listener, DeliverySettings settings) {
    this.outbox = outbox;
    this.listener = listener;
    this.settings = settings;
  }

  /** How one row ended. */
  sealed interface End {
    record Delivered() implements End {}

    record Failed(String reason) implements End {}

    record Skipped(String reason) implements End {}

    /**
     * Try again.
     *
     * @param atLeast the vendor's own wish
     */
    record Later(Duration atLeast) implements End {}
  }

  /**
   * Removes what is over, in the caller's transaction; returns the rows to give back afterwards.
   */
  List<OutboxRow> remove(Connection c, long merchantId, Map<OutboxRow, End> ends)
      throws SQLException {
    List<OutboxRow> later = new ArrayList<>();
    List<OutboxRow> over = new ArrayList<>();
    ends.forEach((row, end) -> (isLater(row, end) ? later : over).add(row));
    Set<Long> removed = over.isEmpty() ? Set.of() : Outbox.remove(c, merchantId, over);
    for (OutboxRow row : over) {
      End end = ends.get(row);
      if (removed.contains(row.outboxId()) && row.reports() && end != null) {
        listener.finished(c, result(row, end));
      }
    }
    return later;
  }

  /** Gives rows back, each after its own wait; call it outside the merchant's transaction. */
  void later(Collection<OutboxRow> rows, Map<OutboxRow, End> ends, String mark) {
    for (OutboxRow row : rows) {
      Duration atLeast = ends.get(row) instanceof End.Later(Duration wish) ? wish : Duration.ZERO;
      outbox.retry(List.of(row), wait(row.attempts(), atLeast), mark);
    }
  }

  private boolean isLater(OutboxRow row, End end) {
    return end instanceof End.Later && row.attempts() < settings.maxAttempts();
  }

  private Duration wait(int attempts, Duration atLeast) {
    long millis = settings.firstRetry().toMillis() << Math.min(attempts - 1, 20);
    long bounded = Math.max(Math.min(millis, LONGEST.toMillis()), atLeast.toMillis());
    // Jitter, so that what failed together does not come back together.
    return Duration.ofMillis(bounded + ThreadLocalRandom.current().nextLong(bounded / 4 + 1));
  }

  private static DeliveryResult result(OutboxRow row, End end) {
    return switch (end) {
      case End.Delivered() -> result(row, Outcome.DELIVERED, "");
      case End.Failed(String reason) -> result(row, Outcome.FAILED, reason);
      case End.Skipped(String reason) -> result(row, Outcome.SKIPPED, reason);
      case End.Later later -> result(row, Outcome.FAILED, "UNREACHABLE");
    };
  }

  private static DeliveryResult result(OutboxRow row, Outcome outcome, String reason) {
    return new DeliveryResult(row.merchantId(), row.memberId(), row.payload(), outcome, reason);
  }
}
