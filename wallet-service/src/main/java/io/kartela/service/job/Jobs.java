package io.kartela.service.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.postgres.BookingJob;
import io.kartela.ledger.postgres.Discrepancy;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.ledger.postgres.SelfCheck;
import io.kartela.service.feedback.FeedbackFeature;
import io.kartela.service.member.bulk.BulkFeature;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.message.automation.AutomationFeature;
import io.kartela.service.message.delivery.GoogleSweep;
import io.kartela.service.message.post.MessageLog;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.platform.work.PerMerchant;
import io.kartela.service.platform.work.Resealing;
import io.kartela.service.platform.work.Troubles;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.code.PromoCodes;
import io.kartela.service.purchase.HoldPlaces;
import io.kartela.service.shop.cashier.CashierCleanUp;
import io.kartela.service.shop.imports.ImportsFeature;
import io.kartela.service.till.scan.ScanCleanUp;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens by the clock: due activations and expiries are booked, tiers recomputed, the ledger
 * re-added, old sessions and idempotency records forgotten. db-scheduler gives each run to one
 * node. Everything may run twice; what goes wrong for one merchant or account is left to itself.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int BATCH = 500;
  private static final Duration KEEP_OPERATIONS = Duration.ofDays(90);

  private static final String BOOKING = "book due bonuses";
  private static final String RESEALING = "seal secrets anew";

  private final Database database;
  private final Troubles troubles;
  private final PerMerchant perMerchant;
  private final TierRecompute tiers;
  private final Programs programs;
  private final InstantSource clock;
  private final Runnable wakeDelivery;
  private final BookingJob booking = new BookingJob();
  private final SelfCheck selfCheck = new SelfCheck();

  /** What did not add up when a merchant was last checked; who is left out now keeps it. */
  private final Map<Long, Integer> discrepancies = new ConcurrentHashMap<>();

  private final Optional<GoogleSweep> sweep;
  private final Resealing resealing;
  private final LongConsumer automations;
  private final LongConsumer segments;
  private final LongConsumer reviews;
  private final LongConsumer rewards;
  private final LongConsumer erasures;
  private final LongConsumer letters;
  private volatile boolean othersMayGo;
  private final Scheduler scheduler;

  /** What features do for one merchant at a time. */
  public record Merchantly(
      LongConsumer automations,
      LongConsumer segments,
      LongConsumer reviews,
      LongConsumer rewards,
      LongConsumer erasures,
      LongConsumer letters) {}

  public Jobs(
      House house,
      TierRecompute tiers,
      Programs programs,
      MeterRegistry meters,
      Optional<GoogleSweep> sweep,
      Resealing resealing,
      Merchantly work) {
    this.database = house.database();
    this.troubles = new Troubles(house.database());
    this.perMerchant = new PerMerchant(house.database());
    this.tiers = tiers;
    this.programs = programs;
    this.clock = house.clock();
    this.wakeDelivery = house.wake();
    this.sweep = sweep;
    this.resealing = resealing;
    this.automations = work.automations;
    this.segments = work.segments;
    this.reviews = work.reviews;
    this.rewards = work.rewards;
    this.erasures = work.erasures;
    this.letters = work.letters;
    Gauge.builder(
            "kartela_ledger_discrepancies",
            () -> discrepancies.values().stream().mapToInt(n -> n).sum())
        .register(meters);
    List<RecurringTask<Void>> tasks =
        List.of(
            every("book-due", Duration.ofMinutes(1), this::bookDue),
            every("publish-programs", Duration.ofMinutes(1), this::publishPrograms),
            every("recompute-tiers", Duration.ofMinutes(10), this::recomputeTiers),
            every("automations", Duration.ofMinutes(1), this::runAutomations),
            every("follow-purchases", Duration.ofMinutes(1), this::followPurchases),
            // An owner hears of a bad review within a minute.
            every("reviews", Duration.ofSeconds(20), this::runReviews),
            every("inviters-rewards", Duration.ofMinutes(1), this::bookRewards),
            every("erase-those-who-asked", Duration.ofMinutes(10), this::erase),
            every("weekly-letters", Duration.ofMinutes(10), this::writeLetters),
            every("sweep-google", Duration.ofMinutes(1), this::sweepGoogle),
            every("reseal", Duration.ofMinutes(10), this::reseal),
            every("clean-up", Duration.ofHours(1), this::cleanUp),
            nightly("self-check", LocalTime.of(3, 30), this::checkAll));
    this.scheduler =
        Scheduler.create(house.database().workers())
            .startTasks(tasks)
            .tableName("kartela.scheduled_tasks")
            .commitWhenAutocommitDisabled(true)
            .threads(tasks.size()) // a long one holds no other back
            .pollingInterval(Duration.ofSeconds(10))
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();
  }

  private static RecurringTask<Void> every(String name, Duration delay, Runnable work) {
    return Tasks.recurring(name, FixedDelay.of(delay)).execute((instance, context) -> work.run());
  }

  private static RecurringTask<Void> nightly(String name, LocalTime at, Runnable work) {
    return Tasks.recurring(name, Schedules.daily(ZoneOffset.UTC, at))
        .execute((instance, context) -> work.run());
  }

  public void start() {
    scheduler.start();
  }

  /**
   * Books activations, expiries and timeouts that are due, and tells the phones of whom it
   * concerns.
   */
  public void bookDue() {
    Instant now = clock.instant();
    List<AccountId> sick = new ArrayList<>();
    for (Troubles.Waiting one : troubles.waiting(BOOKING)) {
      if (!one.subject().isEmpty()) {
        sick.add(new AccountId(one.merchantId(), Long.parseLong(one.subject())));
      }
    }
    BookingJob.Booked booked;
    do {
      booked = database.asWorker(c -> bookDue(c, now, sick));
      booked
          .accounts()
          .forEach(a -> troubles.well(a.merchantId(), BOOKING, Long.toString(a.accountId())));
      booked.sick().forEach((account, e) -> isSick(account, e, sick));
    } while (booked.claimed() == BATCH);
    if (!booked.accounts().isEmpty()) {
      wakeDelivery.run();
    }
  }

  private BookingJob.Booked bookDue(Connection c, Instant now, List<AccountId> except) {
    BookingJob.Booked booked = booking.book(c, now, BATCH, except);
    RoundTrip trip = new RoundTrip();
    booked
        .accounts()
        .forEach(a -> Outbox.passChangedByTheClock(trip, a.merchantId(), a.accountId()));
    trip.run(c);
    return booked;
  }

  /** The others' turn comes; this account is tried again later. */
  private void isSick(AccountId account, RuntimeException e, List<AccountId> sick) {
    troubles.failed(account.merchantId(), BOOKING, Long.toString(account.accountId()), e);
    sick.add(account);
  }

  /** Puts programs into force whose moment has come. */
  public void publishPrograms() {
    each("publish programs", programs::publishDue);
  }

  /** Recomputes tiers where the month's recomputation has not been done. */
  public void recomputeTiers() {
    Instant now = clock.instant();
    each(
        "recompute tiers",
        merchantId -> {
          int changed = tiers.run(merchantId, now);
          if (changed > 0) {
            LOG.info("Merchant {}: {} members changed their tier", merchantId, changed);
            wakeDelivery.run();
          }
        });
  }

  /** Forgets people who asked for it and did not take it back. */
  public void erase() {
    each("erase those who asked", erasures);
  }

  /** Decides what automations have to say of what happened since the last time. */
  public void runAutomations() {
    each("automations", automations);
  }

  /** Asks how purchases were, and tells owners of bad answers. */
  public void runReviews() {
    each("reviews", reviews);
  }

  /** Takes in what segments and figures ask of purchases and no purchase waits for. */
  public void followPurchases() {
    each("follow purchases", segments);
  }

  /** Books rewards of inviters that were not booked right behind their receipts. */
  public void bookRewards() {
    each("book inviters' rewards", rewards);
  }

  /** Writes to owners how the week went. */
  public void writeLetters() {
    each("weekly letters", letters);
  }

  /** Does it for every merchant, whatever happens with one of them. */
  private void each(String work, LongConsumer piece) {
    perMerchant.each(work, perMerchant.everybody(), piece);
  }

  /** Finds cards at Google that are not what they should be; some of each merchant's at a time. */
  public void sweepGoogle() {
    sweep.ifPresent(
        google ->
            each(
                "compare cards at Google",
                merchantId -> {
                  int _ = google.run(merchantId);
                }));
  }

  /** Seals secrets anew after a change of the master key. */
  public void reseal() {
    if (!resealing.isWanted()) {
      return;
    }
    AtomicInteger done = new AtomicInteger();
    each(RESEALING, merchantId -> done.addAndGet(resealing.run(merchantId)));
    if (done.get() == 0 && troubles.waiting(RESEALING).isEmpty() && !othersMayGo) {
      othersMayGo = true; // said once
      LOG.info("Nothing is sealed under another master key than the first: the others may go");
    }
  }

  /**
   * Re-adds every account from its history; a difference is an alarm in the log and in the metrics.
   */
  public void checkAll() {
    List<Long> everybody = perMerchant.everybody();
    perMerchant.each(
        "check the ledger",
        everybody,
        merchantId -> {
          List<Discrepancy> list = database.inTransaction(c -> selfCheck.merchant(c, merchantId));
          discrepancies.put(merchantId, list.size());
          list.stream().limit(20).forEach(d -> LOG.error("The ledger does not add up: {}", d));
        });
    discrepancies.keySet().retainAll(everybody);
  }

  private void cleanUp() {
    Instant now = clock.instant();
    boolean _ =
        troubles.apart(
            Troubles.NOBODYS,
            "forget sessions",
            () -> database.asWorker(c -> forgetSessions(c, now)));
    forgetScans();
    boolean _ = troubles.apart(Troubles.NOBODYS, "forget operations", () -> prune(now));
  }

  private void prune(Instant now) {
    long pruned;
    do {
      pruned = database.asWorker(c -> booking.prune(c, now.minus(KEEP_OPERATIONS), BATCH));
    } while (pruned >= BATCH);
  }

  /**
   * Traces of scans after a month, what became of messages after three, used reads and codes when
   * they are over; a batch at a time.
   */
  public void forgetScans() {
    Instant now = clock.instant();
    each(
        "forget scans",
        merchantId -> {
          inBatches(merchantId, ScanCleanUp.BATCH, c -> ScanCleanUp.run(c, merchantId, now));
          inBatches(merchantId, CashierCleanUp.BATCH, c -> CashierCleanUp.run(c, merchantId, now));
          inBatches(merchantId, HoldPlaces.BATCH, c -> HoldPlaces.cleanUp(c, merchantId, now));
          inBatches(merchantId, MessageLog.BATCH, c -> MessageLog.cleanUp(c, merchantId, now));
          inBatches(
              merchantId,
              AutomationFeature.BATCH,
              c -> AutomationFeature.cleanUp(c, merchantId, now));
          inBatches(
              merchantId, FeedbackFeature.BATCH, c -> FeedbackFeature.cleanUp(c, merchantId, now));
          ImportsFeature.forgetOld(database, merchantId, now);
          PromoCodes.cleanUp(database, merchantId, now);
          BulkFeature.forgetOld(database, merchantId, now);
        });
  }

  /** Until a batch is not full: each is a transaction of its own. */
  private void inBatches(long merchantId, int batch, Database.Work<Integer> work) {
    int done;
    do {
      done = database.inTenant(merchantId, work);
    } while (done >= batch);
  }

  private static int forgetSessions(Connection c, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.session WHERE expires_at < ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      return s.executeUpdate();
    }
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
