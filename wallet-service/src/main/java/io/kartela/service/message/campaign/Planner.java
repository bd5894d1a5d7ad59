package io.kartela.service.message.campaign;

import io.kartela.service.message.campaign.Campaigns.Starter;
import io.kartela.service.message.campaign.Campaigns.Wanted;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.work.PerMerchant;
import io.kartela.service.shop.merchant.Merchants;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins planned campaigns when their time has come. A run begins in the transaction that moves its
 * plan on, by a key that names its day: any number of nodes may look, and each run happens once.
 */
final class Planner {
  private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

  /** A run that could not begin for so long is left out: its words may be untrue by now. */
  private static final Duration LATE = Duration.ofHours(12);

  private static final int BATCH = 100;
  private static final String WORK = "begin planned campaigns";

  private final Database database;
  private final Jpa jpa;
  private final Campaigns campaigns;
  private final WantedReader reader;
  private final Merchants merchants;
  private final InstantSource clock;
  private final PerMerchant perMerchant;

  private record Due(long merchantId, long draftId) {}

  Planner(
      Database database,
      Jpa jpa,
      Campaigns campaigns,
      WantedReader reader,
      Merchants merchants,
      InstantSource clock) {
    this.database = database;
    this.jpa = jpa;
    this.campaigns = campaigns;
    this.reader = reader;
    this.merchants = merchants;
    this.clock = clock;
    this.perMerchant = new PerMerchant(database);
  }

  void begin() {
    List<Due> due = database.asWorker(this::due);
    if (!due.isEmpty()) {
      var _ = perMerchant.each(WORK, due, Due::merchantId, this::begin);
    }
  }

  private List<Due> due(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT merchant_id, draft_id FROM kartela.campaign_draft WHERE state = 'PLANNED' AND"
                + " next_at <= ? ORDER BY next_at LIMIT ?")) {
      s.setTimestamp(1, Timestamp.from(clock.instant()));
      s.setInt(2, BATCH);
      List<Due> due = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          due.add(new Due(r.getLong(1), r.getLong(2)));
        }
      }
      return due;
    }
  }

  private void begin(Due due) {
    long merchantId = due.merchantId;
    Optional<Draft> found =
        database.inTenant(merchantId, c -> DraftStore.one(c, merchantId, due.draftId, ""));
    if (found.isEmpty() || found.get().run() == null) {
      return;
    }
    Draft draft = found.get();
    try {
      Check check = new Check();
      When when = draft.content().when().check(check);
      Wanted wanted = reader.read(merchantId, check, draft.content().campaign());
      jpa.inTenantMixed(merchantId, (em, c) -> begin(em, c, merchantId, draft, when, wanted));
    } catch (Problem e) {
      LOG.warn("planned campaign {} did not begin: {}", draft.id(), e.code());
      database.inTenant(
          merchantId,
          c -> {
            if (stands(c, merchantId, draft)) {
              DraftStore.unplan(c, merchantId, draft.id(), e.code().name());
            }
            return draft;
          });
    }
  }

  /** Whether it is still planned as it was read; nobody changes it before the transaction ends. */
  private static boolean stands(Connection c, long merchantId, Draft draft) throws SQLException {
    return DraftStore.one(c, merchantId, draft.id(), "FOR UPDATE")
        .filter(now -> now.revision() == draft.revision() && Objects.equals(draft.run(), now.run()))
        .isPresent();
  }

  private Draft begin(
      EntityManager em, Connection c, long merchantId, Draft draft, When when, Wanted wanted)
      throws SQLException {
    When.Run run = draft.run();
    if (run == null || !stands(c, merchantId, draft)) {
      return draft;
    }
    Instant now = clock.instant();
    ZoneId zone = merchants.get(merchantId).zone();
    Instant exact = when.at(run.on(), zone);
    if (exact.isAfter(now)) {
      // The shop has moved to another zone meanwhile.
      DraftStore.next(c, merchantId, draft.id(), new When.Run(run.on(), exact));
      return draft;
    }
    boolean late = exact.plus(LATE).isBefore(now);
    if (!late) {
      Starter by = new Starter(merchantId, draft.by(), draft.by(), draft.id());
      var _ = campaigns.begin(em, c, by, wanted, "draft " + draft.id() + " " + run.on());
    }
    Optional<When.Run> next = when.next(run.on(), now, zone);
    if (next.isPresent()) {
      DraftStore.next(c, merchantId, draft.id(), next.get());
    } else if (late) {
      DraftStore.unplan(c, merchantId, draft.id(), "MISSED");
    } else {
      DraftStore.delete(c, merchantId, draft.id());
    }
    return draft;
  }
}
