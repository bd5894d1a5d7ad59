package io.kartela.service.shop.store;

import io.kartela.service.platform.db.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "Register")
@Table(name = "register", schema = "kartela")
@IdClass(TenantId.class)
class RegisterEntity {
  @Id
  @Column(name = "merchant_id")
  long merchantId;

  @Id
  @Column(name = "register_id")
  long id;

  @Column(name = "store_id")
  long storeId;

  @Column String name = "";

  @Column(name = "key_hash")
  byte[] keyHash = {};

  /** The key before the last rotation; it ends by itself. */
  @Column(name = "old_key_hash")
  byte @Nullable [] oldKeyHash;

  @Column(name = "old_key_until")
  @Nullable Instant oldKeyUntil;

  @Column(name = "old_key_seen_at")
  @Nullable Instant oldKeySeenAt;

  @Column(name = "key_changed_at")
  @Nullable Instant keyChangedAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Column(name = "last_seen_at")
  @Nullable Instant lastSeenAt;
}
