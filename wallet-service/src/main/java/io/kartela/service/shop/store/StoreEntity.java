package io.kartela.service.shop.store;

import io.kartela.service.platform.db.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity(name = "Store")
@Table(name = "store", schema = "kartela")
@IdClass(TenantId.class)
class StoreEntity {
  @Id
  @Column(name = "merchant_id")
  long merchantId;

  @Id
  @Column(name = "store_id")
  long id;

  @Column String name = "";
  @Column String zone = "";
  @Column String address = "";

  /** As {@link Hours} keeps it. */
  @Column String hours = "";

  @Column(name = "closed_at")
  @Nullable Instant closedAt;
}
