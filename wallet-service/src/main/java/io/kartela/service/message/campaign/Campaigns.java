package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.message.holdout.HoldOut;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Texts to the holders of cards. Starting one fixes its recipients and cuts them into chunks, all
 * in one transaction; the {@link CampaignSender} of any node then works the chunks off.
 * Thread-safe.
 */
final class Campaigns {
  static final int CHUNK = 500;

  private final Jpa jpa;
  private final Ids ids;
  private final Audiences audiences;
  private final Audit audit;
  private final InstantSource clock;
  private final Beside beside;
  private final Runnable wakeDelivery;

  record Reason(String code, long count) {}

  record CampaignView(
      String id,
      String name,
      String text,
      @Nullable String tier,
      @Nullable String segmentId,
      @Nullable JsonNode condition,
      int holdOutPercent,
      int windowDays,
      String state,
      Instant createdAt,
      @Nullable Instant finishedAt,
      String createdBy,
      int total,
      long sent,
      long delivered,
      long failed,
      long skipped,
      List<Reason> reasons,
      Ways.View beside,
      List<Wording.Variant> variants,
      String tail,
      @Nullable Gift gift,
      long gifts) {}

  /** A campaign as it is asked for. */
  record Wanted(
      String name, Wording wording, Choice choice, Ways ways, Trial trial, @Nullable Gift gift) {
    boolean began(CampaignEntity e) {
      return e.name.equals(name)
          && Wording.kept(e.text, e.variants, e.tail).equals(wording)
          && Objects.equals(Gift.of(e), gift)
          && choice.began(e)
          && ways.began(e)
          && trial.began(e);
    }
  }

  /**
   * Who begins it.
   *
   * @param author as the audit names them
   * @param draftId the plan that it is a run of; null: none
   */
  record Starter(long merchantId, String name, String author, @Nullable Long draftId) {
    static Starter of(StaffPrincipal staff) {
      return new Starter(staff.merchantId(), staff.name(), staff.email(), null);
    }
  }

  record CampaignPage(List<CampaignView> items, @Nullable String nextCursor) {}

  private record Counts(long delivered, long failed, long skipped, long gifts) {
    long all() {
      return delivered + failed + skipped;
    }
  }

  Campaigns(
      Jpa jpa,
      Ids ids,
      Audiences audiences,
      Audit audit,
      InstantSource clock,
      Beside beside,
      Runnable wakeDelivery) {
    this.jpa = jpa;
    this.ids = ids;
    this.audiences = audiences;
    this.audit = audit;
    this.clock = clock;
    this.beside = beside;
    this.wakeDelivery = wakeDelivery;
  }

  /** Starts a campaign; the same key starts it once. */
  CampaignView start(StaffPrincipal staff, Wanted wanted, String key) {
    return jpa.inTenantMixed(
        staff.merchantId(), (em, c) -> begin(em, c, Starter.of(staff), wanted, key));
  }

  /** The same in a transaction of the caller's. */
  CampaignView begin(EntityManager em, Connection c, Starter by, Wanted wanted, String key)
      throws SQLException {
    long merchantId = by.merchantId;
    lockKey(c, merchantId, key);
    CampaignEntity known = byKey(em, merchantId, key);
    if (known != null) {
      if (!wanted.began(known)) {
        throw new Problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
      }
      return view(c, known, true);
    }
    MemberCondition condition = wanted.choice.in(c, merchantId);
    CampaignEntity e = entity(by, wanted, condition, key);
    HoldOut holdOut = HoldOut.of(c, merchantId, e.id, e.holdOutPercent, e.createdAt);
    e.total = Recipients.fix(c, merchantId, e.id, audiences.of(merchantId, condition), holdOut);
    if (e.total == 0) {
      e.state = "DONE";
      e.finishedAt = e.createdAt;
    }
    em.persist(e);
    em.flush();
    audit.record(
        c,
        merchantId,
        by.author,
        "CAMPAIGN_STARTED",
        "campaign:" + e.id,
        Map.of("name", e.name, "total", e.total, "holdOutPercent", e.holdOutPercent));
    return view(c, e, true);
  }

  /** The campaign that was begun by this key. */
  static Optional<String> begun(EntityManager em, long merchantId, String key) {
    CampaignEntity known = byKey(em, merchantId, key);
    return known == null ? Optional.empty() : Optional.of(Long.toString(known.id));
  }

  private CampaignEntity entity(Starter by, Wanted wanted, MemberCondition condition, String key) {
    CampaignEntity e = new CampaignEntity();
    e.merchantId = by.merchantId;
    e.id = ids.next();
    e.name = wanted.name;
    e.text = wanted.wording.text();
    e.variants = wanted.wording.keptVariants();
    e.tail = wanted.wording.tail();
    if (wanted.gift != null) {
      e.giftAmount = wanted.gift.amount();
      e.giftDays = wanted.gift.days();
    }
    e.draftId = by.draftId;
    e.tier = wanted.choice.tier();
    e.segmentId = wanted.choice.segmentId();
    e.condition = Audiences.text(condition);
    wanted.ways.into(e);
    e.holdOutPercent = wanted.trial.holdOutPercent();
    e.windowDays = wanted.trial.windowDays();
    e.createdBy = by.name;
    e.createdAt = clock.instant();
    e.idempotencyKey = key;
    return e;
  }

  /**
   * Two clicks on "send" at once: the second waits here and then finds the first one's campaign.
   */
  private static void lockKey(Connection c, long merchantId, String key) throws SQLException {
    NamedLock.alone(c, "campaign:" + merchantId + ":" + key);
  }

  private static @Nullable CampaignEntity byKey(EntityManager em, long merchantId, String key) {
    return em.createQuery(
            "select c from Campaign c where c.merchantId = :m and c.idempotencyKey = :k",
            CampaignEntity.class)
        .setParameter("m", merchantId)
        .setParameter("k", key)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  CampaignView get(long merchantId, long campaignId) {
    return jpa.inTenantMixed(
        merchantId, (em, c) -> view(c, find(em, merchantId, campaignId, LockModeType.NONE), true));
  }

  CampaignPage page(long merchantId, int limit, @Nullable Long before) {
    return jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          List<CampaignEntity> rows =
              em.createQuery(
                      "select c from Campaign c where c.merchantId = :m and c.id < :b order by c.id"
                          + " desc",
                      CampaignEntity.class)
                  .setParameter("m", merchantId)
                  .setParameter("b", before == null ? Long.MAX_VALUE : before)
                  .setMaxResults(limit + 1)
                  .getResultList();
          boolean more = rows.size() > limit;
          List<CampaignEntity> shown = more ? rows.subList(0, limit) : rows;
          List<CampaignView> items = new ArrayList<>();
          for (CampaignEntity e : shown) {
            items.add(view(c, e, false));
          }
          return new CampaignPage(items, more ? Long.toString(shown.getLast().id) : null);
        });
  }

  /** Pauses, resumes or cancels; what a vendor has been asked for already still goes out. */
  CampaignView setState(StaffPrincipal staff, long campaignId, String state) {
    CampaignView view = changeState(staff, campaignId, state);
    wakeDelivery.run();
    return view;
  }

  private CampaignView changeState(StaffPrincipal staff, long campaignId, String state) {
    return jpa.inTenantMixed(
        staff.merchantId(),
        (em, c) -> {
          CampaignEntity e =
              find(em, staff.merchantId(), campaignId, LockModeType.PESSIMISTIC_WRITE);
          if (e.state.equals("DONE") || e.state.equals("CANCELLED")) {
            throw new Problem(
                ProblemCode.CAMPAIGN_STATE,
                e.state.equals("DONE")
                    ? new LocalText("завершена", "done")
                    : new LocalText("отменена", "cancelled"));
          }
          e.state = state;
          e.pausedWhy = null;
          if (state.equals("CANCELLED")) {
            e.finishedAt = clock.instant();
          }
          em.flush();
          if (state.equals("PAUSED")) {
            Outbox.holdNews(c, staff.merchantId(), campaignId);
          } else {
            // What was held goes out, or, of a cancelled campaign, is counted as skipped.
            Outbox.releaseNews(c, staff.merchantId(), campaignId);
            beside.release(c, staff.merchantId(), campaignId);
          }
          audit.record(c, staff, "CAMPAIGN_" + state, "campaign:" + campaignId, Map.of());
          return view(c, e, true);
        });
  }

  /** Marks a campaign done when everybody was reached or given up. */
  void finishIfDone(long merchantId, long campaignId) {
    jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          CampaignEntity e = find(em, merchantId, campaignId, LockModeType.PESSIMISTIC_WRITE);
          if (e.state.equals("RUNNING") && counts(c, e).all() >= e.total) {
            e.state = "DONE";
            e.finishedAt = clock.instant();
          }
          return e;
        });
  }

  private static CampaignEntity find(
      EntityManager em, long merchantId, long id, LockModeType lock) {
    CampaignEntity e =
        em.find(
            CampaignEntity.class,
            new io.kartela.service.platform.db.TenantId(merchantId, id),
            lock);
    if (e == null) {
      throw new Problem(ProblemCode.CAMPAIGN_NOT_FOUND);
    }
    return e;
  }

  private static CampaignView view(Connection c, CampaignEntity e, boolean withReasons)
      throws SQLException {
    Counts counts = counts(c, e);
    return new CampaignView(
        Long.toString(e.id),
        e.name,
        e.text,
        e.tier,
        e.segmentId == null ? null : Long.toString(e.segmentId),
        e.condition == null ? null : Audiences.tree(Audiences.kept(e.condition)),
        e.holdOutPercent,
        e.windowDays,
        e.state,
        e.createdAt,
        e.finishedAt,
        e.createdBy,
        e.total,
        counts.delivered + counts.failed,
        counts.delivered,
        counts.failed,
        counts.skipped,
        withReasons ? reasons(c, e) : List.of(),
        Ways.view(c, e, withReasons),
        Wording.kept("", e.variants, "").variants(),
        e.tail,
        Gift.of(e),
        counts.gifts);
  }

  private static Counts counts(Connection c, CampaignEntity e) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT coalesce(sum(delivered), 0), coalesce(sum(failed), 0), coalesce(sum(skipped), 0), coalesce(sum(gifts), 0)
            FROM kartela.campaign_chunk WHERE merchant_id = ? AND campaign_id = ?
            """)) {
      s.setLong(1, e.merchantId);
      s.setLong(2, e.id);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Counts(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4));
      }
    }
  }

  private static List<Reason> reasons(Connection c, CampaignEntity e) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT reason, count(*) FROM kartela.campaign_recipient
            WHERE merchant_id = ? AND campaign_id = ? AND reason IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1
            """)) {
      s.setLong(1, e.merchantId);
      s.setLong(2, e.id);
      List<Reason> reasons = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          reasons.add(new Reason(r.getString(1), r.getLong(2)));
        }
      }
      return reasons;
    }
  }
}
