package io.kartela.service.message.campaign;

import io.kartela.service.platform.db.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "Campaign")
@Table(name = "campaign", schema = "kartela")
@IdClass(TenantId.class)
class CampaignEntity {
  @Id
  @Column(name = "merchant_id")
  long merchantId;

  @Id
  @Column(name = "campaign_id")
  long id;

  @Column String name = "";
  @Column String text = "";
  @Column @Nullable String tier;

  @Column(name = "segment_id")
  @Nullable Long segmentId;

  /** As it was when the campaign began; null: begun before they were kept. */
  @Column @Nullable String condition;

  @Column(name = "hold_out_percent")
  int holdOutPercent;

  @Column(name = "window_days")
  int windowDays;

  @Column String state = "RUNNING";

  @Column(name = "created_by")
  String createdBy = "";

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;

  @Column(name = "finished_at")
  @Nullable Instant finishedAt;

  @Column int total;

  /** The kinds by which it may leave where no card is held, with commas; empty: the card alone. */
  @Column String ways = "";

  /** Of letters. */
  @Column String subject = "";

  /** Minor units; null: none. */
  @Column @Nullable Long budget;

  /** Why the service itself paused it. */
  @Column(name = "paused_why")
  @Nullable String pausedWhy;

  /** Other words for some, as {@link Wording} keeps them. */
  @Column String variants = "[]";

  @Column String tail = "";

  @Column(name = "gift_amount")
  @Nullable Long giftAmount;

  @Column(name = "gift_days")
  @Nullable Integer giftDays;

  /** Of which plan it is a run. */
  @Column(name = "draft_id")
  @Nullable Long draftId;

  @Column(name = "idempotency_key")
  String idempotencyKey = "";
}
