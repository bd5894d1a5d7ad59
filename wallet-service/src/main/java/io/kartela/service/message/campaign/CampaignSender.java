package io.kartela.service.message.campaign;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.delivery.DeliveryResult.Outcome;
import io.kartela.service.message.post.Skip;
import io.kartela.service.message.words.Personal;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.PerMerchant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works campaigns off chunk by chunk: leases a range of recipients, has them judged as they are
 * now, and hands the rest to delivery through the outbox in the transaction that closes the chunk.
 * Any number of nodes may run it; a node that comes back after its lease finds the epoch changed
 * and writes nothing.
 */
final class CampaignSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignSender.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  /** How long to leave delivery to work when enough waits for it. */
  private static final Duration BREATH = Duration.ofMillis(200);

  /** Texts of one campaign that wait for delivery: more would only be harder to stop. */
  private static final int AHEAD = 1_000;

  /** A chunk that could not be worked off so often is given up. */
  private static final int MOST_TRIES = 20;

  private static final String WORK = "send campaigns";

  private final Database database;
  private final Campaigns campaigns;
  private final Beside beside;
  private final Personal personal;
  private final Planner planner;
  private final Gifts gifts = new Gifts();
  private final PerMerchant perMerchant;
  private final Runnable wakeDelivery;
  private final Loop loop;

  private record Running(long merchantId, long campaignId) {}

  CampaignSender(
      Database database,
      Campaigns campaigns,
      Beside beside,
      Personal personal,
      Planner planner,
      Runnable wakeDelivery) {
    this.database = database;
    this.campaigns = campaigns;
    this.beside = beside;
    this.personal = personal;
    this.planner = planner;
    this.perMerchant = new PerMerchant(database);
    this.wakeDelivery = wakeDelivery;
    this.loop = Loop.ofSteps("campaigns", POLL, this::send);
  }

  void start() {
    loop.start();
  }

  /** There may be work: looks at once. */
  void wake() {
    loop.wake();
  }

  /**
   * Begins what is due, then a chunk of every running campaign in turn, so that none waits for the
   * end of another.
   */
  private boolean send() throws InterruptedException {
    planner.begin();
    Set<Step> steps = EnumSet.noneOf(Step.class);
    perMerchant.each(WORK, running(), Running::merchantId, one -> steps.add(step(one)));
    if (!steps.contains(Step.SENT) && steps.contains(Step.FULL)) {
      Thread.sleep(BREATH);
    }
    return steps.contains(Step.SENT) || steps.contains(Step.FULL);
  }

  private enum Step {
    SENT,
    /** Enough waits for delivery. */
    FULL,
    NOTHING
  }

  private Step step(Running one) {
    int waiting =
        database.inTenant(
            one.merchantId,
            c ->
                beside.mayCome(c, one.merchantId)
                    ? Outbox.newsWaiting(c, one.merchantId, one.campaignId, AHEAD)
                        + beside.waiting(c, one.merchantId, one.campaignId, AHEAD)
                    : Integer.MAX_VALUE);
    if (waiting == Integer.MAX_VALUE) {
      return Step.NOTHING; // people sleep
    }
    if (waiting >= AHEAD) {
      return Step.FULL;
    }
    Optional<Chunk> leased = database.asWorker(c -> Chunk.lease(c, one.merchantId, one.campaignId));
    if (leased.isPresent()) {
      Chunk chunk = leased.get();
      boolean worked =
          database.inTenant(
              chunk.merchantId(),
              c -> chunk.epoch() > MOST_TRIES ? giveUp(c, chunk) : send(c, chunk));
      if (!worked) {
        // Paused meanwhile: whoever resumes it waits for nobody's lease.
        boolean _ = database.asWorker(c -> Chunk.release(c, chunk));
      }
      wakeDelivery.run();
      return Step.SENT;
    }
    campaigns.finishIfDone(one.merchantId, one.campaignId);
    return Step.NOTHING;
  }

  /** Its recipients are told of as failed, so that the campaign ends. */
  private static boolean giveUp(Connection c, Chunk chunk) throws SQLException {
    LOG.error("a chunk of campaign {} is given up: {}", chunk.campaignId(), chunk);
    for (Chunk.Recipient r : Chunk.recipients(c, chunk)) {
      CampaignResults.record(
          c, chunk.merchantId(), chunk.campaignId(), r.seq(), Outcome.FAILED, "INTERNAL");
    }
    return Chunk.close(c, chunk, 0);
  }

  private boolean send(Connection c, Chunk chunk) throws SQLException {
    Optional<Saying> saying = Saying.ifRunning(c, chunk.merchantId(), chunk.campaignId());
    if (saying.isEmpty()) {
      return false;
    }
    Map<Chunk.Recipient, String> skipped = new HashMap<>();
    List<Chunk.Recipient> recipients = Chunk.heirs(c, chunk, Chunk.recipients(c, chunk), skipped);
    List<Long> ids = recipients.stream().map(Chunk.Recipient::memberId).toList();
    Map<Long, Skip> skips = beside.skips(c, chunk.merchantId(), ids);
    List<Chunk.Recipient> sent = new ArrayList<>();
    List<Chunk.Recipient> cardless = new ArrayList<>();
    Set<Long> full = beside.full(c, chunk.merchantId(), ids);
    for (Chunk.Recipient r : recipients) {
      Skip why = skips.get(r.memberId());
      if (why == Skip.NO_WALLET) {
        cardless.add(r);
      } else if (why != null) {
        skipped.put(r, why.name());
      } else if (full.contains(r.memberId())) {
        skipped.put(r, Skip.CAP.name());
      } else {
        sent.add(r);
      }
    }
    Map<Long, ChannelKind> ways =
        beside.ways(
            c,
            chunk.merchantId(),
            saying.get(),
            cardless.stream().map(Chunk.Recipient::memberId).toList());
    Map<Chunk.Recipient, ChannelKind> others = new HashMap<>();
    for (Chunk.Recipient r : cardless) {
      ChannelKind way = ways.get(r.memberId());
      if (way == null) {
        skipped.put(r, unreached(saying.get()));
      } else {
        others.put(r, way);
      }
    }
    if (Chunk.close(c, chunk, skipped.size())) {
      Chunk.skip(c, chunk, skipped);
      enqueue(c, chunk, saying.get(), sent);
      beside.add(c, chunk, saying.get(), others);
      gifts.give(c, chunk, saying.get(), sent, others.keySet(), beside.now());
    }
    return true;
  }

  private static String unreached(Saying saying) {
    return saying.ways().isEmpty() ? Skip.NO_WALLET.name() : "NO_ADDRESS";
  }

  private void enqueue(Connection c, Chunk chunk, Saying saying, List<Chunk.Recipient> sent)
      throws SQLException {
    List<Long> ids = sent.stream().map(Chunk.Recipient::memberId).toList();
    beside.made(c, chunk.merchantId(), ids);
    Map<Long, String> texts =
        saying
            .wording()
            .texts(personal, c, chunk.merchantId(), ids, Wording.By.CARD, saying.facts());
    Outbox.news(
        c,
        chunk.merchantId(),
        sent.stream()
            .map(
                r ->
                    new Outbox.Message(
                        r.memberId(),
                        Map.of(
                            "notify",
                            true,
                            "news",
                            texts.get(r.memberId()),
                            "campaign",
                            chunk.campaignId(),
                            "seq",
                            r.seq())))
            .toList());
  }

  private List<Running> running() {
    return database.asWorker(
        c -> {
          List<Running> list = new ArrayList<>();
          try (PreparedStatement s =
                  c.prepareStatement(
                      "SELECT merchant_id, campaign_id FROM kartela.campaign WHERE state ="
                          + " 'RUNNING' ORDER BY campaign_id");
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              list.add(new Running(r.getLong(1), r.getLong(2)));
            }
          }
          return list;
        });
  }

  @Override
  public void close() {
    loop.close();
  }
}
