package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.DeliveryResult.Outcome;
import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.work.Troubles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends claimed rows: removed with their result told, kept as dead letters, or given back for later.
 */
final class Finish {
  private static final Logger LOG = LoggerFactory.getLogger(Finish.class);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Database database;
  private final OutboxClaims outbox;
  private final DeadLetters letters;
  private final DeliveryListener listener;
  private final DeliverySettings settings;

  Finish(
      Database database,
      OutboxClaims outbox,
      DeadLetters letters,
      DeliveryListener listener,
      DeliverySettings settings) {
    this.database = database;
    this.outbox = outbox;
    this.letters = letters;
    this.listener = listener;
    this.settings = settings;
  }

  /** How one row ended. */
  sealed interface End {
    record Delivered() implements End {}

    /** It is no use: the address is gone. */
    record Failed(String reason) implements End {}

    record Skipped(String reason) implements End {}

    /** It could not be told, and must be one day. */
    record Lost(Reason reason, String detail) implements End {}

    /**
     * Try again; when that has happened too often, it is lost for this reason.
     *
     * @param atLeast the vendor's own wish
     * @param devices that are still to be told, and how long each after the first; empty: as before
     */
    record Later(Duration atLeast, Reason reason, String detail, Map<String, Long> devices)
        implements End {}

    /** Only our own pace puts it off. */
    record Wait(Duration exactly, Map<String, Long> devices) implements End {}
  }

  /** The rows that are still to go out; the others are held back or ended. */
  List<OutboxRow> meant(
      Connection c, long merchantId, List<OutboxRow> rows, Map<OutboxRow, End> over)
      throws SQLException {
    return Campaigned.meant(c, merchantId, rows, listener, over);
  }

  /**
   * Removes what is over, in the caller's transaction; returns the rows to give back afterwards.
   */
  List<OutboxRow> remove(Connection c, long merchantId, Channel channel, Map<OutboxRow, End> ends)
      throws SQLException {
    List<OutboxRow> later = new ArrayList<>();
    List<OutboxRow> over = new ArrayList<>();
    ends.forEach((row, end) -> (isLater(row, end) ? later : over).add(row));
    Set<Long> removed = over.isEmpty() ? Set.of() : OutboxClaims.remove(c, merchantId, over);
    List<OutboxRow> delivered = new ArrayList<>();
    List<OutboxRow> nobodys = new ArrayList<>();
    for (OutboxRow row : over) {
      End end = ends.get(row);
      if (!removed.contains(row.outboxId()) || end == null) {
        continue;
      }
      switch (end) {
        case End.Delivered d -> delivered.add(row);
        case End.Lost(var reason, var detail) -> letters.bury(c, channel, row, reason, detail);
        case End.Later(var atLeast, var reason, var detail, var devices) ->
            letters.bury(c, channel, row, reason, detail);
        default -> {
          if (row.letter() != null) {
            nobodys.add(row);
          }
        }
      }
      if (row.reports()) {
        listener.finished(c, result(row, end));
      }
    }
    if (!delivered.isEmpty()) {
      letters.delivered(c, merchantId, channel, delivered);
    }
    if (!nobodys.isEmpty()) {
      letters.remove(c, merchantId, channel, nobodys);
    }
    return later;
  }

  /** Gives rows back, each after its own wait; call it outside the merchant's transaction. */
  void later(List<OutboxRow> rows, Map<OutboxRow, End> ends) {
    for (OutboxRow row : rows) {
      switch (ends.get(row)) {
        case End.Later(var atLeast, var reason, var detail, var devices) ->
            outbox.retry(row, wait(row, atLeast), row.payloadAgain(devices, false));
        case End.Wait(var exactly, var devices) ->
            outbox.retry(row, exactly, row.payloadAgain(devices, true));
        case null, default -> throw new IllegalStateException("not for later");
      }
    }
  }

  /**
   * A row of which delivery itself broke: alone it is tried again, and kept as a dead letter when
   * that has happened too often. Nobody else's change waits for it.
   */
  void faulty(Channel channel, OutboxRow row, Throwable e) {
    String detail = Troubles.detail(e);
    LOG.error(
        "a change of a card of merchant {} breaks its delivery (attempt {})",
        row.merchantId(),
        row.attempts(),
        e);
    if (row.letter() == null && row.failures() < settings.maxAttempts()) {
      outbox.retry(row, wait(row, Duration.ZERO), row.payload().toString());
      return;
    }
    End end = new End.Lost(Reason.FAULT, detail);
    try {
      List<OutboxRow> _ =
          database.inTenant(
              row.merchantId(), c -> remove(c, row.merchantId(), channel, Map.of(row, end)));
    } catch (RuntimeException unheard) {
      LOG.error("nobody hears what became of it", unheard);
      Set<Long> _ =
          database.inTenant(
              row.merchantId(),
              c -> {
                letters.bury(c, channel, row, Reason.FAULT, detail);
                return OutboxClaims.remove(c, row.merchantId(), List.of(row));
              });
    }
  }

  /** A letter is tried once: when that fails, it waits as a letter. */
  private boolean isLater(OutboxRow row, End end) {
    return end instanceof End.Wait
        || (end instanceof End.Later
            && row.letter() == null
            && row.failures() < settings.maxAttempts());
  }

  /** How long a row that failed waits at least. */
  Duration backOff(OutboxRow row) {
    long millis = settings.firstRetry().toMillis() << Math.min(row.failures() - 1, 20);
    return Duration.ofMillis(Math.min(millis, LONGEST.toMillis()));
  }

  private Duration wait(OutboxRow row, Duration atLeast) {
    long bounded = Math.max(backOff(row).toMillis(), atLeast.toMillis());
    // Jitter, so that what failed together does not come back together.
    return Duration.ofMillis(bounded + ThreadLocalRandom.current().nextLong(bounded / 4 + 1));
  }

  private static DeliveryResult result(OutboxRow row, End end) {
    return switch (end) {
      case End.Delivered() -> result(row, Outcome.DELIVERED, "");
      case End.Failed(String reason) -> result(row, Outcome.FAILED, reason);
      case End.Skipped(String reason) -> result(row, Outcome.SKIPPED, reason);
      case End.Lost(var reason, var detail) -> result(row, Outcome.FAILED, heard(reason));
      case End.Later(var atLeast, var reason, var detail, var devices) ->
          result(row, Outcome.FAILED, heard(reason));
      case End.Wait wait -> throw new IllegalStateException("it is not over");
    };
  }

  /** In the words that whoever caused the change knows. */
  private static String heard(Reason reason) {
    return switch (reason) {
      case UNREACHABLE, FAULT -> "UNREACHABLE";
      case ACCOUNT, CERTIFICATE, REFUSED -> "REFUSED";
    };
  }

  private static DeliveryResult result(OutboxRow row, Outcome outcome, String reason) {
    return new DeliveryResult(row.merchantId(), row.memberId(), row.payload(), outcome, reason);
  }
}
