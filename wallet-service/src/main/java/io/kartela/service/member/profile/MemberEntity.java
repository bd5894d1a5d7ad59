package io.kartela.service.member.profile;

import io.kartela.service.platform.db.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity(name = "Member")
@Table(name = "member", schema = "kartela")
@IdClass(TenantId.class)
class MemberEntity {
  @Id
  @Column(name = "merchant_id")
  long merchantId;

  @Id
  @Column(name = "member_id")
  long id;

  @Column String phone = "";
  @Column String name = "";
  @Column String locale = "";

  @Column(name = "birth_date")
  @Nullable LocalDate birthDate;

  @Column(name = "birth_date_entered_at")
  @Nullable Instant birthDateEnteredAt;

  @Column String status = "ACTIVE";

  /** At which register; null: by themselves. */
  @Column(name = "signed_up_register")
  @Nullable Long signedUpRegister;

  @Column(name = "signed_up_cashier")
  @Nullable Long signedUpCashier;

  /** By which request of the register. */
  @Column(name = "signed_up_key", updatable = false)
  @Nullable String signedUpKey;

  /** Settled at sign-up; null: they came alone. */
  @Column(name = "invited_by", updatable = false)
  @Nullable Long invitedBy;

  @Column(name = "invited_at", updatable = false)
  @Nullable Instant invitedAt;

  @Column(name = "created_at")
  Instant createdAt = Instant.EPOCH;
}
