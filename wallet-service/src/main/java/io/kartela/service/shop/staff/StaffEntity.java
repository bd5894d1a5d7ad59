package io.kartela.service.shop.staff;

import io.kartela.service.platform.db.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "Staff")
@Table(name = "staff", schema = "kartela")
@IdClass(TenantId.class)
class StaffEntity {
  @Id
  @Column(name = "merchant_id")
  long merchantId;

  @Id
  @Column(name = "staff_id")
  long id;

  @Column String email = "";
  @Column String name = "";
  @Column String role = "";

  @Column(name = "password_hash")
  String passwordHash = "";

  @Column String locale = "";

  /** Since when with a password of their own; null: invited and not come yet. */
  @Column(name = "joined_at")
  @Nullable Instant joinedAt;

  /** Since when they get in no more. */
  @Column(name = "ended_at")
  @Nullable Instant endedAt;
}
