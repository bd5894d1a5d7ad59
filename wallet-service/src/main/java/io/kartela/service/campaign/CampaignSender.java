package io.kartela.service.campaign;

import io.kartela.service.db.Database;
import io.kartela.service.member.Members;
import io.kartela.service.outbox.Outbox;
import io.kartela.service.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works campaigns off chunk by chunk: leases a range of recipients, checks consent and wallets as
 * they are now, and hands the rest to delivery through the outbox in the transaction that closes
 * the chunk. Any number of nodes may run it; a node that comes back after its lease finds the epoch
 * changed and writes nothing.
 */
final class CampaignSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignSender.class);
  private static final long POLL_MILLIS = 1000;

  private final Database database;
  private final Campaigns campaigns;
  private final Members members;
  private final WalletHolders holders = new WalletHolders();
  private final Runnable wakeDelivery;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  private record Chunk(long merchantId, long campaignId, int fromSeq, int toSeq, int epoch) {}

  private record Recipient(int seq, long memberId) {}

  CampaignSender(Database database, Campaigns campaigns, Members members, Runnable wakeDelivery) {
    this.database = database;
    this.campaigns = campaigns;
    this.members = members;
    this.wakeDelivery = wakeDelivery;
    this.thread = Thread.ofVirtual().name("campaigns").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** There may be work: looks at once. */
  void wake() {
    wake.release();
  }

  private void run() {
    while (running) {
      try {
        wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        wake.drainPermits();
        while (running && sendNextChunk()) {
          wakeDelivery.run();
        }
        finishRunning();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.warn("campaigns wait: {}", e.toString());
        }
      }
    }
  }

  private boolean sendNextChunk() {
    Optional<Chunk> leased = database.asWorker(CampaignSender::lease);
    leased.ifPresent(chunk -> database.inTenant(chunk.merchantId, c -> send(c, chunk)));
    return leased.isPresent();
  }

  private static Optional<Chunk> lease(Connection c) throws SQLException {
    try (PreparedStatement s =
            c.prepareStatement(
                """
                UPDATE kartela.campaign_chunk SET lease_until = clock_timestamp() + interval '60 seconds', epoch = epoch + 1
                WHERE (merchant_id, campaign_id, from_seq) = (
                    SELECT k.merchant_id, k.campaign_id, k.from_seq
                    FROM kartela.campaign_chunk k JOIN kartela.campaign USING (merchant_id, campaign_id)
                    WHERE NOT k.done AND k.lease_until < clock_timestamp() AND state = 'RUNNING'
                    ORDER BY k.lease_until, k.campaign_id, k.from_seq LIMIT 1 FOR UPDATE OF k SKIP LOCKED)
                RETURNING merchant_id, campaign_id, from_seq, to_seq, epoch
                """);
        ResultSet r = s.executeQuery()) {
      return r.next()
          ? Optional.of(
              new Chunk(r.getLong(1), r.getLong(2), r.getInt(3), r.getInt(4), r.getInt(5)))
          : Optional.empty();
    }
  }

  private boolean send(Connection c, Chunk chunk) throws SQLException {
    Optional<String> text = textIfRunning(c, chunk);
    if (text.isEmpty()) {
      return false;
    }
    Map<Recipient, String> skipped = new HashMap<>();
    List<Recipient> recipients = heirs(c, chunk, recipients(c, chunk), skipped);
    List<Long> ids = recipients.stream().map(Recipient::memberId).toList();
    Map<Long, Boolean> consent = new HashMap<>();
    members.consents(c, chunk.merchantId, ids).forEach(a -> consent.put(a.memberId(), a.consent()));
    Set<Long> withWallet = holders.withWallet(c, chunk.merchantId, ids);
    List<Recipient> sent = new ArrayList<>();
    for (Recipient r : recipients) {
      if (!consent.getOrDefault(r.memberId, false)) {
        skipped.put(r, "NO_CONSENT");
      } else if (!withWallet.contains(r.memberId)) {
        skipped.put(r, "NO_WALLET");
      } else {
        sent.add(r);
      }
    }
    if (close(c, chunk, skipped.size())) {
      skip(c, chunk, skipped);
      enqueue(c, chunk, text.get(), sent);
    }
    return true;
  }

  private static Optional<String> textIfRunning(Connection c, Chunk chunk) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT text FROM kartela.campaign WHERE merchant_id = ? AND campaign_id = ? AND state"
                + " = 'RUNNING' FOR SHARE")) {
      s.setLong(1, chunk.merchantId);
      s.setLong(2, chunk.campaignId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  private static List<Recipient> recipients(Connection c, Chunk chunk) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT seq, member_id FROM kartela.campaign_recipient
            WHERE merchant_id = ? AND campaign_id = ? AND seq BETWEEN ? AND ? AND outcome IS NULL
            """)) {
      s.setLong(1, chunk.merchantId);
      s.setLong(2, chunk.campaignId);
      s.setInt(3, chunk.fromSeq);
      s.setInt(4, chunk.toSeq);
      List<Recipient> list = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          list.add(new Recipient(r.getInt(1), r.getLong(2)));
        }
      }
      return list;
    }
  }

  /**
   * Whoever was merged into another member since the campaign began is addressed as that one,
   * unless the campaign has that one already.
   */
  private static List<Recipient> heirs(
      Connection c, Chunk chunk, List<Recipient> recipients, Map<Recipient, String> skipped)
      throws SQLException {
    Map<Long, Long> heirs =
        Members.heirs(c, chunk.merchantId, recipients.stream().map(Recipient::memberId).toList());
    if (heirs.isEmpty()) {
      return recipients;
    }
    List<Recipient> addressed = new ArrayList<>();
    for (Recipient r : recipients) {
      Long heir = heirs.get(r.memberId);
      if (heir == null) {
        addressed.add(r);
      } else if (readdress(c, chunk, r, heir)) {
        addressed.add(new Recipient(r.seq, heir));
      } else {
        skipped.put(r, "MERGED");
      }
    }
    return addressed;
  }

  private static boolean readdress(Connection c, Chunk chunk, Recipient r, long heir)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_recipient SET member_id = ?
            WHERE merchant_id = ? AND campaign_id = ? AND seq = ? AND NOT EXISTS (
                SELECT 1 FROM kartela.campaign_recipient o
                WHERE o.merchant_id = ? AND o.campaign_id = ? AND o.member_id = ?)
            """)) {
      s.setLong(1, heir);
      s.setLong(2, chunk.merchantId);
      s.setLong(3, chunk.campaignId);
      s.setInt(4, r.seq);
      s.setLong(5, chunk.merchantId);
      s.setLong(6, chunk.campaignId);
      s.setLong(7, heir);
      return s.executeUpdate() == 1;
    }
  }

  /** False when another node took the chunk over in the meantime. */
  private static boolean close(Connection c, Chunk chunk, int skipped) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_chunk SET done = true, skipped = skipped + ?
            WHERE merchant_id = ? AND campaign_id = ? AND from_seq = ? AND epoch = ? AND NOT done
            """)) {
      s.setInt(1, skipped);
      s.setLong(2, chunk.merchantId);
      s.setLong(3, chunk.campaignId);
      s.setInt(4, chunk.fromSeq);
      s.setInt(5, chunk.epoch);
      return s.executeUpdate() == 1;
    }
  }

  private static void skip(Connection c, Chunk chunk, Map<Recipient, String> skipped)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_recipient SET outcome = 'SKIPPED', reason = ?
            WHERE merchant_id = ? AND campaign_id = ? AND seq = ?
            """)) {
      for (var e : skipped.entrySet()) {
        s.setString(1, e.getValue());
        s.setLong(2, chunk.merchantId);
        s.setLong(3, chunk.campaignId);
        s.setInt(4, e.getKey().seq);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  private static void enqueue(Connection c, Chunk chunk, String text, List<Recipient> sent)
      throws SQLException {
    Outbox.messages(
        c,
        chunk.merchantId,
        sent.stream()
            .map(
                r ->
                    new Outbox.Message(
                        r.memberId,
                        Map.of(
                            "notify",
                            true,
                            "news",
                            text,
                            "campaign",
                            chunk.campaignId,
                            "seq",
                            r.seq)))
            .toList());
  }

  private void finishRunning() {
    List<long[]> running =
        database.asWorker(
            c -> {
              List<long[]> list = new ArrayList<>();
              try (PreparedStatement s =
                      c.prepareStatement(
                          "SELECT merchant_id, campaign_id FROM kartela.campaign WHERE state ="
                              + " 'RUNNING'");
                  ResultSet r = s.executeQuery()) {
                while (r.next()) {
                  list.add(new long[] {r.getLong(1), r.getLong(2)});
                }
              }
              return list;
            });
    running.forEach(r -> campaigns.finishIfDone(r[0], r[1]));
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join(2000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
