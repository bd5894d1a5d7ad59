package io.kartela.service.delivery;

import io.kartela.push.Delivery;
import io.kartela.service.db.Database;
import io.kartela.service.delivery.Finish.End;
import io.kartela.service.pass.Passes;
import io.kartela.service.pass.apple.PushTargets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives changed cards their new version and tells Apple phones to fetch it. Nothing is sent inside
 * a transaction; doing a batch twice, as after a crash, only makes phones ask once more.
 */
final class AppleDelivery implements Lane.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(AppleDelivery.class);
  private static final Duration CERTIFICATE_TROUBLE = Duration.ofMinutes(5);

  private final Database database;
  private final Passes passes;
  private final ApplePush push;
  private final GoogleHolders google;
  private final Finish finish;
  private final DeliveryMeters meters;
  private final InstantSource clock;
  private final PushTargets targets = new PushTargets();
  private final TokenGuard guard = new TokenGuard();
  private final PushPace pace;
  private final AtomicLong warnedAt = new AtomicLong();

  /**
   * Which members' cards Google must be told about; answers in the transaction of the new version.
   */
  interface GoogleHolders {
    /** Member → whether somebody is known to hold the object. */
    Map<Long, Boolean> of(Connection c, long merchantId, Collection<Long> memberIds)
        throws SQLException;

    /** Whether this one card is at Google, living or not. */
    boolean has(Connection c, long merchantId, String serial) throws SQLException;

    /** As what Google's part goes on. */
    String kind();

    /** There is work for Google now. */
    void wake();
  }

  AppleDelivery(
      Database database,
      Passes passes,
      ApplePush push,
      GoogleHolders google,
      Finish finish,
      DeliveryMeters meters,
      PushPace pace,
      InstantSource clock) {
    this.database = database;
    this.passes = passes;
    this.push = push;
    this.pace = pace;
    this.google = google;
    this.finish = finish;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void deliver(List<OutboxRow> rows) {
    Map<Long, List<OutboxRow>> byMerchant = new TreeMap<>();
    rows.forEach(
        row -> byMerchant.computeIfAbsent(row.merchantId(), m -> new ArrayList<>()).add(row));
    byMerchant.forEach(this::deliver);
  }

  private void deliver(long merchantId, List<OutboxRow> rows) {
    Map<OutboxRow, List<String>> tokens =
        database.inTenantRepeatable(merchantId, c -> publish(c, merchantId, rows));
    google.wake();
    if (tokens.isEmpty()) {
      return;
    }
    Instant pushedAt = clock.instant();
    Map<String, Delivery> answers = pushAll(merchantId, tokens.values());
    Map<OutboxRow, End> ends = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      List<String> own = tokens.get(row);
      if (own != null) {
        ends.put(row, end(own, answers));
        if (ends.get(row) instanceof End.Delivered) {
          meters.delay("apple", row.createdAt());
        }
      }
    }
    List<OutboxRow> later =
        database.inTenantRepeatable(
            merchantId,
            c -> {
              obey(c, merchantId, answers, pushedAt);
              return finish.remove(c, merchantId, ends);
            });
    finish.later(later, ends, "touched");
  }

  /**
   * One transaction: new versions, news, work for Google; ends the rows that nobody on Apple holds.
   */
  private Map<OutboxRow, List<String>> publish(Connection c, long merchantId, List<OutboxRow> rows)
      throws SQLException {
    List<OutboxRow> fresh =
        rows.stream().filter(row -> !row.touched() && row.serial() == null).toList();
    touch(c, merchantId, fresh);
    Map<OutboxRow, List<String>> tokens = tokens(c, merchantId, rows);
    Map<Long, Boolean> holders = google.of(c, merchantId, OutboxRow.members(fresh));
    Map<OutboxRow, End> over = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      boolean onApple = tokens.containsKey(row);
      Boolean onGoogle = row.touched() ? null : onGoogle(c, row, holders);
      boolean googleReports = !onApple && Boolean.TRUE.equals(onGoogle);
      if (onGoogle != null) {
        Outbox.add(c, google.kind(), row, googleReports && row.reports());
      }
      if (googleReports) {
        // The row lives on as Google's work, which tells the result.
        Outbox.remove(c, merchantId, List.of(row));
      } else if (!onApple) {
        over.put(row, new End.Skipped("NO_WALLET"));
      }
    }
    finish.remove(c, merchantId, over);
    return tokens;
  }

  /** Null when Google has nothing to be told of. */
  private @Nullable Boolean onGoogle(Connection c, OutboxRow row, Map<Long, Boolean> holders)
      throws SQLException {
    String serial = row.serial();
    if (serial == null) {
      return holders.get(row.memberId());
    }
    if (row.device() != null) {
      return null;
    }
    return google.has(c, row.merchantId(), serial) ? true : null;
  }

  private Map<OutboxRow, List<String>> tokens(Connection c, long merchantId, List<OutboxRow> rows)
      throws SQLException {
    List<OutboxRow> living = rows.stream().filter(row -> row.serial() == null).toList();
    Map<Long, List<String>> ofMembers = new HashMap<>();
    for (PushTargets.Target target : targets.living(c, merchantId, OutboxRow.members(living))) {
      ofMembers.computeIfAbsent(target.memberId(), m -> new ArrayList<>()).add(target.pushToken());
    }
    Map<OutboxRow, List<String>> tokens = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      String serial = row.serial();
      List<String> own =
          serial == null
              ? ofMembers.getOrDefault(row.memberId(), List.of())
              : targets.tokens(c, merchantId, serial, row.device());
      if (!own.isEmpty()) {
        tokens.put(row, own);
      }
    }
    return tokens;
  }

  /** New versions and news. */
  private void touch(Connection c, long merchantId, List<OutboxRow> fresh) throws SQLException {
    Map<Map.Entry<String, String>, List<Long>> news = new LinkedHashMap<>();
    Set<Long> touched =
        OutboxRow.members(fresh.stream().filter(row -> row.news() == null).toList());
    for (OutboxRow row : fresh) {
      String text = row.news();
      if (text != null) {
        news.computeIfAbsent(Map.entry(row.newsKey(), text), k -> new ArrayList<>())
            .add(row.memberId());
      }
    }
    passes.touch(c, merchantId, touched);
    for (var one : news.entrySet()) {
      passes.setNews(c, merchantId, one.getValue(), one.getKey().getValue(), one.getKey().getKey());
    }
  }

  private Map<String, Delivery> pushAll(long merchantId, Collection<List<String>> tokens) {
    Map<String, CompletableFuture<Delivery>> sent = new LinkedHashMap<>();
    for (List<String> ofMember : tokens) {
      for (String token : ofMember) {
        // A phone with several cards, or a token that several devices report, hears it once.
        sent.computeIfAbsent(token, one -> push(merchantId, one));
      }
    }
    Map<String, Delivery> answers = new LinkedHashMap<>();
    sent.forEach(
        (token, answer) -> {
          Delivery delivery = answer.join();
          meters.pushed("apple", delivery);
          answers.put(token, judge(delivery));
        });
    return answers;
  }

  private CompletableFuture<Delivery> push(long merchantId, String token) {
    Duration wait = pace.take(token);
    return wait.isZero()
        ? push.push(merchantId, token)
        : CompletableFuture.completedFuture(new Delivery.Throttled("too many changes", wait));
  }

  /**
   * A refusal that would quarantine becomes a wait when the certificate is the likelier culprit.
   */
  private Delivery judge(Delivery delivery) {
    boolean doubtful =
        delivery instanceof Delivery.Rejected(var reason, var fate, var since)
            && fate == Delivery.AddressFate.QUARANTINE;
    if (guard.tokensAreToBlame(doubtful) || !doubtful) {
      return delivery;
    }
    long now = clock.millis();
    long warned = warnedAt.get();
    if (now - warned > 60_000 && warnedAt.compareAndSet(warned, now)) {
      LOG.error(
          "APNs refuses more than 5 % of the push tokens ({}): certificate or environment look"
              + " wrong; keeping them",
          delivery);
    }
    return new Delivery.Retry("certificate or environment", CERTIFICATE_TROUBLE);
  }

  private static End end(List<String> tokens, Map<String, Delivery> answers) {
    End end = new End.Failed("DEAD_TOKEN");
    for (String token : tokens) {
      switch (answers.get(token)) {
        case null -> {}
        case Delivery.Delivered d -> {
          return new End.Delivered();
        }
        case Delivery.Retry(var reason, var after) -> end = later(end, after);
        case Delivery.Throttled(var reason, var after) -> end = later(end, after);
        case Delivery.Rejected(var reason, var fate, var since) -> {
          if (!(end instanceof End.Later)) {
            end = new End.Failed(reasonOf(fate));
          }
        }
      }
    }
    return end;
  }

  private static End later(End before, Duration after) {
    return before instanceof End.Later(Duration other) && other.compareTo(after) < 0
        ? before
        : new End.Later(after);
  }

  private static String reasonOf(Delivery.AddressFate fate) {
    return switch (fate) {
      case DEAD -> "DEAD_TOKEN";
      case QUARANTINE -> "QUARANTINED";
      case KEEP -> "REFUSED";
    };
  }

  /** Forgets dead tokens and sets doubtful ones aside. */
  private void obey(Connection c, long merchantId, Map<String, Delivery> answers, Instant pushedAt)
      throws SQLException {
    for (var one : answers.entrySet()) {
      if (one.getValue() instanceof Delivery.Rejected(var reason, var fate, var since)) {
        switch (fate) {
          case DEAD ->
              targets.forget(c, merchantId, one.getKey(), since == null ? pushedAt : since);
          case QUARANTINE -> targets.quarantine(c, merchantId, one.getKey(), reason, pushedAt);
          case KEEP -> LOG.error("APNs refuses our pushes: {}", reason);
        }
      }
    }
  }
}
