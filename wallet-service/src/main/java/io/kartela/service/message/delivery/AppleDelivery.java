package io.kartela.service.message.delivery;

import io.kartela.push.Delivery;
import io.kartela.service.message.delivery.Finish.End;
import io.kartela.service.message.delivery.PhonePushes.Fate;
import io.kartela.service.message.delivery.PhonePushes.Said;
import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.apple.PushTargets;
import io.kartela.service.wallet.apple.PushTargets.Target;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives changed cards their new version and tells Apple phones to fetch it. Nothing is sent inside
 * a transaction; doing a batch twice, as after a crash, only makes phones ask once more.
 */
final class AppleDelivery implements Lane.Handler {
  private static final Logger LOG = LoggerFactory.getLogger(AppleDelivery.class);

  private final String kind;
  private final Database database;
  private final Passes passes;
  private final PhonePushes push;
  private final GoogleHolders google;
  private final Finish finish;
  private final DeliveryMeters meters;
  private final InstantSource clock;
  private final PushTargets targets = new PushTargets();

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
      String kind,
      House house,
      Passes passes,
      PhonePushes push,
      GoogleHolders google,
      Finish finish,
      DeliveryMeters meters) {
    this.kind = kind;
    this.database = house.database();
    this.passes = passes;
    this.push = push;
    this.google = google;
    this.finish = finish;
    this.meters = meters;
    this.clock = house.clock();
  }

  @Override
  public void deliver(List<OutboxRow> rows) {
    Map<Long, List<OutboxRow>> byMerchant = new TreeMap<>();
    rows.forEach(
        row -> byMerchant.computeIfAbsent(row.merchantId(), m -> new ArrayList<>()).add(row));
    List<Pushed> waiting = new ArrayList<>();
    byMerchant.forEach((merchantId, own) -> push(merchantId, own).ifPresent(waiting::add));
    // Who is answered is finished; nobody's end waits for a vendor who is silent to somebody else.
    while (!waiting.isEmpty()) {
      CompletableFuture.anyOf(
              waiting.stream().map(Pushed::answered).toArray(CompletableFuture<?>[]::new))
          .join();
      List<Pushed> answered = waiting.stream().filter(one -> one.answered().isDone()).toList();
      waiting.removeAll(answered);
      answered.forEach(this::finish);
    }
  }

  /** One merchant's phones, asked to fetch. */
  private record Pushed(
      long merchantId,
      String certificate,
      Map<OutboxRow, List<Target>> phones,
      Map<String, CompletableFuture<Said>> answers,
      CompletableFuture<Void> answered,
      Instant at) {}

  /** Empty when nobody on Apple holds any of the cards. */
  private Optional<Pushed> push(long merchantId, List<OutboxRow> rows) {
    String certificate = push.certificate(merchantId);
    Published published =
        database.inTenantRepeatable(merchantId, c -> publish(c, merchantId, rows, certificate));
    if (published.atGoogle) {
      google.wake();
    }
    Map<OutboxRow, List<Target>> phones = published.phones;
    if (phones.isEmpty()) {
      return Optional.empty();
    }
    Instant pushedAt = clock.instant();
    Map<String, CompletableFuture<Said>> answers = push.push(merchantId, phones);
    CompletableFuture<Void> answered =
        CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new));
    return Optional.of(new Pushed(merchantId, certificate, phones, answers, answered, pushedAt));
  }

  private void finish(Pushed pushed) {
    long merchantId = pushed.merchantId();
    Map<String, Said> answers = new LinkedHashMap<>();
    pushed.answers().forEach((token, answer) -> answers.put(token, answer.join()));
    Map<OutboxRow, Fate> fates = new LinkedHashMap<>();
    Map<OutboxRow, End> ends = new LinkedHashMap<>();
    pushed
        .phones()
        .forEach(
            (row, own) -> {
              Fate fate = push.fate(row, own, answers, finish.backOff(row));
              fates.put(row, fate);
              ends.put(row, fate.end());
              if (fate.end() instanceof End.Delivered) {
                meters.delay("apple", row.createdAt());
              }
            });
    List<OutboxRow> later =
        database.inTenantRepeatable(
            merchantId,
            c -> {
              obey(c, merchantId, PhonePushes.refused(answers), pushed.certificate(), pushed.at());
              for (var one : fates.entrySet()) {
                Fate fate = one.getValue();
                if (!fate.waiting().isEmpty()) {
                  String payload = one.getKey().payloadFor(fate.waiting());
                  OutboxClaims.addWaiting(c, kind, one.getKey(), payload, fate.after());
                }
              }
              return finish.remove(c, merchantId, Channel.APPLE, ends);
            });
    finish.later(later, ends);
  }

  /**
   * What is to be told now.
   *
   * @param atGoogle whether there is work for Google
   */
  private record Published(Map<OutboxRow, List<Target>> phones, boolean atGoogle) {}

  /**
   * One transaction: new versions, news, work for Google; ends the rows that nobody on Apple holds.
   */
  private Published publish(
      Connection c, long merchantId, List<OutboxRow> claimed, String certificate)
      throws SQLException {
    Map<OutboxRow, End> over = new LinkedHashMap<>();
    List<OutboxRow> rows = finish.meant(c, merchantId, claimed, over);
    List<OutboxRow> fresh =
        rows.stream().filter(row -> !row.touched() && row.serial() == null).toList();
    touch(c, merchantId, fresh);
    Map<OutboxRow, List<Target>> phones = phones(c, merchantId, rows, certificate);
    Map<Long, Boolean> holders = google.of(c, merchantId, OutboxRow.members(fresh));
    boolean atGoogle = false;
    for (OutboxRow row : rows) {
      boolean onApple = phones.containsKey(row);
      Boolean onGoogle = row.touched() ? null : onGoogle(c, row, holders);
      boolean googleReports = !onApple && Boolean.TRUE.equals(onGoogle);
      if (onGoogle != null) {
        OutboxClaims.add(c, google.kind(), row, googleReports && row.reports());
        atGoogle = true;
      }
      if (googleReports && row.letter() == null) {
        // The row lives on as Google's work, which tells the result.
        OutboxClaims.remove(c, merchantId, List.of(row));
      } else if (!onApple) {
        over.put(row, new End.Skipped("NO_WALLET"));
      }
    }
    finish.remove(c, merchantId, Channel.APPLE, over);
    return new Published(phones, atGoogle);
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

  private Map<OutboxRow, List<Target>> phones(
      Connection c, long merchantId, List<OutboxRow> rows, String certificate) throws SQLException {
    List<OutboxRow> living = rows.stream().filter(row -> row.serial() == null).toList();
    Map<Long, List<Target>> ofMembers = new HashMap<>();
    for (Target target : targets.living(c, merchantId, OutboxRow.members(living), certificate)) {
      ofMembers.computeIfAbsent(target.memberId(), m -> new ArrayList<>()).add(target);
    }
    Map<OutboxRow, List<Target>> phones = new LinkedHashMap<>();
    for (OutboxRow row : rows) {
      String serial = row.serial();
      List<Target> all =
          serial == null
              ? ofMembers.getOrDefault(row.memberId(), List.of())
              : targets.ofCard(c, merchantId, serial, row.device(), certificate);
      Set<String> only = row.devices().keySet();
      List<Target> own =
          only.isEmpty() ? all : all.stream().filter(t -> only.contains(t.device())).toList();
      if (!own.isEmpty()) {
        phones.put(row, own);
      }
    }
    return phones;
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

  /** Forgets dead tokens and sets doubtful ones aside. */
  private void obey(
      Connection c,
      long merchantId,
      Map<String, Delivery.Rejected> refused,
      String certificate,
      Instant pushedAt)
      throws SQLException {
    for (var one : refused.entrySet()) {
      String token = one.getKey();
      String reason = one.getValue().reason();
      Instant since = one.getValue().deadSince();
      switch (one.getValue().address()) {
        case DEAD -> targets.forget(c, merchantId, token, since == null ? pushedAt : since);
        case QUARANTINE -> targets.quarantine(c, merchantId, token, reason, certificate, pushedAt);
        case KEEP -> LOG.error("APNs refuses our pushes: {}", reason);
      }
    }
  }
}
